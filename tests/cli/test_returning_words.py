"""`aftale return FILE.docx`: what people edit in Word comes back to the YAML, or it is said why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.formats.word.reading.as_text import text_of_docx
from tests.conftest import Aftale, change
from tests.support.clone import Clone, clone_in
from tests.support.edited_docx import Editor

PLAN = "viborg-2025-2029"
NAME = "delaftale-sammenhaengskraft-og-medborgerskab"
EXTENDS = '{% extends "2019-26/delaftale.html.j2" %}\n'
SOURCE = f"agreements/{PLAN}/{NAME}.yaml"


@pytest.fixture
def clone(workspace: Path) -> Clone:
    made = clone_in(workspace)
    (workspace / ".gitignore").write_text("/output/\n", encoding="utf-8")
    made.commit("The plans as they were")
    return made


@pytest.fixture
def document(workspace: Path, clone: Clone, aftale: Aftale) -> Path:
    """A document that was built from a commit."""
    assert clone
    assert aftale("build", PLAN).exit_code == 0
    return workspace / "output" / PLAN / f"{NAME}.docx"


@pytest.fixture
def source(workspace: Path) -> Path:
    return workspace / SOURCE


def edited(document: Path, *edits: tuple[str, ...], author: str = "") -> None:
    """Make the edits in the document, each the name of one and what it asks for."""
    editor = Editor(document, author)
    for name, *words in edits:
        getattr(editor, name)(*words)
    editor.saved()


def differing(before: str, after: str) -> list[tuple[str, str]]:
    """The lines that differ, where no line came or went."""
    lines = zip(before.splitlines(), after.splitlines(), strict=True)
    return [(old.strip(), new.strip()) for old, new in lines if old != new]


def test_a_word_that_was_typed_over_comes_back_in_its_line_and_nothing_else_changes(
    document: Path, source: Path, aftale: Aftale
) -> None:
    before = source.read_text("utf-8")
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"))
    said = aftale("return", str(document))
    assert said.exit_code == 0, said.output
    assert "  parter.grupper[1].opgave: " in said.output and "1 key changed, 0 not taken back" in said.output
    old, new = differing(before, source.read_text("utf-8"))[0]
    assert old.replace("for de tre", "for alle tre") == new


@pytest.mark.usefixtures("clone")
def test_a_tracked_change_comes_back_as_one_that_was_typed(
    document: Path, source: Path, aftale: Aftale
) -> None:
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"), author="Birte Holm")
    said = aftale("return", str(document))
    assert said.exit_code == 0, said.output
    assert "Chefgruppen er fælles for alle tre delaftaler." in source.read_text("utf-8")


def test_with_dry_run_nothing_is_written(document: Path, source: Path, aftale: Aftale) -> None:
    before = source.read_bytes()
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"))
    said = aftale("return", str(document), "--dry-run")
    assert said.exit_code == 0 and "1 key would be changed, 0 not taken back" in said.output
    assert source.read_bytes() == before


def test_words_of_the_form_are_told_with_their_heading_and_their_block(
    document: Path, source: Path, aftale: Aftale
) -> None:
    before = source.read_bytes()
    edited(document, ("replace", "Bestyrelsen er ansvarlig for", "Bestyrelsen svarer for"))
    said = aftale("return", str(document))
    assert said.exit_code == 1
    assert "it is the form's own text, in the block `indledning`" in said.output
    assert "svarer for" in said.output and source.read_bytes() == before


def test_a_document_that_nobody_has_edited_changes_nothing(
    document: Path, source: Path, aftale: Aftale
) -> None:
    before = source.read_bytes()
    Editor(document).saved()  # zipped again
    said = aftale("return", str(document))
    assert said.exit_code == 0 and said.output.strip() == "0 keys changed, 0 not taken back"
    assert source.read_bytes() == before


def test_what_the_yaml_says_otherwise_since_stays_beside_what_comes_back(
    document: Path, source: Path, aftale: Aftale
) -> None:
    change(source, "Antallet af effektive udsættelser", "Antallet af udsættelser i året")
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"))
    said = aftale("return", str(document))
    assert said.exit_code == 0, said.output
    after = source.read_text("utf-8")
    assert "Antallet af udsættelser i året" in after and "fælles for alle tre" in after


def test_a_key_that_both_have_changed_is_told_and_stays_as_the_yaml_says(
    document: Path, source: Path, aftale: Aftale
) -> None:
    change(source, "fælles for de tre", "fælles for de fire")
    before = source.read_bytes()
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"))
    said = aftale("return", str(document))
    assert said.exit_code == 1 and "`parter.grupper[1].opgave` was changed in the YAML too" in said.output
    assert source.read_bytes() == before


def test_two_people_who_edited_a_copy_each_both_come_back(
    document: Path, source: Path, aftale: Aftale
) -> None:
    other = document.with_name("fra advokaten.docx")
    other.write_bytes(document.read_bytes())
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"))
    edited(other, ("replace", "Antallet af effektive udsættelser", "Antallet af udsættelser i året"))
    said = aftale("return", str(document), str(other))
    assert said.exit_code == 0, said.output
    after = source.read_text("utf-8")
    assert "Antallet af udsættelser i året" in after and "fælles for alle tre" in after


def test_a_comment_comes_to_stand_above_the_key_whose_words_it_is_about(
    document: Path, source: Path, aftale: Aftale
) -> None:
    edited(document, ("comment", "fælles for de tre", "Passer det stadig?"))
    said = aftale("return", str(document))
    assert said.exit_code == 0, said.output
    lines = [line.strip() for line in source.read_text("utf-8").splitlines()]
    at = next(at for at, line in enumerate(lines) if line.startswith("# Birte Holm, "))
    assert lines[at].endswith(": Passer det stadig?") and lines[at + 1].startswith("opgave:")


def test_comments_may_be_listed_and_left_out_of_the_yaml(
    document: Path, source: Path, aftale: Aftale
) -> None:
    before = source.read_bytes()
    edited(document, ("comment", "fælles for de tre", "Passer det stadig?"))
    said = aftale("return", str(document), "--comments", "list")
    assert "parter.grupper[1].opgave: # Birte Holm" in said.output and source.read_bytes() == before


def test_a_document_whose_sources_no_commit_has_is_refused_with_what_would_have_helped(
    document: Path, source: Path, clone: Clone, aftale: Aftale
) -> None:
    change(source, "Antallet af effektive udsættelser", "Antallet af udsættelser i året")
    assert aftale("build", PLAN).exit_code == 0
    change(source, "Antallet af udsættelser i året", "Antallet af udsættelser")
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"))
    said = aftale("return", str(document))
    assert said.exit_code != 0 and "no commit has the sources that" in said.output
    assert "aftale save" in said.output and clone


def test_with_a_branch_it_is_a_commit_there_of_who_edited_it_and_no_file_changes(
    document: Path, source: Path, clone: Clone, aftale: Aftale
) -> None:
    before = source.read_bytes()
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"), author="Birte Holm")
    said = aftale("return", str(document), "--branch", "fra-bestyrelsen")
    assert said.exit_code == 0 and "on the branch fra-bestyrelsen" in said.output, said.output
    assert source.read_bytes() == before
    assert clone.git("log", "-1", "--format=%an", "fra-bestyrelsen").stdout.strip() == "Birte Holm"
    changed = clone.git("diff", "--stat", "HEAD", "fra-bestyrelsen").stdout
    assert SOURCE.rpartition("/")[2] in changed and "1 insertion(+), 1 deletion(-)" in changed
    assert clone.git("status", "--porcelain").stdout == ""


def test_the_branch_that_one_is_on_is_no_branch_for_it(document: Path, aftale: Aftale) -> None:
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"))
    said = aftale("return", str(document), "--branch", "main")
    assert said.exit_code != 0 and "the branch main is the one that you are on" in said.output


def test_a_redline_that_somebody_has_edited_comes_back_as_a_document_does(
    workspace: Path, source: Path, clone: Clone, aftale: Aftale
) -> None:
    change(source, "Antallet af effektive udsættelser", "Antallet af udsættelser i året")
    clone.commit("The indicator is named anew")
    assert aftale("diff", "HEAD~1", "HEAD", PLAN, "--redline").exit_code == 0
    redline = workspace / "output" / PLAN / f"{NAME}.redline.docx"
    unedited = aftale("return", str(redline))
    assert unedited.output.strip() == "0 keys changed, 0 not taken back", unedited.output
    edited(redline, ("replace", "fælles for de tre", "fælles for alle tre"), author="Birte Holm")
    said = aftale("return", str(redline))
    assert said.exit_code == 0, said.output
    after = source.read_text("utf-8")
    assert "Antallet af udsættelser i året" in after and "fælles for alle tre" in after


def test_a_mark_of_ours_that_somebody_has_rejected_takes_the_old_words_back(
    workspace: Path, source: Path, clone: Clone, aftale: Aftale
) -> None:
    before = source.read_text("utf-8")
    change(source, "Antallet af effektive udsættelser", "Antallet af udsættelser i året")
    clone.commit("The indicator is named anew")
    assert aftale("diff", "HEAD~1", "HEAD", PLAN, "--redline").exit_code == 0
    redline = workspace / "output" / PLAN / f"{NAME}.redline.docx"
    edited(redline, ("reject_all",))
    said = aftale("return", str(redline))
    assert said.exit_code == 0, said.output
    assert source.read_text("utf-8") == before


def test_the_error_for_an_edited_document_names_the_command_and_status_tells_what_it_would_do(
    document: Path, aftale: Aftale
) -> None:
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"))
    told = aftale("build", PLAN)
    assert f"aftale return output/{PLAN}/{NAME}.docx" in " ".join(told.output.split())
    assert "`aftale return` would change: 1; it would not take back: 0" in aftale("status", PLAN).output
    assert aftale("return", str(document)).exit_code == 0
    assert "all that was changed in it stands in the YAML" in aftale("status", PLAN).output


def test_words_of_the_form_come_back_as_the_plans_own_wording_where_that_is_asked_for(
    document: Path, workspace: Path, aftale: Aftale
) -> None:
    edited(document, ("replace", "Bestyrelsen er ansvarlig for, at", "Bestyrelsen sørger for, at"))
    said = aftale("return", str(document), "--wording")
    assert said.exit_code == 0, said.output
    own = workspace / "agreements" / PLAN / "templates" / f"{NAME}.html.j2"
    assert own.read_text("utf-8").startswith(f"{EXTENDS}{{% block indledning %}}\n")
    assert "`indledning` of the plan's own wording: Bestyrelsen" in said.output
    document.unlink()
    aftale("build", PLAN)
    assert "Bestyrelsen sørger for, at" in text_of_docx(document.read_bytes())


def test_the_plans_own_wording_takes_another_block_beside_those_that_it_has(
    document: Path, workspace: Path, aftale: Aftale
) -> None:
    own = workspace / "agreements" / PLAN / "templates" / f"{NAME}.html.j2"
    own.parent.mkdir()
    there = f"{EXTENDS}{{% block delmål_ansvar %}}Vi følger op.{{% endblock %}}\n"
    own.write_text(there, encoding="utf-8")
    aftale("build", PLAN, "--force")
    edited(document, ("replace", "Vi følger op.", "Vi følger altid op."),
           ("replace", "Bestyrelsen er ansvarlig for, at", "Bestyrelsen sørger for, at"))
    said = aftale("return", str(document), "--wording")
    assert said.exit_code == 0, said.output
    first = there.replace("Vi følger", "Vi følger altid")
    assert own.read_text("utf-8").startswith(first + "{% block indledning %}")


@pytest.mark.parametrize(
    "words",
    [
        "Bestyrelsen er ansvarlig for, at",  # behind an element of a block
        "Parterne og bestyrelsen følger løbende op",  # behind a block that an element holds
        "Aktiviteter, som skal bidrage til indfrielsen",  # behind a heading
        "Boligsociale ressourcer, anslået pr. uge",  # behind a table and its source
    ],
)
def test_a_paragraph_that_was_put_in_among_the_forms_text_stands_in_the_plans_own_wording(
    document: Path, aftale: Aftale, words: str
) -> None:
    before, new = text_of_docx(document.read_bytes()).splitlines(), "Parterne mødes hvert forår & efterår."
    edited(document, ("paragraph_after", words, new))
    told = aftale("return", str(document))
    assert told.exit_code == 1 and "it stands among the form's own text, at the block" in told.output
    said = aftale("return", str(document), "--wording")
    assert said.exit_code == 0, said.output
    document.unlink()
    aftale("build", PLAN)
    after = text_of_docx(document.read_bytes()).splitlines()
    assert [line for line in after if line not in before] == [new]
    assert words in after[after.index(new) - 1]


def test_a_heading_a_list_and_paragraphs_that_were_put_in_and_moved_stand_in_the_plans_own_wording(
    document: Path, aftale: Aftale
) -> None:
    edited(document, ("paragraph_after", "Boligsociale ressourcer, anslået pr. uge", "Det sidste ord."),
           ("paragraph_after", "Boligsociale ressourcer, anslået pr. uge", "Hvert år i maj", "Heading2"),
           ("move", "Bestyrelsen er ansvarlig for, at", "Delaftalen er et bilag til"),
           ("paragraph_after", "Områdets problemkompleks inden for", "Det første punkt", "ListBullet"))
    said = aftale("return", str(document), "--wording")
    assert said.exit_code == 0, said.output
    kept = text_of_docx(document.read_bytes())
    document.unlink()
    aftale("build", PLAN)
    made = text_of_docx(document.read_bytes())
    assert made.replace("Hvert år i maj\n", "", 1) == kept  # it is in the list of contents too


@pytest.mark.usefixtures("clone")
def test_headers_things_without_a_key_and_computed_values_are_told_for_what_they_are(
    workspace: Path, aftale: Aftale
) -> None:
    aftale("build", "viborg-2017-2021")
    document = workspace / "output/viborg-2017-2021/strategisk-samarbejdsaftale.docx"
    edited(document, ("replace", "12.502", "13.000"), ("header", "Udkast fra advokaten"),
           ("equation", "Bestyrelsen består af:", "a+b"))
    said = aftale("return", str(document), "--dry-run").output
    told, follows = said.split("Not taken back:")[1].split("The document will say otherwise too:")
    assert "Headers and footers\n" in told and "Udkast fra advokaten" in told
    assert "equation: a+b" in told and "it is computed" not in told
    assert "27.102 → 27.600\n      it is computed" in follows


def test_a_text_that_was_edited_at_several_places_is_shown_place_by_place(
    document: Path, aftale: Aftale
) -> None:
    words = text_of_docx(document.read_bytes())
    first = next(line for line in words.splitlines() if line.startswith("Chefgruppen er fælles"))
    last = first.split()[-1]
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"), ("replace", last, "slut."))
    said = aftale("return", str(document), "--dry-run").output
    assert "parter.grupper[1].opgave: 2 places\n" in said and "slut." in said


def test_a_heading_in_other_words_is_in_the_list_of_contents_too(document: Path, aftale: Aftale) -> None:
    edited(document, ("replace", "Revision af delaftalen (", "Ændring af delaftalen ("))
    assert aftale("return", str(document), "--wording").exit_code == 0
    document.unlink()
    aftale("build", PLAN)
    lines = text_of_docx(document.read_bytes()).splitlines()
    assert "Ændring af delaftalen" in lines and "Revision af delaftalen" not in lines


def test_what_both_have_changed_is_written_as_the_document_has_it_where_that_is_asked_for(
    document: Path, source: Path, aftale: Aftale
) -> None:
    edited(document, ("replace", "fælles for de tre", "fælles for alle tre"))
    change(source, "fælles for de tre", "fælles for de fire")
    said = aftale("return", str(document), "--force")
    assert said.exit_code == 0, said.output
    assert "fælles for alle tre" in source.read_text("utf-8")


def test_a_key_that_the_document_says_otherwise_at_two_places_is_written_only_where_that_is_asked_for(
    workspace: Path, clone: Clone, aftale: Aftale
) -> None:
    assert clone
    aftale("build", "viborg-2017-2021")
    document = workspace / "output/viborg-2017-2021/strategisk-samarbejdsaftale.docx"
    source = workspace / "agreements/viborg-2017-2021/helhedsplan.yaml"
    editor = Editor(document)
    editor.replace("3.220", "3.221")
    editor.replace("3.220", "3.222")
    editor.saved()
    before = source.read_text("utf-8")
    assert "different things" in aftale("return", str(document)).output
    assert source.read_text("utf-8") == before
    assert "(unclear, and written all the same)" in aftale("return", str(document), "--force").output
    assert "beboere: 3.221" in source.read_text("utf-8")

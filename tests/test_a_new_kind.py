"""A kind of document that only the tests have goes through every command: three files, no line of code."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from click.shell_completion import ShellComplete
from jsonschema import Draft202012Validator

from generator.authoring.pages import key_list
from generator.cli import commands
from generator.plan import kinds
from tests.conftest import ROOT, Aftale, change, findings
from tests.support.as_editors_read import as_editors_read
from tests.support.clone import Clone, clone_in
from tests.support.husorden import HUSORDEN
from tests.support.reading import text_in_word
from tests.support.rounds import FORMS

PLAN = Path("agreements/koege-2027-2031")
RINGPARKEN = PLAN / "husorden-ringparken.yaml"
KØLVRÅ = PLAN / "husorden-koelvraa-afd-8.yaml"
NEW = (
    "new", PLAN.name, "--midler", "2019-26", "--fra", "1.1.2027", "--til", "31.12.2030",
    "--part", "Køge Kommune:kommune", "--document", "husorden:Ringparken",
    "--document", "husorden: Kølvrå afd. 8",
)  # fmt: skip
TEMPLATE = ROOT / "tests" / "cases" / "kinds" / "husorden.html.j2"
REQUIRED = "  husorden:\n    regler: Husordenens regler\n    stilletid: Stille tid\n"


@pytest.fixture(autouse=True)
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A workspace with the kind: its entry, its template in a round, and what the round requires of it."""
    monkeypatch.setattr(kinds, "DOCUMENTS", (*kinds.DOCUMENTS, HUSORDEN))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "agreements").mkdir()
    form = (ROOT / "templates/2019-26/form.yaml").read_text(encoding="utf-8")
    form = form.replace("bilag:\n", "bilag:\n  - {nøgle: husordener, navn: En husorden for hver afdeling}\n")
    form = form.replace("krævede_felter:\n", f"krævede_felter:\n{REQUIRED}")
    folder = tmp_path / "templates" / "2019-26"
    folder.mkdir(parents=True)
    (folder / "form.yaml").write_text(form, encoding="utf-8")
    (folder / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
    return clone_in(tmp_path)


@pytest.fixture
def made(aftale: Aftale) -> Aftale:
    """The command, in a workspace with a new plan that has two documents of the kind."""
    assert aftale(*NEW).exit_code == 0
    return aftale


def test_new_makes_as_many_as_are_asked_for_each_with_its_name(made: Aftale) -> None:
    assert sorted(path.name for path in PLAN.iterdir()) == [
        "helhedsplan.yaml", KØLVRÅ.name, RINGPARKEN.name, "strategisk-samarbejdsaftale.yaml",
    ]  # fmt: skip
    text = KØLVRÅ.read_text(encoding="utf-8")
    assert "\nafdeling: Kølvrå afd. 8\n" in text
    assert "schema=../../.aftale/2019-26/husorden.schema.json\n# Husordenen for én afdeling.\n" in text
    assert "P2" in text and "Den er aftalt før planen." in text
    annexes = (PLAN / "strategisk-samarbejdsaftale.yaml").read_text(encoding="utf-8")
    assert "bilag: husordener" in annexes
    assert made("new", "uden", "--midler", "2019-26").exit_code == 0
    assert not list(Path("agreements/uden").glob("husorden*"))


@pytest.mark.parametrize(
    ("text", "hint"),
    [("husordn:Ringparken", "`husorden`"), ("husorden", "a colon"), ("delaftale:x", "husorden")],
)
def test_new_refuses_a_document_that_a_plan_has_not_several_of(aftale: Aftale, text: str, hint: str) -> None:
    result = aftale("new", "x", "--midler", "2019-26", "--document", text)
    assert result.exit_code == 2
    assert hint in result.output and not Path("agreements/x").exists()


def test_editors_know_its_keys(made: Aftale) -> None:
    assert made("schema").exit_code == 0
    schema = json.loads(Path(".aftale/husorden.schema.json").read_text(encoding="utf-8"))
    assert schema["required"] == ["afdeling"]
    underlined = Draft202012Validator(schema)
    assert underlined.is_valid(as_editors_read(RINGPARKEN.read_text(encoding="utf-8")))
    assert not underlined.is_valid({"afdeling": "Ringparken", "stiletid": "kl. 22"})


def test_the_list_of_keys_has_them() -> None:
    section = key_list.KeyList(FORMS, []).page().partition("## husorden-….yaml")[2]
    assert section.startswith("\n\nHusordenen for én afdeling.")
    assert "| `stilletid` | Hvornår der skal være stille. | `stilletid: kl. 22-7` |" in section


@pytest.mark.usefixtures("made")
def test_the_shell_completes_its_name() -> None:
    completed = ShellComplete(commands, {}, "aftale", "_AFTALE_COMPLETE").get_completions(
        ["build", "--only"], "husorden-r"
    )
    assert [item.value for item in completed] == [RINGPARKEN.stem]


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_check_says_what_it_lacks_in_every_format(made: Aftale, form: str) -> None:
    change(KØLVRÅ, "regler:", "regler: I er gode naboer.")
    result = made("check", "--format", form, "--verbose")
    assert result.exit_code == 0, result.output
    assert RINGPARKEN.as_posix() in result.output
    assert "Husordenens regler" in result.output and "Stille tid" in result.output


def test_a_final_one_must_be_whole_and_lie_inside_the_plan(made: Aftale) -> None:
    change(RINGPARKEN, "status:", "status: endelig")
    change(RINGPARKEN, "periode:", "periode: {fra: 1.1.2026, til: 31.12.2030}")
    result = made("check", "--verbose")
    assert result.exit_code == 1
    mine = [code for place, code in findings(result.output) if place.startswith(RINGPARKEN.as_posix())]
    assert sorted(mine) == ["error C1", "error C1", "error P2"]
    assert "the husorden begins 1. januar 2026" in result.output


def test_a_misspelt_key_and_a_misspelt_file_are_told(made: Aftale) -> None:
    change(RINGPARKEN, "stilletid:", "stiletid:")
    KØLVRÅ.rename(PLAN / "husordn.yaml")
    output = " ".join(made("check").output.split())
    assert "did you mean `stilletid`?" in output
    assert "`husordn.yaml` is none of a plan's documents" in output and "husorden-<afdeling>.yaml" in output


def test_it_is_built_after_the_others_and_status_tells_of_it(made: Aftale) -> None:
    change(RINGPARKEN, "stilletid:", "stilletid: kl. 22-7")
    result = made("build")
    assert result.exit_code == 0, result.output
    order = ("strategisk-samarbejdsaftale ", KØLVRÅ.stem, RINGPARKEN.stem)
    told = [result.output.index(name) for name in order]
    assert told == sorted(told)
    data = Path("output", PLAN.name, f"{RINGPARKEN.stem}.docx").read_bytes()
    title = docx.Document(io.BytesIO(data)).core_properties.title
    assert title == "Husorden for Ringparken – koege-2027-2031 – udkast"
    assert "kl. 22-7" in text_in_word(data) and "[Husordenens" not in text_in_word(data)
    assert "3 up to date" in made("status").output
    change(KØLVRÅ, "stilletid:", "stilletid: kl. 23-6")
    status = made("status").output
    assert "2 up to date, 1 out of date" in status and f"changed: {KØLVRÅ.as_posix()}" in status


def test_format_puts_its_keys_in_their_order(made: Aftale) -> None:
    RINGPARKEN.write_text('stilletid: "kl. 22-7"\nafdeling: Ringparken\n', encoding="utf-8")
    assert made("format").exit_code == 0
    assert RINGPARKEN.read_text(encoding="utf-8") == "afdeling: Ringparken\nstilletid: kl. 22-7\n"


def test_diff_tells_what_has_changed_and_who_decides(made: Aftale, clone: Clone) -> None:
    RINGPARKEN.write_text(
        "afdeling: Ringparken\nstatus: endelig\nregler: Vi hilser på hinanden.\nstilletid: kl. 22-7\n"
        "versioner:\n  - {nummer: 1}\n", encoding="utf-8",
    )  # fmt: skip
    clone.commit("Før")
    change(RINGPARKEN, "kl. 22-7", "kl. 23-6")
    RINGPARKEN.rename(PLAN / "husorden-ringparken-syd.yaml")
    result = made("diff", "--redline", "--author", "Sekretariatet", "--date", "2027-03-01")
    assert result.exit_code == 0, result.output
    for line in (
        "Husorden: Ringparken (husorden-ringparken-syd.yaml)",
        "Stilletid: ”kl. 22-7” → ”kl. 23-6”",
        "The board decides: Husordenen Ringparken has changed",
        "New signatures: Køge Kommune",
        "Lacks a new version: Husordenen Ringparken; the new version is written under versioner in its file",
        "To be sent out again: husordenen Ringparken",
    ):
        assert line in result.output
    redline = Path("output", PLAN.name, "husorden-ringparken-syd.redline.docx").read_bytes()
    body = docx.Document(io.BytesIO(redline)).element.xml
    assert "<w:ins " in body and "<w:del " in body


def test_a_changed_one_is_a_matter_for_the_board(made: Aftale, clone: Clone) -> None:
    RINGPARKEN.write_text(
        "afdeling: Ringparken\nstatus: endelig\nregler: Vi hilser på hinanden.\nstilletid: kl. 22-7\n"
        "versioner:\n  - {nummer: 1}\n", encoding="utf-8",
    )  # fmt: skip
    clone.commit("Endelig")
    change(PLAN / "helhedsplan.yaml", "vision:", "vision: Gode naboer.")
    assert "R2" not in made("check").output, "what the plan's documents share is no part of this kind"
    change(RINGPARKEN, "kl. 22-7", "kl. 23-6")
    assert "the husorden has changed since version 1 became final" in made("check").output

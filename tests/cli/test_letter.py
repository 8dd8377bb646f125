"""`aftale letter`: what Landsbyggefonden is asked to approve, and nothing that the plan does not say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.base.language import speak
from generator.document.model import Signature
from generator.formats.word.reading import read_document
from tests.conftest import ROOT, Aftale, change
from tests.support.clone import Clone, clone_in
from tests.support.reading import text_in_word

PLAN, DOCUMENT = "digtehavn-2027-2031", "strategisk-samarbejdsaftale"
FOLDER = f"agreements/{PLAN}"
OWN, SHARED = f"{FOLDER}/{DOCUMENT}.yaml", f"{FOLDER}/helhedsplan.yaml"
READ = ("helhedsplan", DOCUMENT, "delaftale-beskaeftigelse", "ansoegning", "budget")
MADE = Path("output", "breve", PLAN)
VERSION = "versioner:\n  - {nummer: 1, dato: 1.3.2027}\n"
SECOND = """  - nummer: 2
    dato: 1.6.2028
    ændring: Kommunen giver mere
    besluttet:
      - {instans: Partnerskabet, dato: 4.5.2028, sagsnummer: 28-11}
"""


def edit(old: str, new: str, path: str = SHARED) -> None:
    change(Path(path), old, new)


def add(words: str, path: str = OWN) -> None:
    file = Path(path)
    file.write_text(file.read_text(encoding="utf-8") + words, encoding="utf-8")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """An invented final plan in git, whose agreement is in version 1."""
    shutil.copytree(ROOT / "tests/plans" / FOLDER, tmp_path / FOLDER)
    for path in (tmp_path / FOLDER).iterdir():
        if not path.name.startswith(READ):
            path.unlink()
    monkeypatch.chdir(tmp_path)
    add(VERSION)
    clone = clone_in(tmp_path)
    clone.commit("Version 1")
    return clone


@pytest.fixture
def revised(clone: Clone) -> Clone:
    """The same with version 2, which the board has decided, in a working tree that is not committed."""
    edit("beløb: mindst 4,2", "beløb: mindst 4,6")
    edit("samlet: 15,9", "samlet: 16,4")
    add(SECOND)
    return clone


def words(name: str = "brev.docx") -> str:
    return text_in_word((MADE / name).read_bytes()).replace("\u00a0", " ")


@pytest.mark.usefixtures("revised")
def test_the_letter_says_what_has_changed_before_and_now_who_decided_it_and_what_is_enclosed(
    aftale: Aftale,
) -> None:
    result = aftale("letter", PLAN, "--date", "2028-05-10")
    assert result.exit_code == 0, result.output
    letter = words()
    for told in (
        "Til Landsbyggefonden", "Sammen i Digtehavn", "10. maj 2028", "Landsbyggefonden: 0000-2027",
        "Version 2 af 1. juni 2028: Kommunen giver mere.", "sammenlignet med version 1 af 1. marts 2027",
        "mindst 4,2 mio. kr.", "mindst 4,6 mio. kr.", "15,9 mio. kr.", "16,4 mio. kr.",
        "Partnerskabet", "4. maj 2028", "28-11", f"({DOCUMENT}.redline.docx)",
    ):  # fmt: skip
        assert told in letter, told
    assert {path.name for path in MADE.iterdir()} == {"brev.docx", f"{DOCUMENT}.redline.docx"}
    assert "mindst 4,6" in words(f"{DOCUMENT}.redline.docx")


@pytest.mark.usefixtures("revised")
def test_the_letter_tells_a_change_as_diff_tells_it(aftale: Aftale) -> None:
    speak("da")
    told = aftale("diff", PLAN, "--format", "text").output
    speak("en")
    assert aftale("letter", PLAN).exit_code == 0
    letter = words()
    for where in ("Budget: Digtehavn Kommune", "Budget: samlet"):
        assert where in told and where in letter
    assert "Version" not in [line.strip() for line in letter.splitlines()]


@pytest.mark.usefixtures("revised")
def test_what_the_plan_does_not_say_is_a_gap_and_there_is_no_date_of_today(aftale: Aftale) -> None:
    result = aftale("letter", PLAN)
    assert "To be filled in: [Afsender udfyldes] and [Dato udfyldes]" in result.output
    read = read_document(MADE / "brev.docx")
    assert not any(isinstance(block, Signature) for block in read.document.blocks)
    before = (MADE / "brev.docx").read_bytes()
    assert aftale("letter", PLAN).exit_code == 0
    assert (MADE / "brev.docx").read_bytes() == before


@pytest.mark.usefixtures("revised")
def test_the_applicant_sends_and_signs_the_letter_where_the_plan_says_who_it_is(aftale: Aftale) -> None:
    edit("organisation:\n", "organisation:\n  ansøger: Verseby\n")
    result = aftale("letter", PLAN, "--date", "10. maj 2028")
    assert (result.exit_code, "To be filled in" in result.output) == (0, False)
    signed = [b for b in read_document(MADE / "brev.docx").document.blocks if isinstance(b, Signature)]
    assert [(one.label, one.title) for one in signed] == [("Almenboligerne Verseby", "direktør")]


@pytest.mark.usefixtures("revised")
def test_the_letter_is_the_same_in_every_language(aftale: Aftale) -> None:
    assert aftale("letter", PLAN).exit_code == 0
    before = (MADE / "brev.docx").read_bytes()
    assert aftale("letter", PLAN, "--sprog", "da").exit_code == 0
    assert (MADE / "brev.docx").read_bytes() == before


def test_a_draft_is_compared_with_the_version_that_applies_and_so_is_its_letter(
    clone: Clone, aftale: Aftale
) -> None:
    add("status: udkast\n")
    edit("beløb: mindst 4,2", "beløb: mindst 4,6")
    clone.commit("Kommunen giver mere")
    result = aftale("letter", PLAN)
    assert result.exit_code == 0, result.output
    letter = words()
    assert "UDKAST" in letter and "Et udkast til version 2." in letter
    assert "sammenlignet med version 1 af 1. marts 2027" in letter
    assert "[Beslutningen om ændringerne udfyldes]" in letter


@pytest.mark.usefixtures("clone")
@pytest.mark.parametrize(
    ("old", "new", "path", "why"),
    [
        ("navn: Havnejob", "navn: Havnejob for alle", f"{FOLDER}/delaftale-beskaeftigelse.yaml",
         "The board decides: Delaftalen Beskæftigelse"),
        ("midler:", "# en bemærkning\nmidler:", SHARED, ""),
    ],
)  # fmt: skip
def test_there_is_no_letter_where_nothing_needs_approval(
    aftale: Aftale, old: str, new: str, path: str, why: str
) -> None:
    text = Path(path).read_text(encoding="utf-8")
    Path(path).write_text(text.replace(old, new), encoding="utf-8")
    result = aftale("letter", PLAN, "--since", "HEAD")
    assert result.exit_code == 1 and f"nothing in {PLAN} needs the approval of" in result.output
    assert why in result.output and not Path("output").exists()


@pytest.mark.usefixtures("clone")
def test_what_is_final_and_has_changed_needs_a_version_before_it_needs_a_letter(aftale: Aftale) -> None:
    edit("beløb: mindst 4,2", "beløb: mindst 4,6")
    result = aftale("letter", PLAN)
    assert result.exit_code == 1 and f"what has changed in {DOCUMENT} has no version" in result.output
    assert not Path("output").exists()


@pytest.mark.usefixtures("revised")
def test_what_is_approved_needs_no_letter(aftale: Aftale) -> None:
    add("      - {instans: Landsbyggefonden, dato: 1.7.2028}\n")
    result = aftale("letter", PLAN)
    assert result.exit_code == 1 and "There is no letter" in result.output


@pytest.mark.usefixtures("revised")
def test_a_plan_may_have_its_own_words_for_the_letter(aftale: Aftale) -> None:
    own = Path(FOLDER, "templates", "brev.html.j2")
    own.parent.mkdir()
    title = "{% block brev_titel %}Ansøgning om ændring{% endblock %}"
    own.write_text('{% extends "shared/brev.html.j2" %}\n' + title, encoding="utf-8")
    assert aftale("letter", PLAN).exit_code == 0
    assert "Ansøgning om ændring" in words() and "Anmodning" not in words()


@pytest.mark.usefixtures("revised")
def test_a_letter_that_somebody_has_written_in_is_kept_beside_the_new_one(aftale: Aftale) -> None:
    assert aftale("letter", PLAN).exit_code == 0
    letter = MADE / "brev.docx"
    edited = letter.read_bytes()[:-30]
    letter.write_bytes(edited)
    result = aftale("letter", PLAN, "--date", "2028-05-10")
    assert "the one that somebody has changed is now brev (redigeret).docx" in result.output
    assert (MADE / "brev (redigeret).docx").read_bytes() == edited


@pytest.mark.usefixtures("revised")
@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--date", "marts 2028"), "write a day as 2026-03-01"),
        (("--date", "i morgen"), "write a day as 2026-03-01"),
        (("--since", "ingen-gren"), "`ingen-gren` is no git revision"),
    ],
)
def test_a_day_or_a_revision_that_is_none_is_refused(
    aftale: Aftale, options: tuple[str, str], why: str
) -> None:
    result = aftale("letter", PLAN, *options)
    assert result.exit_code == 2 and why in result.output


@pytest.mark.usefixtures("clone")
def test_where_no_version_waits_for_approval_the_newest_is_compared_with(aftale: Aftale) -> None:
    Path(FOLDER, "budget.yaml").unlink()
    result = aftale("letter", PLAN)
    assert result.exit_code == 1 and "needs the approval" in result.output


@pytest.mark.usefixtures("clone")
def test_without_a_version_before_it_asks_what_to_compare_with(aftale: Aftale) -> None:
    Path(FOLDER, "budget.yaml").unlink()
    edit("nummer: 1,", "nummer: 0,", OWN)
    result = aftale("letter", PLAN)
    assert result.exit_code == 2 and "say what to compare with: --since" in result.output


@pytest.mark.usefixtures("revised")
def test_what_cannot_be_compared_is_told_and_there_is_no_letter(aftale: Aftale) -> None:
    edit("midler: 2019-26", "midler: 2019-26\nmidlr: 3")
    result = aftale("letter", PLAN, "--since", "HEAD")
    assert result.exit_code == 1 and "not all of it can be compared" in result.output
    assert "helhedsplan.yaml" in result.output

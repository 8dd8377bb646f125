"""`aftale letter` about what has changed since an issued version: no git, and nothing is left out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale, change
from tests.support.clone import clone_in
from tests.support.reading import text_in_word

PLAN, DOCUMENT, DIAGRAM = "digtehavn-2027-2031", "strategisk-samarbejdsaftale", "organisationsdiagram"
FOLDER = Path("agreements", PLAN)
OWN, SHARED = FOLDER / f"{DOCUMENT}.yaml", FOLDER / "helhedsplan.yaml"
SOURCE = ROOT / "tests/plans" / FOLDER
READ = ("helhedsplan", DOCUMENT, "delaftale", "kommissorium")
MADE = Path("output", "breve", PLAN)
VERSION = "versioner:\n  - {nummer: 1, dato: 1.3.2027}\n"
PARTY = "  - {navn: Limerickby Kirke, type: anden, underskrift: {titel: sognepræst}}\n"
SECOND = "  - {nummer: 2, dato: 1.6.2028, besluttet: [{instans: Partnerskabet, dato: 4.5.2028}]}\n"


def add(words: str, path: Path = OWN) -> None:
    path.write_text(path.read_text(encoding="utf-8") + words, encoding="utf-8")


def letter() -> str:
    return text_in_word((MADE / "brev.docx").read_bytes()).replace("\u00a0", " ")


@pytest.fixture
def revised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale) -> Path:
    """A plan without git, whose agreement was issued in version 1, and is in version 2 with other amounts."""
    for path in SOURCE.iterdir():
        if path.name.startswith(READ):
            (tmp_path / FOLDER).mkdir(parents=True, exist_ok=True)
            shutil.copy(path, tmp_path / FOLDER)
    monkeypatch.chdir(tmp_path)
    add(VERSION)
    signed = aftale("sign", PLAN, DOCUMENT)
    assert signed.exit_code == 0, signed.output
    change(SHARED, "beløb: mindst 4,2", "beløb: mindst 4,6")
    change(SHARED, "samlet: 15,9", "samlet: 16,4")
    add(SECOND)
    return tmp_path


@pytest.mark.usefixtures("revised")
def test_the_version_before_is_the_issued_one_and_may_be_named(aftale: Aftale) -> None:
    result = aftale("letter", PLAN, "--date", "2028-05-10")
    assert result.exit_code == 0, result.output
    assert "sammenlignet med version 1 af 1. marts 2027" in letter()
    assert "mindst 4,2 mio. kr." in letter() and "mindst 4,6 mio. kr." in letter()
    made = (MADE / "brev.docx").read_bytes()
    named = aftale("letter", PLAN, "--date", "2028-05-10", "--since", "version-1")
    assert named.exit_code == 0, named.output
    assert (MADE / "brev.docx").read_bytes() == made


@pytest.mark.usefixtures("revised")
def test_what_follows_from_the_changes_is_told_before_and_now(aftale: Aftale) -> None:
    assert aftale("letter", PLAN, "--date", "2028-05-10").exit_code == 0
    _, _, followed = letter().partition("det følger af ændringerne")
    assert "Landsbyggefonden (kontant), 9,6, 60,4 %" in followed
    assert "Landsbyggefonden (kontant), 9,6, 58,5 %" in followed


@pytest.mark.usefixtures("revised")
def test_a_new_document_goes_with_the_letter_as_it_is(aftale: Aftale) -> None:
    shutil.copy(SOURCE / f"{DIAGRAM}.yaml", FOLDER)
    result = aftale("letter", PLAN, "--date", "2028-05-10")
    assert result.exit_code == 0, result.output
    assert {path.name for path in MADE.iterdir()} == {
        "brev.docx", f"{DOCUMENT}.redline.docx", f"{DIAGRAM}.docx",
    }  # fmt: skip
    assert f"Organisationsdiagram ({DIAGRAM}.docx)" in letter() and "Dokumentet er nyt." in letter()
    assert "Diagrammet i ord" in text_in_word((MADE / f"{DIAGRAM}.docx").read_bytes())


@pytest.mark.usefixtures("revised")
def test_a_document_that_a_change_told_before_stands_in_too_is_not_called_the_same(aftale: Aftale) -> None:
    shutil.copy(SOURCE / f"{DIAGRAM}.yaml", FOLDER)
    clone = clone_in(Path())
    clone.commit("Før")
    change(SHARED, "boligområder:\n", f"{PARTY}boligområder:\n")
    for path in (OWN, FOLDER / f"{DIAGRAM}.yaml"):
        add("  - {nummer: 3, dato: 1.9.2028}\n", path)
    result = aftale("letter", PLAN, "--since", "HEAD")
    assert result.exit_code == 0, result.output
    assert "nævnt ved et andet dokument, gælder også dette." in letter()
    assert "oplysningerne er de samme" not in letter()


@pytest.mark.usefixtures("revised")
def test_what_only_came_has_nothing_before(aftale: Aftale) -> None:
    shutil.copy(SOURCE / f"{DIAGRAM}.yaml", FOLDER)
    clone_in(Path()).commit("Før")
    text = SHARED.read_text(encoding="utf-8")
    group = text[text.index("    - navn: Jobgruppen"):text.index("  sekretariat:")]
    change(SHARED, group, "")
    diagram = FOLDER / f"{DIAGRAM}.yaml"
    lines = diagram.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not (line.startswith("  - {fra:") and "Jobgruppen" in line)]
    diagram.write_text("".join(kept), encoding="utf-8")
    (FOLDER / "kommissorium-jobgruppen.yaml").unlink()
    add("  - {nummer: 3, dato: 1.9.2028}\n")
    add("  - {nummer: 3, dato: 1.9.2028}\n", diagram)
    result = aftale("letter", PLAN, "--since", "HEAD")
    assert result.exit_code == 0, result.output
    assert "Følgegruppe med disse medlemmer:" in letter()
    assert not re.search(r"^[ /]*/[ /]*$", letter(), re.MULTILINE)


@pytest.mark.usefixtures("revised")
def test_a_version_that_nobody_issued_is_told_as_missing(aftale: Aftale) -> None:
    result = aftale("letter", PLAN, "--since", "version-7")
    assert result.exit_code == 2 and "no document has version-7" in result.output

"""`aftale diff --since version-1`: what has changed since a version was issued, with git or without."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale, change
from tests.support.clone import clone_in

PLAN, DOCUMENT = "digtehavn-2027-2031", "strategisk-samarbejdsaftale"
FOLDER = Path("agreements", PLAN)
OWN, SHARED = FOLDER / f"{DOCUMENT}.yaml", FOLDER / "helhedsplan.yaml"
FIRST = "versioner:\n  - {nummer: 1, dato: 1.1.2027}\n"
SECOND = "  - {nummer: 2, dato: 1.6.2027}\n"


@pytest.fixture
def signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale) -> Path:
    """An invented plan without git, whose agreement is issued in version 1."""
    shutil.copytree(ROOT / "tests/plans" / FOLDER, tmp_path / FOLDER)
    monkeypatch.chdir(tmp_path)
    OWN.write_text(OWN.read_text(encoding="utf-8") + FIRST, encoding="utf-8")
    assert aftale("sign", PLAN, DOCUMENT).exit_code == 0
    return tmp_path


@pytest.fixture
def renamed(signed: Path) -> Path:
    """The same with another name for the plan since."""
    name = next(line for line in SHARED.read_text(encoding="utf-8").splitlines() if line.startswith("navn:"))
    change(SHARED, name, f"{name} og omegn")
    return signed


@pytest.mark.usefixtures("renamed")
def test_without_git_the_record_says_what_the_version_was(aftale: Aftale) -> None:
    result = aftale("diff", "--since", "version-1", PLAN)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("version 1 → the files as they are now\n")
    assert "Sammen i Digtehavn og omegn" in result.output
    assert aftale("diff", "version-1", PLAN).output == result.output


@pytest.mark.usefixtures("signed")
def test_as_it_was_issued_nothing_has_changed(aftale: Aftale) -> None:
    assert "No changes." in aftale("diff", "--since", "version-1").output


@pytest.mark.usefixtures("renamed")
def test_two_versions_are_compared_whatever_the_files_say_now(aftale: Aftale) -> None:
    OWN.write_text(OWN.read_text(encoding="utf-8") + SECOND, encoding="utf-8")
    assert aftale("sign", PLAN, DOCUMENT).exit_code == 0
    change(SHARED, " og omegn", " og byen")
    told = aftale("diff", "version-1", "version-2", PLAN).output
    assert told.startswith("version 1 → version 2\n")
    assert "og omegn" in told
    assert "og byen" not in told


@pytest.mark.usefixtures("renamed")
def test_a_redline_since_a_version_is_written_without_git(aftale: Aftale) -> None:
    result = aftale("diff", "--since", "version-1", PLAN, "--redline")
    assert result.exit_code == 0, result.output
    assert Path("output", PLAN, f"{DOCUMENT}.redline.docx").is_file()


@pytest.mark.usefixtures("signed")
def test_a_version_that_no_document_has_is_refused(aftale: Aftale) -> None:
    result = aftale("diff", "--since", "version-7")
    assert result.exit_code == 2
    assert "no document has version-7" in result.output


def test_where_it_was_not_issued_the_first_final_commit_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale
) -> None:
    shutil.copytree(ROOT / "tests/plans" / FOLDER, tmp_path / FOLDER)
    monkeypatch.chdir(tmp_path)
    OWN.write_text(OWN.read_text(encoding="utf-8") + FIRST, encoding="utf-8")
    clone = clone_in(tmp_path)
    clone.commit("Version 1")
    change(OWN, "nummer: 1, dato: 1.1.2027", "nummer: 1, dato: 1.1.2027, ændring: Den første")
    clone.commit("En note")
    told = aftale("diff", "--since", "version-1", PLAN).output
    assert "Den første" in told


@pytest.fixture
def reworded(signed: Path) -> Path:
    """The same with a form that says one sentence otherwise than when the version was issued."""
    shutil.copytree(ROOT / "templates", signed / "templates")
    form = signed / "templates" / "shared" / f"{DOCUMENT}.html.j2"
    change(form, "Med deres underskrift tiltræder parterne", "Parterne tiltræder med deres underskrift")
    return signed


@pytest.mark.usefixtures("reworded")
def test_that_the_form_says_another_thing_than_was_issued_is_told_in_every_format(aftale: Aftale) -> None:
    for form in ("text", "markdown", "html", "json"):
        told = aftale("diff", "--since", "version-1", PLAN, "--format", form).output
        assert "prints another text of den strategiske samarbejdsaftale today than was issued" in told, form
        assert "tiltræder" not in told, "the plan says what it said"


@pytest.mark.usefixtures("reworded")
def test_status_of_a_draft_tells_that_the_form_says_another_thing_of_what_was_issued(aftale: Aftale) -> None:
    change(OWN, "versioner:", "status: udkast\nversioner:")
    change(SHARED, "samlet: 15,9", "samlet: 16,1")
    told = aftale("status", PLAN).output
    assert "a draft; version 1 is issued, and the form prints another text of it today" in told


@pytest.mark.usefixtures("signed")
def test_status_of_a_draft_in_the_form_of_its_version_says_nothing_of_the_form(aftale: Aftale) -> None:
    change(OWN, "versioner:", "status: udkast\nversioner:")
    change(SHARED, "samlet: 15,9", "samlet: 16,1")
    told = aftale("status", PLAN).output
    assert "a draft; version 1 is issued\n" in told

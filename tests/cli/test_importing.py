"""`aftale import`: the files of a plan out of Word documents, what is left over, and what stays."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from generator.cli import commands
from tests.support.built import SOURCES, build


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace without plans, and a delaftale in Word beside it."""
    (tmp_path / "agreements").mkdir()
    source = next(one for one in SOURCES if str(one).endswith("2025-2029/delaftale-beskaeftigelse"))
    (tmp_path / "job.docx").write_bytes(build(source).data)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(commands, words)


def test_a_document_becomes_the_files_of_a_plan_and_it_says_how_much_is_placed(here: Path) -> None:
    result = run("import", "job.docx", "--midler", "2019-26", "ny-plan")
    assert result.exit_code == 0, result.output
    assert {path.name for path in (here / "agreements/ny-plan").glob("*.yaml")} == {
        "helhedsplan.yaml", "delaftale-beskaeftigelse.yaml"}  # fmt: skip
    assert "job.docx → agreements/ny-plan/delaftale-beskaeftigelse.yaml" in result.output
    assert "words" in result.output
    assert run("check", "ny-plan").exit_code == 0


def test_a_file_that_is_made_of_what_stands_in_another_document_is_named(here: Path) -> None:
    written = docx.Document()
    for said in ("Delaftale om Beskæftigelse", "Milepæle"):
        written.add_heading(said)
    for said in ("1. marts 2028: Værkstedet er åbent", "1. maj 2029: Ti er i job"):
        written.add_paragraph(said, style="List Bullet")
    written.save(str(here / "plan.docx"))
    result = run("import", "plan.docx", "--midler", "2019-26", "ny-plan")
    assert "of what stands in them besides → agreements/ny-plan/milepaelsplan.yaml" in result.output
    assert "Værkstedet er åbent" in (here / "agreements/ny-plan/milepaelsplan.yaml").read_text()


def test_a_plan_that_is_there_is_never_overwritten(here: Path) -> None:
    folder = here / "agreements/ny-plan"
    folder.mkdir()
    (folder / "helhedsplan.yaml").write_text("navn: Min\n")
    result = run("import", "job.docx", "--midler", "2019-26", "ny-plan")
    assert result.exit_code == 2
    assert [path.read_text() for path in folder.iterdir()] == ["navn: Min\n"]


def test_both_documents_are_shown_side_by_side(here: Path) -> None:
    assert run("import", "job.docx", "--midler", "2019-26", "--compare").exit_code == 0
    page = (here / "output/job/import.html").read_text()
    assert page.count("Delaftalens parter:") >= 2


def test_a_file_that_is_not_there_is_told(here: Path) -> None:
    result = run("import", "andet.docx", "--midler", "2019-26")
    assert result.exit_code == 2
    assert "andet.docx is not there" in result.output
    assert list((here / "agreements").iterdir()) == []


def test_a_file_that_is_no_docx_is_told(here: Path) -> None:
    (here / "brev.docx").write_bytes(b"brev")
    assert run("import", "brev.docx", "--midler", "2019-26").exit_code == 1


def test_one_plan_is_named_at_most(here: Path) -> None:
    assert here
    assert run("import", "job.docx", "en", "to", "--midler", "2019-26").exit_code == 2

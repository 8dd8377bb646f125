"""`aftale look`: where the look is written, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import commands
from tests.support.municipality import add_logo, as_template, logo_in_first_line, municipality, saved


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with an empty plan, and the municipality's template beside it."""
    (tmp_path / "agreements" / "bakkeby").mkdir(parents=True)
    (tmp_path / "brev.dotx").write_bytes(as_template(saved(municipality(logo_in_first_line))))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def look(*words: str) -> Result:
    return CliRunner().invoke(commands, ["look", *words])


def test_it_writes_the_look_of_all_plans_and_tells_what_was_done(here: Path) -> None:
    result = look("brev.dotx")
    assert (result.exit_code, (here / "templates/reference.docx").is_file()) == (0, True)
    assert result.output.splitlines()[-1].startswith("templates/reference.docx is made of brev.dotx")
    for heading in ("taken over:", "styles kept:", "styles made:", "header and footer:", "left behind:"):
        assert heading in result.output


def test_it_writes_the_look_of_one_plan(here: Path) -> None:
    assert look("brev.dotx", "--plan", "bakkeby").exit_code == 0
    assert (here / "agreements/bakkeby/templates/reference.docx").is_file()
    assert not (here / "templates").exists()


def test_it_writes_where_it_is_told_to(here: Path) -> None:
    assert look("brev.dotx", "--out", "andet/udseende.docx").exit_code == 0
    assert (here / "andet/udseende.docx").is_file()


def test_a_look_that_is_there_is_replaced_with_force_alone(here: Path) -> None:
    path = here / "templates/reference.docx"
    path.parent.mkdir()
    path.write_bytes(b"mit eget")
    result = look("brev.dotx")
    assert (result.exit_code, path.read_bytes()) == (2, b"mit eget")
    assert "--force" in result.output
    assert look("brev.dotx", "--force").exit_code == 0
    assert path.read_bytes().startswith(b"PK")


def test_nothing_is_written_of_a_file_that_is_no_word_file(here: Path) -> None:
    (here / "brev.dotx").write_bytes(b"%PDF-1.7")
    result = look("brev.dotx")
    assert result.exit_code == 1
    assert "brev.dotx: it is no Word file" in result.output
    assert not (here / "templates").exists()


def test_a_file_that_is_not_there_is_told(here: Path) -> None:
    assert here.is_dir()
    result = look("mangler.dotx")
    assert result.exit_code == 1
    assert "mangler.dotx: no such file" in result.output


def test_a_picture_that_nobody_is_told_of_is_a_warning_and_logo_tells_of_it(here: Path) -> None:
    untold = municipality(lambda word: add_logo(word.sections[0].header.paragraphs[0], told=""))
    (here / "brev.dotx").write_bytes(saved(untold))
    result = look("brev.dotx")
    assert (result.exit_code, "warning W10" in result.output) == (0, True)
    result = look("brev.dotx", "--force", "--logo", "Bakkeby Kommunes logo")
    assert "W10" not in result.output
    assert "now has the text alternative: Bakkeby Kommunes logo" in result.output


def test_plan_and_out_together_are_refused(here: Path) -> None:
    assert here.is_dir()
    assert look("brev.dotx", "--plan", "bakkeby", "--out", "x.docx").exit_code == 2

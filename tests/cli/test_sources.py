"""`aftale inspect --sources`: each passage under its heading, with its file, line, key and commit."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.conftest import Aftale, change
from tests.support.clone import Clone, clone_in

PLAN = "viborg-2025-2029"
FILE = f"output/{PLAN}/delaftale-sammenhaengskraft-og-medborgerskab.docx"
SOURCE = f"agreements/{PLAN}/delaftale-sammenhaengskraft-og-medborgerskab.yaml"
SHARED = f"agreements/{PLAN}/helhedsplan.yaml"


@pytest.fixture
def clone(workspace: Path) -> Clone:
    """The workspace in git, with one commit."""
    made = clone_in(workspace)
    made.commit("The plans as they were")
    return made


def built(aftale: Aftale) -> None:
    said = aftale("build", PLAN)
    assert said.exit_code == 0, said.output


def told(aftale: Aftale, file: str = FILE) -> list[str]:
    said = aftale("inspect", file, "--sources")
    assert said.exit_code == 0, said.output
    return said.stdout.splitlines()


def about(lines: list[str], words: str) -> list[str]:
    """The lines below the first passage that begins with the words."""
    at = next(number for number, line in enumerate(lines) if line.strip().startswith(words))
    below = (line.strip() for line in lines[at + 1 :])
    return [line for line, _ in zip(below, range(2), strict=False)]


def test_a_value_is_told_with_its_line_its_key_its_filter_and_the_commit_that_changed_it(
    workspace: Path, clone: Clone, aftale: Aftale
) -> None:
    line = change(workspace / SOURCE, "Antallet af effektive udsættelser", "Antallet af udsættelser i året")
    commit = clone.commit("The indicator is named anew")
    built(aftale)
    place, by = about(told(aftale), "Antallet af udsættelser i året")
    assert place == f"{SOURCE}:{line}  delmål[2].indikator | linje"
    assert by == f"{commit[:7]} of 2026-03-01 by Sekretariatet: The indicator is named anew"


@pytest.mark.usefixtures("clone")
def test_a_line_of_a_long_text_is_told_and_not_the_whole_text(workspace: Path, aftale: Aftale) -> None:
    line = change(workspace / SOURCE, "    formål: |\n", "    formål: |\n      Her er en ny sætning.\n\n") + 1
    built(aftale)
    place, by = about(told(aftale), "Her er en ny sætning.")
    assert place.startswith(f"{SOURCE}:{line}  aktivitetsskemaer[1].formål | prosa")
    assert by == "not committed yet"


@pytest.mark.usefixtures("clone")
def test_what_is_computed_names_its_keys_and_the_forms_text_its_block(aftale: Aftale) -> None:
    built(aftale)
    lines = told(aftale)
    assert any(line.strip().startswith("computed from aktiviteter[1].timer_pr_uge") for line in lines)
    at = next(at for at, line in enumerate(lines) if "the form's own text, in the block `timer_note`" in line)
    assert lines[at].strip().startswith("templates/shared/delaftale.html.j2:")
    assert lines[at + 1].strip() == "comes with the program"


@pytest.mark.usefixtures("clone")
def test_a_gap_is_told_with_the_key_to_fill_in(aftale: Aftale) -> None:
    built(aftale)
    lines = told(aftale, f"output/{PLAN}/delaftale-beskaeftigelse.docx")
    assert any("`medarbejderressourcer` is to be filled in" in line for line in lines)


@pytest.mark.usefixtures("workspace")
def test_without_git_the_files_are_told_and_why_there_are_no_commits(aftale: Aftale) -> None:
    built(aftale)
    lines = told(aftale)
    assert lines[0].startswith("No commits are told: ")
    assert any(f"{SHARED}:1  navn" in line for line in lines)


def test_sources_that_have_changed_since_are_told_as_they_were(
    workspace: Path, clone: Clone, aftale: Aftale
) -> None:
    built(aftale)
    commit = clone.git("rev-parse", "--short", "HEAD").stdout.strip()
    change(workspace / SHARED, "navn: ", "navn: Nu hedder den ")
    lines = told(aftale)
    assert lines[0] == f"The sources have changed since; this is as they were in {commit} of 2026-03-01."
    assert not any("Nu hedder den" in line for line in lines)
    assert any(f"{SHARED}:1  navn" in line for line in lines)


@pytest.mark.usefixtures("workspace")
def test_a_document_that_another_program_made_is_refused(aftale: Aftale) -> None:
    docx.Document().save("x.docx")
    said = aftale("inspect", "x.docx", "--sources")
    assert said.exit_code == 2
    assert "x.docx does not say what it was made from" in said.output

"""The document that a stamp is of: found by the names of its sources, and read as it was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.workspace import stamp
from generator.workspace.folders import NotFound, Workspace
from generator.workspace.of_stamp import as_made, document_of
from generator.workspace.stamp import Stamp
from tests.conftest import Aftale, change
from tests.support.built import SOURCES, Source, build
from tests.support.clone import clone_in

PLAN = "viborg-2025-2029"
NAME = "delaftale-beskaeftigelse"


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_every_document_is_found_by_its_stamp(source: Source) -> None:
    found = stamp.read(build(source).data).stamp
    assert found
    folder, file = document_of(source.folder.workspace, found, source.file.name)
    assert (folder.name, file.name) == (source.folder.name, source.file.name)


def test_a_stamp_of_no_plan_and_one_of_many_documents_are_refused() -> None:
    workspace = SOURCES[0].folder.workspace
    with pytest.raises(NotFound, match="which plan"):
        document_of(workspace, Stamp("aftale", "", "x", ()))
    with pytest.raises(NotFound, match="which of its documents"):
        document_of(workspace, Stamp("aftale", "", "x", ((f"agreements/{PLAN}/helhedsplan.yaml", "x"),)))


def test_the_sources_are_those_of_now_then_of_the_commit_that_has_them_then_others(
    workspace: Path, aftale: Aftale
) -> None:
    clone = clone_in(workspace)
    commit = clone.commit("The plans as they were")
    assert aftale("build", PLAN).exit_code == 0
    found = stamp.read((workspace / "output" / PLAN / f"{NAME}.docx").read_bytes()).stamp
    assert found
    here = Workspace(workspace)
    with as_made(here, found) as made:
        assert (made.folder.workspace, made.file.name, made.commit) == (here, NAME, None)
    change(workspace / "agreements" / PLAN / "helhedsplan.yaml", "navn: ", "navn: Ny ")
    with as_made(here, found) as made:
        assert made.commit and made.commit.ident == commit
        assert "navn: Ny" not in made.folder.helhedsplan.read_text(encoding="utf-8")
    clone.git("update-ref", "-d", "HEAD")
    with as_made(here, found) as made:
        assert made.are_others and made.folder.workspace == here

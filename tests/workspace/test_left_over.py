"""rester.md: told while a passage stands in it, and not when none does."""

from __future__ import annotations

from pathlib import Path

from generator.workspace.folders import Workspace


def told(folder: Path, text: str) -> list[str]:
    plan = folder / "agreements/viborg"
    plan.mkdir(parents=True)
    (plan / "helhedsplan.yaml").write_text("navn: N\n")
    (plan / "rester.md").write_text(text)
    return [f"{one.code} {one.message}" for one in Workspace.find(folder).plan("viborg").stray_files()]


def test_each_passage_that_is_left_over_counts_until_it_is_deleted(tmp_path: Path) -> None:
    assert told(tmp_path, "# Left over\n\n> one\n> line\n\n> two\n") == [
        "F12 2 passages of the imported documents have no place yet"]  # fmt: skip


def test_one_without_passages_is_fine(tmp_path: Path) -> None:
    assert told(tmp_path, "# Left over\n") == []


def test_each_contradiction_between_the_documents_is_a_finding_of_its_own_at_its_line(tmp_path: Path) -> None:
    text = ("# Left over\n\n> one\n\nIt says otherwise than b.docx at `periode.til`, where this stands: 2025 "
            "(F13)\n\n> 31. juli\n> 2029\n")  # fmt: skip
    plan = tmp_path / "agreements/viborg"
    told(tmp_path, text)
    found = [*Workspace.find(tmp_path).plan("viborg").stray_files()]
    assert [(one.code, one.place and one.place.line) for one in found] == [("F13", 7), ("F12", 0)]
    assert found[0].message == (
        "the imported documents contradict each other at `periode.til`: one of them says 31. juli 2029")
    assert plan.is_dir()

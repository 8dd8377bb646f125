"""Whatever fact of a plan is broken, somebody says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutations.breaking import KINDS, every_break
from tests.mutations.finding import FOLDERS, files_of, results

EVERY = 4
"""`python -m tests.mutations` tries them all; here the first of each kind and every fourth after it."""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_break_is_found(folder: Path) -> None:
    tried = list(results(folder, EVERY))
    assert [f"{r.broken.kind}: {r.broken.where}" for r in tried if not r.said] == []
    assert tried


def test_every_kind_of_break_fits_some_plan() -> None:
    fits = {kind for folder in FOLDERS for kind in _kinds(folder)}
    assert fits == set(KINDS)


def _kinds(folder: Path) -> set[str]:
    return {broken.kind for broken in every_break(files_of(folder))}

"""A figure that stands in two files, and is broken in one of them, is found with both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutations.across import FOLDERS, breaks, names_both, results
from tests.mutations.finding import files_of

EVERY, LEAST = 7, 60
"""`python -m tests.mutations.across` tries them all."""
DOCUMENTS = {"agreement", "delaftale", "budget", "målinger", "status", "kommissorium"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_broken_in_one_of_two_files_is_found_with_both_places(folder: Path) -> None:
    tried = list(results(folder, EVERY))
    assert tried and [one.broken.where for one in tried if not names_both(one)] == []


def test_there_are_breaks_of_every_document() -> None:
    every = [broken.kind for folder in FOLDERS for broken in breaks(files_of(folder))]
    assert len(every) > LEAST and set(every) == DOCUMENTS

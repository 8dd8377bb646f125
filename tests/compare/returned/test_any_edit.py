"""Whatever is edited: each word that changed is in a key of the YAML, or is told, and is never lost.

A few documents; `python -m tests.fuzz.returned` edits them all, as often as one likes.
"""

from __future__ import annotations

from random import Random

import pytest

from generator.compare.returned import returned
from generator.formats.word.reading import read_document
from tests.fuzz.returned import edited_at_random, words
from tests.support.returned_edits import Hand, unlisted
from tests.support.returning import docx_of, state_of

NAMES = ("viborg-2025-2029/delaftale-sammenhaengskraft-og-medborgerskab", "viborg-2021-2025/resume",
         "opdigtet-2026-2030/budget")  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_of_the_words_that_come_from_the_yaml_most_come_back_and_none_is_lost(name: str) -> None:
    found = words(name, seed=15)
    of_yaml = [outcome for word, outcome, _ in found if word.is_of_yaml]
    assert [word for word, outcome, _ in found if outcome == "silent"] == []
    assert of_yaml.count("proven") > 0.85 * len(of_yaml)


@pytest.mark.parametrize("seed", range(12))
def test_random_edits_leave_nothing_that_differs_and_is_not_told(seed: int) -> None:
    _, done, lost = edited_at_random(seed, NAMES)
    assert lost == [], done


@pytest.mark.parametrize("kind", ["double", "take out", "move"])
def test_an_edit_made_wherever_it_can_be_made_is_taken_or_told(kind: str) -> None:
    state = state_of(NAMES[0])
    everywhere = Hand(Random(7), 1.0, (kind,)).edited(read_document(docx_of(NAMES[0])))
    found = returned(state, everywhere)
    assert list(unlisted(state, found, everywhere)) == []

"""Whatever is edited: each word that changed is in a key of the YAML, or is told, and is never lost.

A few documents; `python -m tests.fuzz.returned` edits them all, as often as one likes.
"""

from __future__ import annotations

import pytest

from tests.fuzz.returned import edited_at_random, words

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

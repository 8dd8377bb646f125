"""A redline marks hardly more words than the shortest way by words from the one text to the other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from generator.compare.looked import Looked
from generator.document.model import Document, List, ListItem
from generator.workspace.folders import Workspace
from tests.support.least_marks import fewest_words, marked_words
from tests.support.pairs_of_plans import pair_of_plans
from tests.support.revisions import PLAN, REVISIONS, lay_out
from tests.support.word_samples import document, h, items, p

PAIRS = int(os.environ.get("PAIRS", "6"))
"""How many are tried; 300 take some minutes."""
ONE = "Parterne mødes fire gange om året i styregruppen og drøfter indsatsens fremdrift."
OTHER = "Kommunen sender en kort skriftlig status til alle parter senest en uge før mødet."
END = p("Sidste afsnit står her som før, og det bliver det ved med.")


def counts(old: Document, new: Document) -> tuple[int, int]:
    return marked_words(old, new), fewest_words(old, new)


def test_a_break_put_in_or_taken_out_marks_no_word() -> None:
    apart, together = document(p(ONE), p(OTHER), END), document(p(f"{ONE} {OTHER}"), END)
    assert counts(apart, together) == counts(together, apart) == (0, 0)


def test_a_break_with_a_word_edited_beside_it_marks_that_word() -> None:
    together = document(p(f"{ONE} {OTHER.replace('kort', 'lang')}"), END)
    assert counts(document(p(ONE), p(OTHER), END), together) == (2, 2)


def test_what_moved_counts_once_and_a_word_edited_in_it_beside_that() -> None:
    old = document(h(1, "Formål"), p(ONE), END, p(OTHER))
    new = document(h(1, "Formål"), END, p(OTHER), p(ONE.replace("fremdrift", "virkning")))
    assert counts(old, new) == (13, 13)


@pytest.mark.parametrize("name", REVISIONS)
def test_what_secretariats_do_marks_hardly_more_than_is_needed(name: str, tmp_path: Path) -> None:
    before, after = (lay_out(tmp_path / side) for side in ("old", "new"))
    for folder in (before, after):
        REVISIONS[name].first(folder)
    REVISIONS[name].after(after)
    both = [counts(*one) for one in _documents(Workspace(before.root), Workspace(after.root), PLAN)]
    marked, fewest = (sum(numbers) for numbers in zip(*both, strict=True))
    assert marked <= 1.2 * fewest


def test_an_item_that_was_indented_marks_no_word() -> None:
    flat = document(List((*items(ONE).items, *items(OTHER).items)), END)
    deep = document(List((ListItem((p(ONE), items(OTHER))),)), END)
    assert counts(flat, deep) == counts(deep, flat) == (0, 0)


def test_random_revisions_of_plans_mark_hardly_more_than_is_needed(tmp_path: Path) -> None:
    shares = [marked / fewest for marked, fewest in _pairs(tmp_path) if fewest]
    assert median(shares) <= 1.05


def _pairs(root: Path) -> Iterator[tuple[int, int]]:
    for seed in range(PAIRS):
        for before, after in _documents(*pair_of_plans(seed, root / str(seed))):
            yield counts(before, after)


def _documents(old: Workspace, new: Workspace, name: str) -> Iterator[tuple[Document, Document]]:
    """The documents of the plan that are in both workspaces, as they were and as they are."""
    for one in Looked(old, old, new, {}, looks=False).plan(name, ()).documents:
        before, after = (version.document if version else None for version in (one.old, one.new))
        if before and after:
            yield before, after

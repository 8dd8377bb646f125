"""Every word that a redline marks stands in what `aftale diff --verbose` says, whatever was changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli.reports.changes_text import as_text
from generator.compare.data.change import Side
from generator.compare.data.words import WORD
from generator.compare.documents import redline
from generator.compare.looked import Looked
from generator.compare.revisions import Comparison
from generator.compare.told.atoms import atoms
from generator.document.model import Document
from generator.workspace.git import Commit
from tests.support.pairs_of_plans import pair_of_plans

PAIRS = int(os.environ.get("PAIRS", "12"))
"""How many are tried; 300 take some minutes."""
ONCE_UNTOLD = (61,)
"""Pairs of which a word was told nowhere: in one the fields of a signature ran together."""
SOME = Commit("0" * 40, "0000000", "2026-01-01", "")


def marked_words(old: Document, new: Document) -> Iterator[str]:
    for atom in atoms(redline(old, new)):
        if atom.side is not Side.BOTH and atom.owner is not None:
            yield from WORD.findall(atom.text)


def said(text: str) -> set[str]:
    return set(WORD.findall(click.unstyle(text)))


@pytest.mark.parametrize("seed", sorted({*range(PAIRS), *ONCE_UNTOLD}))
def test_no_word_is_marked_in_the_redline_and_told_nowhere(seed: int, tmp_path: Path) -> None:
    old, new, name = pair_of_plans(seed, tmp_path)
    plan = Looked(old, old, new, {}, looks=False).plan(name, ())
    told = said("\n".join(as_text(Comparison(SOME, SOME, (plan,)), verbose=True)))
    for document in plan.documents:
        before, after = (version.document if version else None for version in (document.old, document.new))
        if before and after:
            assert set(marked_words(before, after)) - told == set(), document.name
            assert text_on(Side.OLD, redline(before, after)) == text_on(Side.BOTH, before)
            assert text_on(Side.NEW, redline(before, after)) == text_on(Side.BOTH, after)


def text_on(side: Side, document: Document) -> str:
    """The text that stands on one side of a redline, letter by letter, by which sources are found."""
    return "".join(atom.text for atom in atoms(document)
                   if atom.owner is not None and atom.side in (Side.BOTH, side))  # fmt: skip

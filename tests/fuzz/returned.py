"""Edited documents taken back: `python -m tests.fuzz.returned [--edits N] [--seed N] [--only NAME] [-v]`.

Without --edits one word is typed over in every paragraph of every document: how many of those that come from
the YAML are proven there, and none may be neither in a key nor told. With it so many documents are edited in
one to eight ways: made again, each is what was read but for what is told.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from random import Random

import click

from generator.compare.returned import Returned, returned
from generator.formats.word.reading import read_document
from tests.support.returned_edits import KINDS, Hand, Typed, a_word_in_each, unlisted
from tests.support.returning import documents, docx_of, state_of

OFTEN = (0.005, 0.02, 0.1)


def words(name: str, seed: int) -> list[tuple[Typed, str, str]]:
    """The words that were typed over in the document, each with what became of it and why."""
    state = state_of(name)
    read, typed = a_word_in_each(state, read_document(docx_of(name)), Random(f"{seed}/{name}"))
    found = returned(state, read)
    lost = {number for number, _ in unlisted(state, found, read)}
    return [(one, *_outcome(one, found, lost)) for one in typed]


def _outcome(word: Typed, found: Returned, lost: Collection[int]) -> tuple[str, str]:
    if word.number in lost:
        return "silent", ""
    told = (one.why for one in (*found.told, *found.follows) if word.number in one.where)
    slot = word.part.slot if word.part else None
    if any((one.slot == slot or one.also) and word.number in one.where for one in found.changes):
        return "proven", ""
    why = next(told, "")
    return ("told", why) if why else ("proven", "")


def edited_at_random(seed: int, names: Sequence[str]) -> tuple[str, list[str], list[str]]:
    """The document that was edited, the kinds of edits, and what differs and is not told."""
    dice = Random(seed)
    name, kinds = dice.choice(names), tuple(dice.sample(KINDS, dice.randint(1, len(KINDS))))
    hand = Hand(dice, dice.choice(OFTEN), kinds)
    state, read = state_of(name), hand.edited(read_document(docx_of(name)))
    return name, hand.done, [text for _, text in unlisted(state, returned(state, read), read)]


def _all_words(names: Sequence[str], seed: int, verbose: bool) -> int:
    """Print what became of all the words; how many are lost."""
    total: Counter[tuple[bool, str]] = Counter()
    for name in names:
        found = words(name, seed)
        counts = Counter((word.is_of_yaml, outcome) for word, outcome, _ in found)
        total += counts
        click.echo(f"{name}: {_shares(counts)}")
        for word, outcome, why in found if verbose else ():
            if word.is_of_yaml and outcome != "proven" and word.part:
                click.echo(f"    {word.part.source.path} {word.part.source.filters} "
                           f"{word.old} → {word.new}: {outcome}: {why}")
    click.echo(f"all: {_shares(total)}")
    return total[True, "silent"] + total[False, "silent"]


def _shares(counts: Counter[tuple[bool, str]]) -> str:
    of_yaml = sum(number for (is_of_yaml, _), number in counts.items() if is_of_yaml)
    silent = counts[True, "silent"] + counts[False, "silent"]
    return (f"{counts.total()} words, {of_yaml} of the YAML, {counts[True, 'proven']} of these proven "
            f"({counts[True, 'proven'] / max(of_yaml, 1):.1%}), {silent} lost")


def main() -> int:
    """Do what is asked for; 1 where a word is lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("-v", "--verbose", action="store_true")
    asked = parser.parse_args()
    names = [str(one) for one in documents() if asked.only in str(one)]
    if not asked.edits:
        return min(_all_words(names, asked.seed, asked.verbose), 1)
    failed = 0
    for seed in range(asked.seed, asked.seed + asked.edits):
        name, done, lost = edited_at_random(seed, names)
        if lost:
            failed += 1
            click.echo("\n    ".join([f"{seed} {name} {done}", *lost]))
    click.echo(f"{asked.edits} edited documents, {failed} with something that is not told")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())

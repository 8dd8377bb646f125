"""Changes in a text, word by word, and how much two texts are alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.compare.data.change import Piece, Side
from generator.compare.documents.matching import differing

TOKEN = re.compile(r"\w+(?:[.,:/-]\w+)*|\s+|[^\w\s]")
WORD = re.compile(r"\w+(?:[.,:/-]\w+)*")
BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:-|[0-9]{1,9}\))[ \t])")
ALIKE = 1 / 3
"""Share of their words that two texts must have in common to be two versions of one."""


def paragraphs(prose: str) -> list[str]:
    """The paragraphs and list items of a text as it was typed, each on one line."""
    return [folded for block in BLOCK.split(prose) if (folded := " ".join(block.split()))]


def likeness(old: str, new: str) -> float:
    """The share of their words that two texts have in common, from 0 to 1."""
    was, is_ = (Counter(word.casefold() for word in WORD.findall(text)) for text in (old, new))
    total = was.total() + is_.total()
    return 2 * (was & is_).total() / total if total else float(old == new)


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The new text in pieces, with what was taken out of the old one in its place."""
    if likeness(old, new) < ALIKE:
        return _pieces(((Side.OLD, old), (Side.NEW, new)))
    return _pieces(part for part in _readable(list(_raw(TOKEN.findall(old), TOKEN.findall(new)))) if part[1])


def _raw(old: list[str], new: list[str]) -> Iterator[tuple[str, str, str]]:
    """Pieces that are the same, and before each what was taken out and put in."""
    taken = put = ""
    since = 0
    for low, high, start, end in differing(old, new):
        yield taken, put, "".join(new[since:start])
        taken, put, since = "".join(old[low:high]), "".join(new[start:end]), end
    yield taken, put, "".join(new[since:])


def _readable(raw: list[tuple[str, str, str]]) -> Iterator[tuple[Side, str]]:
    """The pieces with changes joined that only a space or a sign stands between."""
    taken = put = ""
    for number, (old, new, same) in enumerate(raw):
        taken, put = taken + old, put + new
        followed = number + 1 < len(raw) and any(raw[number + 1][:2])
        if (taken or put) and followed and not WORD.search(same):
            taken, put = taken + same, put + same
            continue
        if same.startswith(" ") and all(words.startswith(" ") or not words for words in (taken, put)):
            yield Side.BOTH, " " if taken or put else ""
            taken, put = (words[1:] + " " if words else "" for words in (taken, put))
            same = same[1:] if taken or put else same
        yield from ((Side.OLD, taken), (Side.NEW, put), (Side.BOTH, same))
        taken = put = ""


def _pieces(parts: Iterable[tuple[Side, str]]) -> tuple[Piece, ...]:
    """The pieces that have text, with neighbours of one side as one."""
    joined = ((side, "".join(text for _, text in run)) for side, run in groupby(parts, key=lambda p: p[0]))
    return tuple(Piece(side, text) for side, text in joined if text)

"""Passages that nobody typed, as changes that follow from others: alike ones gathered, numbers told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from generator.base.language import later, say
from generator.compare.data.change import Change, Kind, Piece, Side
from generator.compare.told.passages import Passage
from generator.render.tracing import Kind as Of

BETWEEN_ENTRIES = Piece(Side.BOTH, " / ")
REPEATED = (later("Numbers"), later("List of contents"))
NUMBERS = ("nummer",)
"""Filters of the number of a table."""
_WHOLE = (Kind.ADDED, Kind.REMOVED)


def following(passage: Passage, causes: Iterable[Change]) -> Change:
    """The passage as a change that follows from those."""
    because = tuple(dict.fromkeys(cause.brief for cause in causes))
    return Change((heading_of(passage),), passage.kind, words=passage.pieces, because=because)


def heading_of(passage: Passage) -> str:
    """The heading above it, by which it is told."""
    return passage.heading.rstrip(":") or say("Front page")


def gathered(follows: Iterable[Change]) -> Iterator[Change]:
    """Passages in a row under one heading that came, or went, for one cause are one change."""
    def alike(one: Change) -> tuple[object, ...]:
        return one.crumbs, one.because, one.kind if one.because and one.kind in _WHOLE else id(one)

    for _, group in groupby(follows, key=alike):
        first, *rest = group
        yield Change(first.crumbs, first.kind, words=one_by_one([first.words, *(one.words for one in rest)]),
                     because=first.because) if rest else first  # fmt: skip


def by_heading(passages: Iterable[Change]) -> Iterator[Change]:
    """Typed passages as one change for each heading in a row: what has changed is the text below it.

    A text that only came at another place or on another level than it went from is told once.
    """
    for crumbs, group in groupby(passages, key=attrgetter("crumbs")):
        some = list(group)
        kind = Kind.MOVED if all(one.kind is Kind.MOVED for one in some) else Kind.CHANGED
        gone, come = ([_text(one) for one in some if one.kind is way] for way in (Kind.REMOVED, Kind.ADDED))
        if len(gone) + len(come) == len(some) and set(gone) == set(come):
            yield Change(crumbs, kind, words=one_by_one([Piece(Side.BOTH, text)] for text in come),
                         note=say("in another place, or on another level"))  # fmt: skip
        else:
            yield Change(crumbs, kind, words=one_by_one(one.words for one in some))


def _text(change: Change) -> str:
    return "".join(piece.text for piece in change.words)


def one_by_one(texts: Iterable[Iterable[Piece]]) -> tuple[Piece, ...]:
    """The pieces of all of them, with a sign between two."""
    return tuple([piece for pieces in texts for piece in (*pieces, BETWEEN_ENTRIES)][:-1])


def says_it_again(change: Change) -> bool:
    """Tell whether what follows is only the numbers or the list of contents, in the language spoken."""
    return change.section in map(say, REPEATED)


def is_repeated(passage: Passage) -> bool:
    """Tell whether it only repeats what stands elsewhere: an entry of the contents, or a number in a row."""
    return passage.is_entry or _is_number(passage)


def _is_number(passage: Passage) -> bool:
    """Tell whether it is another only by a number that is counted on the page, as that of a table."""
    told = [source for _, source in passage.sources if source.filters != NUMBERS]
    numbers = all(piece.text.strip().isdecimal() for piece in passage.pieces if piece.side is not Side.BOTH)
    return numbers and not any(source.kind is not Of.COMPUTED or source.keys for source in told)


def repetitions(
    repeated: Sequence[Passage], told: Sequence[tuple[Passage, Sequence[Change]]]
) -> Iterator[Change]:
    """The numbers that are counted on the page as one change, and the list of contents as one.

    Each has the causes of what it repeats, which is among those that were `told`.
    """
    entries = [one for one in repeated if one.is_entry]
    numbers = [one for one in repeated if not one.is_entry]
    if numbers:
        yield _one(say(REPEATED[0]), numbers, _counted(told, numbers[0]))
    if entries:
        said = {text for one in entries for text in _texts(one)}
        theirs = [changes for passage, changes in told if not said.isdisjoint(_texts(passage))]
        yield _one(say(REPEATED[1]), entries, theirs)


def _counted(
    told: Sequence[tuple[Passage, Sequence[Change]]], first: Passage
) -> Iterator[Sequence[Change]]:
    """The causes of tables that came or went before the first number; else of whatever did, or moved."""
    known = [(passage, changes) for passage, changes in told if changes]
    before = [one for one in known if one[0].kind in _WHOLE and one[0].unit < first.unit]
    tables = [one for one in before if any(source.filters == NUMBERS for _, source in one[0].sources)]
    for _, changes in tables or before or known:
        if tables or before or any(change.kind is Kind.MOVED for change in changes):
            yield changes


def _texts(passage: Passage) -> Iterator[str]:
    """The text of either side without the number of a heading, on one line."""
    for side in (Side.OLD, Side.NEW):
        text = "".join(piece.text for piece in passage.pieces if piece.side in (Side.BOTH, side))
        if words := " ".join(text.split()).lstrip("0123456789. "):
            yield words


def _one(name: str, passages: Sequence[Passage], causes: Iterable[Sequence[Change]]) -> Change:
    because = dict.fromkeys(change.brief for changes in causes for change in changes)
    return Change((name,), Kind.CHANGED, words=one_by_one(one.pieces for one in passages),
                  because=tuple(because))  # fmt: skip

"""Two changes of one sequence laid side by side: what one side changed is its, what both did is a clash.

Neighbours are no clash: a change clashes only with one of the same element, and what is put in only with
what the other put in at the same place, or within what the other replaced.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T", bound=Hashable)

ALIKE = 0.6
"""Share from which on a line is another one changed."""
MOST_ALIKE = 40
"""Lines of one change that are looked at for one that is alike."""


class Agreed(Struct, Generic[T], frozen=True):
    """Elements that stand after the merge: of all, or as one of them, or both alike, changed them."""

    items: tuple[T, ...]


class Clash(Struct, Generic[T], frozen=True):
    """Elements that both changed, each in another way."""

    base: tuple[T, ...]
    mine: tuple[T, ...]
    theirs: tuple[T, ...]


class _Change(Struct, Generic[T], frozen=True):
    """Elements of the base from `start` to before `end`, and what takes their place."""

    start: int
    end: int
    items: tuple[T, ...]


def merge(
    base: Sequence[T], mine: Sequence[T], theirs: Sequence[T], *, whole: bool = False
) -> Iterator[Agreed[T] | Clash[T]]:
    """Yield what stands after the merge, in order; nothing of either side is left out.

    With `whole` neighbours that changed are one change, as where a text is laid out in another way.
    """
    ours, others = _changes(base, mine, whole), _changes(base, theirs, whole)
    at = 0
    while ours or others:
        start = min(side[0].start for side in (ours, others) if side)
        yield from _kept(base, at, start)
        taken, given, at = _together(ours, others)
        if not given or not taken:
            yield from (Agreed(change.items) for change in taken or given)
            continue
        start = min(taken[0].start, given[0].start)
        left, right = _side(base, taken, start, at), _side(base, given, start, at)
        yield Agreed(left) if left == right else Clash(tuple(base[start:at]), left, right)
    yield from _kept(base, at, len(base))


def _kept(base: Sequence[T], start: int, end: int) -> Iterator[Agreed[T]]:
    if start < end:
        yield Agreed(tuple(base[start:end]))


def _together(
    ours: list[_Change[T]], others: list[_Change[T]]
) -> tuple[list[_Change[T]], list[_Change[T]], int]:
    """Take the next change, and all of both sides that hang together with it; up to where they reach."""
    taken: list[_Change[T]] = []
    given: list[_Change[T]] = []
    while True:
        for here, there, left, right in ((ours, others, taken, given), (others, ours, given, taken)):
            first_of_all = not taken and not given and here and _comes_first(here[0], there)
            if first_of_all or (here and any(_touch(here[0], one) for one in right)):
                left.append(here.pop(0))
                break
        else:
            return taken, given, max(change.end for change in (*taken, *given))


def _comes_first(change: _Change[T], others: Sequence[_Change[T]]) -> bool:
    return not others or (change.start, change.end) <= (others[0].start, others[0].end)


def _touch(one: _Change[T], other: _Change[T]) -> bool:
    """Tell whether both change the same element, or put in at one place, or one within the other."""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    if one.start == one.end:
        return other.start < one.start < other.end
    if other.start == other.end:
        return one.start < other.start < one.end
    return one.start < other.end and other.start < one.end


def _side(base: Sequence[T], changes: Sequence[_Change[T]], start: int, end: int) -> tuple[T, ...]:
    """Elements of one side between two places of the base."""
    items: list[T] = []
    for change in changes:
        items += [*base[start : change.start], *change.items]
        start = change.end
    return (*items, *base[start:end])


def _changes(base: Sequence[T], side: Sequence[T], whole: bool) -> list[_Change[T]]:
    """The changes that make the side of the base, told one by one where an element became another."""
    found: list[_Change[T]] = []
    for tag, i, j, k, m in SequenceMatcher(None, base, side, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        start, first = i, k
        for a, b in () if whole else _pairs(base[i:j], side[k:m]):
            if start < i + a or first < k + b:
                found.append(_Change(start, i + a, tuple(side[first : k + b])))
            found.append(_Change(i + a, i + a + 1, (side[k + b],)))
            start, first = i + a + 1, k + b + 1
        if start < j or first < m:
            found.append(_Change(start, j, tuple(side[first:m])))
    return found


def _pairs(base: Sequence[T], side: Sequence[T]) -> list[tuple[int, int]]:
    """Places of elements that became one another: all in turn where there are as many, else those alike."""
    if len(base) == len(side):
        return [(n, n) for n in range(len(base))]
    return _alike(base, side)


def _alike(base: Sequence[T], side: Sequence[T]) -> list[tuple[int, int]]:
    """Places of elements that are alike, in one order: the two that are most so, then those on both sides."""
    if max(len(base), len(side)) > MOST_ALIKE:
        return []
    places = [(a, b) for a in range(len(base)) for b in range(len(side))]
    best = max(places, key=lambda place: likeness(base[place[0]], side[place[1]]), default=None)
    if best is None or likeness(base[best[0]], side[best[1]]) <= ALIKE:
        return []
    a, b = best
    after = _alike(base[a + 1 :], side[b + 1 :])
    return [*_alike(base[:a], side[:b]), best, *((a + 1 + c, b + 1 + d) for c, d in after)]


def likeness(one: object, other: object) -> float:
    """Share of two texts that is the same, from 0 to 1; 0 of what is no text."""
    if not isinstance(one, str) or not isinstance(other, str):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()

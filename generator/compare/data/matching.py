"""Which item of a new list is which of the old one: the same, renamed, moved, added, removed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Pair(Struct, Generic[T], frozen=True):
    """An item and where it stands, from 0; one side is None where it was added or removed.

    `moved` says that it has changed places with others, and not only been pushed along by them.
    """

    old: T | None
    new: T | None
    old_at: int = -1
    new_at: int = -1
    moved: bool = False


def match(
    old: Sequence[T],
    new: Sequence[T],
    identity: Callable[[T], Hashable],
    likeness: Callable[[T, T], float],
    least: float,
) -> list[Pair[T]]:
    """The items in pairs: first those of one identity, then those that are `least` alike, the best first.

    They come in the order of the new list, what was removed where it stood.
    """
    found = _by_identity([identity(item) for item in old], [identity(item) for item in new])
    found |= _by_likeness(old, new, found, likeness, least)
    moved = _moved(found)
    pairs = [Pair(old[found[j]], item, found[j], j, j in moved) if j in found else Pair(None, item, new_at=j)
             for j, item in enumerate(new)]  # fmt: skip
    for i, item in enumerate(old):
        if i not in found.values():
            pairs.insert(_place_for(i, pairs), Pair(item, None, old_at=i))
    return pairs


def _by_identity(old: list[Hashable], new: list[Hashable]) -> dict[int, int]:
    """New position → old position; of several alike the first with the first."""
    places: dict[Hashable, list[int]] = {}
    for i, key in enumerate(old):
        places.setdefault(key, []).append(i)
    return {j: places[key].pop(0) for j, key in enumerate(new) if places.get(key)}


def _by_likeness(
    old: Sequence[T], new: Sequence[T], found: dict[int, int], likeness: Callable[[T, T], float], least: float
) -> dict[int, int]:
    free_old = [i for i in range(len(old)) if i not in found.values()]
    free_new = [j for j in range(len(new)) if j not in found]
    scores = sorted((-likeness(old[i], new[j]), abs(i - j), j, i) for i in free_old for j in free_new)
    pairs: dict[int, int] = {}
    for score, _, j, i in scores:
        if -score >= least and j not in pairs and i not in pairs.values():
            pairs[j] = i
    return pairs


def _moved(found: dict[int, int]) -> set[int]:
    """The new positions that are not in the longest row of items that kept their order."""
    order = sorted(found)
    tails: list[int] = []
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for j in order:
        at = bisect_left(tails, found[j])
        before[j] = tops[at - 1] if at else None
        tails[at:at + 1], tops[at:at + 1] = [found[j]], [j]
    kept: set[int] = set()
    last = tops[-1] if tops else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return set(order) - kept


def _place_for(old_at: int, pairs: Sequence[Pair[T]]) -> int:
    """Behind the last pair that stood before it."""
    before = [n for n, pair in enumerate(pairs) if 0 <= pair.old_at < old_at and not pair.moved]
    return before[-1] + 1 if before else 0

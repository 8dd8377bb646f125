"""The common part of two sequences, in order, found fast: things unique in both are matched first.

Plain difflib takes half a minute over 6,000 blocks with many repeats; this takes milliseconds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise

Pair = tuple[int, int]
_Range = tuple[int, int, int, int]
_WINDOWS = (1, 2, 4, 8)
_MOST_EDITS = 150


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The positions (in old, in new) of things equal in both, rising in both; linear but for rare cases."""
    found: list[Pair] = []
    ranges = [(0, len(old), 0, len(new))]
    while ranges:
        low, high, start, end = ranges.pop()
        while low < high and start < end and old[low] == new[start]:
            found.append((low, start))
            low, start = low + 1, start + 1
        while low < high and start < end and old[high - 1] == new[end - 1]:
            high, end = high - 1, end - 1
            found.append((high, end))
        if low == high or start == end:
            continue
        anchors = _anchors(old, low, high, new, start, end)
        found += anchors
        if anchors:
            ranges += _between(anchors, low, high, start, end)
        else:
            rest = _fewest_edits(old[low:high], new[start:end])
            found += [(low + one, start + other) for one, other in rest]
    return sorted(found)


def differing(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int, int]]:
    """The spans that differ, in order: from, to in the old sequence, then in the new one."""
    edges = [(-1, -1), *matches(old, new), (len(old), len(new))]
    return [(a + 1, c, b + 1, d) for (a, b), (c, d) in pairwise(edges) if (c, d) != (a + 1, b + 1)]


def rising(pairs: Iterable[Pair]) -> list[Pair]:
    """The longest choice of the pairs that rises in both positions."""
    tails: list[int] = []
    ends: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    for pair in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        place = bisect_left(tails, pair[1])
        before[pair] = ends[place - 1] if place else None
        tails[place:place + 1] = [pair[1]]
        ends[place:place + 1] = [pair]
    chosen: list[Pair] = []
    last = ends[-1] if ends else None
    while last is not None:
        chosen.append(last)
        last = before[last]
    return chosen[::-1]


def _between(anchors: list[Pair], low: int, high: int, start: int, end: int) -> list[_Range]:
    edges = [(low - 1, start - 1), *anchors, (high, end)]
    return [(a + 1, c, b + 1, d) for (a, b), (c, d) in pairwise(edges) if c > a + 1 and d > b + 1]


def _anchors(old: Sequence[Hashable], low: int, high: int, new: Sequence[Hashable], start: int,
             end: int) -> list[Pair]:
    """Pairs that stand once in both ranges, in rising order; if none do, those with their followers."""
    for width in _WINDOWS:
        once = _unique(old, low, high, width)
        other = _unique(new, start, end, width)
        anchors = rising((place, other[key]) for key, place in once.items() if key in other)
        if anchors:
            return anchors
    return []


def _unique(values: Sequence[Hashable], low: int, high: int, width: int) -> dict[Hashable, int]:
    """The places of the windows that stand once in the range."""
    places: dict[Hashable, int] = {}
    for place in range(low, high - width + 1):
        key = values[place] if width == 1 else tuple(values[place:place + width])
        places[key] = -1 if key in places else place
    return {key: place for key, place in places.items() if place >= 0}


def _fewest_edits(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Myers' shortest edit; where it is long, the first of each is matched to the first, and so on."""
    furthest = {1: 0}
    history: list[dict[int, int]] = []
    for edits in range(min(_MOST_EDITS, len(old) + len(new)) + 1):
        history.append(dict(furthest))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (
                diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1])
            x = furthest[diagonal + 1] if down else furthest[diagonal - 1] + 1
            while x < len(old) and x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            furthest[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                return _path(history, len(old), len(new))
    return _by_turn(old, new)


def _path(history: list[dict[int, int]], x: int, y: int) -> list[Pair]:
    found: list[Pair] = []
    for edits in range(len(history) - 1, -1, -1):
        furthest, diagonal = history[edits], x - y
        down = diagonal == -edits or (
            diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        from_x = furthest[before]
        from_y = from_x - before
        while x > from_x and y > from_y and x > 0 and y > 0:
            x, y = x - 1, y - 1
            found.append((x, y))
        x, y = from_x, from_y
    return found


def _by_turn(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    turns: dict[Hashable, list[int]] = {}
    for place, value in enumerate(old):
        turns.setdefault(value, []).append(place)
    for places in turns.values():
        places.reverse()
    return rising([(turns[value].pop(), place) for place, value in enumerate(new) if turns.get(value)])

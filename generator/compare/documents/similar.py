"""Pairs among the things left over in a gap: of the same kind, with the most words in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from itertools import pairwise

from msgspec import Struct

from generator.compare.documents.matching import Pair, rising

_SMALL = 400
_COMMON = 4


class Traits(Struct, frozen=True):
    """Traits that decide whether two things may be one: the same `kind`, and more than `least` words shared.

    Things with one `key` (a table's head, the first cell of a row) are alike whatever else they say.
    `movable` things are recognised elsewhere however few words they have; things that are `alone` move by
    themselves; a heading `opens` what comes or goes, rather than to end it; what is `editable` is known
    elsewhere with words edited, if it has as many `parts`.
    """

    kind: Hashable
    words: frozenset[str]
    least: float
    key: Hashable = None
    movable: bool = False
    alone: bool = False
    opens: bool = False
    editable: bool = False
    parts: int = 1

    def likeness(self, other: Traits) -> float:
        """0 where the two cannot be one, else up to 2."""
        if self.kind != other.kind:
            return 0.0
        total = len(self.words) + len(other.words)
        shared = 2 * len(self.words & other.words) / total if total else 0.0
        alike = shared + (self.key is not None and self.key == other.key)
        return alike if alike >= self.least else 0.0


def pairs(old: Sequence[Traits], new: Sequence[Traits]) -> list[Pair]:
    """The pairs that are alike, rising in both positions."""
    if not old or not new:
        return []
    if len(old) * len(new) <= _SMALL:
        return _best(old, new)
    anchors = rising(_by_rare_words(old, new))
    if not anchors:
        return [(place, place) for place, (one, other) in enumerate(zip(old, new, strict=False))
                if one.likeness(other)]
    found = list(anchors)
    edges = [(-1, -1), *anchors, (len(old), len(new))]
    for (a, b), (c, d) in pairwise(edges):
        found += [(a + 1 + one, b + 1 + other) for one, other in pairs(old[a + 1:c], new[b + 1:d])]
    return sorted(found)


def _best(old: Sequence[Traits], new: Sequence[Traits]) -> list[Pair]:
    """The choice that is most alike in all."""
    scores = [[one.likeness(other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    found = []
    i = j = 0
    while i < len(old) and j < len(new):
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _by_rare_words(old: Sequence[Traits], new: Sequence[Traits]) -> list[Pair]:
    """For each of the new the most alike of the old that shares a rare word with it."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(old):
        for word in one.words:
            places[word].append(place)
    found = []
    for place, other in enumerate(new):
        near = Counter(candidate for word in other.words if len(places.get(word, ())) <= _COMMON
                       for candidate in places.get(word, ()))
        candidates = sorted(near, key=lambda candidate: (-near[candidate], candidate))[:_COMMON]
        alike = [(old[candidate].likeness(other), -candidate) for candidate in candidates]
        likeness, candidate = max(alike, default=(0.0, 0))
        if likeness:
            found.append((-candidate, place))
    return found

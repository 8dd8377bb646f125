"""Two sequences as one, step by step: each thing stays, came, went or moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from generator.compare.documents.matching import Pair, matches
from generator.compare.documents.similar import Traits, pairs
from generator.document.model import Mark
from generator.document.revision_marks import DELETED, INSERTED

T = TypeVar("T", bound=Hashable)
_WORDS_TO_MOVE = 6


@dataclass(frozen=True, slots=True)
class Stays(Generic[T]):
    """A thing that stands in both, as it was and as it is."""

    old: T
    new: T


@dataclass(frozen=True, slots=True)
class Differs(Generic[T]):
    """A thing that came, went or moved, as the mark says."""

    thing: T
    mark: Mark


Step: TypeAlias = Stays[T] | Differs[T]


@dataclass(slots=True)
class Moves:
    """The names of the moves of one redline."""

    count: int = 0

    def name(self) -> str:
        """A name that no other move has."""
        self.count += 1
        return f"move{self.count}"


@dataclass(slots=True)
class _Plan:
    """All that is known of each position so far."""

    pairs: list[Pair] = field(default_factory=list)
    gone: dict[int, str] = field(default_factory=dict)  # moved away: position in old → name of the move
    come: dict[int, str] = field(default_factory=dict)


def steps(old: Sequence[T], new: Sequence[T], traits: Callable[[T], Traits],
          moves: Moves | None = None) -> list[Step[T]]:
    """The steps from the old things to the new, in reading order; old before new.

    With `moves`, a thing that is the same elsewhere is moved.
    """
    numbers: dict[T, int] = {}
    one = [numbers.setdefault(thing, len(numbers)) for thing in old]
    other = [numbers.setdefault(thing, len(numbers)) for thing in new]
    plan = _Plan(matches(one, other))
    if len(plan.pairs) < max(len(old), len(new)):
        things = {number: thing for thing, number in numbers.items()}
        told = _Traits(lambda number: traits(things[number]))
        plan.pairs = _begun_at_headings(plan.pairs, one, other, told)
        if moves is not None:
            _find_moves(plan, one, other, moves, told)
        _pair_what_is_alike(plan, one, other, told)
    return list(_in_order(plan, old, new))


class _Traits:
    """The traits of things by their numbers, found out once for each."""

    def __init__(self, traits: Callable[[int], Traits]) -> None:
        self._traits, self._known = traits, dict[int, Traits]()

    def __call__(self, number: int) -> Traits:
        if number not in self._known:
            self._known[number] = self._traits(number)
        return self._known[number]


def _begun_at_headings(pairs: list[Pair], old: Sequence[int], new: Sequence[int],
                       told: _Traits) -> list[Pair]:
    """The pairs, so that what came or went begins with a heading where it could as well as end with it."""
    found: list[Pair] = []
    before = (-1, -1)
    for pair in (*pairs, (len(old), len(new))):
        gone, come = pair[0] - before[0] - 1, pair[1] - before[1] - 1
        if bool(gone) != bool(come):
            _slide(found, pair, old if gone else new, 0 if gone else 1, told)
        found.append(pair)
        before = pair
    return found[:-1]


def _slide(found: list[Pair], end: Pair, values: Sequence[int], side: int, told: _Traits) -> None:
    """Move the run before `end` up over what is also its own end, if it then begins with a heading."""
    high = end[side]
    up = 0
    while up < len(found):
        place = found[-1 - up][side]
        follows = found[-up][side] if up else place + 1
        if follows != place + 1 or values[place] != values[high - 1 - up]:
            return
        up += 1
        if told(values[place]).opens:
            break
    else:
        return
    low = found[-up]
    for step in range(up):
        pair = found[-1 - step]
        shifted = high - 1 - step
        found[-1 - step] = (shifted, pair[1]) if side == 0 else (pair[0], shifted)
    assert low[side] < high


def _find_moves(plan: _Plan, old: Sequence[int], new: Sequence[int], moves: Moves, told: _Traits) -> None:
    """Stretches that stand in both but out of order, seeded by what is left over once in each."""
    left, left_new = _left(plan, len(old), 0), _left(plan, len(new), 1)
    often, often_new = Counter(old[i] for i in left), Counter(new[j] for j in left_new)
    places = {new[j]: j for j in left_new if often_new[new[j]] == 1}
    for i in sorted(left):
        if i not in left or often[old[i]] > 1 or places.get(old[i]) not in left_new:
            continue
        stretch = _stretch(old, new, (i, places[old[i]]), left, left_new)
        while len(stretch) > 1 and told(old[stretch[-1][0]]).opens:
            stretch.pop()
        traits = [told(old[a]) for a, _ in stretch]
        if any(one.movable for one in traits) or sum(len(one.words) for one in traits) >= _WORDS_TO_MOVE:
            _name(plan, stretch, moves, [one.alone for one in traits])
            left.difference_update(a for a, _ in stretch)
            left_new.difference_update(b for _, b in stretch)


def _name(plan: _Plan, stretch: list[Pair], moves: Moves, alone: list[bool]) -> None:
    name = ""
    for (a, b), by_itself in zip(stretch, alone, strict=True):
        name = moves.name() if by_itself or not name else name
        plan.gone[a] = plan.come[b] = name
        if by_itself:
            name = ""


def _left(plan: _Plan, count: int, which: int) -> set[int]:
    return set(range(count)) - {pair[which] for pair in plan.pairs}


def _stretch(old: Sequence[int], new: Sequence[int], seed: Pair, left: set[int],
             left_new: set[int]) -> list[Pair]:
    """The seed and its neighbours, as far as both go on alike."""
    i, j = seed
    first = last = 0
    while i - first - 1 in left and j - first - 1 in left_new and old[i - first - 1] == new[j - first - 1]:
        first += 1
    while i + last + 1 in left and j + last + 1 in left_new and old[i + last + 1] == new[j + last + 1]:
        last += 1
    return [(i + step, j + step) for step in range(-first, last + 1)]


def _pair_what_is_alike(plan: _Plan, old: Sequence[int], new: Sequence[int], told: _Traits) -> None:
    found: list[Pair] = []
    for low, high, start, end in _gaps(plan, len(old), len(new)):
        here = [i for i in range(low, high) if i not in plan.gone]
        there = [j for j in range(start, end) if j not in plan.come]
        if here and there:
            alike = pairs([told(old[i]) for i in here], [told(new[j]) for j in there])
            found += [(here[a], there[b]) for a, b in alike]
    plan.pairs = sorted([*plan.pairs, *found])


def _gaps(plan: _Plan, count: int, count_new: int) -> Iterator[tuple[int, int, int, int]]:
    low = start = 0
    for i, j in (*plan.pairs, (count, count_new)):
        if i > low or j > start:
            yield low, i, start, j
        low, start = i + 1, j + 1


def _in_order(plan: _Plan, old: Sequence[T], new: Sequence[T]) -> Iterator[Step[T]]:
    low = start = 0
    for i, j in (*plan.pairs, (len(old), len(new))):
        for place in range(low, i):
            name = plan.gone.get(place)
            yield Differs(old[place], Mark("moved-from", name) if name else DELETED)
        for place in range(start, j):
            name = plan.come.get(place)
            yield Differs(new[place], Mark("moved-to", name) if name else INSERTED)
        if i < len(old):
            yield Stays(old[i], new[j])
        low, start = i + 1, j + 1

"""From two sequences to one, step by step: what stays, what changed, what came, went or moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.document import Mark
from generator.redline.matching import Pair, matches
from generator.redline.similar import Traits, pairs
from generator.redline.words import DELETED, INSERTED

T = TypeVar("T", bound=Hashable)
_WORDS_TO_MOVE = 8


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """One thing on its way: `old` and `new` where it stays, one of the two and a mark where it does not."""

    old: T | None
    new: T | None
    mark: Mark | None = None


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
    """What is known of each position so far."""

    pairs: list[Pair] = field(default_factory=list)
    gone: dict[int, str] = field(default_factory=dict)  # moved away: position in old → name of the move
    come: dict[int, str] = field(default_factory=dict)


def steps(old: Sequence[T], new: Sequence[T], traits: Callable[[T], Traits],
          moves: Moves | None = None, alone: Callable[[T], bool] = lambda _: False) -> list[Step[T]]:
    """What becomes of the old and where the new comes from, in reading order; old before new.

    With `moves`, what is the same elsewhere is moved; what is `alone` moves by itself.
    """
    numbers: dict[T, int] = {}
    one = [numbers.setdefault(thing, len(numbers)) for thing in old]
    other = [numbers.setdefault(thing, len(numbers)) for thing in new]
    plan = _Plan(matches(one, other))
    if len(plan.pairs) < max(len(old), len(new)):
        described = _Described(traits)
        if moves is not None:
            _find_moves(plan, one, other, moves, lambda place: described(old[place]),
                        lambda place: alone(old[place]))
        _pair_what_is_alike(plan, old, new, described)
    return list(_in_order(plan, old, new))


class _Described(Generic[T]):
    """The traits of things, told once for each."""

    def __init__(self, traits: Callable[[T], Traits]) -> None:
        self._traits, self._known = traits, dict[T, Traits]()

    def __call__(self, thing: T) -> Traits:
        if thing not in self._known:
            self._known[thing] = self._traits(thing)
        return self._known[thing]


def _find_moves(plan: _Plan, old: Sequence[int], new: Sequence[int], moves: Moves,
                traits: Callable[[int], Traits], alone: Callable[[int], bool]) -> None:
    """Stretches that stand in both but out of order, seeded by what is left over once in each."""
    left, left_new = _left(plan, len(old), 0), _left(plan, len(new), 1)
    often, often_new = Counter(old[i] for i in left), Counter(new[j] for j in left_new)
    places = {new[j]: j for j in left_new if often_new[new[j]] == 1}
    for i in sorted(left):
        if i not in left or often[old[i]] > 1 or places.get(old[i]) not in left_new:
            continue
        stretch = _stretch(old, new, (i, places[old[i]]), left, left_new)
        told = [traits(a) for a, _ in stretch]
        if any(one.movable for one in told) or sum(len(one.words) for one in told) >= _WORDS_TO_MOVE:
            _name(plan, stretch, moves, alone)
            left.difference_update(a for a, _ in stretch)
            left_new.difference_update(b for _, b in stretch)


def _name(plan: _Plan, stretch: list[Pair], moves: Moves, alone: Callable[[int], bool]) -> None:
    name = ""
    for a, b in stretch:
        if alone(a) or not name:
            name = moves.name()
        plan.gone[a] = plan.come[b] = name
        if alone(a):
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


def _pair_what_is_alike(plan: _Plan, old: Sequence[T], new: Sequence[T], described: _Described[T]) -> None:
    found: list[Pair] = []
    for low, high, start, end in _gaps(plan, len(old), len(new)):
        here = [i for i in range(low, high) if i not in plan.gone]
        there = [j for j in range(start, end) if j not in plan.come]
        if here and there:
            alike = pairs([described(old[i]) for i in here], [described(new[j]) for j in there])
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
            yield Step(old[place], None, Mark("moved-from", name) if name else DELETED)
        for place in range(start, j):
            name = plan.come.get(place)
            yield Step(None, new[place], Mark("moved-to", name) if name else INSERTED)
        if i < len(old):
            yield Step(old[i], new[j])
        low, start = i + 1, j + 1

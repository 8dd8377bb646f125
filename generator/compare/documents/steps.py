"""Two sequences as one, step by step: each thing stays, came, went or moved."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct

from generator.compare.documents.matching import Pair, matches
from generator.compare.documents.moves import (
    Known,
    Moves,
    Plan,
    find_edited_moves,
    find_moves,
    let_the_heavier_stay,
)
from generator.compare.documents.similar import Traits, pairs
from generator.document.model import Mark
from generator.document.revision_marks import DELETED, INSERTED

T = TypeVar("T", bound=Hashable)


class Stays(Struct, Generic[T], frozen=True):
    """A thing that stands in both, as it was and as it is."""

    old: T
    new: T


class Differs(Struct, Generic[T], frozen=True):
    """A thing that came, went or moved, as the mark says; `other` is what it was, or became, elsewhere."""

    thing: T
    mark: Mark
    other: T | None = None


Step: TypeAlias = Stays[T] | Differs[T]


def steps(old: Sequence[T], new: Sequence[T], traits: Callable[[T], Traits],
          moves: Moves | None = None) -> list[Step[T]]:
    """The steps from the old things to the new, in reading order; old before new.

    With `moves`, a thing that is the same elsewhere is moved, and so is one with few of its words edited.
    """
    numbers: dict[T, int] = {}
    one = [numbers.setdefault(thing, len(numbers)) for thing in old]
    other = [numbers.setdefault(thing, len(numbers)) for thing in new]
    plan = Plan(matches(one, other))
    if len(plan.pairs) < max(len(old), len(new)):
        things = {number: thing for thing, number in numbers.items()}
        told = Known(lambda number: traits(things[number]))
        let_the_heavier_stay(plan, one, other, told, may_move=moves is not None)
        plan.pairs = _begun_at_headings(plan.pairs, one, other, told)
        if moves is not None:
            find_moves(plan, one, other, moves, told)
        _pair_what_is_alike(plan, one, other, told)
        if moves is not None:
            find_edited_moves(plan, one, other, moves, told)
    return list(_in_order(plan, old, new))


def _begun_at_headings(pairs: list[Pair], old: Sequence[int], new: Sequence[int],
                       told: Known) -> list[Pair]:
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


def _slide(found: list[Pair], end: Pair, values: Sequence[int], side: int, told: Known) -> None:
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


def _pair_what_is_alike(plan: Plan, old: Sequence[int], new: Sequence[int], told: Known) -> None:
    found: list[Pair] = []
    for low, high, start, end in _gaps(plan, len(old), len(new)):
        here = [i for i in range(low, high) if i not in plan.gone]
        there = [j for j in range(start, end) if j not in plan.come]
        if here and there:
            alike = pairs([told(old[i]) for i in here], [told(new[j]) for j in there])
            found += [(here[a], there[b]) for a, b in alike]
    plan.pairs = sorted([*plan.pairs, *found])


def _gaps(plan: Plan, count: int, count_new: int) -> Iterator[tuple[int, int, int, int]]:
    low = start = 0
    for i, j in (*plan.pairs, (count, count_new)):
        if i > low or j > start:
            yield low, i, start, j
        low, start = i + 1, j + 1


def _in_order(plan: Plan, old: Sequence[T], new: Sequence[T]) -> Iterator[Step[T]]:
    low = start = 0
    for i, j in (*plan.pairs, (len(old), len(new))):
        for place in range(low, i):
            name = plan.gone.get(place)
            other = plan.went_to.get(place)
            yield Differs(old[place], Mark("moved-from", name) if name else DELETED,
                          None if other is None else new[other])
        for place in range(start, j):
            name = plan.come.get(place)
            other = plan.came_from.get(place)
            yield Differs(new[place], Mark("moved-to", name) if name else INSERTED,
                          None if other is None else old[other])
        if i < len(old):
            yield Stays(old[i], new[j])
        low, start = i + 1, j + 1

"""Whole sections that were taken out or put in, headings and all → items of lists in the YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.base.values import replace
from generator.compare.returned.aligned import Pair
from generator.compare.returned.elements import Lists, Place, Standing
from generator.compare.returned.holes import Segment, Slot
from generator.compare.returned.leaves import Leaf
from generator.compare.returned.new_sections import sections_that_came
from generator.document.model import List, ListItem

Parts = list[Segment]
Gone = list[tuple[Leaf, Parts]]


def with_sections(lists: Lists, pairs: Sequence[Pair], parts: Sequence[Parts]) -> Lists:
    """The lists, with the items of which all that is printed went, beyond rows and points."""
    known = lists.leaves()
    went = [*lists.went]
    for gone in _runs(pairs, parts):
        free = [(leaf, of_leaf) for leaf, of_leaf in gone if id(leaf) not in known]
        inside = {id(leaf) for leaf, _ in free}
        outside = (of_leaf for pair, of_leaf in zip(pairs, parts, strict=True) if id(pair.old) not in inside)
        others = [[part.slot for part in of_leaf if part.slot] for of_leaf in outside]
        places = [place for place in _places(free) if not any(place.is_alone_in(slots) for slots in others)]
        went += _items(free, places)
    return replace(lists, went=tuple(went), came=(*lists.came, *sections_that_came(pairs, parts)))


def _runs(pairs: Sequence[Pair], parts: Sequence[Parts]) -> Iterator[Gone]:
    """Leaves side by side that went, where a heading is among them."""
    together = zip(pairs, parts, strict=True)
    for went, run in groupby(together, lambda one: one[0].new is None):
        gone = [(pair.old, of_leaf) for pair, of_leaf in run if pair.old]
        if went and any(leaf.kind[0] == "heading" for leaf, _ in gone):
            yield gone


def _slots(gone: Gone) -> list[Slot]:
    return [part.slot for _, parts in gone for part in parts if part.slot]


def _places(gone: Gone) -> list[Place]:
    """The items of lists that stand in the leaves, the outermost first."""
    found = {Place(slot.file, slot.path[:at], step) for slot in _slots(gone)
             for at, step in enumerate(slot.path) if isinstance(step, int)}
    return sorted(found, key=lambda place: (len(place.list), place.at))


def _items(gone: Gone, places: Sequence[Place]) -> Iterator[Standing]:
    """The outermost of the items, each with its leaves, where the leaves print nothing else."""
    chosen: list[Place] = []
    for place in places:
        if not any(place.file == one.file and place.path[: len(one.path)] == one.path for one in chosen):
            chosen.append(place)
    if not chosen or not all(any(place.holds(slot) for place in chosen) for slot in _slots(gone)):
        return
    first = {place: min(_where(place, gone)) for place in chosen}
    left = list(gone)
    for number, place in enumerate(sorted(chosen, key=first.__getitem__)):
        last = max(_where(place, left), default=-1)  # none where its leaves went with those of another
        end = len(left) if number == len(chosen) - 1 else last + 1
        if end:
            yield Standing(ListItem(()), List(()), left[:end], [None] * end, place)
        left = left[end:]


def _where(place: Place, gone: Gone) -> Iterator[int]:
    """The numbers of the leaves that print something of the item."""
    return (at for at, (_, parts) in enumerate(gone)
            if any(part.slot and place.holds(part.slot) for part in parts))

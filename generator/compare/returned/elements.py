"""Rows of tables and items of lists that came, went or moved → what becomes of the lists in the YAML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from msgspec import Struct, field

from generator.authoring.renaming import is_name
from generator.compare.returned.aligned import Pair
from generator.compare.returned.holes import Segment, Slot
from generator.compare.returned.leaves import Leaf
from generator.document.model import Cell, List, ListItem, Paragraph, Row, Table
from generator.plan.source.tree import KeyPath

Element = Row | ListItem | Paragraph
"""A row, an item, or a line of a cell: what the YAML has as one of a list."""


class Place(NamedTuple):
    """An item of a list in a file: the key of the list, and its position from 0."""

    file: str
    list: KeyPath
    at: int

    @property
    def path(self) -> KeyPath:
        """The path of the item."""
        return (*self.list, self.at)

    def holds(self, slot: Slot) -> bool:
        """Tell whether the key is one of the item."""
        return slot.file == self.file and slot.path[: len(self.path)] == self.path

    def is_alone_in(self, slots: Iterable[Slot]) -> bool:
        """Tell whether keys of the item are among these, and of no other of its list: no mere enumeration."""
        above = len(self.list)
        same = [slot.path[above] for slot in slots if slot.file == self.file and len(slot.path) > above
                and slot.path[:above] == self.list]
        return self.at in same and set(same) == {self.at}


class Standing(Struct, eq=False):
    """A row or an item: its leaves in one of the documents, what holds it, and which item it prints."""

    element: Element
    holder: Table | List | Cell
    leaves: list[tuple[Leaf, list[Segment]]] = field(default_factory=list)
    paired: list[Leaf | None] = field(default_factory=list)
    place: Place | None = None
    _slots: list[Slot] | None = None

    @property
    def is_unpaired(self) -> bool:
        """Tell whether it stands in one of the documents alone."""
        return all(one is None for one in self.paired)

    @property
    def words(self) -> tuple[str, ...]:
        """The texts in it."""
        return tuple(leaf.text.strip() for leaf, _ in self.leaves)

    @property
    def slots(self) -> list[Slot]:
        """The keys of its holes, found once all of its leaves are known."""
        if self._slots is None:
            self._slots = [slot for _, parts in self.leaves for part in parts if (slot := part.slot)]
        return self._slots

    @property
    def is_head(self) -> bool:
        """Tell whether it is a row of headings."""
        return isinstance(self.element, Row) and self.element.header


class Came(Struct, frozen=True):
    """A row or an item that was put in beside one that prints an item of a list.

    `likes` are all that print items of that list, the one beside it first.
    """

    new: Standing
    likes: tuple[Standing, ...]
    after: bool

    @property
    def like(self) -> Standing:
        """The one that it stands beside."""
        return self.likes[0]


class Lists(Struct, frozen=True):
    """Elements that went, and those that came, as far as a list of the YAML has them."""

    went: tuple[Standing, ...] = ()
    came: tuple[Came, ...] = ()

    def leaves(self) -> set[int]:
        """The leaves in them, by `id`."""
        return {id(leaf) for one in (*self.went, *(came.new for came in self.came)) for leaf, _ in one.leaves}


def lists_of(pairs: Sequence[Pair], parts: Sequence[list[Segment]]) -> Lists:
    """Find the elements of lists that came or went; `parts` are the segments of each leaf that was made."""
    old = _standing((pair.old, part, pair.new) for pair, part in zip(pairs, parts, strict=True))
    new = _standing((pair.new, [], pair.old) for pair in pairs)
    if not any(one.is_unpaired for one in (*old.values(), *new.values())):
        return Lists()
    for siblings in _by_holder(old.values()).values():
        _find_places([one for one in siblings if not one.is_head])
    rows = Counter((id(one.holder), one.place[:2]) for one in old.values()
                   if one.place and isinstance(one.element, Row))
    for one in old.values():
        if one.place and _is_of_a_row(one, one.place, old, rows):
            one.place = None
    went = [one for one in old.values() if one.is_unpaired and one.place]
    by_leaf: dict[int, list[Standing]] = {}
    for one in old.values():
        for leaf, _ in one.leaves:
            by_leaf.setdefault(id(leaf), []).append(one)
    came = [found for one in new.values() if one.is_unpaired and not one.is_head
            if (found := _beside(one, new, by_leaf))]
    inside = {id(leaf) for one in went for leaf, _ in one.leaves}
    elsewhere = [[part.slot for part in of_leaf if part.slot] for pair, of_leaf in
                 zip(pairs, parts, strict=True) if id(pair.old) not in inside]
    moved = {found.new.words for found in came}
    kept = [one for one in went if one.place and (
        one.words in moved or not any(one.place.is_alone_in(slots) for slots in elsewhere))]
    return Lists(tuple(_outermost(kept)), tuple(came))


def _standing(leaves: Iterable[tuple[Leaf | None, list[Segment], Leaf | None]]) -> dict[int, Standing]:
    """The elements that hold the leaves, by `id`, in order."""
    found: dict[int, Standing] = {}
    for leaf, parts, other in leaves:
        if leaf is None:
            continue
        in_prose = any(part.is_prose for part in parts)
        for holder, element in pairwise((*leaf.holders, leaf.block)):
            if (isinstance(holder, Table) and isinstance(element, Row)) or (
                    isinstance(holder, (List, Cell)) and isinstance(element, (ListItem, Paragraph))
                    and not in_prose):
                one = found.setdefault(id(element), Standing(element, holder))
                one.leaves.append((leaf, parts))
                one.paired.append(other)
    return found


def _by_holder(all_: Iterable[Standing]) -> Mapping[int, list[Standing]]:
    found: dict[int, list[Standing]] = {}
    for one in all_:
        found.setdefault(id(one.holder), []).append(one)
    return found


def _places(one: Standing) -> list[Place]:
    """Every item of a list that a hole in it is in, the innermost first."""
    found = {Place(slot.file, slot.path[:at], step) for slot in one.slots
             for at, step in enumerate(slot.path) if isinstance(step, int)}
    return sorted(found, key=lambda place: len(place.list), reverse=True)


def _find_places(siblings: Sequence[Standing]) -> None:
    """Note the item that each element of a holder prints: others in it print others of the list."""
    of_each = [_places(one) for one in siblings]
    known = Counter(place for places in of_each for place in places)
    in_list = Counter(place[:2] for places in of_each for place in places)
    for one, places in zip(siblings, of_each, strict=True):
        one.place = next((place for place in places if known[place] == 1 and _is_alone(one, place)
                          and (in_list[place[:2]] > 1 or len(siblings) == 1)), None)


def _is_alone(one: Standing, place: Place) -> bool:
    """Tell whether the element prints no other item of the list, nor only names it beside what is else."""
    inside = [slot for slot in one.slots if place.holds(slot)]
    if len(inside) < len(one.slots) and all(is_name(slot.path) for slot in inside):
        return False
    return {slot.path[len(place.list)] for slot in one.slots if slot.file == place.file
            and slot.path[: len(place.list)] == place.list and len(slot.path) > len(place.list)} == {place.at}


def _is_of_a_row(one: Standing, place: Place, all_: Mapping[int, Standing],
                 rows: Mapping[tuple[int, tuple[str, KeyPath]], int]) -> bool:
    """Tell whether it is a line of a cell, and the row is the item, or prints it in other cells too.

    `rows` are the numbers of rows in each table that print items of each list.
    """
    if not isinstance(one.holder, Cell):
        return False
    first, _ = one.leaves[0]
    row = all_[id(next(holder for holder in reversed(first.holders) if isinstance(holder, Row)))]
    is_the_item = row.place == place and rows[id(row.holder), place[:2]] > 1
    others = [part.slot for leaf, parts in row.leaves if leaf.cell is not one.holder for part in parts]
    names_only = all(is_name(slot.path) for slot in one.slots) and any(others)
    return is_the_item or names_only or any(part.slot and place.holds(part.slot) for leaf, parts in row.leaves
                              if leaf.cell is not one.holder for part in parts)


def _beside(one: Standing, new: Mapping[int, Standing], by_leaf: Mapping[int, list[Standing]]) -> Came | None:
    """The element that the new one stands below, or else above, which prints an item of a list."""
    siblings = [other for other in new.values() if other.holder is one.holder]
    at = siblings.index(one)
    for others, after in ((reversed(siblings[:at]), True), (siblings[at + 1 :], False)):
        for other in others:
            was = [old for leaf in other.paired for old in by_leaf.get(id(leaf), [])]
            like = next((old for old in was if old.place and type(old.element) is type(one.element)), None)
            if like:
                alike = {id(old): old for olds in by_leaf.values() for old in olds if _are_of_one(old, like)}
                return Came(one, (like, *(old for old in alike.values() if old is not like)), after)
    return None


def _are_of_one(one: Standing, other: Standing) -> bool:
    """Tell whether both print items of the same list in the same table, or list."""
    return (one.place is not None and other.place is not None and one.place[:2] == other.place[:2]
            and one.holder is other.holder)


def _outermost(went: Sequence[Standing]) -> Iterator[Standing]:
    """The elements that are in none of the others."""
    paths = {(one.place.file, one.place.path) for one in went if one.place}
    inside: set[int] = set()
    for one in went:
        assert one.place
        above = ((one.place.file, one.place.path[:length]) for length in range(len(one.place.path)))
        leaves = {id(leaf) for leaf, _ in one.leaves}
        if not any(path in paths for path in above) and not leaves <= inside:
            yield one
        inside |= leaves


def of_lists(lists: Lists) -> Iterator[tuple[tuple[str, KeyPath], list[Standing], list[Came]]]:
    """The lists of the YAML in which something came or went, each with that."""
    went = [(one.place[:2], one, None) for one in lists.went if one.place]
    came = [(one.like.place[:2], None, one) for one in lists.came if one.like.place]
    both = sorted((*went, *came), key=lambda found: (found[0][0], str(found[0][1])))
    for key, together in groupby(both, key=lambda found: found[0]):
        found = list(together)
        yield key, [gone for _, gone, _ in found if gone], [new for _, _, new in found if new]

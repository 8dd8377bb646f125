"""Rows and items that came, went or moved → changes of the lists that they print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.authoring.edits import Add, Edit, Move, Remove
from generator.base.language import say
from generator.compare.returned.changes import Change, typed_at
from generator.compare.returned.elements import Came, Lists, Standing, of_lists
from generator.compare.returned.holes import Slot
from generator.compare.returned.new_items import best_value
from generator.compare.returned.state import State
from generator.compare.returned.still_there import Loose, nearest
from generator.compare.returned.told import Told
from generator.document.model import Document
from generator.plan.model.load import key_path
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath


class _New(Struct, frozen=True, eq=False):
    """An item that is put in, with its value."""

    value: Data


def list_changes(
    lists: Lists, state: State, made: Document, read: Document, loose: Loose
) -> tuple[list[Change], list[Told]]:
    """The changes of lists, one each, and what came and is not made as those beside it.

    What went and stands among what is `loose`, or not made so, nobody has taken out.
    """
    changes: list[Change] = []
    told: list[Told] = []
    for (file, path), went, came in of_lists(lists):
        data = typed_at(state.files[file].source.data, path)
        if not isinstance(data, list):
            told += [_told(one, path, file) for one in (*went, *(new.new for new in came))]
            continue
        moved = dict(_moves(went, came))
        fresh: dict[int, Data] = {}
        unlike: list[Standing] = []
        for one in came:
            if id(one) not in moved:
                value = best_value(one, state, made, read)
                if value is None:
                    unlike.append(one.new)
                else:
                    fresh[id(one)] = value
        still = [one for one in went if one.place and one.place.at not in moved.values()
                 and loose.with_words(unlike).say(one.words)]
        told += [_told(one, path, file, nearest(one, still)) for one in unlike]
        went = [one for one in went if one not in still]
        same = dict(_at_two_places([one for one in came if id(one) in fresh], fresh))
        placed = [one for one in came if id(one) in moved or (id(one) in fresh and id(one) not in same)]
        kept = list(_each_once(placed, moved))
        edits = tuple(_edits(path, data, _target(data, went, kept, moved, fresh)))
        if edits:
            among = {*map(id, kept)}
            also = [one.new for one in came if id(one) in same or (id(one) in moved and id(one) not in among)]
            changes.append(_change(Slot(file, path), went, kept, edits, also))
    return changes, told


def _moves(went: Sequence[Standing], came: Sequence[Came]) -> Iterator[tuple[int, int]]:
    """Pairs of an element that came and one that went elsewhere, with the position that it had."""
    left = list(went)
    for one in came:
        same = next((gone for gone in left if gone.words == one.new.words), None)
        if same and same.place:
            left.remove(same)
            yield id(one), same.place.at


def _each_once(came: Sequence[Came], moved: dict[int, int]) -> Iterator[Came]:
    """The elements without those of an item that moved already: it may be printed at several places."""
    placed: set[int] = set()
    for one in came:
        if id(one) not in moved or moved[id(one)] not in placed:
            placed.update({moved[id(one)]} if id(one) in moved else ())
            yield one


def _at_two_places(came: Sequence[Came], fresh: dict[int, Data]) -> Iterator[tuple[int, int]]:
    """Pairs of a new element and one before it that tells of the same item elsewhere, which then has both.

    They are the same where all that both tell is the same, as the name of it in a list and in a table.
    """
    first: list[Came] = []
    for one in came:
        for other in first:
            both = _united(fresh[id(other)], fresh[id(one)])
            if both is not None and other.new.holder is not one.new.holder:
                fresh[id(other)] = both
                yield id(one), id(other)
                break
        else:
            first.append(one)


def _united(one: Data, other: Data) -> Data:
    """The values as one; None where they tell nothing that is the same, or something that is not."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return one if one == other else None
    shared = one.keys() & other.keys()
    return {**one, **other} if shared and all(one[key] == other[key] for key in shared) else None


def _target(
    data: list[Data], went: Sequence[Standing], came: Sequence[Came], moved: dict[int, int],
    fresh: dict[int, Data],
) -> list[int | _New]:
    """The list as it is to be: positions of what was there, and what is new."""
    gone = {one.place.at for one in went if one.place}
    order: list[int | _New] = [at for at in range(len(data)) if at not in gone]
    behind: dict[int, int] = {}
    for one in came:
        assert one.like.place
        at = _index(order, one.like.place.at)
        if one.after:
            behind[at] = behind.get(at, 0) + 1
            at += behind[at]
        order.insert(at, moved[id(one)] if id(one) in moved else _New(fresh[id(one)]))
    return order


def _index(order: Sequence[int | _New], at: int) -> int:
    """The place of the item in the list, or of the one before it where it went."""
    if at in order:
        return order.index(at)
    return sum(isinstance(item, int) and item < at for item in order) - 1


def _edits(path: KeyPath, data: list[Data], target: Sequence[int | _New]) -> Iterator[Edit]:
    """The edits that make the list what it is to be, in their order."""
    now: list[int | _New] = list(range(len(data)))
    for at in reversed(range(len(data))):
        if at not in target:
            now.remove(at)
            yield Remove((*path, at), data[at])
    for at, item in enumerate(target):
        if isinstance(item, _New):
            now.insert(at, item)
            yield Add((*path, at), item.value)
        elif now[at] != item:
            start = now.index(item)
            now.insert(at, now.pop(start))
            yield Move((*path, start), at)


def _change(slot: Slot, went: Sequence[Standing], came: Sequence[Came], edits: tuple[Edit, ...],
            also: Sequence[Standing]) -> Change:
    """The change; `also` are new elements of items that stand among the others already."""
    new = [one.new for one in came]
    leaves = [leaf for one in (*went, *new) for leaf, _ in one.leaves]
    where = frozenset(leaf.number for one in (*new, *also) for leaf, _ in one.leaves)
    return Change(slot, leaves[0].heading, _said(went), _said(new), edits, where, is_list=True)


def _said(elements: Sequence[Standing]) -> str:
    return " / ".join(" | ".join(one.words) for one in elements)


def _told(one: Standing, path: KeyPath, file: str, was: Standing | None = None) -> Told:
    leaf = one.leaves[0][0]
    why = say("it is not made as those beside it, so nobody can tell what each part of it is")
    where = frozenset(leaf.number for leaf, _ in one.leaves)
    return Told(leaf.heading, _said([was]) if was else "", _said([one]), why,
                say("write it at `{key}` in {file}", key=key_path(path), file=file), None, where)

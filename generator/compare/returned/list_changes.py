"""Rows and items that came, went or moved → changes of the lists that they print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from typing import Any

from msgspec import Struct

from generator.authoring.edits import Add, Edit, Move, Remove
from generator.base.language import say
from generator.compare.returned.changes import Change, typed_at
from generator.compare.returned.elements import Came, Lists, Standing, of_lists
from generator.compare.returned.holes import Content, Segment, Slot, cut, held
from generator.compare.returned.leaves import Leaf
from generator.compare.returned.occurrences import Occurrence
from generator.compare.returned.state import State
from generator.compare.returned.told import Told
from generator.compare.returned.typed_values import LookIsTheForms, typed_new
from generator.document.model import Document
from generator.plan.model.load import key_path
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath


class NotLike(Exception):
    """Raised for an element that is not made as those beside it."""


class _New(Struct, frozen=True, eq=False):
    """An item that is put in, with its value."""

    value: Data


def list_changes(
    lists: Lists, state: State, made: Document, read: Document
) -> tuple[list[Change], list[Told]]:
    """The changes of lists, one each, and what came and is not made as those beside it."""
    changes: list[Change] = []
    told: list[Told] = []
    for (file, path), went, came in of_lists(lists):
        data = typed_at(state.files[file].source.data, path)
        if not isinstance(data, list):
            told += [_told(one, path, file) for one in (*went, *(new.new for new in came))]
            continue
        moved = dict(_moves(went, came))
        fresh: dict[int, Data] = {}
        for one in came:
            if id(one) not in moved:
                value = _best_value(one, state, made, read)
                if value is None:
                    told.append(_told(one.new, path, file))
                else:
                    fresh[id(one)] = value
        kept = list(_each_once([one for one in came if id(one) in moved or id(one) in fresh], moved))
        edits = tuple(_edits(path, data, _target(data, went, kept, moved, fresh)))
        if edits:
            changes.append(_change(Slot(file, path), went, kept, edits))
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


def _best_value(one: Came, state: State, made: Document, read: Document) -> Data:
    """The value of a new item, made as the one that tells most of its parts; None where it is like none."""
    values: list[Data] = []
    for like in one.likes:
        with suppress(NotLike, LookIsTheForms):
            values.append(_value(one.new, like, state, made, read))
    return max(values, key=lambda value: len(str(value)), default=None)


def _value(one: Standing, like: Standing, state: State, made: Document, read: Document) -> Data:
    """The value of a new item, part by part as the other is printed. Raises NotLike."""
    place = like.place
    assert place
    old, new = (list(_groups(side)) for side in (like, one))
    if len(old) != len(new):
        raise NotLike
    value: Data = None
    for before, after in zip(old, new, strict=True):
        for part in _parts(before, after, like):
            typed = typed_at(state.files[part.slot.file].source.data, part.slot.path)
            text = typed_new(part, "", made, read, typed if isinstance(typed, str) else "").strip()
            if text:
                value = _put(value, part.slot.path[len(place.path):], text)
    if value is None:
        raise NotLike
    return value


def _groups(one: Standing) -> Iterator[list[tuple[Leaf, list[Segment]]]]:
    """The leaves of the element, those of a cell together."""
    for _, together in groupby(one.leaves, key=lambda leaf: id(leaf[0].cell)):
        yield list(together)


def _parts(
    before: list[tuple[Leaf, list[Segment]]], after: list[tuple[Leaf, list[Segment]]], like: Standing
) -> Iterator[Occurrence]:
    """The content of the new group at each key of the item; raises NotLike where that is not clear."""
    assert like.place
    holes = {part.slot: part.source for _, parts in before for part in parts
             if part.slot and like.place.holds(part.slot)}
    if not holes:
        return
    if any(slot.is_key for slot in holes):
        raise NotLike
    whole = len(holes) == 1 and all(len(parts) == 1 for _, parts in before)
    if whole:
        slot, source = next(iter(holes.items()))
        old = [(leaf, leaf.content) for leaf, _ in before]
        yield Occurrence(slot, source, "", old, [(leaf, leaf.content) for leaf, _ in after])
        return
    if len(before) != 1 or len(after) != 1:
        raise NotLike
    (leaf, parts), (new, _) = before[0], after[0]
    for one in held(parts, leaf.content, new.content):
        key = one.segment.slot
        if one.new is None or (key is None and not one.is_same):
            raise NotLike
        if key and like.place.holds(key):
            yield Occurrence(key, one.segment.source, "", [(leaf, _of(leaf, one.segment))], [(new, one.new)])


def _of(leaf: Leaf, segment: Segment) -> Content:
    return cut(leaf.content, segment.start, segment.end)


def _put(value: Data, rest: KeyPath, text: str) -> Data:
    """The value with the text at the path in it. Raises NotLike where another stands there."""
    if not rest:
        if value is not None:
            raise NotLike
        return text
    step, *more = rest
    if isinstance(step, int):
        items = value if isinstance(value, list) else []
        if step != len(items) or (value is not None and not isinstance(value, list)):
            raise NotLike
        return [*items, _put(None, tuple(more), text)]
    keys: dict[str, Any] = value if isinstance(value, dict) else {}
    if value is not None and not isinstance(value, dict):
        raise NotLike
    return {**keys, step: _put(keys.get(step), tuple(more), text)}


def _change(slot: Slot, went: Sequence[Standing], came: Sequence[Came], edits: tuple[Edit, ...]) -> Change:
    new = [one.new for one in came]
    leaves = [leaf for one in (*went, *new) for leaf, _ in one.leaves]
    where = frozenset(leaf.number for one in new for leaf, _ in one.leaves)
    return Change(slot, leaves[0].heading, _said(went), _said(new), edits, where, is_list=True)


def _said(elements: Sequence[Standing]) -> str:
    return " / ".join(" | ".join(one.words) for one in elements)


def _told(one: Standing, path: KeyPath, file: str) -> Told:
    leaf = one.leaves[0][0]
    why = say("it is not made as those beside it, so nobody can tell what each part of it is")
    where = frozenset(leaf.number for leaf, _ in one.leaves)
    return Told(leaf.heading, "", _said([one]), why,
                say("write it at `{key}` in {file}", key=key_path(path), file=file), None, where)

"""Rows and items that came → their values, made part by part as those beside them are printed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from typing import Any

from generator.compare.returned.changes import typed_at
from generator.compare.returned.elements import Came, Standing
from generator.compare.returned.holes import Content, Segment, cut, held
from generator.compare.returned.leaves import Leaf
from generator.compare.returned.occurrences import Occurrence
from generator.compare.returned.state import State
from generator.compare.returned.typed_values import LookIsTheForms, typed_new
from generator.document.model import Document
from generator.plan.model.shape import models_at
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath


class NotLike(Exception):
    """Raised for an element that is not made as those beside it."""


def best_value(one: Came, state: State, made: Document, read: Document) -> Data:
    """The value of a new item, made as the one that tells most of its parts; None where it is like none.

    One that lacks a key that its model requires is the last to be chosen.
    """
    values: list[Data] = []
    for like in one.likes:
        with suppress(NotLike, LookIsTheForms):
            values.append(_value(one.new, like, state, made, read))
    place = one.like.place
    models = models_at(state.files[place.file].model, place.path) if place else []

    def rank(value: Data) -> tuple[bool, int]:
        whole = not isinstance(value, dict) or not models or any(model.is_whole(value) for model in models)
        return whole, len(str(value))

    return max(values, key=rank, default=None)


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

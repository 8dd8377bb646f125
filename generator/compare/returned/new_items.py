"""Rows and items that came → their values, made part by part as those beside them are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from typing import Any, NamedTuple, TypeAlias

from generator.compare.returned.changes import typed_at
from generator.compare.returned.elements import Came, Standing
from generator.compare.returned.holes import Content, Segment, cut, held
from generator.compare.returned.leaves import Leaf, text_of
from generator.compare.returned.new_sections import is_section, side_by_side
from generator.compare.returned.occurrences import Occurrence
from generator.compare.returned.state import State
from generator.compare.returned.typed_values import LookIsTheForms, typed_new
from generator.document.model import Document
from generator.plan.model.shape import models_at
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath

Group: TypeAlias = list[tuple[Leaf, list[Segment]]]
"""The leaves of a cell, each with its segments as it was made."""


class NotLike(Exception):
    """Raised for an element that is not made as those beside it."""


class _Guess(NamedTuple):
    """A value that a new item may have: how many of its cells it leaves out, and how many it takes whole.

    A cell is taken whole at its first key where the form's words around that are others.
    """

    value: Data
    left_out: int
    taken_whole: int


def best_value(one: Came, state: State, made: Document, read: Document) -> Data:
    """The value of a new item, made as the one that tells most of its parts; None where it is like none.

    One that lacks a key that its model requires is the last to be chosen.
    """
    guesses: list[_Guess] = []
    for like in one.likes:
        with suppress(NotLike, LookIsTheForms):
            guesses.append(_guess(one.new, like, state, made, read))
    place = one.like.place
    models = models_at(state.files[place.file].model, place.path) if place else []

    def rank(guess: _Guess) -> tuple[bool, int, int, int]:
        value = guess.value
        whole = not isinstance(value, dict) or not models or any(model.is_whole(value) for model in models)
        return whole, -guess.left_out, -guess.taken_whole, len(str(value))

    best = max(guesses, key=rank, default=None)
    return best.value if best else None


def _guess(one: Standing, like: Standing, state: State, made: Document, read: Document) -> _Guess:
    """The value of a new item, part by part as the other is printed. Raises NotLike."""
    place = like.place
    assert place
    both = _pairs(one, like)
    value: Data = None
    left_out = taken_whole = 0
    for before, after in both:
        try:
            parts = list(_parts(before, after, like))
        except NotLike:
            parts = list(_whole(before, after, like))
            taken_whole += 1
        left_out += not parts and _words(before) != _words(after)
        for part in parts:
            typed = typed_at(state.files[part.slot.file].source.data, part.slot.path)
            text = typed_new(part, "", made, read, typed if isinstance(typed, str) else "").strip()
            if text:
                value = _put(value, part.slot.path[len(place.path):], text)
    if value is None:
        raise NotLike
    return _Guess(value, left_out, taken_whole)


def _pairs(one: Standing, like: Standing) -> Sequence[tuple[Group, Group]]:
    """Pair each group of leaves of the other with what the element has in its place. Raises NotLike."""
    if is_section(like):
        found = side_by_side(like, one)
        if found is None:
            raise NotLike
        return found
    old, new = (list(_groups(side)) for side in (like, one))
    if len(old) != len(new):
        raise NotLike
    return list(zip(old, new, strict=True))


def _words(group: Group) -> list[str]:
    return [leaf.text.strip() for leaf, _ in group]


def _groups(one: Standing) -> Iterator[Group]:
    """The leaves of the element, those of a cell together."""
    for _, together in groupby(one.leaves, key=lambda leaf: id(leaf[0].cell)):
        yield list(together)


def _parts(before: Group, after: Group, like: Standing) -> Iterator[Occurrence]:
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
        if one.new is None or (key is None and text_of(one.new) != text_of(one.old)):
            raise NotLike
        if key and like.place.holds(key):
            yield Occurrence(key, one.segment.source, "", [(leaf, _of(leaf, one.segment))], [(new, one.new)])


def _whole(before: Group, after: Group, like: Standing) -> Iterator[Occurrence]:
    """The content of the new group at the first key of the other. Raises NotLike where that is not one."""
    (leaf, parts), *_ = before
    part = parts[0] if parts else None
    slot = part.slot if part else None
    is_of_item = slot and not slot.is_key and like.place and like.place.holds(slot)
    if not (part and slot and is_of_item and len(before) == len(after) == 1):
        raise NotLike
    (new, _), = after
    yield Occurrence(slot, part.source, "", [(leaf, _of(leaf, part))], [(new, new.content)])


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

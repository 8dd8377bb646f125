"""Hints for a key that a model cannot take, or that it lacks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.base.language import listed, say
from generator.base.nearest import nearest, offered
from generator.plan.model import reader
from generator.plan.model.problems import Problem
from generator.plan.model.record import Model
from generator.plan.model.reservations import RESERVATIONS
from generator.plan.model.shape import (
    Fields,
    Shape,
    choices_of,
    example_at,
    keys_at,
    shapes_at,
)
from generator.plan.source.scalars import quoted
from generator.plan.source.tree import KeyPath

_RESERVED = "|".join(map(re.escape, RESERVATIONS))
_NUMBER = r"[0-9.]*[0-9](?:,[0-9]+)?"
A_COMMA = re.compile(
    rf"(?<![\"\w.,-])(?:(?:{_RESERVED}) )?(?=[0-9.,-]*,[0-9]){_NUMBER}(?:-{_NUMBER})?(?: %)?(?!\")"
)
"""Number with a comma in a hint, with what belongs to it."""


def empty_key(model: type[Model], path: KeyPath) -> str:
    """Hint for a key after which nothing is written, with the words to choose from or an example."""
    choices, example = _choices(model, path), _example(model, path)
    if choices:
        return say("write something after the colon, one of: {words}", words=offered(choices))
    if example:
        return say("write something after the colon, for example {example}", example=example)
    return say("write something after the colon")


def missing_key(model: type[Model], path: KeyPath, one_of: Sequence[str]) -> str:
    """Hint for a key that is missing, or for those of which one is wanted."""
    choices, example = _choices(model, path), _example(model, path)
    if one_of:
        keys = listed([f"`{key}:`" for key in one_of], "or")
        return say("write {keys}, for example {example}", keys=keys, example=example)
    if choices:
        return say("write `{key}:`, one of: {words}", key=path[-1], words=offered(choices))
    if example:
        return say("write `{key}:`, for example {example}", key=path[-1], example=example)
    return say("write `{key}:`", key=path[-1])


def _choices(model: type[Model], path: KeyPath) -> list[str]:
    return [word for shape in shapes_at(model, path) for word in choices_of(shape)]


def _example(model: type[Model], path: KeyPath) -> str:
    words = example_at(model, path)
    return f"{path[-1]}: {words}" if words else ""


def unknown_key(model: type[Model], path: KeyPath, fields: Fields, data: Any) -> str:
    """Hint with the nearest key, the level that the key belongs to, or the keys that there are.

    A key is suggested only where it is free, and takes what was written.
    """
    key, parent, value = str(path[-1]), path[:-1], _at(data, path)
    known = keys_at(model, parent, fields)
    near = nearest(key, known)
    if near and _takes(model, (*parent, near), value, data):
        return say("did you mean `{near}`?", near=near)
    moved = _elsewhere(model, key, parent, fields, data)
    if moved or not known:
        return moved or say("no key stands here")
    return say("the keys here are: {keys}", keys=", ".join(known))


def _elsewhere(model: type[Model], key: str, parent: KeyPath, fields: Fields, data: Any) -> str:
    """Hint for a key that is known one level up or down, and free there; empty where it is not."""
    value = _at(data, (*parent, key))
    for holder in keys_at(model, parent, fields):
        below = (*parent, holder, key)
        if key in keys_at(model, below[:-1], fields) and _takes(model, below, value, data):
            return say("`{key}` belongs under `{holder}`, indented", key=key, holder=holder)
    above = parent[:-1]
    while above and isinstance(above[-1], int):
        above = above[:-1]
    if parent and key in keys_at(model, above, fields) and _takes(model, (*above, key), value, data):
        other = _last_key(parent)
        return say("`{key}` belongs one level further left, beside `{other}`", key=key, other=other)
    return ""


def _at(data: Any, path: KeyPath) -> Any:
    """Value at the path of a source; None where there is none."""
    for step in path:
        is_there = step in data if isinstance(data, dict) else (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        )
        data = data[step] if is_there else None
    return data


def _takes(model: type[Model], path: KeyPath, value: Any, data: Any) -> bool:
    """Tell whether nothing stands at the path, and the value could."""
    if _at(data, path) is not None:
        return False
    return value is None or takes_alone(model, path, value)


def takes_alone(model: type[Model], path: KeyPath, value: Any) -> bool:
    """Tell whether the value could stand at the path, whatever stands there."""
    return any(_reads(shape, value) for shape in shapes_at(model, path))


def _reads(shape: Shape, value: Any) -> bool:
    problems: list[Problem] = []
    reader.reader_of(shape)(value, (), problems)
    return not problems


def in_brackets(hint: str) -> str:
    """The hint for a value within { } or [ ], where one with a comma stands in quotes."""
    return A_COMMA.sub(lambda number: quoted(number[0]), hint)


def _last_key(path: KeyPath) -> str:
    return next((element for element in reversed(path) if isinstance(element, str)), "")


def after_comma(data: Any, path: KeyPath) -> str:
    """Hint for an empty key that ends the text before it, as in `{beløb: 14,600}`; else empty."""
    parent = data
    for element in path[:-1]:
        parent = parent[element]
    keys = list(parent) if isinstance(parent, dict) else []
    if path[-1] not in keys[1:] or parent[path[-1]] is not None:
        return ""
    before = keys[keys.index(path[-1]) - 1]
    text = parent[before]
    if not isinstance(text, str):
        return ""
    space = "" if text[-1:].isdigit() and str(path[-1])[:1].isdigit() else " "
    whole = quoted(f"{text},{space}{path[-1]}")
    return say("within {{ }} a comma ends the text; put it in quotes: {shown}", shown=f"{before}: {whole}")

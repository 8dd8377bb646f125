"""Hints for a key or a shape that a model cannot take."""

from __future__ import annotations

import re
from typing import Any

from generator.base.nearest import nearest
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
    models_at,
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


def shape(value: Any) -> str:
    """Name the shape of a value of a source."""
    return {str: "text", list: "a list", dict: "keys", type(None): "nothing"}[type(value)]


def what_to_write(model: type[Model], path: KeyPath) -> str:
    """`, one of: …` or `, for example …`; nothing where the model has no words for it."""
    choices = [word for shape in shapes_at(model, path) for word in choices_of(shape)]
    if choices:
        return f", one of: {', '.join(choices)}"
    words = example_at(model, path)
    return f", for example {path[-1]}: {words}" if words else ""


def unknown_key(model: type[Model], path: KeyPath, fields: Fields, data: Any) -> str:
    """Hint with the nearest key, the level that the key belongs to, or the keys that there are.

    A key is suggested only where it is free, and takes what was written.
    """
    key, parent, value = str(path[-1]), path[:-1], _at(data, path)
    known = keys_at(model, parent, fields)
    near = nearest(key, known)
    if near and _takes(model, (*parent, near), value, data):
        return f"did you mean `{near}`?"
    moved = _elsewhere(model, key, parent, fields, data)
    return moved or ("the keys here are: " + ", ".join(known) if known else "no key stands here")


def _elsewhere(model: type[Model], key: str, parent: KeyPath, fields: Fields, data: Any) -> str:
    """Hint for a key that is known one level up or down, and free there; empty where it is not."""
    value = _at(data, (*parent, key))
    for holder in keys_at(model, parent, fields):
        below = (*parent, holder, key)
        if key in keys_at(model, below[:-1], fields) and _takes(model, below, value, data):
            return f"`{key}` belongs under `{holder}`, indented"
    above = parent[:-1]
    while above and isinstance(above[-1], int):
        above = above[:-1]
    if parent and key in keys_at(model, above, fields) and _takes(model, (*above, key), value, data):
        return f"`{key}` belongs one level further left, beside `{_last_key(parent)}`"
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
    return value is None or any(_reads(shape, value) for shape in shapes_at(model, path))


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
    return f"within {{ }} a comma ends the text; put it in quotes: {before}: {whole}"


def wrong_shape(model: type[Model], path: KeyPath, wanted: str, value: Any, fields: Fields) -> str:
    """Hint for a value where keys, a list or text is wanted and something else stands."""
    if wanted == "keys":
        return _keys(model, path, value, fields)
    if wanted == "a list":
        return _list(model, path, value)
    words = example_at(model, path)
    begin = f"write for example {path[-1] if path else ''}: {words}" if words else "write one text"
    if isinstance(value, list):
        return f"{begin}; for a list inside prose write | and the list on the lines below it"
    if isinstance(value, dict):
        return f"{begin}; text with a colon in it stands in quotes"
    return begin


def _keys(model: type[Model], path: KeyPath, value: Any, fields: Fields) -> str:
    tight = re.match(r"([\w-]+):(\S+)", value) if isinstance(value, str) else None
    if tight and tight[1] in keys_at(model, path, fields):
        return f"put a space after the colon: {tight[1]}: {tight[2]}"
    known = [f"{key}: …" for found in models_at(model, path)[:1] for key in list(fields(found))[:3]]
    begin = "write keys, each on its own line" + (f", such as {', '.join(known)}" if known else "")
    return f"{begin}; leave out the dashes" if isinstance(value, list) else begin


def _list(model: type[Model], path: KeyPath, value: Any) -> str:
    """Hint for text where a list is wanted; it shows the text as an item only where an item can be text."""
    words = value.lstrip("- ").split(" -")[0].strip() if isinstance(value, str) else ""
    is_an_item = bool(words) and any(_reads(shape, [words]) for shape in shapes_at(model, path))
    if is_an_item and value.startswith("-"):
        return f"put a space after each dash: - {words}"
    if is_an_item and path and len(words) < 60:
        return f"write a list: {path[-1]}: [{quoted(words)}], or a line for each with - and a space in front"
    known = [f"{key}: …" for found in models_at(model, (*path, 0))[:1] for key in list(found.fields)[:2]]
    keys = f", and its keys, such as {', '.join(known)}" if known else ""
    return f"write a list: each item begins on its own line with - and a space{keys}"

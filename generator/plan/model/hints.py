"""Hints for a key or a shape that a model cannot take."""

from __future__ import annotations

import re
from typing import Any

from generator.base.nearest import nearest
from generator.plan.model.record import Model
from generator.plan.model.shape import Fields, example_at, keys_at, models_at
from generator.plan.source.scalars import quoted
from generator.plan.source.tree import KeyPath


def shape(value: Any) -> str:
    """Name the shape of a value of a source."""
    return {str: "text", list: "a list", dict: "keys", type(None): "nothing"}[type(value)]


def example(model: type[Model], path: KeyPath) -> str:
    """`, for example …`, or nothing when the model has no example."""
    words = example_at(model, path)
    return f", for example {path[-1]}: {words}" if words else ""


def unknown_key(model: type[Model], path: KeyPath, fields: Fields) -> str:
    """Hint with the level that the key belongs to, the nearest key, or the keys that there are."""
    key, parent = str(path[-1]), path[:-1]
    known = keys_at(model, parent, fields)
    near = nearest(key, known)
    if near:
        return f"did you mean `{near}`?"
    moved = _elsewhere(model, key, parent, fields)
    return moved or ("the keys here are: " + ", ".join(known) if known else "no key stands here")


def _elsewhere(model: type[Model], key: str, parent: KeyPath, fields: Fields) -> str:
    """Hint for a key that is known one level up or down; empty where it is not."""
    for holder in keys_at(model, parent, fields):
        below = (*parent, holder)
        if any(key in keys_at(model, inside, fields) for inside in (below, (*below, 0))):
            return f"`{key}` belongs under `{holder}`, indented"
    above = parent[:-1]
    while above and isinstance(above[-1], int):
        above = above[:-1]
    if parent and key in keys_at(model, above, fields):
        return f"`{key}` belongs one level further left, beside `{_last_key(parent)}`"
    return ""


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
        return _list(path, value)
    words = example_at(model, path)
    begin = f"write for example {path[-1] if path else ''}: {words}" if words else "write one text"
    if isinstance(value, list):
        return f"{begin}; for a list inside prose write | and the list on the lines below it"
    if isinstance(value, dict):
        return f"{begin}; text with a colon in it stands in quotes"
    return begin


def _keys(model: type[Model], path: KeyPath, value: Any, fields: Fields) -> str:
    if isinstance(value, str) and (tight := re.match(r"([\w-]+):(\S+)", value)):
        return f"put a space after the colon: {tight[1]}: {tight[2]}"
    known = [f"{key}: …" for found in models_at(model, path)[:1] for key in list(fields(found))[:3]]
    begin = "write keys, each on its own line" + (f", such as {', '.join(known)}" if known else "")
    return f"{begin}; leave out the dashes" if isinstance(value, list) else begin


def _list(path: KeyPath, value: Any) -> str:
    if isinstance(value, str) and value.startswith("-"):
        return "put a space after each dash: - " + value[1:].split(" -")[0].strip()
    if isinstance(value, str) and path and len(value) < 60:
        return f"write a list: {path[-1]}: [{quoted(value)}], or a line for each with - and a space in front"
    return "write a list: each item begins on its own line with - and a space"

"""A value → the lines that the formatter would write it in."""

from __future__ import annotations

from msgspec import Struct

from generator.authoring.edits.edit import Refused
from generator.authoring.format.entries import Entry, Node
from generator.authoring.format.prose import prose_lines
from generator.authoring.format.write import Unwritable, in_brackets, lines_of
from generator.base.language import say
from generator.plan.model.record import Model
from generator.plan.model.shape import is_prose
from generator.plan.source.read import Data
from generator.plan.source.scalars import scalar
from generator.plan.source.tree import KeyPath

STANDS_FOR_A_KEY = "x"


class Written(Struct, frozen=True):
    """Text behind a colon or a dash, and the lines below it; empty where nothing stands there."""

    head: str
    rest: tuple[str, ...] = ()


def written_value(
    value: Data, model: type[Model], path: KeyPath, column: int, *, flow: bool = False, is_item: bool = False
) -> Written:
    """The value of the key, or item, that stands in the column; with `flow` in brackets if they hold it."""
    indent = " " * column
    key = None if is_item else STANDS_FOR_A_KEY
    first, *rest = _lines(Entry(None, column, key, node_of(value, flow)), model, path, indent)
    before = len(indent) + (1 if is_item else len(f"{STANDS_FOR_A_KEY}:"))
    return Written(first[before:].strip(), tuple(rest))


def written_entry(
    key: str | None, value: Data, model: type[Model], path: KeyPath, column: int, flow: bool
) -> list[str]:
    """The lines of a key, or of an item, in the column."""
    return _lines(Entry(None, column, key, node_of(value, flow)), model, path, " " * column)


def written_keys(value: Data, model: type[Model]) -> list[str]:
    """The lines of the keys of a file."""
    assert isinstance(value, dict)
    lines = (written_entry(key, inner, model, (key,), 0, False) for key, inner in value.items())
    return [line for entry in lines for line in entry]


def bracketed(value: Data, model: type[Model], path: KeyPath) -> str | None:
    """The value as it stands among brackets; None where it wants lines of its own."""
    if isinstance(value, str) and is_prose(model, path):
        lines = prose_lines(value)
        return scalar(lines[0], in_brackets=True) if lines and len(lines) == 1 else None
    try:
        return in_brackets(node_of(value, flow=True), model, path)
    except Unwritable:
        return None


def on_one_line(value: str, model: type[Model], path: KeyPath) -> str | None:
    """The text as it stands behind a key; None for prose of more than one sentence."""
    if not is_prose(model, path):
        return scalar(value.strip())
    lines = prose_lines(value)
    return scalar(lines[0]) if lines and len(lines) == 1 else None


def node_of(value: Data, flow: bool) -> Node:
    """The value as the formatter has it: in brackets where that is wanted and there is room."""
    if isinstance(value, dict):
        keys = [Entry(None, 0, key, node_of(inner, flow)) for key, inner in value.items()]
        return Node(entries=keys, has_keys=True, flow=flow)
    if isinstance(value, list):
        return Node(entries=[Entry(None, 0, None, node_of(inner, flow)) for inner in value], flow=flow)
    return Node(value)


def _lines(entry: Entry, model: type[Model], path: KeyPath, indent: str) -> list[str]:
    try:
        return lines_of(entry, model, path, indent)
    except Unwritable as unwritable:
        reason = say("the value cannot be written as YAML that is read")
        raise Refused(path, reason, say("write less")) from unwritable

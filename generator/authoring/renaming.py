"""A name of a plan and the places that it stands at, in all of its files: as a text, in a list, as a key.

A name is meant wherever a whole line or key says it. Prose that mentions it is told apart: how a name bends
in a sentence nobody but the writer knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.authoring.edits import Edit, Rename, Set
from generator.plan.model.base import samme
from generator.plan.model.record import Model
from generator.plan.model.shape import Keys, KeysOf, Text, is_prose, shapes_at
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath

NAMING = frozenset({"navn", "kortnavn", "aliaser", "indikator"})
"""Keys under which something gets a name that others refer to it by."""


class Use(Struct, frozen=True):
    """A place that a name stands at; `is_key` where the key itself says it."""

    path: KeyPath
    name: str
    is_key: bool = False

    def renamed(self, new: str) -> Edit:
        """The edit that puts another name there."""
        return Rename(self.path, new) if self.is_key else Set(self.path, new, self.name)


def is_name(path: KeyPath) -> bool:
    """Tell whether something gets its name at the path."""
    return next((step for step in reversed(path) if isinstance(step, str)), "") in NAMING


def uses(data: Data, model: type[Model], name: str) -> Iterator[Use]:
    """Yield the places of a file where the name stands by itself, what is in a value before its key."""
    return _lines(data, model, samme(name))


def mentions(data: Data, model: type[Model], name: str) -> Iterator[KeyPath]:
    """Yield the texts of a file that mention the name among other words."""
    word = re.compile(rf"(?<!\w){re.escape(samme(name))}", re.IGNORECASE)
    alone = {use.path for use in uses(data, model, name) if not use.is_key}
    return (path for path, text in _texts(data) if path not in alone and word.search(" ".join(text.split())))


def edits(found: Iterable[Use], new: str) -> tuple[Edit, ...]:
    """The edits of a file that put the new name at all the places."""
    return tuple(use.renamed(new) for use in found)


def _lines(data: Data, model: type[Model], wanted: str, path: KeyPath = ()) -> Iterator[Use]:
    """Yield every line that is that name, and every key that the writer has chosen so, behind its value."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _lines(value, model, wanted, (*path, key))
            if samme(key) == wanted and any(isinstance(shape, KeysOf) for shape in shapes_at(model, path)):
                yield Use((*path, key), key, is_key=True)
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from _lines(item, model, wanted, (*path, number))
    elif isinstance(data, str) and samme(data) == wanted and _may_be_a_name(model, path):
        yield Use(path, data)


def _may_be_a_name(model: type[Model], path: KeyPath) -> bool:
    is_text = any(isinstance(shape, (Text, Keys)) for shape in shapes_at(model, path))
    return is_text and not is_prose(model, path)


def _texts(data: Data, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    inner = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for step, value in inner:
        if isinstance(value, str):
            yield (*path, step), value
        else:
            yield from _texts(value, (*path, step))

"""Identity of the values of a plan: which file and key each object was read from.

Every scalar is an object of its own (`own.py`), so that it can be told from another that is equal wherever
it has come to: through properties, loops, filters that choose. U2 asks what was printed so, and a traced
rendering where what is printed was typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from generator.plan.model.load import Loaded
from generator.plan.model.record import Model
from generator.plan.source.tree import KeyPath


class Key(Struct, frozen=True):
    """A key of a file, as a path into what is typed there; `is_name` where the key itself is meant."""

    file: str
    path: KeyPath
    is_name: bool = False


class Held(Struct, frozen=True):
    """A value with the path of what is typed for it, and that itself; `key` is its own key in its model."""

    path: KeyPath
    value: object
    typed: Any
    key: str = ""


def below(value: object, path: KeyPath, typed: Any) -> Iterator[Held]:
    """Yield what was written in the value, one level down; `typed` is its text, list or keys in the source.

    A text that stands for keys (`Ringparken: 21,5 %`) has one path, and so has what was made of it.
    """
    if isinstance(value, Model):
        for name in value.fields:
            if name in value.given and name not in value.rests:
                inner = getattr(value, name)
                yield (Held(path, inner, typed, name) if isinstance(typed, str)
                       else Held((*path, name), inner, _at(typed, name), name))
    elif isinstance(value, Mapping):
        for step, inner in value.items():
            yield Held((*path, step), inner, _at(typed, step))
    elif isinstance(value, tuple):
        for at, inner in enumerate(value):
            yield Held((*path, at), inner, _at(typed, at))


def _at(typed: Any, step: str | int) -> Any:
    """Take what is typed one step down; None where nobody knows it."""
    try:
        return None if typed is None or isinstance(typed, str) else typed[step]
    except LookupError:
        return None


def identities(loaded: Loaded[Any]) -> dict[int, Key]:
    """The key of every value in a file that was read, by the value's `id`; it tells while the file lives."""
    found: dict[int, Key] = {}
    _gather(Held((), loaded.value, loaded.source.data), loaded.source.name, found)
    return found


def _gather(held: Held, file: str, found: dict[int, Key]) -> None:
    found.setdefault(id(held.value), Key(file, held.path))
    for inner in below(held.value, held.path, held.typed):
        if isinstance(held.value, Mapping):
            found.setdefault(id(inner.path[-1]), Key(file, inner.path, is_name=True))
        _gather(inner, file, found)

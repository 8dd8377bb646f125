"""The models of a file, each with the places in the file that its keys stand at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct

from generator.authoring.pages.key_examples import ENTRY, ITEM, KeyPath
from generator.plan.model.base import Mangel
from generator.plan.model.record import Field, Model
from generator.plan.model.shape import (
    Choice,
    Keys,
    KeysOf,
    ListOf,
    OneShape,
    Prose,
    Text,
    WholeNumber,
    asked_for,
    model_below,
    shape_of,
)


class Group(Struct, frozen=True):
    """The keys of one model, and every path of the file that it stands at; see ITEM and ENTRY."""

    model: type[Model]
    paths: tuple[KeyPath, ...]


def groups(model: type[Model]) -> list[Group]:
    """The model itself and every model below it, in the order in which they are first met."""
    found: dict[type[Model], list[KeyPath]] = {}
    for inner, path in _models(model, ()):
        found.setdefault(inner, []).append(path)
    return [Group(inner, tuple(paths)) for inner, paths in found.items()]


def _models(model: type[Model], path: KeyPath) -> Iterator[tuple[type[Model], KeyPath]]:
    yield model, path
    for name, field in model.fields.items():
        shape = shape_in_list(field)
        inner = model_below(shape)
        if inner is not None and inner is not Mangel:
            yield from _models(inner, (*path, name, *_step(shape)))


def shape_in_list(field: Field) -> OneShape:
    """The shape that a writer is asked for."""
    return asked_for(shape_of(field.annotation))


def _step(shape: OneShape) -> KeyPath:
    match shape:
        case ListOf():
            return (ITEM,)
        case KeysOf():
            return (ENTRY,)
        case Keys() | Text() | Prose() | WholeNumber() | Choice():
            return ()
        case never:
            assert_never(never)

"""Shapes: what may stand in a field, read once from its annotation and asked by all that treat fields.

The shapes are closed: who tells them apart matches on them and ends with `assert_never`, so that mypy names
every place that a new shape must visit.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, assert_never, get_args, get_origin

from msgspec import Struct

from generator.plan.model.patterns import Schema
from generator.plan.model.record import Field, Model
from generator.plan.model.refusal import FromText, ReadBy
from generator.plan.model.texts import Tekst
from generator.plan.source.tree import KeyPath

Fields = Callable[[type[Model]], Mapping[str, Field]]
"""The fields of a model that are meant, by name: all of them, or those that a round has."""


def all_fields(model: type[Model]) -> Mapping[str, Field]:
    """Every field of the model as it is."""
    return model.fields


class Text(Struct, frozen=True):
    """One value, which `read` makes from text; an editor knows it by `looks`."""

    read: Callable[[object], Any]
    looks: Schema


class Prose(Struct, frozen=True):
    """Prose of several lines."""

    read: Callable[[object], Any]
    looks: Schema


class WholeNumber(Struct, frozen=True):
    """A whole number, such as a place in a row."""


class Choice(Struct, frozen=True):
    """One of some words."""

    words: tuple[str, ...]


class ListOf(Struct, frozen=True):
    """A list of such items."""

    item: Shape


class KeysOf(Struct, frozen=True):
    """Keys that the writer chooses, each with such a value."""

    value: Shape


class Keys(Struct, frozen=True):
    """The keys of a model."""

    model: type[Model]


class OrList(Struct, frozen=True):
    """A shape, or a list in its place: what stands there tells which."""

    shape: OneShape
    items: ListOf


class OrKeys(Struct, frozen=True):
    """A shape, or keys in its place: what stands there tells which."""

    shape: OneShape | OrList
    keys: Keys


class Maybe(Struct, frozen=True):
    """A shape, or nothing."""

    shape: OneShape | OrList | OrKeys


OneShape = Text | Prose | WholeNumber | Choice | ListOf | KeysOf | Keys
Shape = OneShape | OrList | OrKeys | Maybe


@cache
def shape_of(annotation: Any) -> Shape:
    """The shape of a field with that annotation. Raises TypeError where there is none for it."""
    kinds = alternatives(annotation)
    shape: OneShape | OrList | OrKeys
    match [_one_shape(kind) for kind in kinds if kind is not types.NoneType]:
        case [shape]:
            pass
        case [Prose() as prose, ListOf() as items]:
            shape = OrList(prose, items)
        case [Prose() as prose, ListOf() as items, Keys() as keys]:
            shape = OrKeys(OrList(prose, items), keys)
        case [other, Keys() as keys] if not isinstance(other, (Keys, KeysOf)):
            shape = OrKeys(other, keys)
        case _:
            raise TypeError(f"what stands there does not tell {annotation} apart")
    return Maybe(shape) if types.NoneType in kinds else shape


def alternatives(annotation: Any) -> tuple[Any, ...]:
    """The kinds of value that an annotation allows: those of a union, None among them, or itself."""
    return get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)


def _one_shape(annotation: Any) -> OneShape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated and isinstance(arguments[1], ReadBy):
        return Text(arguments[1].read, arguments[1].looks)
    if origin is Literal:
        return Choice(arguments)
    if origin is tuple and arguments[1:] == (...,):
        return ListOf(shape_of(arguments[0]))
    if origin is dict and arguments[0] is str:
        return KeysOf(shape_of(arguments[1]))
    if annotation is int:
        return WholeNumber()
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Keys(annotation)
    if isinstance(annotation, type) and issubclass(annotation, FromText):
        kind = Prose if issubclass(annotation, Tekst) else Text
        return kind(annotation.read, annotation.looks)
    raise TypeError(f"no shape is known for {annotation}")


def asked_for(shape: Shape) -> OneShape:
    """The shape that a writer is asked for: without nothing, and without what may stand in its place."""
    match shape:
        case Maybe(inner):
            return asked_for(inner)
        case OrList(other, _) | OrKeys(other, _):
            return asked_for(other)
        case Text() | Prose() | WholeNumber() | Choice() | ListOf() | KeysOf() | Keys():
            return shape
        case never:
            assert_never(never)


def model_below(shape: Shape) -> type[Model] | None:
    """The model whose keys a writer is asked for: of the value, of its items, or of what its keys hold."""
    match asked_for(shape):
        case Keys(model):
            return model
        case ListOf(inner) | KeysOf(inner):
            return model_below(inner)
        case Text() | Prose() | WholeNumber() | Choice():
            return None
        case never:
            assert_never(never)


def models_in(shape: Shape) -> Iterator[type[Model]]:
    """Every model that a value of the shape may hold, without those that are in them in turn."""
    match shape:
        case Keys(model):
            yield model
        case ListOf(inner) | KeysOf(inner) | Maybe(inner):
            yield from models_in(inner)
        case OrList(other, instead) | OrKeys(other, instead):
            yield from (*models_in(other), *models_in(instead))
        case Text() | Prose() | WholeNumber() | Choice():
            return
        case never:
            assert_never(never)


def choices_of(shape: Shape) -> tuple[str, ...]:
    """The words to choose from, if it is a choice."""
    one = asked_for(shape)
    return one.words if isinstance(one, Choice) else ()


def shapes_at(model: type[Model], path: KeyPath) -> list[OneShape]:
    """The shapes that a value at the path may have."""
    shapes: list[OneShape] = [Keys(model)]
    for step in path:
        inner = (inside for shape in shapes if (inside := _step(shape, step)) is not None)
        shapes = [one for inside in inner for one in _each(inside)]
    return shapes


def models_at(model: type[Model], path: KeyPath) -> list[type[Model]]:
    """The models whose keys may stand at the path; none where text or a list is wanted."""
    return list(dict.fromkeys(one.model for one in shapes_at(model, path) if isinstance(one, Keys)))


def keys_at(model: type[Model], path: KeyPath, fields: Fields = all_fields) -> list[str]:
    """The keys that are known at the path, in the order of the model."""
    return list(dict.fromkeys(key for found in models_at(model, path) for key in fields(found)))


def example_at(model: type[Model], path: KeyPath) -> str:
    """The example that the model gives for the key at the end of the path, or nothing."""
    if not path or not isinstance(path[-1], str):
        return ""
    for parent in models_at(model, path[:-1]):
        field: Field | None = parent.fields.get(path[-1])
        if field is not None and field.example:
            return field.example
    return ""


def is_prose(model: type[Model], path: KeyPath) -> bool:
    """Tell whether a text at the path is prose: by itself, or as the one that stands in place of keys."""
    shapes = shapes_at(model, path)
    inner = (one.model for one in shapes if isinstance(one, Keys) and one.model.alone)
    return any(isinstance(one, Prose) for one in shapes) or any(is_prose(m, (m.alone,)) for m in inner)


def _each(shape: Shape) -> Iterator[OneShape]:
    match shape:
        case Maybe(inner):
            yield from _each(inner)
        case OrList(other, instead) | OrKeys(other, instead):
            yield from (*_each(other), instead)
        case Text() | Prose() | WholeNumber() | Choice() | ListOf() | KeysOf() | Keys():
            yield shape
        case never:
            assert_never(never)


def _step(shape: OneShape, step: str | int) -> Shape | None:
    """The shape of what is in the value at a key or a position, if anything can be."""
    match shape:
        case ListOf(item):
            return item if isinstance(step, int) else None
        case KeysOf(value):
            return value if isinstance(step, str) else None
        case Keys(model):
            field = model.fields.get(step) if isinstance(step, str) else None
            return shape_of(field.annotation) if field else None
        case Text() | Prose() | WholeNumber() | Choice():
            return None
        case never:
            assert_never(never)

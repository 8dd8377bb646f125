"""Keys and examples at a path of a model, read from its annotations: for hints, never for validation."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Union, get_args, get_origin

from generator.plan.model.record import Field, Model
from generator.plan.source.tree import KeyPath

Fields = Callable[[type[Model]], Mapping[str, Field]]
"""The fields of a model that are meant, by name: all of them, or those that a round has."""


def all_fields(model: type[Model]) -> Mapping[str, Field]:
    """Every field of the model as it is."""
    return model.fields


def models_at(model: type[Model], path: KeyPath) -> list[type[Model]]:
    """List the models whose keys may stand at the path; none where text or a list is wanted."""
    found = [annotation for annotation in _at(model, path) if _is_model(annotation)]
    return list(dict.fromkeys(found))


def keys_at(model: type[Model], path: KeyPath, fields: Fields = all_fields) -> list[str]:
    """List the keys that are known at the path, in the order of the model."""
    return list(dict.fromkeys(key for found in models_at(model, path) for key in fields(found)))


def example_at(model: type[Model], path: KeyPath) -> str:
    """Example that the model gives for the key at the end of the path; empty where it gives none."""
    if not path or not isinstance(path[-1], str):
        return ""
    for parent in models_at(model, path[:-1]):
        field: Field | None = parent.fields.get(path[-1])
        if field is not None and field.example:
            return field.example
    return ""


def alternatives(annotation: Any) -> tuple[Any, ...]:
    """List the types that an annotation allows: those of a union, None among them, or itself."""
    return get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)


def _at(model: type[Model], path: KeyPath) -> list[Any]:
    annotations: list[Any] = [model]
    for element in path:
        annotations = [part for a in annotations for step in _step(a, element) for part in alternatives(step)]
    return annotations


def _step(annotation: Any, element: str | int) -> Iterator[Any]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(element, int) and origin in (tuple, list) and arguments:
        yield arguments[0]
    elif isinstance(element, str) and origin is dict:
        yield arguments[1]
    elif isinstance(element, str) and _is_model(annotation) and element in annotation.fields:
        yield annotation.fields[element].annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Model)

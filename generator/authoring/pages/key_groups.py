"""The models of a file, each with the places in the file that its keys stand at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.commented_yaml import Kind, Shape, shape_of
from generator.authoring.pages.key_examples import ENTRY, ITEM, KeyPath
from generator.plan.model.base import Mangel
from generator.plan.model.record import Field, Model
from generator.plan.model.values import Periode

STEPS: dict[Kind, KeyPath] = {Kind.LIST: (ITEM,), Kind.KEYS: (ENTRY,), Kind.MODEL: ()}


@dataclass(frozen=True)
class Group:
    """The keys of one model, and every path of the file that it stands at; see ITEM and ENTRY."""

    model: type[Model]
    paths: tuple[KeyPath, ...]


def groups(model: type[Model]) -> list[Group]:
    """The model itself and every model below it, in the order in which they are first met."""
    found: dict[type[Model], list[KeyPath]] = {}
    for inner, path in _models(model, ()):
        found.setdefault(inner, []).append(path)
    return [Group(inner, tuple(paths)) for inner, paths in found.items()]


def has_own_keys(field: Field) -> bool:
    """Whether the field has keys of its own, so that a table of the list is its example."""
    return below(shape_in_list(field)) is not None


def _models(model: type[Model], path: KeyPath) -> Iterator[tuple[type[Model], KeyPath]]:
    yield model, path
    for name, field in model.fields.items():
        shape = shape_in_list(field)
        inner = below(shape)
        if inner is not None and inner is not Mangel:
            yield from _models(inner, (*path, name, *STEPS[shape.kind]))


def shape_in_list(field: Field) -> Shape:
    """The shape of the field; a period has keys like any other model."""
    shape = shape_of(field.annotation)
    return Shape(Kind.MODEL, Periode) if shape.inner is Periode else shape


def below(shape: Shape) -> type[Model] | None:
    """The model whose keys stand below a field of that shape."""
    inner = shape.inner if shape.kind is Kind.MODEL else shape_of(shape.inner).inner
    is_model = shape.kind in STEPS and isinstance(inner, type) and issubclass(inner, Model)
    return inner if is_model else None

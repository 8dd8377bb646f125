"""Every field of a model with its path, so that a rule reaches what is named anywhere in a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.findings import Place
from generator.model.plan import Aftale, Plan

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name that stands in a source, and where."""

    name: str
    place: Place


def sources(plan: Plan) -> tuple[Plan | Aftale, ...]:
    """The plan's files in their order: helhedsplan.yaml, then each agreement."""
    return (plan, *plan.aftaler)


def fields(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every field, list item and entry under `value` with its path; what holds others comes first."""
    for step, inner in _steps(value):
        yield (*path, step), inner
        yield from fields(inner, (*path, step))


def names_in(source: Plan | Aftale, *field_names: str, under: str = "") -> Iterator[Named]:
    """The names that stand as text, as list items or as keys in the fields of those names.

    `under` keeps to what stands below that field of the file.
    """
    for path, value in fields(source.kilde.value):
        if path[-1] not in field_names or (under and path[0] != under):
            continue
        if isinstance(value, str):
            yield Named(value, source.place(*path))
        elif isinstance(value, tuple):
            yield from (Named(n, source.place(*path, i)) for i, n in enumerate(value) if isinstance(n, str))
        elif isinstance(value, Mapping):
            yield from (Named(key, _key_place(source, (*path, key))) for key in value)


def _steps(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, BaseModel):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, tuple):
        yield from enumerate(value)


def _key_place(source: Plan | Aftale, path: Path) -> Place:
    """Where the key itself stands, rather than its value."""
    return source.kilde.source.key_places.get(path) or source.place(*path)

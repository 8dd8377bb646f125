"""Fields, texts and names of a plan with their paths, wherever in its files they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TypeVar

from msgspec import Struct

from generator.base.findings import Place
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Model, NotRead
from generator.plan.rules.gathered import Path, Text, walk

M = TypeVar("M", bound=Model)


class Named(Struct, frozen=True):
    """Name that stands in a source, with its place."""

    name: str
    place: Place
    path: Path = ()


def sources(plan: Plan) -> tuple[Plan | Aftale, ...]:
    """List the plan's files in their order: helhedsplan.yaml, then each agreement."""
    return (plan, *plan.aftaler)


def names_in(source: Plan | Aftale, *field_names: str, under: str = "") -> Iterator[Named]:
    """Yield the names that stand as text, as list items or as keys in fields of those names.

    With `under`, only those below that field of the file.
    """
    by_key = walk(source).by_key
    found = [at for name in field_names for at in by_key.get(name, ())]
    for _, path, value in sorted(found, key=itemgetter(0)) if len(field_names) > 1 else found:
        if under and path[0] != under:
            continue
        if isinstance(value, str):
            yield Named(value, source.place(*path), path)
        elif isinstance(value, tuple):
            listed = ((n, (*path, i)) for i, n in enumerate(value) if isinstance(n, str))
            yield from (Named(name, source.place(*at), at) for name, at in listed)
        elif isinstance(value, Mapping):
            yield from (Named(key, _key_place(source, (*path, key)), (*path, key)) for key in value)


def _key_place(source: Plan | Aftale, path: Path) -> Place:
    """Place of the key itself, rather than of its value."""
    return source.kilde.source.key_places.get(path) or source.place(*path)


def parts(source: Plan | Aftale, model: type[M]) -> Sequence[tuple[Path, M]]:
    """Everything of that model in a file with its path: a rule on it holds for every kind that has it."""
    return walk(source).parts.get(model, ())


def all_parts(source: Plan | Aftale, model: type[M]) -> Sequence[tuple[Path, M]]:
    """The same for who must not miss one. Raises NotRead where there may be one that could not be read."""
    if model in walk(source).lacking:
        raise NotRead(model.__name__)
    return parts(source, model)


def texts(source: Plan | Aftale, *containing: str) -> Sequence[Text]:
    """The texts of a file in its order; with words (in lower case), only those that contain one."""
    found = walk(source)
    return found.texts_with(containing) if containing else found.texts


def every_text(plan: Plan, *containing: str) -> list[Text]:
    """The texts of all files of the plan; with words (in lower case), only those that contain one."""
    return [text for source in sources(plan) for text in texts(source, *containing)]

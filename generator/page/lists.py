"""Lists of a page: their entries with what each is known by, and what a new one is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.page.fields import KEYS, Spot, field
from generator.plan.model.shape import (
    Choice,
    KeysOf,
    ListOf,
    Prose,
    Text,
    WholeNumber,
    models_at,
    shapes_at,
)
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath


def opened(at: Spot) -> dict[str, object]:
    """Tell the page of a field, of its entries where it has some, and of the list that it is in.

    Raises Rejected, Refused and OSError for a file in error.
    """
    known = field(at)
    numbers = [place for place, step in enumerate(at.path) if isinstance(step, int)]
    if numbers:
        known["around"] = at.path[: numbers[-1]]
    now = known["value"]
    if known["kind"] == KEYS:
        known["entries"] = list(_entries(at, now))  # type: ignore[arg-type]
        known["new"] = _new(at, now)  # type: ignore[arg-type]
    return known


def _entries(at: Spot, now: Data) -> Iterator[dict[str, object]]:
    """Yield the path and the value of each entry that can be taken away; of a list also its place."""
    if isinstance(now, list):
        for place, value in enumerate(now):
            yield {"path": [*at.path, place], "value": value, "place": place}
    elif isinstance(now, dict) and any(isinstance(one, KeysOf) for one in shapes_at(at.model, at.path)):
        for name, inner in now.items():
            yield {"path": [*at.path, name], "value": inner}


def _new(at: Spot, now: Data) -> dict[str, object] | None:
    """The path of a new entry, and the fields without which it would be none; with a name if it has one."""
    shapes = shapes_at(at.model, at.path)
    if isinstance(now, list) or (now is None and any(isinstance(one, ListOf) for one in shapes)):
        path: KeyPath = (*at.path, len(now or ()))
        fields = list(_asked_for(at, path))
        return {"path": path, "fields": fields} if fields else None
    if any(isinstance(one, KeysOf) for one in shapes):
        inner = (*at.path, "x")
        is_text = any(_is_text(at, inner)) or any(model.alone for model in models_at(at.model, inner))
        return {"path": at.path, "named": True, "fields": []} if is_text else None
    return None


def _asked_for(at: Spot, path: KeyPath) -> Iterator[dict[str, str]]:
    """Yield the keys that a new entry must have, if each is a text; else its first."""
    for model in models_at(at.model, path)[:1]:
        required = [key for key, known in model.fields.items() if known.is_required]
        keys = required or list(model.one_of[:1]) or list(model.fields)[:1]
        if all(any(_is_text(at, (*path, key))) for key in keys):
            yield from ({"key": key, "label": model.fields[key].description or key} for key in keys)


def _is_text(at: Spot, path: KeyPath) -> Iterator[bool]:
    yield from (isinstance(one, (Text, Prose, Choice, WholeNumber)) for one in shapes_at(at.model, path))

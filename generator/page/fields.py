"""Fields of a page: what stands at a key, what belongs there, and as what it is written.

Everything is asked of the model: the description, the example, the shape. The page has no form of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from generator.authoring.edits.data import holds
from generator.authoring.edits.saving import decoded
from generator.authoring.edits.standing import data_of
from generator.base.border import files
from generator.base.findings import Rejected
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.load import key_path
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
    example_at,
    models_at,
    shapes_at,
)
from generator.plan.source.prose import to_markup
from generator.plan.source.read import LARGEST, Data
from generator.plan.source.tree import KeyPath
from generator.workspace.folders import PlanFolder

LINE, PROSE, CHOICE, LINES, KEYS, NONE = "line", "prose", "choice", "lines", "keys", "none"
"""Ways to write a value: a line, prose, one of some words, one on each line, its own keys, none."""
MOST_STEPS = 30
ONE_TEXT = (Text, Prose, Choice, WholeNumber)


class NoSuchField(Exception):
    """A file or a path that the plan has no such thing at."""


class Spot(Struct, frozen=True):
    """A file of a plan, its model, and a path in it."""

    file: Path
    model: type[Model]
    path: KeyPath


def spot(folder: PlanFolder, file: object, path: object) -> Spot:
    """The spot that a page names. Raises NoSuchField for a file that is in no list, and for no path."""
    kinds = {HELHEDSPLAN.name: HELHEDSPLAN.model, **{one.name: one.kind.model for one in folder.aftaler()}}
    if not isinstance(file, str) or file not in kinds:
        raise NoSuchField
    if not isinstance(path, list) or not 0 < len(path) <= MOST_STEPS:
        raise NoSuchField
    if not all(isinstance(step, str) or (type(step) is int and step >= 0) for step in path):
        raise NoSuchField
    found = Spot(folder.path / f"{file}.yaml", kinds[file], tuple(path))
    if not shapes_at(found.model, found.path):
        raise NoSuchField
    return found


def data(value: object, depth: int = 0) -> Data:
    """Take from a page a value: texts, lists and keys. Raises NoSuchField for anything else."""
    if depth > MOST_STEPS:
        raise NoSuchField
    if value is None or isinstance(value, str):
        return value.replace("\r\n", "\n") if value else value
    if isinstance(value, list):
        return [data(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {str(key): data(inner, depth + 1) for key, inner in value.items()}
    raise NoSuchField


def field(at: Spot) -> dict[str, object]:
    """Tell the page of a field. Raises Rejected, Refused and OSError for a file in error."""
    now = standing(at)
    shapes = shapes_at(at.model, at.path)
    way = _way(shapes, now)
    known: dict[str, object] = {
        "label": label(at), "kind": way, "value": now, "example": example(at),
        "choices": [word for shape in shapes if isinstance(shape, Choice) for word in shape.words],
    }  # fmt: skip
    if way == PROSE:
        known["html"] = to_markup(now) if isinstance(now, str) else ""
    if way == KEYS:
        known["inside"] = [{"path": list(path), "label": words} for path, words in _inside(at, now)]
    return known


def standing(at: Spot) -> Data:
    """The value at the spot as its file has it now. Raises Rejected, Refused and OSError."""
    return standing_at(data_of(decoded(files.read(at.file, LARGEST))), at.path, at.model)


def name_field(at: Spot) -> dict[str, object]:
    """Tell the page of a name that is itself a key: it is written in a line, and has no other shape."""
    return {"label": label(at), "kind": LINE, "value": at.path[-1], "example": "", "choices": []}


def standing_at(data: Data, path: KeyPath, model: type[Model]) -> Data:
    """Find the value at a path of the model; a text that stands in place of keys is that of its one key."""
    for depth, step in enumerate(path):
        if isinstance(data, str):
            alone = {found.alone for found in models_at(model, path[:depth])}
            return data if len(path) == depth + 1 and step in alone else None
        if not holds(data, step):
            return None
        data = data[step]  # type: ignore[index]
    return data


def _way(shapes: list[OneShape], now: Data) -> str:
    """The way to write there: as what stands there is written, else as what is asked for first."""
    lists = [shape for shape in shapes if isinstance(shape, ListOf)]
    texts: list[OneShape] = [shape for shape in shapes if isinstance(shape, ONE_TEXT)]
    keys = [shape for shape in shapes if isinstance(shape, (Keys, KeysOf))]
    if isinstance(now, dict) and keys:
        return KEYS
    if isinstance(now, list) or (now is None and not texts and lists):
        of_lines = any(isinstance(asked_for(shape.item), ONE_TEXT) for shape in lists)
        return LINES if of_lines and all(isinstance(item, str) for item in now or ()) else KEYS
    if texts or (isinstance(now, str) and keys):
        return way_of_text(texts or [inner for shape in keys for inner in _alone(shape)])
    return KEYS if keys else NONE


def _alone(shape: OneShape) -> list[OneShape]:
    return shapes_at(shape.model, (shape.model.alone,)) if isinstance(shape, Keys) else []


def way_of_text(texts: Sequence[OneShape]) -> str:
    """The way to write one of those texts."""
    if any(isinstance(shape, Prose) for shape in texts):
        return PROSE
    return CHOICE if any(isinstance(shape, Choice) for shape in texts) else LINE


def _inside(at: Spot, now: Data) -> Iterator[tuple[KeyPath, str]]:
    """Yield the paths of what can be written in it, each with its words."""
    items = enumerate(now) if isinstance(now, list) else ()
    yield from (((*at.path, number), first_text(item)) for number, item in items)
    if isinstance(now, list) or (now is None and not models_at(at.model, at.path)):
        return
    for model in models_at(at.model, at.path)[:1]:
        yield from (((*at.path, key), known.description or key) for key, known in model.fields.items())
    if not models_at(at.model, at.path) and isinstance(now, dict):
        yield from (((*at.path, key), key) for key in now)


def without_path(message: str, path: KeyPath) -> str:
    """The message without the path of its key before it: on the page it stands at its field."""
    return message.removeprefix(f"{key_path(path)}: ")


def first_text(item: Data) -> str:
    """The first text in it, by which it is known among its neighbours."""
    if isinstance(item, dict):
        return next(filter(None, map(first_text, item.values())), "")
    return item if isinstance(item, str) else ""


def label(at: Spot) -> str:
    """The description of the nearest key of a model, and the names of the writer's own below it."""
    for end in range(len(at.path), 0, -1):
        known = _declared(at.model, at.path[:end])
        if known and known.description:
            names = [step for step in at.path[end:] if isinstance(step, str)]
            return " ".join([known.description, *(f"{name}:" for name in names)]).removesuffix(":")
    return " ".join(step for step in at.path if isinstance(step, str))


def _declared(model: type[Model], path: KeyPath) -> Field | None:
    holders = models_at(model, path[:-1])
    return next((holder.fields[str(path[-1])] for holder in holders if path[-1] in holder.fields), None)


def example(at: Spot) -> str:
    """The model's example as she would write it: without the quotes, brackets and marks of YAML."""
    path = at.path
    while path and isinstance(path[-1], int):
        path = path[:-1]
    found = example_at(at.model, path)
    try:
        return "\n".join(_plain(data_of(f"x: {found}"))) if "\n" not in found else ""
    except Rejected:
        return found


def _plain(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from _plain(item)
    elif isinstance(data, dict):
        for key, inner in data.items():
            words = list(_plain(inner))
            yield from words if key == "x" else (f"{key}: {word}" for word in words)

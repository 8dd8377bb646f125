"""Data before an edit → data after it: the measure that the text is held against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generator.authoring.edits.edit import Add, Edit, Move, Remove, Rename, Set
from generator.plan.model.record import Model
from generator.plan.model.shape import is_prose, keys_at
from generator.plan.source.prose import complaints, to_markup
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath

NOTHING: tuple[Data, ...] = (None, [], {})


def value_at(data: Data, path: KeyPath) -> Data:
    """The value at a path that is there."""
    for step in path:
        data = data[step]  # type: ignore[index]
    return data


def holds(data: Data, step: str | int) -> bool:
    """Tell whether the value has such a key, or an item at that position."""
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)


def changed(data: Data, edit: Edit) -> Data:
    """The data after the edit, whose path is typed and whose position is known."""
    match edit:
        case Set(path, value):
            return _with(data, path, value)
        case Add(path, value, at):
            held = value_at(data, path[:-1])
            if isinstance(held, list):
                assert isinstance(path[-1], int)
                return _with(data, path[:-1], [*held[: path[-1]], value, *held[path[-1] :]])
            assert isinstance(held, dict)
            pairs = list(held.items())
            pairs.insert(len(pairs) if at is None else at, (str(path[-1]), value))
            return _with(data, path[:-1], dict(pairs))
        case Remove(path):
            held = value_at(data, path[:-1])
            return _with(data, path[:-1], _reordered(held, _without(held, position(held, path[-1]))))
        case Move(path, to):
            held = value_at(data, path[:-1])
            start = position(held, path[-1])
            order = _without(held, start)
            order.insert(to, start)
            return _with(data, path[:-1], _reordered(held, order))
        case Rename(path, name):
            held = value_at(data, path[:-1])
            assert isinstance(held, dict)
            renamed = {name if key == path[-1] else key: value for key, value in held.items()}
            return _with(data, path[:-1], renamed)
        case never:
            assert_never(never)


def position(held: Data, step: str | int) -> int:
    """The position of a key among the others, or of an item, which is its own."""
    return list(held).index(str(step)) if isinstance(held, dict) else int(step)


def alike(one: Data, other: Data, model: type[Model], path: KeyPath = ()) -> bool:
    """Tell whether both say the same: keys in the same order, prose by what it looks like in print."""
    if one in NOTHING or other in NOTHING:
        return one in NOTHING and other in NOTHING
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(
            alike(one[key], other[key], model, (*path, key)) for key in one
        )
    if isinstance(one, list) and isinstance(other, list):
        pairs = enumerate(zip(one, other, strict=False))
        return len(one) == len(other) and all(alike(a, b, model, (*path, at)) for at, (a, b) in pairs)
    if isinstance(one, str) and isinstance(other, str) and one.strip() != other.strip():
        return is_prose(model, path) and not complaints(other) and to_markup(one) == to_markup(other)
    return type(one) is type(other)


def texts_in(data: Data) -> Iterator[str]:
    """Every text in the data, keys too."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from texts_in(item)
    elif isinstance(data, dict):
        for key, inner in data.items():
            yield key
            yield from texts_in(inner)


def in_order(value: Data, model: type[Model], path: KeyPath) -> Data:
    """The value with its keys in the model's order, in which the formatter writes them; others come last."""
    if isinstance(value, list):
        return [in_order(item, model, (*path, at)) for at, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    order = [key for key in keys_at(model, path) if key in value]
    keys = [*order, *(key for key in value if key not in order)]
    return {key: in_order(value[key], model, (*path, key)) for key in keys}


def _with(data: Data, path: KeyPath, value: Data) -> Data:
    """The data with another value at the path, or with one more key at its end."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, list):
        assert isinstance(step, int)
        return [*data[:step], _with(data[step], rest, value), *data[step + 1 :]]
    assert isinstance(data, dict)
    return {**data, str(step): _with(data[str(step)], rest, value)}


def _without(held: Data, at: int) -> list[int]:
    return [number for number in range(len(held or ())) if number != at]


def _reordered(held: Data, order: list[int]) -> Data:
    """The items or keys at those positions, in that order."""
    if isinstance(held, dict):
        pairs = list(held.items())
        return dict(pairs[at] for at in order)
    assert isinstance(held, list)
    return [held[at] for at in order]

"""Values of a file → its YAML; what the model does not take is left over with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.authoring.format import canonical
from generator.authoring.imported.trees import Typed
from generator.base.language import say
from generator.plan.kind import FileKind
from generator.plan.model import reader
from generator.plan.model.problems import Fault, Problem
from generator.plan.model.record import Model
from generator.plan.model.shape import choices_of, is_prose, shapes_at
from generator.plan.source.scalars import scalar
from generator.plan.source.tree import KeyPath

MOST = 5_000
"""Values that are refused at most, one after another."""


class Refusal(NamedTuple):
    """A value that the model does not take, by the path at which it was found, and the reason."""

    key: KeyPath
    reason: str


def sound(data: Any, model: type[Model]) -> tuple[Any, list[Refusal]]:
    """The data without what the model refuses, and what that is."""
    refused: list[Refusal] = []
    data = _with_choices(data, model, ())
    for _ in range(MOST):
        try:
            reader.model_of(model, data)
        except reader.Unreadable as unreadable:
            problem = unreadable.problems[-1]
            path = _there(data, problem.path)
            if not path:
                data = {}
                break
            refused += [Refusal(text.key, _reason(problem)) for text in leaves(_at(data, path))
                        if isinstance(text, Typed)]  # fmt: skip
            _remove(data, path)
        else:
            break
    return data, refused


def _reason(problem: Problem) -> str:
    if problem.refused:
        return problem.refused.message
    if problem.fault is Fault.MISSING_KEY:
        return say("the entry that it stands in lacks `{key}`", key=problem.path[-1])
    return say("it is not of the kind that is asked for")


def _with_choices(data: Any, model: type[Model], path: KeyPath) -> Any:
    """The data, in which a word to choose is spelt as the model has it."""
    if isinstance(data, dict):
        return {key: _with_choices(value, model, (*path, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_with_choices(value, model, (*path, n)) for n, value in enumerate(data)]
    words = [word for shape in shapes_at(model, path) for word in choices_of(shape)]
    word = next((word for word in words if word.casefold() == data.casefold()), None)
    return Typed.at(word, data.key) if word and isinstance(data, Typed) else data


def _there(data: Any, path: KeyPath) -> KeyPath:
    """The path of the faulty value, or of the keys that lack one; none where all of it lacks a key."""
    for end in range(len(path), 0, -1):
        try:
            _at(data, path[:end])
        except (LookupError, TypeError):
            continue
        return path[:end]
    return ()


def _at(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _remove(data: Any, path: KeyPath) -> None:
    """Take the value out, and what then holds nothing."""
    for end in range(len(path), 0, -1):
        try:
            holder = _at(data, path[: end - 1])
            del holder[path[end - 1]]
        except (LookupError, TypeError):
            return
        if holder:
            return


def leaves(data: Any) -> Iterator[str]:
    """Every text in the data."""
    if isinstance(data, str):
        yield data
    else:
        for value in data.values() if isinstance(data, Mapping) else data or ():
            yield from leaves(value)


def written(data: Mapping[str, Any], kind: FileKind) -> str:
    """The file of these values, in canonical form."""
    model = kind.model
    known = {key: data[key] for key in model.fields if key in data}
    lines = [f"# {kind.about}", *_keys(known, model, ())]
    return canonical("\n".join(lines) + "\n", model)


def _keys(data: Mapping[str, Any], model: type[Model], path: KeyPath) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{scalar(key)}:", value, model, (*path, key))


def _entry(head: str, value: Any, model: type[Model], path: KeyPath) -> Iterator[str]:
    if isinstance(value, str):
        if "\n" in value or is_prose(model, path):
            yield f"{head} |"
            yield from (f"  {line}".rstrip() for line in value.splitlines())
        else:
            yield f"{head} {scalar(value)}"
        return
    yield head
    if isinstance(value, Mapping):
        yield from (f"  {line}" for line in _keys(value, model, path))
        return
    for number, item in enumerate(value):
        at = (*path, number)
        if isinstance(item, Mapping):
            inner = [*_keys(item, model, at)]
            yield from (("  - " if n == 0 else "    ") + line for n, line in enumerate(inner))
        elif "\n" in item:
            yield "  - |"
            yield from (f"      {line}".rstrip() for line in item.splitlines())
        else:
            yield f"  - {scalar(item)}"

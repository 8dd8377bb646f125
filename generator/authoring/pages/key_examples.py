"""Words of example files at a path, as YAML on one line, for the list of keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.plan.source.scalars import scalar

KeyPath = tuple[str, ...]
Files = Mapping[str, Sequence[Any]]
"""Files as they were typed, by the kind of file that they are."""

ITEM, ENTRY = "*", "…"
"""Steps of a path: any item of a list, anything that the writer has given a name."""
LONGEST = 120


def said_at(examples: Iterable[Files], kind: str, paths: Sequence[KeyPath], name: str) -> list[str]:
    """Words of files of that kind there, those of the first examples that say something, each on one line.

    A path leads to what holds the key `name`.
    """
    for files in examples:
        said = (_get(holder, name) for path in paths for holder in _at(files.get(kind, ()), path))
        if texts := [text for value in said if value and (text := _flow(value))]:
            return texts
    return []


def _at(files: Sequence[Any], path: KeyPath) -> Iterator[Any]:
    values = list(files)
    for step in path:
        values = [inner for value in values for inner in _step(value, step)]
    yield from values


def _step(value: Any, step: str) -> list[Any]:
    if step not in (ITEM, ENTRY):
        return [_get(value, step)]
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


def _get(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _flow(value: Any) -> str:
    """One value of what stands there, as YAML on one line; nothing where it would be too long."""
    if isinstance(value, str):
        return _scalar(" ".join(value.split()))
    if isinstance(value, list) and value and isinstance(value[0], str):
        return f"[{_scalar(min(value, key=len), in_brackets=True)}]"
    if isinstance(value, dict) and "mangler" not in value:
        inside = [f"{key}: {text}" for key, inner in value.items() if (text := _nested(inner))]
        return f"{{{min(inside, key=len)}}}" if inside else ""
    return ""


def _nested(value: Any) -> str:
    return _scalar(" ".join(value.split()), in_brackets=True) if isinstance(value, str) else _flow(value)


def _scalar(text: str, *, in_brackets: bool = False) -> str:
    """The text's first sentence as a YAML scalar."""
    sentence = text if len(text) <= LONGEST else re.split(r"(?<=\w{4}[.!?]) (?=[A-ZÆØÅ])", text)[0]
    if len(sentence) > LONGEST:
        return ""
    return scalar(sentence, in_brackets=in_brackets)

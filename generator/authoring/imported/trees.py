"""Values by their paths → the keys and lists of a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.authoring.imported.parts import joined_parts
from generator.authoring.imported.slots import Path


class Typed(str):
    """A text that knows at which path it was found, wherever its item has come to."""

    key: Path

    @classmethod
    def at(cls, text: str, key: Path) -> Typed:
        """The text, found at that path."""
        made = cls(text)
        made.key = key
        return made


def tree_of(values: Mapping[Path, str], order: Mapping[Path, Sequence[int]], file: str) -> dict[str, Any]:
    """The values as keys and lists, in that order; items that hold nothing are left out."""
    top: dict[Any, Any] = {}
    for path, typed in joined_parts(dict(values)).items():
        if len(path) > 1:
            here = top
            for step in path[1:-1]:
                here = here.setdefault(step, {})
                if not isinstance(here, dict):
                    break
            else:
                here[path[-1]] = Typed.at(typed, path)
    listed: dict[str, Any] = _without_copies(_listed(top, (file,), order))
    return listed


def _listed(value: Any, path: Path, order: Mapping[Path, Sequence[int]]) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(step, int) for step in value):
        first = order.get(path, [])
        steps = [*(step for step in first if step in value), *sorted(value.keys() - {*first})]
        return [_listed(value[step], (*path, step), order) for step in steps]
    return {step: _listed(inner, (*path, step), order) for step, inner in value.items()}


def _without_copies(value: Any) -> Any:
    """The value without short names that are the full ones, or stand where there is no other."""
    if isinstance(value, list):
        return [_without_copies(one) for one in value]
    if isinstance(value, dict):
        if "kortnavn" in value and "navn" not in value:
            value = {"navn" if key == "kortnavn" else key: one for key, one in value.items()}
        same = value.get("kortnavn") is not None and value["kortnavn"] == value.get("navn")
        return {key: _without_copies(one) for key, one in value.items() if not (same and key == "kortnavn")}
    return value

"""Areas of effort of a plan of placeholders: the key that each of them stands at, by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.authoring.imported.placeholders import AREA, SIGN
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.plan import Plan
from generator.plan.source.tree import KeyPath


def own_areas(plan: Plan) -> dict[str, tuple[str, KeyPath]]:
    """The file and the path of the key that each area of effort of its own stands at."""
    found: dict[str, tuple[str, KeyPath]] = {}
    for file, loaded in ((HELHEDSPLAN.name, plan.kilde), ("", plan.aftaler[0].kilde)):
        for path, text in leaves(loaded.source.data):
            if text.endswith(AREA) and text.startswith(SIGN):
                found[text] = file, path
    return found


def leaves(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text below with its path."""
    if isinstance(data, str):
        yield path, data
    elif data is not None:
        for step, inner in data.items() if isinstance(data, Mapping) else enumerate(data):
            yield from leaves(inner, (*path, step))

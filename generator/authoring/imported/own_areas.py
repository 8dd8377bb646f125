"""Areas of effort of a plan of placeholders: the key that each of them stands at, by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.authoring.imported.placeholders import AREA, SIGN
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.load import Loaded
from generator.plan.model.plan import Plan
from generator.plan.source.tree import KeyPath


def own_areas(plan: Plan) -> dict[str, tuple[str, KeyPath]]:
    """The file and the path of the key that each area of effort of its own stands at."""
    found: dict[str, tuple[str, KeyPath]] = {}
    own, *beside = plan.aftaler
    files: list[tuple[str, Loaded[Any], KeyPath]] = [
        (HELHEDSPLAN.name, plan.kilde, ()), ("", own.kilde, ())]
    files += [(one.kind.name, one.kilde, (number,)) for number, one in enumerate(beside)
              if one.kind is not own.kind]  # fmt: skip
    for file, loaded, before in files:
        for path, text in leaves(loaded.source.data):
            if text.endswith(AREA) and text.startswith(SIGN):
                found[text] = file, (*before, *path)
    return found


def named_by_own(plan: Plan) -> dict[tuple[str, KeyPath], KeyPath]:
    """The path of each text of the own document that names something of one that is beside it, by that."""
    own, *beside = plan.aftaler
    mine = {text: path for path, text in leaves(own.kilde.source.data)
            if text.startswith(SIGN) and not text.endswith(AREA)}  # fmt: skip
    return {(one.kind.name, (number, *path)): mine[text] for number, one in enumerate(beside)
            if one.kind is not own.kind for path, text in leaves(one.kilde.source.data)
            if text in mine}  # fmt: skip


def leaves(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text below with its path."""
    if isinstance(data, str):
        yield path, data
    elif data is not None:
        for step, inner in data.items() if isinstance(data, Mapping) else enumerate(data):
            yield from leaves(inner, (*path, step))

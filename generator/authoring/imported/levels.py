"""Levels of headings as a form has them: sections are of the first, however deep their style is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.authoring.imported.units import Unit
from generator.base.values import replace
from generator.document.model import Heading


def ranked(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, whose headings have levels from 1 on: people begin with any, or with a title in one."""
    styled = [unit for unit in units if unit.level and isinstance(unit.blocks[0], Heading)]
    used = Counter(unit.level for unit in styled)
    first = min(used, default=0)
    if len(used) > 1 and used[first] == 1 and styled[0].level == first:
        del used[first]
    ranks = {level: rank for rank, level in enumerate(sorted(used), 1)}
    ranked = {id(unit) for unit in styled}
    for unit in units:
        rank, block = ranks.get(unit.level, 1), unit.blocks[0]
        if id(unit) in ranked and rank != unit.level and isinstance(block, Heading):
            unit = replace(unit, level=rank, blocks=(replace(block, level=rank),))
        yield unit

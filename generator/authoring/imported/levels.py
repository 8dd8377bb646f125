"""Levels of headings as a form has them: sections are of the first, however deep their style is.

Lines with a number that follow one another are points of a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.authoring.imported.units import TYPED_NUMBER, Unit, cut
from generator.base.values import replace
from generator.document.model import Heading, List, ListItem, Paragraph

FEWEST = 3
"""Points of a list."""


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


def with_points(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, in which lines with typed numbers, each right after the other, are points."""
    numbered = [isinstance(unit.blocks[0], Paragraph) and TYPED_NUMBER.match(unit.line) is not None
                and unit.level > 0 for unit in units]  # fmt: skip
    here = 0
    while here < len(units):
        end = here
        while end < len(units) and numbered[end]:
            end += 1
        is_above_text = end < len(units) and not units[end].level
        is_list = end - here >= FEWEST and not is_above_text
        for unit in units[here:end]:
            yield _point(unit) if is_list else unit
        if end < len(units):
            yield units[end]
        here = end + 1


def _point(unit: Unit) -> Unit:
    block = unit.blocks[0]
    found = TYPED_NUMBER.match(unit.text)
    assert isinstance(block, Paragraph)
    assert found
    rest = replace(block, content=cut(block.content, found.end()))
    points = (List((ListItem((rest,)),)),)
    return replace(unit, text=unit.text[found.end() :], blocks=points, level=0, point=True)

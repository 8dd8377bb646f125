"""Figures of areas that a table has beside what a form asks of each: as the form's table of such figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.authoring.imported.grids import Grid, again, with_rows
from generator.authoring.imported.looks import look_of, share_of
from generator.authoring.imported.plain import plain
from generator.authoring.imported.slots import Path, Slot
from generator.authoring.imported.units import Unit
from generator.base.values import replace

AREAS = "boligområder"
TABLE: Path = ("problemkompleks", "data", "tabel")
MOST = 0.5
"""Share of the cells of a column from which it is one of figures."""


def asks_for_figures(slots: Iterable[Slot]) -> bool:
    """Tell whether the form has a table of any figures of the areas."""
    return any(hole.path[: len(TABLE)] == TABLE
               for slot in slots if slot.what == "table" for hole in slot.holes())  # fmt: skip


def figures_in(grid: Grid, columns: Sequence[int]) -> list[int]:
    """The columns that have a head and figures."""
    return [n for n in columns
            if grid.heads[n] and share_of([*map(look_of, grid.column(n))], "figure") > MOST]  # fmt: skip


def _with_sign(one: Unit) -> Unit:
    """The figure with the sign of a percentage, as the key takes it."""
    return replace(one, shown=PERCENT.sub(" %", one.line)) if PERCENT.search(one.line) else one


PERCENT = re.compile(r"(?<!\s)\s*+\b(?:pct\.?|procent)\Z", re.IGNORECASE)


def table_of_figures(grid: Grid, name: int, columns: Sequence[int], like: Unit) -> Unit:
    """The table of the form, with a column for each figure; the names of the areas have been counted."""
    corner = again(Unit("Boligområde", plain("Boligområde")))
    rows = [((corner,), *(grid.heads[n] for n in columns))]
    rows += [(tuple(map(again, row[name])), *(tuple(map(_with_sign, row[n])) for n in columns))
             for row in grid.rows]  # fmt: skip
    return with_rows(Unit("", like.blocks, heads=1, heading=like.heading, is_own=True), tuple(rows))

"""Lines of a budget as rows of a sheet: where their amounts stand, and what some of them add up to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from generator.formats.sheet.model import Cell, Ref, Style
from generator.plan.model.budgetbilag import Linjebeløb, sum_i
from generator.plan.model.reserved import added_up
from generator.plan.model.values import Beløb
from generator.plan.rules.gathered import Path
from generator.render.sheets.cells import NOTHING, text, total

L = TypeVar("L", bound=Linjebeløb)


class Lines(Struct, Generic[L], frozen=True):
    """Lines of one sheet, a row each, and a last row with their sums.

    `start` is the column of the first year; behind the last one stands the line's amount in all.
    """

    sheet: str
    start: int
    years: tuple[int, ...]
    found: Sequence[tuple[Path, L]]

    @property
    def lines(self) -> list[L]:
        """The lines without their paths."""
        return [line for _, line in self.found]

    def in_all(self, row: int) -> Ref:
        """The cell with the amount in all of a row; the row behind the last line is that of the sums."""
        return Ref(self.sheet, row, self.start + len(self.years))

    @property
    def total(self) -> Ref:
        """The cell with the amount in all of all lines."""
        return self.in_all(len(self.found))

    def sums(self, rows: Sequence[int], style: Style) -> list[Cell]:
        """The sums of those rows in each year and in all."""
        return self._added([self.lines[row] for row in rows], rows, style)

    def mirrored(self, style: Style) -> list[Cell]:
        """The row of sums, shown elsewhere."""
        return self._added(self.lines, [len(self.found)], style)

    def _added(self, lines: Sequence[L], rows: Sequence[int], style: Style) -> list[Cell]:
        by_year = not any(not line.år and line.beløb for line in lines)
        cells = [
            total(self._refs(rows, column), sum_i(lines, year), style) if by_year else text(NOTHING, style)
            for column, year in enumerate(self.years)
        ]
        in_all = added_up(Beløb, (line.i_alt for line in lines))
        return [*cells, total(self._refs(rows, len(self.years)), in_all, style)]

    def _refs(self, rows: Sequence[int], column: int) -> list[Ref]:
        return [Ref(self.sheet, row, self.start + column) for row in rows]

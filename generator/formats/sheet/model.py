"""A workbook as frozen values: sheets, rows and cells, with formulas whose values follow from other cells.

A sheet is one table. Rows and columns have names, by which a cell is found again after somebody has put rows
in between; `typed` is the text that a cell was made of, for what may come back from the sheet.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import assert_never

from msgspec import Struct


class Ref(Struct, frozen=True):
    """A cell of a sheet by its row and column in the table, from 0."""

    sheet: str
    row: int
    column: int


class Sum(Struct, frozen=True):
    """Sum of the cells; those that are empty count nothing."""

    parts: tuple[Ref, ...]


class Product(Struct, frozen=True):
    """Product of two cells, in units of `per`."""

    one: Ref
    other: Ref
    per: Decimal = Decimal(1)


class Difference(Struct, frozen=True):
    """Difference of two cells."""

    whole: Ref
    less: Ref


class Share(Struct, frozen=True):
    """Part of a whole; nothing of one that is nothing."""

    part: Ref
    whole: Ref


Formula = Sum | Product | Difference | Share
Value = str | Decimal | Formula | None


class Style(Enum):
    """Looks that a cell can have."""

    TEXT = "text"
    HEAD = "head"
    TOTAL = "total"


class Cell(Struct, frozen=True):
    """A cell; a number has `decimals`, and `before` is a word that stands in front of it (`ca.`).

    `typed` is the text in the source that the value is of, empty where there is none yet; without it nothing
    comes back from the cell.
    """

    value: Value = None
    style: Style = Style.TEXT
    decimals: int = 0
    before: str = ""
    percent: bool = False
    typed: str | None = None


class Column(Struct, frozen=True):
    """A column: its name, what stands at its head, its width in characters, and whether it holds figures."""

    name: str
    head: str
    width: int
    figures: bool = True


class Row(Struct, frozen=True):
    """A row of cells under its name; `known_by` are the fields and values that tell its line from others."""

    name: str
    cells: tuple[Cell, ...]
    known_by: tuple[tuple[str, str], ...] = ()


class Sheet(Struct, frozen=True):
    """A sheet with one table under a title; `notes` stand below the table."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


class Workbook(Struct, frozen=True):
    """Sheets in their order; `source` names the file that typed-over cells come back to."""

    sheets: tuple[Sheet, ...]
    source: str = ""

    def value(self, ref: Ref) -> Decimal | str | None:
        """The value of the cell; that of a formula is computed."""
        found = next(sheet for sheet in self.sheets if sheet.name == ref.sheet)
        return self.computed(found.rows[ref.row].cells[ref.column].value)

    def computed(self, value: Value) -> Decimal | str | None:
        """The value; that of a formula is computed from the cells that it names."""
        match value:
            case None | str() | Decimal():
                return value
            case Sum(parts):
                return sum(map(self._number, parts), Decimal())
            case Product(one, other, per):
                return self._number(one) * self._number(other) / per
            case Difference(whole, less):
                return self._number(whole) - self._number(less)
            case Share(part, whole):
                divisor = self._number(whole)
                return self._number(part) / divisor if divisor else Decimal()
            case never:
                assert_never(never)

    def _number(self, ref: Ref) -> Decimal:
        value = self.value(ref)
        return value if isinstance(value, Decimal) else Decimal()

"""Places of a workbook's cells: the names of rows and columns stand hidden at the edges of each sheet.

A last, hidden sheet remembers what every cell held when it was made, so that a reader of the file knows what
somebody has typed since, wherever rows have been put in or moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.formats.sheet.model import Cell, Column, Ref, Workbook

NAMES, TITLE, HEAD, FIRST = 0, 1, 2, 3
"""Rows of a sheet from 0: the names of its columns (hidden), its title, its head, its first row."""
LEFT = 1
"""The table's first column; the names of its rows stand before it, hidden."""
MEMORY = "Kilder"
REMEMBERS = "aftale"
"""First word of the hidden sheet; beside it stands the name of the source."""
FIGURE, TEXT, FORMULA, FIXED, LINE = "tal", "tekst", "formel", "fast", "linje"


class Remembered(NamedTuple):
    """A line of the hidden sheet: the cell by its names, its kind, and the text that it held.

    Of the kind LINE it is a field of the line that the row shows, and tells it from others.
    """

    sheet: str
    row: str
    column: str
    kind: str
    text: str


def place_of(ref: Ref) -> str:
    """The cell's name in its sheet: `F4`."""
    return f"{letters(LEFT + ref.column)}{FIRST + ref.row + 1}"


def letters(column: int) -> str:
    """The name of a column by its number from 0: A, Z, AA."""
    name, left = "", column + 1
    while left:
        left, last = divmod(left - 1, 26)
        name = chr(ord("A") + last) + name
    return name


def remembered(workbook: Workbook) -> Iterator[Remembered]:
    """The lines of the hidden sheet. What stands outside of the rows has no row, and a note no column."""
    for sheet in workbook.sheets:
        yield from (Remembered(sheet.name, "", column.name, FIXED, column.head) for column in sheet.columns)
        yield from (Remembered(sheet.name, "", "", FIXED, note) for note in sheet.notes)
        for row in sheet.rows:
            yield from (Remembered(sheet.name, row.name, name, LINE, value) for name, value in row.known_by)
            for column, cell in zip(sheet.columns, row.cells, strict=True):
                if cell.value is not None or cell.typed is not None:
                    yield Remembered(sheet.name, row.name, column.name, *_kind(column, cell))


def _kind(column: Column, cell: Cell) -> tuple[str, str]:
    if cell.typed is not None:
        return (FIGURE if column.figures else TEXT), cell.typed
    return (FIXED, cell.value) if isinstance(cell.value, str) else (FORMULA, "")

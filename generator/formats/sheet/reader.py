""".xlsx → what its cells hold now, by the names of their rows and columns, and what they held when made."""

from __future__ import annotations

from msgspec import Struct, field

from generator.base.border.workbooks import Cells, Held, NoWorkbook, sheets
from generator.base.language import say
from generator.formats.sheet.layout import FIRST, HEAD, LEFT, MEMORY, NAMES, REMEMBERS, Remembered, letters

Name = tuple[str, str, str]
"""A cell by its sheet and the names of its row and its column; the head of a column has no row."""


class Typed(Struct, frozen=True):
    """A cell as it is now: where it stands (`Poster!F4`), and what it holds."""

    place: str
    held: Held


class Read(Struct):
    """A workbook that was made here, as somebody has saved it.

    `twice` are rows that stand in a sheet more than once, with the place of the second, `foreign` the places
    of what stands where nothing did, and its text.
    """

    source: str
    memory: tuple[Remembered, ...]
    cells: dict[Name, Typed] = field(default_factory=dict)
    twice: dict[tuple[str, str], str] = field(default_factory=dict)
    foreign: dict[str, str] = field(default_factory=dict)


def read(data: bytes) -> Read | None:
    """Read the workbook; None for one that was not made here. Raises NoWorkbook."""
    found = sheets(data)
    rows = _rows(found.get(MEMORY, {}))
    if not rows or rows[0][0] != REMEMBERS:
        return None
    try:
        made = Read(rows[0][1], tuple(Remembered(*row) for row in rows[2:]))
    except TypeError as error:
        raise NoWorkbook(say("its hidden sheet {sheet} has been changed", sheet=MEMORY)) from error
    notes = {line.text for line in made.memory if not line.row and not line.column}
    for name in dict.fromkeys(line.sheet for line in made.memory):
        _gather(made, name, found.get(name, {}), notes)
    return made


def _rows(cells: Cells) -> list[list[str]]:
    """The rows of a sheet of texts, as wide as their kind is; an empty cell is an empty text."""
    last = max((row for row, _ in cells), default=-1)
    width = len(Remembered._fields)
    return [[_text(cells.get((row, column))) for column in range(width)] for row in range(last + 1)]


def _text(held: Held | None) -> str:
    return "" if held is None or held.value is None else str(held.value)


def _gather(made: Read, sheet: str, cells: Cells, notes: set[str]) -> None:
    columns = {at: str(held.value) for (row, at), held in cells.items() if row == NAMES and at >= LEFT}
    rows = {row: str(held.value) for (row, at), held in cells.items() if at < LEFT and row >= FIRST}
    seen: dict[str, int] = {}
    for row, named in sorted(rows.items()):
        if seen.setdefault(named, row) != row:
            made.twice[sheet, named] = f"{sheet}, row {row + 1}"
    for (row, column), held in cells.items():
        if row < HEAD or column < LEFT:
            continue
        place = f"{sheet}!{letters(column)}{row + 1}"
        name = "" if row == HEAD else rows.get(row)
        if name is not None and column in columns:
            made.cells.setdefault((sheet, name, columns[column]), Typed(place, held))
        elif _text(held) and _text(held) not in notes:
            made.foreign[place] = _text(held)
    for row, named in rows.items():
        for column, head in columns.items():
            empty = Typed(f"{sheet}!{letters(column)}{row + 1}", Held(None))
            made.cells.setdefault((sheet, named, head), empty)

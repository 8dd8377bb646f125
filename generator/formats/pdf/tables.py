"""Tables: as wide as the text, header rows that repeat, rows that stay whole where they can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain, takewhile

from generator.document.model import Block, Cell, Row, Table
from generator.formats.pdf.inlines import inlines
from generator.formats.pdf.look.values import TWIPS, Border, CellLook, TableLook
from generator.formats.pdf.source import call, color, dictionary, joined, length, sequence
from generator.formats.pdf.state import Setting, TableTags
from generator.formats.word import codes
from generator.formats.word.page_estimate import is_short, is_tall
from generator.formats.word.reference import styles
from generator.formats.word.tables import column_widths

CellWriter = Callable[[tuple[Block, ...], bool], list[str]]
"""A writer of a cell's blocks, which is told whether the cell is a header."""
_ANY_LENGTH = 1_000_000
_EDGES = ("top", "left", "bottom", "right")
_VERTICAL = {"center": "horizon", "bottom": "bottom"}


@dataclass(frozen=True, slots=True)
class _Grid:
    """The widths of a table's columns in twips, how many of its rows are heads, and its look."""

    widths: tuple[int, ...]
    heads: int
    look: TableLook

    def width(self, cell: Cell) -> int:
        """The width of a cell, as if all columns were as wide as each other."""
        return sum(self.widths) * cell.colspan // len(self.widths)


def table_code(table: Table, setting: Setting, write_cell: CellWriter) -> str:
    """The code of a table with its caption; leaves the next paragraph to make room."""
    look = _look(table, setting)
    if look is None:
        return ""
    room, caption, gap = _caption(table, setting)
    heads = len(list(takewhile(lambda row: row.header, table.rows)))
    setting.tables.append(_tags(table, heads))
    widths = column_widths(table.columns, setting.look.reference.page.width)
    grid = _Grid(widths, heads, look)
    rows = [setting.under(row.mark, partial(_row, row, number, grid, setting, write_cell))
            for number, row in enumerate(table.rows)]
    code = call(
        "table", *([call("table.header", *chain(*rows[:heads]))] if heads else []), *chain(*rows[heads:]),
        *([call("table.hline", stroke=_stroke(look.borders["bottom"]))] if look.borders["bottom"] else []),
        columns=sequence([length(width / TWIPS) for width in widths]),
        inset=dictionary(dict(zip(_EDGES, map(length, _room(look)), strict=True))),
        stroke=_rules(look, heads))
    setting.after_table, setting.owed, setting.last_style, setting.new_page = True, 0.0, "", False
    whole = "true" if is_short(table) else ""
    return call("grid-of-data", length(room), code, caption=caption, gap=gap, whole=whole)


def _look(table: Table, setting: Setting) -> TableLook | None:
    """The look of the table; none where it cannot be set, which is noted."""
    if not table.rows or not table.columns:
        setting.complain(codes.TABLE_SHAPE, "a table has no rows or no columns", "leave the whole table out")
        return None
    return setting.table(table.style or styles.DEFAULT_TABLE)


def _tags(table: Table, heads: int) -> TableTags:
    rows = [tuple([cell.header or number < heads for cell in row.cells])
            for number, row in enumerate(table.rows)]
    return TableTags(table.description, tuple(rows))


def _room(look: TableLook) -> tuple[float, float, float, float]:
    """The room around the text of a cell; Word adds the thickness of the rule between two rows."""
    top, left, bottom, right = look.room
    between = look.borders["insideH"]
    return top, left, bottom + (between.width if between else 0.0), right


def _caption(table: Table, setting: Setting) -> tuple[float, str, str]:
    """The room above the table, its caption, and the room between the two."""
    look = setting.paragraph(styles.CAPTION)
    if not table.caption:
        room = max(setting.owed, look.before if setting.after_table else 0.0)
        return room, "", ""
    room = setting.room(look)
    content = inlines(table.caption, setting, look.style)
    return room, call("line-of-text", setting.named(look), content or "none"), length(look.after)


def _row(row: Row, number: int, grid: _Grid, setting: Setting, write_cell: CellWriter) -> list[str]:
    setting.origin = row.origin or setting.origin
    height = setting.look.reference.page.height
    tall = any(is_tall(cell.blocks, grid.width(cell), height, _ANY_LENGTH) for cell in row.cells)
    return [_cell(cell, number, tall, grid, setting, write_cell) for cell in row.cells]


def _cell(cell: Cell, number: int, tall: bool, grid: _Grid, setting: Setting,
          write_cell: CellWriter) -> str:
    """The code of a cell; what its last text asks for below it is room in the cell."""
    parts, owed = setting.apart(partial(write_cell, cell.blocks, cell.header or number < grid.heads))
    shown = grid.look.first_row if grid.heads and not number else CellLook()
    return call(
        "c", joined(parts),
        colspan=str(cell.colspan) if cell.colspan > 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
        inset=f"(bottom: {length(_room(grid.look)[2] + owed)})" if owed else "",
        breakable="true" if tall else "",
        fill=color(shown.fill) if shown.fill else "",
        align=f"{_VERTICAL[shown.vertical]} + left" if shown.vertical in _VERTICAL else "")


def _rules(look: TableLook, heads: int) -> str:
    """The rules of each cell, as a function of its column and row."""
    top, between, aside = (_stroke(look.borders[edge]) for edge in ("top", "insideH", "insideV"))
    below = _stroke(look.first_row.below or look.borders["insideH"])
    above = f"if y == 0 {{ {top} }} else if y == {heads} {{ {below} }} else {{ {between} }}"
    under = f"if y == {heads - 1} {{ {below} }} else {{ {between} }}"
    return f"(x, y) => (top: {above}, bottom: {under}, left: {aside}, right: {aside})"


def _stroke(border: Border | None) -> str:
    return f"{length(border.width)} + {color(border.color)}" if border else "none"

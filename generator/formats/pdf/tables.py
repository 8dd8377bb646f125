"""Tables: as wide as the text, header rows that repeat, rows that stay whole where they can."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import chain, takewhile

from msgspec import Struct

from generator.base.values import replace
from generator.document.model import Block, Cell, Row, Table
from generator.document.revision_marks import row_side
from generator.formats import refusals
from generator.formats.column_widths import column_widths, placed
from generator.formats.pdf.inlines import inlines
from generator.formats.pdf.look.values import TWIPS, Border, CellLook, TableLook
from generator.formats.pdf.source import call, color, dictionary, joined, length, sequence
from generator.formats.pdf.state import Setting, TableTags
from generator.formats.word import codes
from generator.formats.word.page_estimate import is_tall, kept_rows
from generator.formats.word.reference import styles

CellWriter = Callable[[tuple[Block, ...], bool], list[str]]
"""A writer of a cell's blocks, which is told whether the cell is a header."""
_ANY_LENGTH = 1_000_000
_EDGES = ("top", "left", "bottom", "right")
_VERTICAL = {"center": "horizon", "bottom": "bottom"}


class _Grid(Struct, frozen=True):
    """The widths of a table's columns in twips, how many of its rows are heads, and its look."""

    widths: tuple[int, ...]
    heads: int
    look: TableLook


def table_code(table: Table, setting: Setting, write_cell: CellWriter) -> str:
    """The code of a table with its caption; leaves the next paragraph to make room."""
    look = _look(table, setting)
    if look is None:
        return ""
    room, caption, gap = _caption(table, setting)
    heads = len(list(takewhile(lambda row: row.header, table.rows)))
    setting.tables.append(_tags(table, heads))
    reference = setting.look.reference
    widths = column_widths(_now(table), reference.page.width, reference.text).widths
    grid = _Grid(widths, heads, look)
    tall = {id(cell) for column, cell in placed(table.rows) if is_tall(
        cell.blocks, sum(widths[column:column + cell.colspan]), reference.page.height, _ANY_LENGTH)}
    rows = [setting.under(row.mark, partial(_row, row, number, grid, tall, setting, write_cell))
            for number, row in enumerate(table.rows)]
    code = call(
        "table", *([call("table.header", *chain(*rows[:heads]))] if heads else []), *chain(*rows[heads:]),
        *([call("table.hline", stroke=_stroke(look.borders["bottom"]))] if look.borders["bottom"] else []),
        columns=sequence([length(width / TWIPS) for width in widths]),
        inset=dictionary(dict(zip(_EDGES, map(length, _room(look)), strict=True))),
        stroke=_rules(grid))
    setting.after_table, setting.owed, setting.last_style, setting.new_page = True, 0.0, "", False
    now = _now(table)
    kept = kept_rows(now, heads, reference) if now.rows else frozenset()
    whole = "true" if len(kept) >= len(now.rows) - 1 else ""
    return call("grid-of-data", length(room), code, caption=caption, gap=gap, whole=whole)


def _look(table: Table, setting: Setting) -> TableLook | None:
    """The look of the table; none where it cannot be set, which is noted."""
    if not table.rows or not table.columns:
        setting.complain(codes.TABLE_SHAPE, *refusals.empty_table())
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


def _row(row: Row, number: int, grid: _Grid, tall: set[int], setting: Setting,
         write_cell: CellWriter) -> list[str]:
    """The code of a row's cells; a row with a cell that is `tall` may split over two pages."""
    setting.origin = row.origin or setting.origin
    splits = any(id(cell) in tall for cell in row.cells)
    return [_cell(cell, number, splits, grid, setting, write_cell) for cell in row.cells]


def _now(table: Table) -> Table:
    """The table as the new document has it."""
    return replace(table, rows=row_side(table.rows, old=False))


def _cell(cell: Cell, number: int, splits: bool, grid: _Grid, setting: Setting,
          write_cell: CellWriter) -> str:
    """The code of a cell; what its last text asks for below it is room in the cell."""
    parts, owed = setting.apart(partial(write_cell, cell.blocks, cell.header or number < grid.heads))
    shown = grid.look.first_row if number < grid.heads else CellLook()
    fill = shown.fill or grid.look.fill
    return call(
        "c", joined(parts),
        colspan=str(cell.colspan) if cell.colspan > 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
        inset=f"(bottom: {length(_room(grid.look)[2] + owed)})" if owed else "",
        breakable="true" if splits else "",
        fill=color(fill) if fill else "",
        align=f"{_VERTICAL[shown.vertical]} + left" if shown.vertical in _VERTICAL else "")


def _rules(grid: _Grid) -> str:
    """The rules of each cell, as a function of its column and row."""
    rule = {edge: _stroke(border) for edge, border in grid.look.borders.items()}
    below = _stroke(grid.look.first_row.below or grid.look.borders["insideH"])
    last = len(grid.widths) - 1
    sides = {
        "top": f"if y == 0 {{ {rule['top']} }} else if y == {grid.heads} {{ {below} }} "
               f"else {{ {rule['insideH']} }}",
        "bottom": f"if y == {grid.heads - 1} {{ {below} }} else {{ {rule['insideH']} }}",
        "left": f"if x == 0 {{ {rule['left']} }} else {{ {rule['insideV']} }}",
        "right": f"if x == {last} {{ {rule['right']} }} else {{ {rule['insideV']} }}"}
    return f"(x, y) => {dictionary(sides)}"


def _stroke(border: Border | None) -> str:
    return f"{length(border.width)} + {color(border.color)}" if border else "none"

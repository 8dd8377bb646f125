"""Tables: as wide as the text, header rows that repeat, rows that stay whole where they can."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from generator.document.model import Block, Cell, Row, Table
from generator.formats.pdf.inlines import inlines
from generator.formats.pdf.look.values import Border, TableLook
from generator.formats.pdf.source import call, color, dictionary, joined, length, sequence
from generator.formats.pdf.state import Setting, TableTags
from generator.formats.word import codes
from generator.formats.word.page_estimate import is_short, is_tall
from generator.formats.word.reference import styles
from generator.formats.word.tables import column_widths

CellWriter = Callable[[tuple[Block, ...], bool], list[str]]
"""A writer of a cell's blocks, which is told whether the cell is a header."""
_ANY_LENGTH = 1_000_000


def table_code(table: Table, setting: Setting, write_cell: CellWriter) -> str:
    """The code of a table with its caption; leaves the next paragraph to make room."""
    if not table.rows or not table.columns:
        setting.complain(codes.TABLE_SHAPE, "a table has no rows or no columns", "leave the whole table out")
        return ""
    name = table.style or styles.DEFAULT_TABLE
    look = setting.look.tables.get(name)
    if look is None:
        setting.findings.append(styles.unknown(name, styles.TABLE, setting.look.tables,
                                               setting.look.reference.path.name, setting.place()))
        return ""
    room, caption, gap = _caption(table, setting)
    widths = column_widths(table.columns, setting.look.reference.page.width)
    heads = len(list(takewhile(lambda row: row.header, table.rows)))
    setting.tables.append(TableTags(table.description, tuple(
        [tuple([cell.header or number < heads for cell in row.cells]) for number, row in enumerate(table.rows)])))
    rows = [setting.under(row.mark, lambda row=row, number=number: _row(  # type: ignore[misc]
        row, number < heads, number, widths, look, setting, write_cell)) for number, row in enumerate(table.rows)]
    head = [call("table.header", *[cell for row in rows[:heads] for cell in row])] if heads else []
    code = call(
        "table", *head, *[cell for row in rows[heads:] for cell in row],
        *([call("table.hline", stroke=_stroke(look.borders["bottom"]))] if look.borders["bottom"] else []),
        columns=sequence([length(width / 20) for width in widths]),
        inset=dictionary(dict(zip(("top", "left", "bottom", "right"), map(length, _room(look)), strict=True))),
        stroke=_rules(look, heads))
    setting.after_table, setting.owed, setting.last_style, setting.new_page = True, 0.0, "", False
    whole = {"whole": "true"} if is_short(table) else {}
    return call("grid-of-data", length(room), code, **({"caption": caption, "gap": gap} if caption else {}), **whole)


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


def _row(row: Row, head: bool, number: int, widths: tuple[int, ...], look: TableLook, setting: Setting,
         write_cell: CellWriter) -> list[str]:
    setting.origin = row.origin or setting.origin
    per_column = sum(widths) // len(widths)
    tall = any(is_tall(cell.blocks, per_column * cell.colspan, setting.look.reference.page.height, _ANY_LENGTH)
               for cell in row.cells)
    return [_cell(cell, head, number, tall, look, setting, write_cell) for cell in row.cells]


def _cell(cell: Cell, head: bool, number: int, tall: bool, look: TableLook, setting: Setting,
          write_cell: CellWriter) -> str:
    header = cell.header or head
    owed = [0.0]

    def write() -> list[str]:
        parts = write_cell(cell.blocks, header)
        owed[0] = setting.owed
        return parts

    parts = setting.apart(write)
    shown = look.first_row if head and not number else None
    named = {
        "colspan": str(cell.colspan) if cell.colspan > 1 else "",
        "rowspan": str(cell.rowspan) if cell.rowspan > 1 else "",
        "inset": f"(bottom: {length(_room(look)[2] + owed[0])})" if owed[0] else "",
        "fill": color(shown.fill) if shown and shown.fill else "",
        "align": shown.vertical.replace("center", "horizon") + " + left" if shown else "",
        "breakable": "true" if tall else "",
    }
    return call("c", joined(parts), **named)


def _rules(look: TableLook, heads: int) -> str:
    """The rules of each cell, as a function of its column and row."""
    between, below = _stroke(look.borders["insideH"]), _stroke(look.first_row.below or look.borders["insideH"])
    sides = {"left": _stroke(look.borders["insideV"]), "right": _stroke(look.borders["insideV"])}
    edges = f"top: if y == 0 {{ {_stroke(look.borders['top'])} }} else if y == {heads} {{ {below} }} else {{ {between} }}"
    lower = f"bottom: if y == {heads - 1} {{ {below} }} else {{ {between} }}"
    return f"(x, y) => ({edges}, {lower}, left: {sides['left']}, right: {sides['right']})"


def _stroke(border: Border | None) -> str:
    return f"{length(border.width)} + {color(border.color)}" if border else "none"

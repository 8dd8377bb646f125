"""Tables: as wide as the text, header rows that repeat, rows that stay whole where they can."""

from __future__ import annotations

from itertools import accumulate, pairwise, takewhile
from typing import assert_never

from generator.base.language import listed, say
from generator.base.values import replace
from generator.document.model import Table
from generator.document.reading import runs
from generator.document.revision_marks import content_side, row_side
from generator.formats import refusals
from generator.formats.column_widths import column_widths
from generator.formats.word import codes
from generator.formats.word.inlines import inlines
from generator.formats.word.page_estimate import kept_rows
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.pieces import Piece, WordParagraph, WordTable
from generator.formats.word.reference import styles
from generator.formats.word.reference.reference import Reference
from generator.formats.word.state import WriterState
from generator.formats.word.table_rows import CellWriter, Rows
from generator.formats.word.tracked.elements import Revisions
from generator.formats.word.xml_text import attribute, escape

_MOST_TOLD = 3

_FIRST_ROW, _FIRST_COLUMN, _NO_BANDS = 0x0020, 0x0080, 0x0600


def table_pieces(table: Table, state: WriterState, write_cell: CellWriter,
                 edges: tuple[int, ...] = ()) -> list[Piece]:
    """A table and its caption above it; leaves the next paragraph to make room.

    `edges` are those of the columns of its grid in twips, where it shares a grid with another table.
    """
    if not table.rows or not table.columns:
        state.complain(codes.TABLE_SHAPE, *refusals.empty_table())
        return []
    caption = _caption(table, state)
    now = _now(table) if state.revisions.active and not state.mark else table
    widths = _widths(now, state)
    rows = Rows(widths, state, write_cell, edges)
    heads, kept = _heads(table), kept_rows(now, _heads(now), state.reference)
    body = rows.body(table.rows, heads, kept)
    grid = "".join([f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(rows.edges)])
    state.after_table = True
    return [*caption, WordTable(_properties(now, _heads(now), sum(widths), state), grid, tuple(body))]


def joined(pieces: list[Piece], revisions: Revisions) -> list[Piece]:
    """Tables with one grid as one below all their captions: the last, which was the first before."""
    captions: list[WordParagraph] = []
    tables: list[WordTable] = []
    for piece in pieces:
        if isinstance(piece, WordParagraph):
            captions.append(piece)
        elif isinstance(piece, WordTable):
            tables.append(piece)
        else:
            assert_never(piece)
    rows = tuple([row for table in tables for row in table.rows])
    first, last = tables[0], tables[-1]
    change = revisions.table_change(first.properties) if first.properties != last.properties else ""
    return [*captions, replace(last, rows=rows, change=change)]


def shared_edges(tables: list[Table], reference: Reference) -> tuple[int, ...]:
    """The edges of all columns of the tables, in twips from the left."""
    room, text = reference.page.width, reference.text
    return tuple(sorted({edge for table in tables
                         for edge in accumulate(column_widths(_now(table), room, text).widths, initial=0)}))


def _widths(table: Table, state: WriterState) -> tuple[int, ...]:
    """The widths of the columns in twips; a word that breaks all the same is told."""
    columns = column_widths(table, state.reference.page.width, state.reference.text, state.stretches)
    if columns.broken:
        words = listed([f"'{word}'" for word in columns.broken], most=_MOST_TOLD)
        state.warn(
            codes.COLUMN_NARROW,
            say("{words} would break: the columns of the table have no room for their longest words",
                words=words),
            say("give the table fewer columns, or a row to what is a column now"))
    return columns.widths


def _now(table: Table) -> Table:
    """The table as the new document has it, from which follows what the look of its rows is."""
    caption = content_side(table.caption, old=False)
    return replace(table, rows=row_side(table.rows, old=False), caption=caption)


def _heads(table: Table) -> int:
    return len(list(takewhile(lambda row: row.header, table.rows)))


def _caption(table: Table, state: WriterState) -> list[Piece]:
    if table.caption:
        content = inlines(table.caption, state)
        return [paragraph(styles.CAPTION, content, state, keep_next=True, keep_lines=True)]
    if state.after_table:
        state.complain(codes.TABLES_TOUCH,
                       say("a table follows a table with nothing between: one table in Word"),
                       say("give the second table a caption, or write a line between them"))
    return []


def _properties(table: Table, heads: int, width: int, state: WriterState) -> str:
    style = state.style_id(table.style or styles.DEFAULT_TABLE, styles.TABLE)
    below = table.rows[heads:]
    row_heads = bool(below) and all(row.cells and row.cells[0].header for row in below)
    look = _NO_BANDS | (_FIRST_ROW if heads else 0) | (_FIRST_COLUMN if row_heads else 0)
    title = "".join([run.text for run in runs(table)])
    return "".join((
        f'<w:tblStyle w:val="{escape(style)}"/><w:tblW w:w="{width}" w:type="dxa"/>',
        '<w:tblLayout w:type="fixed"/>',
        f'<w:tblLook w:val="{look:04X}" w:firstRow="{int(bool(heads))}" w:lastRow="0"',
        f' w:firstColumn="{int(row_heads)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
        f'<w:tblCaption w:val="{attribute(title)}"/>' if title else "",
        f'<w:tblDescription w:val="{attribute(table.description)}"/>' if table.description else ""))

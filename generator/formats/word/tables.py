"""Tables: as wide as the text, header rows that repeat, rows that stay whole where they can."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import accumulate, pairwise, takewhile
from typing import assert_never

from generator.base.language import listed, say
from generator.base.values import replace
from generator.document.model import Block, Cell, Row, Table
from generator.document.reading import runs
from generator.document.revision_marks import content_side, row_side, side, stands
from generator.formats import refusals
from generator.formats.column_widths import column_widths
from generator.formats.word import codes
from generator.formats.word.inlines import inlines
from generator.formats.word.page_estimate import is_tall, kept_rows
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.pieces import Piece, WordParagraph, WordRow, WordTable
from generator.formats.word.reference import styles
from generator.formats.word.reference.reference import Reference
from generator.formats.word.state import WriterState
from generator.formats.word.tracked.elements import Revisions
from generator.formats.word.xml_text import attribute, escape

CellWriter = Callable[[tuple[Block, ...], bool, bool], str]
"""A writer of cells: from its blocks, whether it is a header, and whether its row stays with the next."""

_MOST_TOLD = 3
_SIDES = 230  # twips at both sides of a cell that its table's style may keep free

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
    rows = _Rows(widths, state, write_cell, edges)
    heads, kept = _heads(table), kept_rows(now, _heads(now), state.reference)
    body, below = [], 0
    for position, row in enumerate(table.rows):
        write_row = partial(rows.row, row, position < heads, below in kept)
        body.append(state.under(row.mark, write_row))
        below += stands(row.mark, old=False)
    rows.finish()
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
    columns = column_widths(table, state.reference.page.width, state.reference.text)
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


class _Rows:
    """Writes the rows one after another; remembers which cells reach down into the next."""

    def __init__(self, widths: tuple[int, ...], state: WriterState, write_cell: CellWriter,
                 edges: tuple[int, ...] = ()) -> None:
        self.widths, self.state, self.write_cell = widths, state, write_cell
        self.starts = tuple(accumulate(widths, initial=0))
        self.edges, self.shares_grid = edges or self.starts, bool(edges)
        self.open: dict[int, tuple[int, int]] = {}  # column → rows still to come, columns
        self.plain = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]

    def row(self, row: Row, head: bool, keep: bool) -> WordRow:
        """A row; `head` repeats it on every page, `keep` keeps it on the page of the next."""
        self.state.origin = row.origin or self.state.origin
        if row.header and not head:
            self.state.complain(codes.TABLE_SHAPE, say("a header row stands under a row that is none"),
                                say("put the header rows first"))
        cells: list[str] = []
        column, tall, page_height = 0, False, self.state.reference.page.height
        for cell in row.cells:
            if self.open:
                column = self._continue(column, cells)
            width = self._width(column, cell.colspan)
            self.state.room = width - _SIDES
            content = self.write_cell(cell.blocks, cell.header or head, keep)
            tall = tall or is_tall(self._standing(cell), width, page_height, len(content))
            cells.append(f"{self._start(cell, column, width)}{content}</w:tc>")
            column += cell.colspan
        self._check(self._continue(column, cells))
        whole = "" if tall else "<w:cantSplit/>"
        properties = f"{whole}<w:tblHeader/>" if head else whole
        mark = self.state.mark
        if mark:
            properties += self.state.revisions.row_mark(mark)
        xml = f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"
        return WordRow(xml, mark.is_old if mark else None)

    def _standing(self, cell: Cell) -> tuple[Block, ...]:
        """The blocks as they are in the document that the row stands in; in the new one, if it stays."""
        return side(cell.blocks, old=False) if self.state.revisions.active else cell.blocks

    def _width(self, column: int, span: int) -> int:
        """In twips; what reaches out of the table has none there."""
        last = len(self.widths)
        if span == 1 and column < last:
            return self.widths[column]
        return self.starts[min(column + span, last)] - self.starts[min(column, last)]

    def _start(self, cell: Cell, column: int, width: int) -> str:
        if cell.colspan == cell.rowspan == 1 and column < len(self.plain) and not self.shares_grid:
            return self.plain[column]
        if cell.rowspan > 1:
            self.open[column] = (cell.rowspan - 1, cell.colspan)
        merge = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
        return _cell_properties(width, self._in_grid(column, cell.colspan), merge)

    def _in_grid(self, column: int, span: int) -> int:
        """The number of columns of the grid that so many of the table's own are."""
        if not self.shares_grid:
            return span
        left, right = self.starts[column], self.starts[min(column + span, len(self.widths))]
        return sum(left <= edge < right for edge in self.edges)

    def _continue(self, column: int, cells: list[str]) -> int:
        """Adds the lower parts of cells that began further up; returns the next column that is free."""
        while column in self.open:
            left, span = self.open.pop(column)
            if left > 1:
                self.open[column] = (left - 1, span)
            width = self._width(column, span)
            empty = paragraph(styles.CELL, "", self.state)
            wide = self._in_grid(column, span)
            cells.append(f"{_cell_properties(width, wide, '<w:vMerge/>')}{empty}</w:tc>")
            column += span
        return column

    def _check(self, columns: int) -> None:
        if columns != len(self.widths):
            message = say("a row fills {columns} columns of {all}", columns=columns, all=len(self.widths))
            self.state.complain(codes.TABLE_SHAPE, message,
                                say("give it as many cells as the table has columns, spans counted"))

    def finish(self) -> None:
        self.state.room = self.state.reference.page.width
        if self.open:
            self.state.complain(codes.TABLE_SHAPE, say("a cell reaches down below the last row"),
                                say("make its `rowspan` smaller"))


def _cell_properties(width: int, span: int, merge: str) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{merge}</w:tcPr>'

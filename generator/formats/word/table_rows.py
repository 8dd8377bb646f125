"""Rows of a table, written one after another; those that are alike together."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from itertools import accumulate

from generator.base.language import say
from generator.document.alike import Alike
from generator.document.model import Block, Cell, Row
from generator.document.revision_marks import side, stands
from generator.formats.word import codes
from generator.formats.word.alike_rows import filled, holed
from generator.formats.word.page_estimate import is_tall
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.pieces import WordRow
from generator.formats.word.reference import styles
from generator.formats.word.state import WriterState

CellWriter = Callable[[tuple[Block, ...], bool, bool], str]
"""A writer of cells: from its blocks, whether it is a header, and whether its row stays with the next."""

_SIDES = 230  # twips at both sides of a cell that its table's style may keep free


class Rows:
    """Writes the rows one after another; remembers which cells reach down into the next."""

    def __init__(self, widths: tuple[int, ...], state: WriterState, write_cell: CellWriter,
                 edges: tuple[int, ...] = ()) -> None:
        self.widths, self.state, self.write_cell = widths, state, write_cell
        self.starts = tuple(accumulate(widths, initial=0))
        self.edges, self.shares_grid = edges or self.starts, bool(edges)
        self.open: dict[int, tuple[int, int]] = {}  # column → rows still to come, columns
        self.plain = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]

    def body(self, rows: tuple[Row, ...], heads: int, kept: Collection[int]) -> list[WordRow]:
        """All the rows, of which so many are heads; those in `kept` stay on the page of the next.

        `kept` counts the rows that the new document has.
        """
        body: list[WordRow] = []
        below = 0
        for part in self.state.stretches.of(rows):
            free = _free(part, below, kept)
            for number, row in enumerate(part.rows):
                if number == free.start:
                    body += self._alike(part, free)
                if number not in free:
                    head, keep = len(body) < heads, below in kept
                    body.append(self.row(row, head, keep) if row.mark is None else
                                self.state.under(row.mark, partial(self.row, row, head, keep)))
                below += row.mark is None or stands(row.mark, old=False)
        self._finish()
        return body

    def _alike(self, part: Alike, free: range) -> list[WordRow]:
        """Write the rows of the stretch that are free: all as the first of them, with their own texts."""
        these = slice(free.start, free.stop)
        rows, columns = part.rows[these], [texts[these] for texts in part.columns]
        like = holed(rows[0])
        form = self.row(like, False, False).xml
        if self.state.findings or self.state.comments or self.open or self._any_tall(like, rows, columns):
            return [self.row(row, False, False) for row in rows]
        written = filled(form, columns, lambda number: self.row(rows[number], False, False).xml)
        return [WordRow(xml, None) for xml in written]

    def _any_tall(self, like: Row, rows: tuple[Row, ...], columns: list[tuple[str, ...]]) -> bool:
        """Tell whether the longest text of a column makes its row one that may split."""
        page_height = self.state.reference.page.height
        for number, (cell, texts) in enumerate(zip(like.cells, columns, strict=True)):
            longest = rows[texts.index(max(texts, key=len))].cells[number].blocks
            content = self.write_cell(longest, cell.header, False)
            if is_tall(longest, self._width(number, 1), page_height, len(content)):
                return True
        return False

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

    def _finish(self) -> None:
        self.state.room = self.state.reference.page.width
        if self.open:
            self.state.complain(codes.TABLE_SHAPE, say("a cell reaches down below the last row"),
                                say("make its `rowspan` smaller"))


def _cell_properties(width: int, span: int, merge: str) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{merge}</w:tcPr>'


def _free(part: Alike, below: int, kept: Collection[int]) -> range:
    """The rows of a stretch that are written alike, from 0: the first has paid what was owed before it."""
    count = len(part.rows)
    if not part.columns or part.rows[0].header:
        return range(count, count)
    first = next((number for number in range(1, count) if below + number not in kept), count)
    last = next((number for number in range(first, count) if below + number in kept), count)
    return range(first, last)

"""Tables, back from their grid: cells that reach over columns and rows, heads, and a caption above."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, groupby, pairwise

from generator.base.values import replace
from generator.document.model import Block, Cell, Inline, Mark, Origin, Row, Table
from generator.document.revision_marks import content_side
from generator.formats.word.reading.pieces import (
    Piece,
    ReadCell,
    ReadParagraph,
    ReadRow,
    ReadTable,
    first_paragraph,
    unmarked,
)
from generator.formats.word.reference.styles import CELL_HEAD, DEFAULT_TABLE

CellReader = Callable[[Iterable[Piece], bool], tuple[Block, ...]]
"""A reader of a cell's pieces as blocks; the second says whether the cell is a head."""
Caption = tuple[tuple[Inline, ...], ReadParagraph]


def tables_of(table: ReadTable, captions: list[Caption],
              read_cell: CellReader) -> Iterator[tuple[ReadParagraph | None, Table]]:
    """The table with its first paragraph; or the old and the new one, where no row stays."""
    parts = [list(rows) for _, rows in groupby(table.rows, key=lambda row: row.mark)]
    marks = [rows[0].mark for rows in parts]
    if None in marks or len(captions) > len(marks):
        yield _table(table, table.rows, captions, None, read_cell)
        return
    for mark, rows in zip(marks, parts, strict=True):
        own = [caption for caption in captions if caption[1].mark == mark] or (
            captions if len(marks) == 1 else _on_a_side(captions, mark))
        look = table.before if mark and mark.is_old and table.before else table.look
        yield _table(replace(table, look=look), tuple(rows), own, mark, read_cell)


def _on_a_side(captions: list[Caption], mark: Mark | None) -> list[Caption]:
    """Captions that an old and a new table share, as the one that carries the mark has them."""
    return [(content_side(content, mark.is_old), above) for content, above in captions
            if mark and above.mark is None]


def _table(table: ReadTable, rows: tuple[ReadRow, ...], captions: list[Caption], mark: Mark | None,
           read_cell: CellReader) -> tuple[ReadParagraph | None, Table]:
    edges = _used_edges(table, rows)
    read = _Rows(table, edges, mark, read_cell)
    content = tuple([inline for caption, _ in captions for inline in caption])
    first = captions[0][1] if captions else first_paragraph(replace(table, rows=rows))
    widths = tuple([max(sum(table.columns[left:right]), 1) for left, right in pairwise(edges)])
    style = None if table.look.style == DEFAULT_TABLE else table.look.style
    origin = Origin("word/document.xml", first.number) if first else None
    return first, Table(read.rows(rows), widths, content, table.look.description, style, origin, mark)


def _used_edges(table: ReadTable, rows: tuple[ReadRow, ...]) -> list[int]:
    """The edges in the grid at which a cell of these rows begins or ends.

    A grid that two tables share has more columns than either of them.
    """
    edges = {0}
    for row in rows:
        edges.update(accumulate([cell.span for cell in row.cells], initial=row.skipped))
    if all(row.mark is None for row in table.rows):
        edges.update(range(max(edges) + 1))
    return sorted(edges)


class _Rows:
    """Reads the rows one after another; knows which of a cell's columns the table itself has."""

    def __init__(self, table: ReadTable, edges: list[int], mark: Mark | None, read_cell: CellReader) -> None:
        self.table, self.mark, self.read_cell = table, mark, read_cell
        self.turn = {edge: turn for turn, edge in enumerate(edges)}

    def rows(self, rows: tuple[ReadRow, ...]) -> tuple[Row, ...]:
        return tuple([self._row(row, rows[place + 1:]) for place, row in enumerate(rows)])

    def _row(self, row: ReadRow, below: tuple[ReadRow, ...]) -> Row:
        cells = []
        column = row.skipped
        if row.skipped:
            cells.append(Cell((), colspan=self.turn[row.skipped]))
        for place, cell in enumerate(row.cells):
            if cell.merge != "continue":
                heads_row = self.table.look.row_heads and not place and not row.skipped
                cells.append(self._cell(cell, column, row, heads_row, below))
            column += cell.span
        first = next((paragraph for cell in row.cells for piece in cell.pieces
                      if (paragraph := first_paragraph(piece))), None)
        origin = Origin("word/document.xml", first.number) if first else None
        return Row(tuple(cells), row.header, origin, None if self.mark else row.mark)

    def _cell(self, cell: ReadCell, column: int, row: ReadRow, heads_row: bool,
              below: tuple[ReadRow, ...]) -> Cell:
        header = row.header or heads_row or _is_head(cell)
        pieces = _without(cell.pieces, row.mark) if row.mark else cell.pieces
        colspan = self.turn[column + cell.span] - self.turn[column]
        return Cell(self.read_cell(pieces, header), header, max(colspan, 1), _rowspan(cell, column, below))


def _is_head(cell: ReadCell) -> bool:
    styles = {piece.look.style for piece in cell.pieces if isinstance(piece, ReadParagraph)}
    return CELL_HEAD in styles


def _rowspan(cell: ReadCell, column: int, below: tuple[ReadRow, ...]) -> int:
    if cell.merge != "restart":
        return 1
    span = 1
    for row in below:
        at = row.skipped
        for other in row.cells:
            if at == column and other.merge == "continue":
                span += 1
                break
            at += other.span
        else:
            break
    return span


def _without(pieces: tuple[Piece, ...], mark: Mark) -> tuple[Piece, ...]:
    """The pieces of a row that came or went, without the mark that is the row's."""
    return tuple([_bare(piece, mark) if isinstance(piece, ReadParagraph) else piece for piece in pieces])



def _bare(paragraph: ReadParagraph, mark: Mark) -> ReadParagraph:
    content = unmarked(paragraph.content, mark)
    return replace(paragraph, content=content, end=None if paragraph.end == mark else paragraph.end)

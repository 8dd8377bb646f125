"""Tables: as wide as the text, header rows that repeat, rows that stay whole where they can."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise, takewhile

from generator.document import Block, Cell, Row, Table
from generator.word import codes, styles
from generator.word.characters import attribute, escape
from generator.word.extent import is_short, is_tall
from generator.word.inlines import inlines
from generator.word.ledger import Ledger
from generator.word.paragraphs import paragraph

# How the blocks of a cell are written: the blocks, whether it is a header, whether its row stays with
# the next.
CellWriter = Callable[[tuple[Block, ...], bool, bool], str]
_FIRST_ROW, _FIRST_COLUMN, _NO_BANDS = 0x0020, 0x0080, 0x0600


def table_xml(table: Table, ledger: Ledger, write_cell: CellWriter) -> str:
    """The XML of a table and of its caption above it; leaves the next paragraph to make room."""
    if not table.rows or not table.columns:
        ledger.complain(codes.TABLE_SHAPE, "a table has no rows or no columns", "leave the whole table out")
        return ""
    caption = _caption(table, ledger)
    widths = column_widths(table.columns, ledger.reference.page.width)
    rows = _Rows(widths, ledger, write_cell)
    heads = len(list(takewhile(lambda row: row.header, table.rows)))
    whole = len(table.rows) - 1 if is_short(table) else heads
    body = "".join([rows.row(row, position < heads, position < whole)
                    for position, row in enumerate(table.rows)])
    rows.finish()
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    ledger.after_table = True
    return (f"{caption}<w:tbl>{_properties(table, heads, sum(widths), ledger)}"
            f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>")


def column_widths(shares: tuple[int, ...], width: int) -> tuple[int, ...]:
    """The width in twips as the shares divide it; the widths add up exactly."""
    edges = [width * share // sum(shares) for share in accumulate(shares, initial=0)]
    return tuple(right - left for left, right in pairwise(edges))


def _caption(table: Table, ledger: Ledger) -> str:
    if table.caption:
        content = inlines(table.caption, ledger)
        return paragraph(styles.CAPTION, content, ledger, keep_next=True, keep_lines=True)
    if ledger.after_table:
        ledger.complain(codes.TABLES_TOUCH, "a table follows a table with nothing between: one table in Word",
                        "give the second table a caption, or write a line between them")
    return ""


def _properties(table: Table, heads: int, width: int, ledger: Ledger) -> str:
    style = ledger.style_id(table.style or styles.DEFAULT_TABLE, styles.TABLE)
    below = table.rows[heads:]
    row_heads = bool(below) and all(row.cells and row.cells[0].header for row in below)
    look = _NO_BANDS | (_FIRST_ROW if heads else 0) | (_FIRST_COLUMN if row_heads else 0)
    title = "".join(inline.text for inline in table.caption if hasattr(inline, "text"))
    return "".join((
        f'<w:tblPr><w:tblStyle w:val="{escape(style)}"/><w:tblW w:w="{width}" w:type="dxa"/>',
        '<w:tblLayout w:type="fixed"/>',
        f'<w:tblLook w:val="{look:04X}" w:firstRow="{int(bool(heads))}" w:lastRow="0"',
        f' w:firstColumn="{int(row_heads)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
        f'<w:tblCaption w:val="{attribute(title)}"/>' if title else "",
        f'<w:tblDescription w:val="{attribute(table.description)}"/>' if table.description else "",
        "</w:tblPr>"))


class _Rows:
    """Writes the rows one after another; remembers which cells reach down into the next."""

    def __init__(self, widths: tuple[int, ...], ledger: Ledger, write_cell: CellWriter) -> None:
        self.widths, self.ledger, self.write_cell = widths, ledger, write_cell
        self.open: dict[int, tuple[int, int]] = {}  # column → rows still to come, columns
        self.plain = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]

    def row(self, row: Row, head: bool, keep: bool) -> str:
        """A row; `head` repeats it on every page, `keep` keeps it on the page of the next."""
        self.ledger.origin = row.origin or self.ledger.origin
        if row.header and not head:
            self.ledger.complain(codes.TABLE_SHAPE, "a header row stands under a row that is none",
                                 "put the header rows first")
        cells: list[str] = []
        column, tall = 0, False
        for cell in row.cells:
            column = self._continue(column, cells)
            width = sum(self.widths[column:column + cell.colspan])
            content = self.write_cell(cell.blocks, cell.header or head, keep)
            tall = tall or is_tall(content, width, self.ledger.reference.page.height)
            cells.append(f"{self._start(cell, column, width)}{content}</w:tc>")
            column += cell.colspan
        self._check(self._continue(column, cells))
        whole = "" if tall else "<w:cantSplit/>"
        properties = f"{whole}<w:tblHeader/>" if head else whole
        return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"

    def _start(self, cell: Cell, column: int, width: int) -> str:
        if cell.colspan == 1 and cell.rowspan == 1 and column < len(self.plain):
            return self.plain[column]
        if cell.rowspan > 1:
            self.open[column] = (cell.rowspan - 1, cell.colspan)
        merge = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
        return _cell_properties(width, cell.colspan, merge)

    def _continue(self, column: int, cells: list[str]) -> int:
        """Adds the lower parts of cells that began further up; returns the next column that is free."""
        while column in self.open:
            left, span = self.open.pop(column)
            if left > 1:
                self.open[column] = (left - 1, span)
            width = sum(self.widths[column:column + span])
            empty = paragraph(styles.CELL, "", self.ledger)
            cells.append(f"{_cell_properties(width, span, '<w:vMerge/>')}{empty}</w:tc>")
            column += span
        return column

    def _check(self, columns: int) -> None:
        if columns != len(self.widths):
            self.ledger.complain(codes.TABLE_SHAPE, f"a row fills {columns} columns of {len(self.widths)}",
                                 "give it as many cells as the table has columns, spans counted")

    def finish(self) -> None:
        if self.open:
            self.ledger.complain(codes.TABLE_SHAPE, "a cell reaches down below the last row",
                                 "make its rowspan smaller")


def _cell_properties(width: int, span: int, merge: str) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{merge}</w:tcPr>'

"""Room that text takes, estimated from its characters; Word alone lays pages out."""

from __future__ import annotations

import math
from typing import assert_never

from generator.document.model import (
    Bar,
    Block,
    Contents,
    Document,
    Heading,
    Inline,
    List,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
)
from generator.document.reading import runs_of

# A character of a table's 9.5 pt text is about 4.7 pt wide, a line of it 13 pt high.
_CELL_CHARACTER, _CELL_LINE = 94, 260
_SHORT_LINES, _MOST_ROWS = 14, 10  # eight rows of a line are too many: a long table need not be measured
# A page of running text is 46 lines of 95 characters; the rest are lines too. Text in tables is smaller.
_LINE, _PAGE = 95, 46
_BELOW, _ABOVE_HEADING, _SIGNATURE, _CELL_SCALE, _ENTRY = 0.4, 1.7, 6.0, 0.86, 0.9


def is_tall(cell: tuple[Block, ...], width: int, page_height: int, most: int) -> bool:
    """Tell whether the blocks of a cell, in a column of this many twips, are taller than half a page.

    Such a row may split over two pages: kept whole, it would leave a hole on the first. `most` is the length
    of their XML: where that is too short, nothing needs counting.
    """
    in_line = width // _CELL_CHARACTER or 1
    half = page_height // 2 // _CELL_LINE
    if most < half * (in_line if in_line < 40 else 40):
        return False
    return sum([_lines_in_cell(block, in_line) for block in cell]) > half


def _lines_in_cell(block: Block, in_line: int) -> int:
    if isinstance(block, (Paragraph, Heading)):
        return -(-_characters(block.content) // in_line) or 1
    if isinstance(block, List):
        return sum([_lines_in_cell(inner, in_line) for item in block.items for inner in item.blocks])
    if isinstance(block, Bar):
        return 1
    if isinstance(block, (Contents, Table, Signature, PageBreak)):  # refused in a cell
        return 0
    assert_never(block)


def is_short(table: Table) -> bool:
    """Tell whether a table is so short that it should not break over two pages at all."""
    return len(table.rows) <= _MOST_ROWS and _lines(table, _LINE) <= _SHORT_LINES


def pages(document: Document) -> float:
    """The length of a document in pages, estimated from its text alone; Word may number otherwise."""
    lines = 0.0
    for block in document.blocks:
        if _begins_a_page(block):
            lines = math.ceil(lines / _PAGE) * _PAGE
        lines += _lines(block, _LINE)
    return lines / _PAGE


def _begins_a_page(block: Block) -> bool:
    if isinstance(block, (Paragraph, List, Table, Signature, Contents, Bar)):
        return False
    if isinstance(block, Heading):
        return block.page_break_before
    if isinstance(block, PageBreak):
        return True
    assert_never(block)


def _lines(block: Block, room: float) -> float:
    """The lines that a block takes, with the space around it, in lines with room for so many characters."""
    if isinstance(block, (Paragraph, Heading)):
        above = _ABOVE_HEADING if isinstance(block, Heading) else _BELOW
        return (_characters(block.content) // room + 1) + above
    if isinstance(block, List):
        return sum([_lines(inner, room * 0.95) for item in block.items for inner in item.blocks])
    if isinstance(block, Table):
        return 2 + _CELL_SCALE * sum([_row_lines(row, block.columns, room) for row in block.rows])
    if isinstance(block, Signature):
        return _SIGNATURE
    if isinstance(block, Contents):
        return _ABOVE_HEADING + _ENTRY * (len(block.entries) + 1)
    if isinstance(block, Bar):
        return 1 + _BELOW
    if isinstance(block, PageBreak):
        return 0.0
    assert_never(block)


def _characters(content: tuple[Inline, ...]) -> int:
    if len(content) == 1 and isinstance(content[0], Run):
        return len(content[0].text)
    return sum([len(run.text) for run in runs_of(content)])


def _row_lines(row: Row, columns: tuple[int, ...], room: float) -> float:
    """Lines of its tallest cell; a cell further right than its column, after spans, hardly matters."""
    per_share = room / _CELL_SCALE / sum(columns)
    highest = 0.0
    for cell, share in zip(row.cells, columns, strict=False):
        wide = max(4.0, per_share * share * cell.colspan - 2)
        height = sum([_lines(block, wide) for block in cell.blocks])
        if height > highest:
            highest = height
    return highest + _BELOW

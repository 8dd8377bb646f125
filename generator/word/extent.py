"""How much room text takes, estimated from its characters; Word alone lays pages out."""

from __future__ import annotations

import re

from generator.document import Document, Heading, List, Paragraph, Signature, Table, runs, walk

# A character of a table's 9.5 pt text is about 4.7 pt wide, a line of it 13 pt high.
_CELL_CHARACTER, _CELL_LINE = 94, 260
_SHORT_ROWS, _SHORT_TEXT = 10, 800
_TAG = re.compile("<[^>]*>")
# A page of running text is 46 lines of 95 characters.
_LINE, _PAGE = 95, 46


def is_tall(cell: str, width: int, page_height: int) -> bool:
    """Whether a cell (its XML, in a column of this many twips) is taller than half a page.

    Such a row may split over two pages: kept whole, it would leave a hole on the first.
    """
    in_line = max(1, width // _CELL_CHARACTER)
    half = page_height // 2 // _CELL_LINE
    if len(cell) < half * min(in_line, 40):
        return False
    paragraphs = cell.split("</w:p>")[:-1]
    return sum(-(-len(_TAG.sub("", text)) // in_line) or 1 for text in paragraphs) > half


def is_short(table: Table) -> bool:
    """Whether a table is so short that it should not break over two pages at all."""
    if len(table.rows) > _SHORT_ROWS:
        return False
    blocks = walk(tuple(block for row in table.rows for cell in row.cells for block in cell.blocks))
    return sum(len(run.text) for block in blocks for run in runs(block)) < _SHORT_TEXT


def pages(document: Document) -> float:
    """The document's length in pages' worth of text, for telling people; not what Word will number."""
    return sum(_lines(block) for block in walk(document.blocks)) / _PAGE


def _lines(block: object) -> float:
    """The lines that the block itself takes, with the room around it."""
    if isinstance(block, Signature):
        return 8.5
    if isinstance(block, (Paragraph, Heading)):
        characters = sum(len(run.text) for run in runs(block))
        return characters / _LINE + (2.5 if isinstance(block, Heading) else 0.9)
    return 1.0 if isinstance(block, (List, Table)) else 0.0

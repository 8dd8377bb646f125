"""Room that text takes, estimated from its characters; Word alone lays pages out."""

from __future__ import annotations

from typing import assert_never

from generator.base.values import replace
from generator.document.alike import Stretches
from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
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
from generator.document.signatures import in_runs
from generator.formats.word.heights import Heights, Piece
from generator.formats.word.reference.reference import Reference
from generator.formats.word.tracked.block_groups import leads_to

# A character of a table's 9.5 pt text is about 4.7 pt wide, a line of it 13 pt high.
_CELL_CHARACTER, _CELL_LINE = 94, 260
_SHORT, _PAIR, _MOST_ROWS = 0.2, 0.1, 12
# The first two are parts of a page: with its heading, what is kept whole leaves no third of one empty.


def is_tall(cell: tuple[Block, ...], width: int, page_height: int, most: int) -> bool:
    """Tell whether the blocks of a cell, in a column of this many twips, are taller than a quarter of a page.

    Such a row may split over two pages: kept whole, it would leave a hole on the first. `most` is the length
    of their XML: where that is too short, nothing needs counting.
    """
    in_line = width // _CELL_CHARACTER or 1
    quarter = page_height // 4 // _CELL_LINE
    if most < quarter * (in_line if in_line < 40 else 40):
        return False
    return sum([_lines_in_cell(block, in_line) for block in cell]) > quarter


def _lines_in_cell(block: Block, in_line: int) -> int:
    if isinstance(block, (Paragraph, Heading)):
        return -(-_characters(block.content) // in_line) or 1
    if isinstance(block, List):
        return sum([_lines_in_cell(inner, in_line) for item in block.items for inner in item.blocks])
    if isinstance(block, Bar):
        return 1
    if isinstance(block, (Contents, Table, Signature, PageBreak, Diagram)):  # refused in a cell
        return 0
    assert_never(block)


def kept_rows(table: Table, heads: int, reference: Reference) -> frozenset[int]:
    """The rows, counted from 0, that stay on the page of the next: all of a short table.

    Of a long one the heads stay with two rows below them, and the last two rows together, unless they are so
    high that they would leave a hole.
    """
    room, page = reference.page.width, reference.page.height
    heights = Heights(reference.text, page)
    last = len(table.rows) - 1

    def are_low(rows: tuple[Row, ...], part: float) -> bool:
        return sum(heights.rows(replace(table, rows=rows), room)) <= page * part

    if last < _MOST_ROWS and are_low(table.rows, _SHORT):
        return frozenset(range(last))
    ends = (heads, last - 1) if last - heads > 2 else ()
    pairs = [first for first in ends if are_low(table.rows[first:first + 2], _PAIR)]
    return frozenset([*range(heads), *pairs])


def pages(document: Document, reference: Reference, stretches: Stretches | None = None) -> float:
    """The length of a document in pages, estimated from its text; Word may number otherwise."""
    room, heights = reference.page.width, Heights(reference.text, reference.page.height, stretches)
    followers = (*document.blocks[1:], None)
    after = {id(block): next_one for block, next_one in zip(document.blocks, followers, strict=False)}
    pieces: list[Piece] = []
    for block in in_runs(document.blocks):
        if isinstance(block, tuple):
            pieces.extend(heights.signatures(block))
        else:
            pieces.extend(heights.pieces(block, room, keep=leads_to(block, after[id(block)])))
    return filled(pieces, reference.page.height)


def filled(pieces: list[Piece], page: int) -> float:
    """The number of pages of that height that the pieces fill, the last in part."""
    done, here = 0, 0.0
    for place, piece in enumerate(pieces):
        if here and (piece.fresh or here + _least(pieces, place, page) > page):
            done, here = done + 1, -piece.before
        here += piece.height
        if here > page:  # what does not fit goes on overleaf
            done, here = done + int(here // page), here % page
    return done + here / page


def _least(pieces: list[Piece], place: int, page: int) -> float:
    """The height that must stand on the page where a piece begins, with all that it is kept with."""
    height = 0.0
    while place < len(pieces) - 1 and pieces[place].keep and height <= page:
        height += pieces[place].height
        place += 1
    height += pieces[place].least
    return height if height <= page else 0.0


def _characters(content: tuple[Inline, ...]) -> int:
    if len(content) == 1 and isinstance(content[0], Run):
        return len(content[0].text)
    return sum([len(run.text) for run in runs_of(content)])

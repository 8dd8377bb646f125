"""Signature blocks: tables with heads, whose lines every reader draws, kept together on a page.

A block stands under its label; of more than four, two stand side by side in one table. None stands alone on
a page: up to four stay together, and of pairs the last two do.
"""

from __future__ import annotations

from msgspec import Struct

from generator.document.model import Signature
from generator.document.revision_marks import DELETED, INSERTED
from generator.document.signatures import (
    ELSEWHERE,
    PARTY,
    SIGNATURE,
    SignatureTable,
    arranged,
    fields,
    has_room,
)
from generator.formats.signature_widths import signature_widths
from generator.formats.word.bookmarks import bookmark
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.pieces import Piece, WordRow, WordTable
from generator.formats.word.reference import styles
from generator.formats.word.state import WriterState
from generator.formats.word.xml_text import attribute, run_content

ROOM, SMALL_ROOM = 850, 420
"""Heights in twips: of a row to sign in, and of one to write a date, a name or a title in."""
_LINE = '<w:{} w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
_FLUSH = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar>'
"""The texts of a block that has a label above it stand below the label's first letter."""
_FIRST_ROW, _FIRST_COLUMN, _NO_BANDS = 0x0020, 0x0080, 0x0600


def signature_pieces(blocks: tuple[Signature, ...], state: WriterState) -> list[Piece]:
    """Signatures that follow each other, in a document without marks or under the mark of all of them."""
    tables = arranged(blocks)
    return [piece for place, table in enumerate(tables)
            for piece in table_pieces(table, state, keep_next=stays_with_next(place, tables))]


def stays_with_next(place: int, tables: tuple[SignatureTable, ...]) -> bool:
    """Tell whether the table at the place stays on the page of the next one."""
    left = len(tables) - 1 - place
    return left == 1 if tables[place].paired else left > 0


def table_pieces(table: SignatureTable, state: WriterState, keep_next: bool) -> list[Piece]:
    """The label or the heading, and the table below it."""
    state.origin = table.blocks[0].origin or state.origin
    pieces = (_side_by_side if table.paired else _alone)(table, state, keep_next)
    state.after_table = True
    return pieces


class _Cell(Struct, frozen=True):
    """A cell: its paragraph's style, the text before and after a revision, a bookmark, and its borders."""

    style: str
    was: str
    text: str
    anchor: str = ""
    borders: tuple[str, ...] = ()


def _alone(table: SignatureTable, state: WriterState, keep_next: bool) -> list[Piece]:
    (block,) = table.blocks
    label = bookmark(block.anchor, _text((block.was or block).label, block.label, state), state)
    above = paragraph(styles.PARTY, label, state, keep_next=True, keep_lines=True)
    was = fields(block.was or block)
    heads = [_Cell(styles.SIGN_CAPTION, name, name) for name in table.fields]
    values = [_Cell(styles.CELL, was[name], text, borders=("bottom",) * has_room(name, block))
              for name, text in fields(block).items()]
    height = 0 if block.digital else ROOM
    widths = _widths(table, [heads, values], state)
    rows = (_row(heads, widths, state, keep=True, head=True),
            _row(values, widths, state, keep=keep_next, height=height))
    return [above, _table(table, widths, rows)]


def _side_by_side(table: SignatureTable, state: WriterState, keep_next: bool) -> list[Piece]:
    blocks = table.blocks
    heading = _text(table.heading, table.heading, state)
    above = paragraph(styles.CAPTION, heading, state, keep_next=True, keep_lines=True)
    labels = [_Cell(styles.CELL_HEAD, (block.was or block).label, block.label, block.anchor,
                    borders=("left", "bottom")) for block in blocks]
    heads = [_Cell(styles.SIGN_CAPTION, PARTY, PARTY, borders=("bottom",)), *labels]
    below = {name: [_Cell(styles.SIGN_CAPTION, name, name, borders=("bottom",)),
                    *[_value(name, block) for block in blocks]] for name in table.fields}
    widths = _widths(table, [heads, *below.values()], state)
    rows = [_row(heads, widths, state, keep=True, head=True)]
    for name, cells in below.items():
        rows.append(_row(cells, widths, state, keep=keep_next or name != table.fields[-1],
                         height=row_height(name, blocks)))
    return [above, _table(table, widths, tuple(rows))]


def _widths(table: SignatureTable, rows: list[list[_Cell]], state: WriterState) -> tuple[int, ...]:
    texts = [[(cell.style, cell.was, cell.text) for cell in row] for row in rows]
    return signature_widths(table, texts, state.reference.page.width, state.reference.text)


def _value(name: str, block: Signature) -> _Cell:
    was = fields(block.was or block)
    return _Cell(styles.CELL, was.get(name, ELSEWHERE), fields(block).get(name, ELSEWHERE),
                 borders=("left", "bottom"))


def row_height(name: str, blocks: tuple[Signature, ...]) -> int:
    """The least height of the row of that field, in twips; none where nothing is written by hand."""
    if not any(has_room(name, block) for block in blocks):
        return 0
    return ROOM if name == SIGNATURE else SMALL_ROOM


def _table(table: SignatureTable, widths: tuple[int, ...], rows: tuple[WordRow, ...]) -> WordTable:
    heads = _NO_BANDS | _FIRST_ROW | (_FIRST_COLUMN if table.paired else 0)
    properties = "".join((
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>',
        "" if table.paired else _FLUSH,
        f'<w:tblLook w:val="{heads:04X}" w:firstRow="1" w:lastRow="0"',
        f' w:firstColumn="{int(table.paired)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
        f'<w:tblDescription w:val="{attribute(table.description)}"/>'))
    return WordTable(properties, "".join([f'<w:gridCol w:w="{width}"/>' for width in widths]), rows)


def _row(cells: list[_Cell], widths: tuple[int, ...], state: WriterState, *, keep: bool, head: bool = False,
         height: int = 0) -> WordRow:
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    mark = state.mark
    revised = state.revisions.row_mark(mark) if mark else ""
    properties = f"<w:cantSplit/>{tall}{'<w:tblHeader/>' if head else ''}{revised}"
    written = "".join([_written(cell, width, state, keep) for cell, width in zip(cells, widths, strict=True)])
    return WordRow(f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>", mark.is_old if mark else None)


def _written(cell: _Cell, width: int, state: WriterState, keep: bool) -> str:
    lines = "".join([_LINE.format(side) for side in cell.borders])
    borders = f"<w:tcBorders>{lines}</w:tcBorders>" if lines else ""
    content = _text(cell.was, cell.text, state)
    if cell.anchor:
        content = bookmark(cell.anchor, content, state)
    inside = paragraph(cell.style, content, state, keep_next=keep)
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}<w:vAlign w:val="bottom"/></w:tcPr>'
            f"{inside}</w:tc>")


def _text(was: str, now: str, state: WriterState) -> str:
    """The text, or what it was and what it is."""
    around = state.revisions.around
    if was == now:
        return around(state.mark, lambda gone: _run(now, gone))
    return around(DELETED, lambda gone: _run(was, gone)) + around(INSERTED, lambda gone: _run(now, gone))


def _run(text: str, gone: bool) -> str:
    return f"<w:r>{run_content(text, gone)}</w:r>" if text else ""

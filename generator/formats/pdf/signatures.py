"""Signature blocks: a label, and below it a table in which one signs; never split over two pages.

What stands in them, and which stand side by side, is decided where the .docx asks too.
"""

from __future__ import annotations

from functools import partial

from msgspec import Struct

from generator.document.model import Run, Signature
from generator.document.revision_marks import DELETED, INSERTED
from generator.document.signatures import (
    ELSEWHERE,
    PARTY,
    SignatureTable,
    fields,
    has_room,
)
from generator.formats.pdf.inlines import inlines
from generator.formats.pdf.look.values import TWIPS
from generator.formats.pdf.source import arguments, call, dictionary, length, sequence
from generator.formats.pdf.state import Setting, TableTags, paragraph
from generator.formats.signature_widths import signature_widths
from generator.formats.word.reference import styles
from generator.formats.word.signatures import ROOM, row_height
from generator.formats.word.tracked.signature_runs import revised

_LINE = "0.75pt"
_ASIDE = 5.4
"""Points between the text of a cell and its sides, as in a table of Word's that has no style."""
_CELL_AFTER = 2.0


class _Cell(Struct, frozen=True):
    """A cell: its paragraph's style, the text before and after a revision, and the sides that have a rule."""

    style: str
    was: str
    text: str
    lines: tuple[str, ...] = ()


def signatures_code(blocks: tuple[Signature, ...], setting: Setting) -> str:
    """The code of signatures that follow each other."""
    return "; ".join([setting.under(mark, partial(_table, table, setting, keep_next))
                      for table, mark, keep_next in revised(blocks)])


def _table(table: SignatureTable, setting: Setting, keep_next: bool) -> str:
    setting.origin = table.blocks[0].origin or setting.origin
    return (_side_by_side if table.paired else _alone)(table, setting, keep_next)


def _alone(table: SignatureTable, setting: Setting, keep_next: bool) -> str:
    (block,) = table.blocks
    was = block.was or block
    heads = [_Cell(styles.SIGN_CAPTION, name, name) for name in table.fields]
    values = [_Cell(styles.CELL, fields(was)[name], text, ("bottom",) * has_room(name, block))
              for name, text in fields(block).items()]
    height = 0 if block.digital else ROOM
    label = _label(styles.PARTY, was.label, block.label, setting)
    return f"{label}; {_grid(table, [(heads, 0), (values, height)], setting, keep_next)}"


def _side_by_side(table: SignatureTable, setting: Setting, keep_next: bool) -> str:
    blocks = table.blocks
    labels = [_Cell(styles.CELL_HEAD, (block.was or block).label, block.label, ("left", "bottom"))
              for block in blocks]
    rows = [([_Cell(styles.SIGN_CAPTION, PARTY, PARTY, ("bottom",)), *labels], 0)]
    for name in table.fields:
        values = [_Cell(styles.CELL, fields(block.was or block).get(name, ELSEWHERE),
                        fields(block).get(name, ELSEWHERE), ("left", "bottom")) for block in blocks]
        rows.append(([_Cell(styles.SIGN_CAPTION, name, name, ("bottom",)), *values],
                     row_height(name, blocks)))
    heading = _label(styles.CAPTION, table.heading, table.heading, setting)
    return f"{heading}; {_grid(table, rows, setting, keep_next)}"


def _label(style: str, was: str, now: str, setting: Setting) -> str:
    return paragraph(setting, setting.paragraph(style), _text(was, now, setting, style), sticky=True)


def _grid(table: SignatureTable, rows: list[tuple[list[_Cell], int]], setting: Setting,
          keep_next: bool) -> str:
    """The code of the table; the first of its rows is its head."""
    texts = [[(cell.style, cell.was, cell.text) for cell in cells] for cells, _ in rows]
    reference = setting.look.reference
    widths = signature_widths(table, texts, reference.page.width, reference.text)
    (heads, _), *below = rows
    setting.tables.append(TableTags(table.description, (
        (True,) * len(heads), *[(table.paired, *[False] * (len(cells) - 1)) for cells, _ in below])))
    head = call("table.header", *[_cell(cell, 0, setting) for cell in heads])
    cells = [_cell(cell, height, setting) for row, height in below for cell in row]
    inset = dictionary({"left": length(_ASIDE if table.paired else 0.0), "right": length(_ASIDE),
                        "top": "0pt", "bottom": length(_CELL_AFTER)})
    code = call("table", head, *cells, columns=sequence([length(width / TWIPS) for width in widths]),
                inset=inset, align="bottom + left")
    owed, setting.after_table, setting.owed, setting.last_style = setting.owed, True, 0.0, ""
    return call("grid-of-data", length(owed), code, whole="true", sticky="true" if keep_next else "")


def _cell(cell: _Cell, height: int, setting: Setting) -> str:
    """The code of a cell that is at least so many twips high."""
    text = _text(cell.was, cell.text, setting, cell.style)
    shown = call("line-of-text", setting.named(setting.paragraph(cell.style)), text) if text else "none"
    if height:
        shown = call("at-least", length(height / TWIPS - _CELL_AFTER), shown)
    return call("c", shown, stroke=f"({arguments(**dict.fromkeys(cell.lines, _LINE))})" if cell.lines else "")


def _text(was: str, now: str, setting: Setting, style: str) -> str:
    """The text, or what it was and what it is."""
    runs = (Run(now),) if was == now else (Run(was, mark=DELETED), Run(now, mark=INSERTED))
    return inlines(runs, setting, style)

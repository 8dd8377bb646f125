"""Tables: a caption, head rows, and for every head the cells that it is the head of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import NamedTuple

from generator.document.model import Block, Cell, Inline, Paragraph, Row, Table
from generator.formats.html.elements import element
from generator.formats.html.styles import class_of


class Inside(NamedTuple):
    """Writers of what stands in a table: of blocks, and of the content of a paragraph."""

    blocks: Callable[[Iterable[Block]], str]
    content: Callable[[Iterable[Inline]], str]


def table(block: Table, inside: Inside) -> str:
    """The table; who cannot see it hears the caption, and the description after it or in its place."""
    heads = len(list(takewhile(lambda row: row.header, block.rows)))
    head = element("thead", *[_row(row, True, inside) for row in block.rows[:heads]]) if heads else ""
    body = element("tbody", *[_row(row, False, inside) for row in block.rows[heads:]])
    caption = element("caption", inside.content(block.caption)) if block.caption else ""
    label, more = ("", block.description) if caption else (block.description, "")
    return element("table", caption, head, body, class_=class_of(block.style), aria_label=label,
                   aria_description=more)


def _row(row: Row, is_head: bool, inside: Inside) -> str:
    return element("tr", *[_cell(cell, is_head, inside) for cell in row.cells])


def _cell(cell: Cell, is_head: bool, inside: Inside) -> str:
    """The cell; a text that is alone in it needs no paragraph, and gives the cell its class."""
    name = "th" if cell.header or is_head else "td"
    content, style = inside.blocks(cell.blocks), ""
    if len(cell.blocks) == 1 and isinstance(only := cell.blocks[0], Paragraph):
        content, style = inside.content(only.content), class_of(only.style)
    return element(
        name, content, class_=style, scope=_scope(cell, is_head) if name == "th" else "",
        colspan=str(cell.colspan) if cell.colspan > 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
    )


def _scope(cell: Cell, is_head: bool) -> str:
    if is_head:
        return "colgroup" if cell.colspan > 1 else "col"
    return "rowgroup" if cell.rowspan > 1 else "row"

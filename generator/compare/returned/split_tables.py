"""Tables that somebody has split in two, for the sake of the page: they are one."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.values import replace
from generator.document.model import Block, Document, Paragraph, Table


def with_whole_tables(read: Document, made: Document) -> Document:
    """The document without marks, as many of its tables joined as it has more than what is made.

    A part has no caption, as many columns as the one above it, and nothing but empty lines between.
    """
    more = _number(read.blocks) - _number(made.blocks)
    found: list[Block] = []
    for block in read.blocks if more > 0 else ():
        above = next((at for at in reversed(range(len(found))) if not _is_empty(found[at])), None)
        first = None if above is None else found[above]
        if (more > 0 and isinstance(block, Table) and not block.caption and isinstance(first, Table)
                and _width(first) == _width(block)):
            found[above:] = [replace(first, rows=(*first.rows, *block.rows))]
            more -= 1
        else:
            found.append(block)
    return replace(read, blocks=tuple(found)) if found else read


def _number(blocks: Iterable[Block]) -> int:
    return sum(isinstance(block, Table) for block in blocks)


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.content


def _width(table: Table) -> int:
    return sum(cell.colspan for cell in table.rows[-1].cells)

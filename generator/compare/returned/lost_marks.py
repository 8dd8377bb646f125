"""Marks that LibreOffice 7.4 loses: in a cell, of words that went with the look of their paragraph.

Where the last paragraph of a cell went and the one before it has another style, the words of the last one are
read as if they had been joined to those before them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise, takewhile
from typing import TypeAlias

from generator.base.values import replace
from generator.compare.returned.leaves import leaves, text_of
from generator.document.model import Block, Cell, Document, Inline, List, Paragraph, Table
from generator.document.reading import walk
from generator.document.revision_marks import accepted

Blocks: TypeAlias = tuple[Block, ...]


def with_lost_marks(read: Document, made: Document) -> Document:
    """The document with its marks, without words that nobody joined: the cell is made without them."""
    cells = _Cells(made)
    return replace(read, blocks=tuple([_table(block, cells) if isinstance(block, Table) else block
                                       for block in read.blocks]))


class _Cells:
    """The texts of each cell of the document as it is made, found once where they are asked for."""

    def __init__(self, made: Document) -> None:
        self._made = made

    @cached_property
    def all(self) -> frozenset[tuple[str, ...]]:
        return frozenset([_texts(cell.blocks) for block in walk(self._made.blocks)
                          if isinstance(block, Table) for row in block.rows for cell in row.cells])


def _table(table: Table, cells: _Cells) -> Table:
    if not any(block.mark and block.mark.is_old for block in walk((table,))):
        return table
    rows = [replace(row, cells=tuple([_cell(cell, cells) for cell in row.cells])) for row in table.rows]
    return replace(table, rows=tuple(rows))


def _cell(cell: Cell, cells: _Cells) -> Cell:
    """The cell without what was joined, where it is made so, and neither as it was read nor with both."""
    for unjoined, with_both in _unjoined(cell.blocks):
        if _texts(unjoined) in cells.all and cells.all.isdisjoint((_texts(cell.blocks), _texts(with_both))):
            return replace(cell, blocks=unjoined)
    return cell


def _unjoined(blocks: Blocks) -> Iterator[tuple[Blocks, Blocks]]:
    """The blocks without words that went from a paragraph to the one before it, and both as they stood."""
    for at, (block, after) in enumerate(pairwise(blocks)):
        if isinstance(block, Paragraph) and isinstance(after, Paragraph) and (stays := _stays(block, after)):
            head, tail = (*blocks[:at], stays), blocks[at + 2:]
            yield (*head, after, *tail), (*head, replace(after, mark=None), *tail)
    for at, block in enumerate(blocks):
        for turn, item in enumerate(block.items if isinstance(block, List) else ()):
            assert isinstance(block, List)
            for both in _unjoined(item.blocks):
                one, other = (replace(block, items=(*block.items[:turn], replace(item, blocks=inner),
                                                    *block.items[turn + 1:])) for inner in both)
                yield (*blocks[:at], one, *blocks[at + 1:]), (*blocks[:at], other, *blocks[at + 1:])


def _stays(block: Paragraph, after: Paragraph) -> Paragraph | None:
    """The paragraph without the words at its end, if they are those of the one after it, which went."""
    if block.mark or after.mark is None or not after.mark.is_old:
        return None
    came = list(takewhile(_came, reversed(block.content)))
    is_same = came and text_of(reversed(came)).strip() == text_of(after.content).strip()
    return replace(block, content=block.content[: len(block.content) - len(came)]) if is_same else None


def _came(one: Inline) -> bool:
    return one.mark is not None and not one.mark.is_old


def _texts(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The texts of the blocks with all marks taken in."""
    return tuple([leaf.text.strip() for leaf in leaves(accepted(Document(title="", blocks=tuple(blocks))))])

"""Soft hyphens in what was read: they say where a word may be divided, and are no part of it."""

from __future__ import annotations

from generator.base.values import replace
from generator.document.model import Block, Heading, Inline, List, Paragraph, Run, Table
from generator.document.reading import texts_of, walk

SOFT_HYPHEN = "\u00ad"


def without_soft_hyphens(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without them."""
    if not any(SOFT_HYPHEN in text for block in walk(blocks) for text in texts_of(block)):
        return blocks
    return tuple(map(_plain, blocks))


def _inline(one: Inline) -> Inline:
    return replace(one, text=one.text.replace(SOFT_HYPHEN, "")) if isinstance(one, Run) else one


def _plain(block: Block) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, content=tuple(map(_inline, block.content)))
        case List():
            items = (replace(item, blocks=tuple(map(_plain, item.blocks))) for item in block.items)
            return replace(block, items=tuple(items))
        case Table():
            rows = (replace(row, cells=tuple(replace(cell, blocks=tuple(map(_plain, cell.blocks)))
                                             for cell in row.cells)) for row in block.rows)  # fmt: skip
            return replace(block, rows=tuple(rows))
        case _:
            return block

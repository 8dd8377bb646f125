"""The end of a document with marks, where Word keeps a paragraph whatever is taken away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from generator.base.values import replace
from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Heading,
    List,
    Mark,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from generator.document.revision_marks import DELETED, INSERTED, side, stands


def end_settled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, so that taking the revisions back, or in, never leaves an empty paragraph at the end.

    Word cannot take away the last paragraph of a document. The writer lets the paragraph before it take its
    place, but not over a table that comes or goes; there that paragraph is taken out and put in again.
    """
    if not blocks or blocks[-1].mark is None or _is_table(blocks[-1]):
        return blocks
    old = blocks[-1].mark.is_old
    last_of_other = (place for place in reversed(range(len(blocks))) if stands(blocks[place].mark, not old))
    place = next(last_of_other, 0)
    block, between = blocks[place], blocks[place + 1:]
    if block.mark is not None or _is_table(block) or not any(map(_is_table, between)):
        return blocks
    was, now = side([block], old=True), side([block], old=False)
    return (*blocks[:place], *_all_marked(was, DELETED), *_all_marked(now, INSERTED), *between)


def _is_table(block: Block) -> bool:
    if isinstance(block, (Table, Signature)):
        return True
    if isinstance(block, (Paragraph, Heading, List, PageBreak, Contents, Bar, Diagram)):
        return False
    assert_never(block)


def _all_marked(blocks: Iterable[Block], mark: Mark) -> Iterable[Block]:
    return (replace(block, mark=mark) for block in blocks)

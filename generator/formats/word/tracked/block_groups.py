"""The blocks of a document with marks, in the groups that are written as one.

Word makes one table of two that nothing stands between. The old table and the new one in its place are
therefore written as one, whose grid has the column edges of both: its rows go and come each by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.document.model import Block, Heading, List, Mark, PageBreak, Paragraph, Run, Table
from generator.document.revision_marks import content_side, stands


@dataclass(frozen=True, slots=True)
class Group:
    """A block with its mark, or tables that touch, with marks of their own and page breaks before them.

    `keep_next` says that the block leads to the next one in the document that it stands in.
    """

    blocks: tuple[Block, ...]
    mark: Mark | None = None
    keep_next: bool = False


def leads_to(block: Block, after: Block | None) -> bool:
    """Whether a paragraph ends with a colon before a list or a table: it never stands alone on a page."""
    if not isinstance(block, Paragraph) or not isinstance(after, (List, Table)):
        return False
    last = block.content[-1] if block.content else None
    return isinstance(last, Run) and last.text.rstrip().endswith(":")


def groups(blocks: tuple[Block, ...]) -> Iterator[Group]:
    """The blocks in their order, in groups; a table that moved came and went, for Word moves no rows."""
    leading = _leading(blocks)
    waiting: list[Block] = []
    for place, block in enumerate(blocks):
        touches = any(isinstance(b, Table) for b in waiting)
        joins = isinstance(block, PageBreak) or (isinstance(block, Table) and not (touches and block.caption))
        if not joins and waiting:
            yield from _grouped(waiting)
            waiting = []
        if isinstance(block, (PageBreak, Table)):
            waiting.append(_unmoved(block))
        else:
            yield Group((block,), block.mark, leading[place])
    yield from _grouped(waiting)


def _grouped(waiting: list[Block]) -> Iterator[Group]:
    tables = [place for place, block in enumerate(waiting) if isinstance(block, Table)]
    if len(tables) > 1:
        until = tables[-1] + 1
        yield Group(tuple(waiting[:until]))
        waiting = waiting[until:]
    for block in waiting:
        yield Group((block,), block.mark)


def _unmoved(block: Block) -> Block:
    if block.mark is None or not block.mark.move:
        return block
    return replace(block, mark=Mark("deleted" if block.mark.is_old else "inserted"))


def _leading(blocks: tuple[Block, ...]) -> list[bool]:
    """For each block whether it leads to the next one of its own document."""
    after: dict[bool, Block | None] = {True: None, False: None}
    found = []
    for block in reversed(blocks):
        old = block.mark is not None and block.mark.is_old
        bare = block
        if isinstance(block, (Paragraph, Heading)) and block.mark is None:
            bare = replace(block, content=content_side(block.content, old=False))
        found.append(leads_to(bare, after[old]))
        after = {side: block if stands(block.mark, side) else after[side] for side in after}
    return found[::-1]

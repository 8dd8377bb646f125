"""Blocks of a document with marks, in the groups that are written as one.

Word makes one table of two that nothing stands between. The old table and the new one in its place are
therefore written as one, whose grid has the column edges of both: its rows go and come each by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, assert_never

from msgspec import Struct

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
    Run,
    Signature,
    Table,
)
from generator.document.reading import runs_of
from generator.document.revision_marks import DELETED, INSERTED, content_side, stands
from generator.formats.word.tracked.exchanged_tables import beside_each_other

_FEW, _FEW_LETTERS = 2, 300
"""Paragraphs, and letters in each, of a section that is too short to be alone on a page."""


class SingleBlock(Struct, frozen=True):
    """A block by itself; `keep_next` says that it leads to the next one in the document that it stands in."""

    block: Block
    keep_next: bool = False

    @property
    def mark(self) -> Mark | None:
        """The mark of the block."""
        return self.block.mark


class TouchingTables(Struct, frozen=True):
    """Tables that touch, with marks of their own, and the page breaks before them."""

    blocks: tuple[Table | PageBreak, ...]
    mark: None = None


class SignatureRun(Struct, frozen=True):
    """Signatures that follow each other, with marks of their own."""

    blocks: tuple[Signature, ...]
    mark: None = None


Group: TypeAlias = SingleBlock | TouchingTables | SignatureRun


def leads_to(block: Block, after: Block | None) -> bool:
    """Tell whether a paragraph ends with a colon before a list or a table; it then stays with that."""
    if isinstance(block, Paragraph):
        last = block.content[-1] if block.content else None
        return _may_be_led_to(after) and isinstance(last, Run) and last.text.rstrip().endswith(":")
    if isinstance(block, (Heading, List, Table, Signature, PageBreak, Contents, Bar, Diagram)):
        return False
    assert_never(block)


def _may_be_led_to(block: Block | None) -> bool:
    if block is None or isinstance(block, (Paragraph, Heading, Signature, PageBreak, Contents)):
        return False
    if isinstance(block, (List, Table, Bar, Diagram)):
        return True
    assert_never(block)


def before_the_end(parts: Sequence[Block | tuple[Signature, ...]]) -> int:
    """The place of the paragraph that goes to the last page with a last section of a few lines.

    The section would be alone there. Marked parts are those of the new document. -1 where there is none:
    the section is longer, or begins a page.
    """
    standing = [place for place, part in enumerate(parts)
                if isinstance(part, tuple) or stands(part.mark, old=False)]
    headings = [turn for turn, place in enumerate(standing) if isinstance(parts[place], Heading)]
    if not headings or not headings[-1]:
        return -1
    before, begins, *end = standing[headings[-1] - 1:]
    heading = parts[begins]
    is_short = 0 < len(end) <= _FEW and all(_is_low(parts[place]) for place in end)
    asked = isinstance(heading, Heading) and heading.page_break_before
    return before if is_short and not asked and isinstance(parts[before], Paragraph) else -1


def _is_low(block: Block | tuple[Signature, ...]) -> bool:
    return isinstance(block, Paragraph) and (
        sum([len(run.text) for run in runs_of(content_side(block.content, old=False))]) < _FEW_LETTERS)


def groups(blocks: tuple[Block, ...]) -> Iterator[Group]:
    """The blocks in their order, in groups; a table that moved came and went, for Word moves no rows."""
    blocks = beside_each_other(blocks)
    leading = _leading(blocks)
    waiting: list[Table | PageBreak] = []
    signatures: list[Signature] = []
    for place, block in enumerate(blocks):
        if signatures and not isinstance(block, Signature):
            yield SignatureRun(tuple(signatures))
            signatures = []
        if isinstance(block, (Table, PageBreak)):
            if isinstance(block, Table) and block.caption and not _is_in_its_place(block, waiting):
                yield from _grouped(waiting)
                waiting = []
            waiting.append(_unmoved(block))
        elif isinstance(block, (Paragraph, Heading, List, Signature, Contents, Bar, Diagram)):
            yield from _grouped(waiting)
            waiting = []
            if isinstance(block, Signature):
                signatures.append(block)
            else:
                yield SingleBlock(block, leading[place])
        else:
            assert_never(block)
    if signatures:
        yield SignatureRun(tuple(signatures))
    yield from _grouped(waiting)


def _is_in_its_place(block: Table, waiting: Sequence[Table | PageBreak]) -> bool:
    """Tell whether the table came for the one that went right before it, or no table is there."""
    tables = [one for one in waiting if isinstance(one, Table)]
    if not tables or block.mark is None:
        return not tables
    return len(tables) == 1 and tables[0].mark is not None and tables[0].mark.is_old and not block.mark.is_old


def _grouped(waiting: list[Table | PageBreak]) -> Iterator[Group]:
    tables = [place for place, block in enumerate(waiting) if isinstance(block, Table)]
    if len(tables) > 1:
        until = tables[-1] + 1
        yield TouchingTables(tuple(waiting[:until]))
        waiting = waiting[until:]
    for block in waiting:
        yield SingleBlock(block)


def _unmoved(block: Table | PageBreak) -> Table | PageBreak:
    if block.mark is None or not block.mark.move:
        return block
    return replace(block, mark=DELETED if block.mark.is_old else INSERTED)


def _leading(blocks: tuple[Block, ...]) -> list[bool]:
    """For each block whether it leads to the next one of its own document."""
    after: dict[bool, Block | None] = {True: None, False: None}
    found = []
    for block in reversed(blocks):
        old = block.mark is not None and block.mark.is_old
        bare = block
        if isinstance(block, Paragraph) and block.mark is None:
            bare = replace(block, content=content_side(block.content, old=False))
        found.append(leads_to(bare, after[old]))
        after = {side: block if stands(block.mark, side) else after[side] for side in after}
    last = before_the_end(blocks)
    return [leads or place == last for place, leads in enumerate(found[::-1])]

"""Documents as they can be had back from a .docx: without what a file of Word has no place for.

`as_word_holds` names all that is lost when a document is written and read; `as_saved_again` all that is lost
besides when LibreOffice has saved the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from itertools import groupby
from typing import assert_never

from generator.base.values import replace
from generator.document.model import (
    Bar,
    Block,
    Box,
    Cell,
    Contents,
    Diagram,
    Document,
    Edge,
    Heading,
    Inline,
    List,
    Mark,
    PageBreak,
    Paragraph,
    Part,
    Row,
    Run,
    Signature,
    Table,
)
from generator.document.revision_marks import DELETED, INSERTED

Change = Callable[[Block], Block]


def as_word_holds(document: Document) -> Document:
    """The document without the measures of tables and drawings, and in the one form of what has two."""
    return replace(document, blocks=_blocks(document.blocks, _held))


def as_saved_again(document: Document) -> Document:
    """The same without what LibreOffice does not keep: descriptions, and the order of properties."""
    return replace(document, blocks=_blocks(document.blocks, _kept), date="",
                   properties=tuple(sorted(document.properties)))


def without_facts(document: Document) -> Document:
    """The document without what a property or a list of contents tells of it, where it is not the new one."""

    def bare(block: Block) -> Block:
        if isinstance(block, Signature):
            was = bare(block.was) if block.was else None
            return replace(block, organisation="", cvr="", was=was if isinstance(was, Signature) else None)
        return replace(block, short="") if isinstance(block, Heading) else block

    return replace(document, blocks=tuple(map(bare, document.blocks)))


def _blocks(blocks: Iterable[Block], change: Change) -> tuple[Block, ...]:
    return tuple(_one_list(_one_break(change(_inside(block, change)) for block in blocks)))


def _one_list(blocks: Iterable[Block]) -> Iterator[Block]:
    """Two lists with bullets that touch are one, whatever marks they have."""
    for are_bullets, together in groupby(blocks, lambda block: isinstance(block, List) and not block.ordered):
        if not are_bullets:
            yield from together
            continue
        items = tuple([replace(item, mark=item.mark or block.mark) for block in together
                       if isinstance(block, List) for item in block.items])
        marks = {item.mark for item in items}
        whole = marks.pop() if len(marks) == 1 else None
        yield List(tuple([replace(item, mark=None) for item in items]) if whole else items, mark=whole)


def _inside(block: Block, change: Change) -> Block:
    if isinstance(block, List):
        items = [replace(item, blocks=_blocks(item.blocks, change)) for item in block.items]
        return replace(block, items=tuple(items))
    if isinstance(block, Table):
        return replace(block, rows=tuple([_row(row, partial(_blocks, change=change)) for row in block.rows]))
    return block


def _row(row: Row, change: Callable[[Iterable[Block]], tuple[Block, ...]]) -> Row:
    return replace(row, cells=tuple([_cell(replace(cell, blocks=change(cell.blocks))) for cell in row.cells]))


def _cell(cell: Cell) -> Cell:
    """An empty cell has an empty paragraph in Word."""
    return replace(cell, blocks=()) if cell.blocks == (Paragraph(()),) else cell


def _one_break(blocks: Iterable[Block]) -> Iterator[Block]:
    """A page break before a heading is one that the heading has; the last of a document is none.

    One in the old document and one in the new are told as if each had come or gone by itself.
    """
    pending: PageBreak | None = None
    for block in blocks:
        if isinstance(block, PageBreak):
            pending = block
            continue
        went = pending is not None and pending.mark is None and block.mark is not None and block.mark.is_old
        if isinstance(block, Heading):
            yield replace(block, page_break_before=block.page_break_before or pending is not None)
        else:
            yield from (replace(pending, mark=block.mark),) if pending else ()
            yield block
        pending = PageBreak() if went else None


def _held(block: Block) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, content=_joined(block.content))
        case Table():
            mark = _unmoved(block.mark)
            return replace(block, columns=(), caption=_joined(block.caption), mark=mark)
        case Signature():
            named = " ".join(block.organisation.split())
            return replace(block, organisation=named, mark=_unmoved(block.mark))
        case Contents():
            return replace(block, most=0)
        case Bar():
            drawn = tuple([Part(part.label, Decimal(0)) for part in block.parts if part.share])
            return replace(block, parts=drawn, width=Decimal(100))
        case Diagram():
            return _drawn(block)
        case List() | PageBreak():
            return block
        case _:
            assert_never(block)


def _kept(block: Block) -> Block:
    match block:
        case Table():
            return replace(block, description="")
        case Bar():
            return replace(block, parts=(), description="")
        case Diagram():
            return replace(block, edges=(), description="")
        case _:
            return block


def _joined(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Runs of one look and one mark that touch cannot be told apart; an empty one is none."""
    found: list[Inline] = []
    for inline in content:
        last = found[-1] if found else None
        if isinstance(inline, Run) and isinstance(last, Run) and replace(inline, text=last.text) == last:
            found[-1] = replace(inline, text=last.text + inline.text)
        elif not isinstance(inline, Run) or inline.text:
            found.append(inline)
    return tuple(found)


def _unmoved(mark: Mark | None) -> Mark | None:
    """What has rows came and went: Word knows no rows that move."""
    return (DELETED if mark.is_old else INSERTED) if mark else None


def _drawn(diagram: Diagram) -> Diagram:
    """A box has no name but its label, and its level is its row; a line's look is not read."""
    labels = {box.name: box.label for box in diagram.boxes}
    edges = {Edge(labels.get(edge.start, ""), labels.get(edge.end, ""), edge.says) for edge in diagram.edges}
    boxes = tuple([Box(box.label, box.label, box.detail) for box in diagram.boxes])
    return replace(diagram, boxes=boxes, edges=tuple(sorted(edges, key=str)))

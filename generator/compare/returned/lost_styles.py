"""Styles that LibreOffice loses: behind a paragraph whose end is taken out the next has that one's style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.base.values import replace
from generator.compare.returned.leaves import text_of
from generator.document.model import (
    Block,
    Cell,
    Document,
    Heading,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from generator.document.reading import walk

Text = Paragraph | Heading
Looks = Mapping[str, list[Text | Table]]


def with_lost_styles(read: Document, made: Document) -> Document:
    """The document with its marks, in which such paragraphs look as those of the same words are made."""
    looks: dict[str, list[Text | Table]] = {}
    for block in walk(made.blocks):
        if isinstance(block, (Paragraph, Heading, Table)):
            words = text_of(block.caption if isinstance(block, Table) else block.content)
            looks.setdefault(words, []).append(block)
    return replace(read, blocks=tuple(_blocks(read.blocks, looks)))


def _blocks(blocks: Iterable[Block], looks: Looks) -> Iterator[Block]:
    gone: Text | None = None
    caption: Text | None = None
    for block in blocks:
        inside = block if isinstance(block, Text) else _inside(block, looks)
        if caption and isinstance(inside, Table) and not inside.caption:
            inside = replace(inside, caption=caption.content, origin=caption.origin)
        elif caption:
            yield caption
        caption = None
        if not isinstance(inside, Text):
            gone = gone if isinstance(inside, PageBreak) else _last_gone(inside)
            yield inside
            continue
        like = _like(inside, looks) if gone and _look(gone) == _look(inside) else None
        went = inside.mark is not None and inside.mark.is_old
        gone = inside if went else None
        if isinstance(like, Table) and not went:
            caption = inside
        else:
            yield inside if went or not isinstance(like, Text) else _as(like, inside)
    if caption:
        yield caption


def _last_gone(block: Block) -> Text | None:
    """The last paragraph of a list, if it was taken out."""
    if not isinstance(block, List) or not block.items:
        return None
    item = block.items[-1]
    last = item.blocks[-1] if item.blocks else None
    mark = item.mark or (last.mark if last else None)
    return last if mark and mark.is_old and isinstance(last, Text) else None


def _inside(block: Block, looks: Looks) -> Block:
    if isinstance(block, List):
        return replace(block, items=tuple([_item(item, looks) for item in block.items]))
    if isinstance(block, Table):
        return replace(block, rows=tuple([_row(row, looks) for row in block.rows]))
    return block


def _item(item: ListItem, looks: Looks) -> ListItem:
    return replace(item, blocks=tuple(_blocks(item.blocks, looks)))


def _row(row: Row, looks: Looks) -> Row:
    return replace(row, cells=tuple([_cell(cell, looks) for cell in row.cells]))


def _cell(cell: Cell, looks: Looks) -> Cell:
    return replace(cell, blocks=tuple(_blocks(cell.blocks, looks)))


def _like(block: Text, looks: Looks) -> Text | Table | None:
    """The first that is made with these words; None where one is made that looks as this one does."""
    found = looks.get(text_of(block.content), [])
    as_it_is = any(not isinstance(one, Table) and _look(one) == _look(block) for one in found)
    return found[0] if found and not as_it_is else None


def _look(block: Text) -> object:
    return block.level if isinstance(block, Heading) else block.style


def _as(like: Text, block: Text) -> Text:
    """The paragraph in the look of the other."""
    return replace(like, content=block.content, origin=block.origin, mark=block.mark)

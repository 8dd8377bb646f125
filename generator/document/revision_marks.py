"""The two documents that a document with marks holds: the one that it was, and the one that it is.

Imports only the document. A document without marks is both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar, assert_never

from generator.base.values import replace
from generator.document.alike import Stretches
from generator.document.model import (
    Bar,
    Block,
    Cell,
    Contents,
    Diagram,
    Document,
    Entry,
    Heading,
    Inline,
    List,
    ListItem,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    Split,
    Table,
)

INSERTED, DELETED = Mark("inserted"), Mark("deleted")
Marked = TypeVar("Marked", bound=Block | ListItem | Row | Entry | Inline)


def accepted(document: Document) -> Document:
    """The document with all its revisions taken in: the new one."""
    return replace(document, blocks=side(document.blocks, old=False), was=None)


def rejected(document: Document) -> Document:
    """The document with all its revisions taken back: the old one, but for its language and date."""
    was = document.was or document.edition
    blocks = side(document.blocks, old=True)
    return replace(document, blocks=blocks, was=None, title=was.title, draft=was.draft, subject=was.subject,
                   author=was.author, properties=was.properties)


def has_marks(blocks: Iterable[Block], stretches: Stretches | None = None) -> bool:
    """Tell whether a block is marked, or anything in one; rows that are alike in `stretches` are not."""
    stretches = stretches or Stretches()
    return any(block.mark is not None or _has_marks_inside(block, stretches) for block in blocks)


def side(blocks: Iterable[Block], old: bool) -> tuple[Block, ...]:
    """The blocks as they were (`old`) or as they are, without a mark."""
    return tuple([one for block in _standing(blocks, old) for one in _blocks(block, old)])


def row_side(rows: Iterable[Row], old: bool) -> tuple[Row, ...]:
    """The rows as they were (`old`) or as they are, without a mark."""
    return tuple([replace(row, cells=tuple([_cell(cell, old) for cell in row.cells]), mark=None)
                  for row in _standing(rows, old)])


def content_side(content: Iterable[Inline], old: bool) -> tuple[Inline, ...]:
    """The content as it was (`old`) or as it is; runs of one look that follow each other are one."""
    return tuple([inline for paragraph in contents_side(content, old) for inline in paragraph])


def contents_side(content: Iterable[Inline], old: bool) -> list[tuple[Inline, ...]]:
    """The contents of the paragraphs that the content was (`old`) or is: one, and one more at each split."""
    contents: list[list[Inline]] = [[]]
    for inline in _standing(content, old):
        if isinstance(inline, Split):
            contents.append([])
            continue
        bare: Inline = replace(inline, mark=None)
        last = contents[-1][-1] if contents[-1] else None
        if isinstance(bare, Run) and isinstance(last, Run) and replace(bare, text=last.text) == last:
            contents[-1][-1] = replace(bare, text=last.text + bare.text)
        else:
            contents[-1].append(bare)
    return list(map(tuple, contents))


def _standing(things: Iterable[Marked], old: bool) -> Iterator[Marked]:
    return (thing for thing in things if stands(thing.mark, old))


def stands(mark: Mark | None, old: bool) -> bool:
    """Tell whether a thing with the mark stands in the old document (`old`), or in the new one."""
    return mark is None or mark.is_old == old


def edits_of(block: Block, old: bool) -> Block | None:
    """The paragraph, heading or list as it was or as it is, the words marked that it has on that side only.

    None where more than words differ: its items, or the ends of its paragraphs.
    """
    if isinstance(block, (Paragraph, Heading)):
        if any(isinstance(inline, Split) for inline in block.content):
            return None
        return replace(block, content=tuple(_standing(block.content, old)))
    if isinstance(block, List):
        items = [_edits_of_item(item, old) for item in block.items]
        return None if None in items else replace(block, items=tuple([item for item in items if item]))
    return None if _has_marks_inside(block, Stretches()) else block


def _edits_of_item(item: ListItem, old: bool) -> ListItem | None:
    blocks = [None if block.mark else edits_of(block, old) for block in item.blocks]
    return None if item.mark or None in blocks else ListItem(tuple([block for block in blocks if block]))


def _blocks(block: Block, old: bool) -> Iterable[Block]:
    if isinstance(block, Paragraph):
        return [replace(block, content=content, mark=None) for content in contents_side(block.content, old)]
    return (_block(block, old),)


def _items(item: ListItem, old: bool) -> Iterator[ListItem]:
    """The item; or several, the last of which has what stands below the first text."""
    first = item.blocks[0] if item.blocks else None
    content = first.content if isinstance(first, Paragraph) else ()
    more = sum(isinstance(inline, Split) and inline.item for inline in _standing(content, old))
    blocks = side(item.blocks, old)
    yield from (ListItem((block,)) for block in blocks[:more])
    yield ListItem(blocks[more:])


def _block(block: Block, old: bool) -> Block:
    if isinstance(block, (Paragraph, Heading)):
        return replace(block, content=content_side(block.content, old), mark=None)
    if isinstance(block, List):
        items = tuple([one for item in _standing(block.items, old) for one in _items(item, old)])
        return replace(block, items=items, mark=None)
    if isinstance(block, Table):
        caption = content_side(block.caption, old)
        return replace(block, rows=row_side(block.rows, old), caption=caption, mark=None)
    if isinstance(block, Signature):
        return replace(block.was if old and block.was else block, mark=None, was=None)
    if isinstance(block, Contents):
        entries = tuple([replace(entry, mark=None) for entry in _standing(block.entries, old)])
        return replace(block, entries=entries, mark=None)
    if isinstance(block, (PageBreak, Bar, Diagram)):
        return replace(block, mark=None)
    assert_never(block)


def _cell(cell: Cell, old: bool) -> Cell:
    return replace(cell, blocks=side(cell.blocks, old))


def _has_marks_inside(block: Block, stretches: Stretches) -> bool:
    if isinstance(block, (Paragraph, Heading)):
        return _any_marked(block.content)
    if isinstance(block, List):
        return any(item.mark is not None or has_marks(item.blocks, stretches) for item in block.items)
    if isinstance(block, Table):
        loose = (row for part in stretches.of(block.rows) if not part.columns for row in part.rows)
        return _any_marked(block.caption) or any(
            row.mark is not None or any(has_marks(cell.blocks, stretches) for cell in row.cells)
            for row in loose)
    if isinstance(block, Signature):
        return block.was is not None
    if isinstance(block, Contents):
        return any(entry.mark is not None for entry in block.entries)
    if isinstance(block, (PageBreak, Bar, Diagram)):
        return False
    assert_never(block)


def _any_marked(content: tuple[Inline, ...]) -> bool:
    return any(inline.mark is not None for inline in content)

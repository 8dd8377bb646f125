"""Styles that LibreOffice loses: behind a paragraph whose end is taken out the next has that one's style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.base.values import replace
from generator.compare.returned.leaves import text_of
from generator.document.model import (
    Block,
    Cell,
    Contents,
    Document,
    Heading,
    Inline,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from generator.document.reading import walk

Text = Paragraph | Heading
Made = Text | Table | Contents
"""Blocks with words of their own: a table has its caption, a list of contents its title."""


class Looks(NamedTuple):
    """Paragraphs, headings, captions and titles as they are made: by words, and by those that were read.

    Of words that stand as often as they are made, each is the one at its place.
    """

    by_words: Mapping[str, list[Made]]
    by_read: Mapping[int, Made]


def with_lost_styles(read: Document, made: Document) -> Document:
    """The document with its marks, in which such paragraphs look as those of the same words are made."""
    looks, standing = _by_words(walk(made.blocks)), _by_words(_standing(read.blocks))
    at_its_place = {id(one): other for words, found in standing.items()
                    if len(found) == len(looks.get(words, ()))
                    for one, other in zip(found, looks[words], strict=True)}
    return replace(read, blocks=tuple(_blocks(read.blocks, Looks(looks, at_its_place))))


def _by_words(blocks: Iterable[Block]) -> Mapping[str, list[Made]]:
    found: dict[str, list[Made]] = {}
    for block in blocks:
        if isinstance(block, Contents):
            found.setdefault(block.title, []).append(block)
        elif isinstance(block, (Paragraph, Heading, Table)):
            words = _words(block.caption if isinstance(block, Table) else block.content)
            found.setdefault(words, []).append(block)
    return found


def _words(content: Iterable[Inline]) -> str:
    """The words that were not taken out."""
    return text_of(one for one in content if one.mark is None or not one.mark.is_old)


def _standing(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in reading order that was not taken out."""
    for block in blocks:
        if _went(block):
            continue
        yield block
        if isinstance(block, List):
            for item in block.items:
                yield from () if _went(item) else _standing(item.blocks)
        elif isinstance(block, Table):
            for cell in (cell for row in block.rows if not _went(row) for cell in row.cells):
                yield from _standing(cell.blocks)


def _went(one: Block | ListItem | Row) -> bool:
    return one.mark is not None and one.mark.is_old


def _blocks(blocks: Iterable[Block], looks: Looks) -> Iterator[Block]:
    gone: list[Text] = []
    title: Text | None = None
    for block in blocks:
        inside = block if isinstance(block, Text) else _inside(block, looks)
        if title and isinstance(inside, Table) and not inside.caption:
            inside = replace(inside, caption=title.content, origin=title.origin)
        elif title and not isinstance(inside, Contents):
            yield title
        title = None
        if not isinstance(inside, Text):
            gone = gone if isinstance(inside, PageBreak) else _last_gone(inside)
            yield inside
            continue
        like = _like(inside, looks) if any(_look(one) == _look(inside) for one in gone) else None
        went = _went(inside)
        gone = [*gone, inside] if went else []
        if went or like is None:
            yield inside
        elif isinstance(like, Text):
            yield _as(like, inside)
        else:
            title = inside
    if title:
        yield title


def _last_gone(block: Block) -> list[Text]:
    """The last paragraph of a list, if it was taken out."""
    item = block.items[-1] if isinstance(block, List) and block.items else None
    last = item.blocks[-1] if item and item.blocks else None
    return [last] if item and isinstance(last, Text) and (_went(item) or _went(last)) else []


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


def _like(block: Text, looks: Looks) -> Made | None:
    """The one that is made at its place, else the first with its words, if none of these looks as it does."""
    there = looks.by_read.get(id(block))
    found = [there] if there else looks.by_words.get(_words(block.content), [])
    as_it_is = any(isinstance(one, Text) and _look(one) == _look(block) for one in found)
    return found[0] if found and not as_it_is else None


def _look(block: Text) -> object:
    return block.level if isinstance(block, Heading) else block.style


def _as(like: Text, block: Text) -> Text:
    """The paragraph in the look of the other."""
    return replace(like, content=block.content, origin=block.origin, mark=block.mark)

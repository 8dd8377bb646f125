"""A document as its leaves: the texts that a reader sees, each in one piece, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias, assert_never

from msgspec import Struct

from generator.base.values import replace
from generator.document.markup.vocabulary import FORM_STYLES
from generator.document.model import (
    Bar,
    Block,
    Cell,
    Contents,
    Diagram,
    Document,
    Heading,
    Inline,
    LineBreak,
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
from generator.plan.model.refusal import soft

Holder: TypeAlias = Table | Row | Cell | List | ListItem
_LEFT_OUT = (PageBreak, Contents, Bar, Diagram)
SIGNED = ("label", "name", "title")
"""The texts of a signature that a page shows."""


class Leaf(Struct, frozen=True, eq=False):
    """A paragraph, a heading, a caption or one text of a signature.

    `kind` says what it is to a reader, `holders` are those around it, from the outside in, `heading` is the
    last one above it. `field` names the text of a signature; `mark` is its own, or that of what holds it.
    """

    block: Block
    content: tuple[Inline, ...]
    kind: tuple[object, ...]
    holders: tuple[Holder, ...]
    heading: str
    field: str = ""
    mark: Mark | None = None

    @property
    def text(self) -> str:
        """Its words with plain spaces; a line break is one character."""
        return text_of(self.content)

    @property
    def number(self) -> int:
        """The number of the paragraph that it was read from."""
        return self.block.origin.line if self.block.origin else 0

    @property
    def level(self) -> int:
        """The level of a heading; 0 of anything else."""
        return self.block.level if isinstance(self.block, Heading) else 0

    @property
    def cell(self) -> Cell | None:
        """The cell that it stands in."""
        return next((one for one in reversed(self.holders) if isinstance(one, Cell)), None)


def text_of(content: Iterable[Inline]) -> str:
    """The words of some content, hard spaces as plain ones."""
    return soft("".join([one.text if isinstance(one, Run) else "\n" for one in content]))


def comparable(document: Document) -> Document:
    """The document as leaves can be compared: without measures, drawings, contents and page breaks.

    A paragraph in a style that no form has, as one that was pasted may be, is a plain one.
    """
    return replace(document, blocks=_blocks(document.blocks))


def leaves(document: Document) -> list[Leaf]:
    """The leaves of a document; it need not be comparable."""
    return list(_Leaves().of(document.blocks, (), None))


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(_one_list(_block(one) for one in blocks if not isinstance(one, _LEFT_OUT)))


def _one_list(blocks: Iterable[Block]) -> Iterator[Block]:
    """Two lists with bullets that touch are one to Word."""
    for bullets, together in groupby(blocks, lambda one: isinstance(one, List) and not one.ordered):
        if bullets:
            yield List(tuple([item for one in together if isinstance(one, List) for item in one.items]))
        else:
            yield from together


def _block(block: Block) -> Block:
    if isinstance(block, (Paragraph, Heading)):
        block = replace(block, content=plain(block.content))
        return (replace(block, page_break_before=False, short="") if isinstance(block, Heading)
                else replace(block, style=block.style if block.style in FORM_STYLES else None))
    if isinstance(block, List):
        return replace(block, items=tuple([replace(one, blocks=_blocks(one.blocks)) for one in block.items]))
    if isinstance(block, Table):
        rows = [replace(row, cells=tuple([_cell(cell) for cell in row.cells])) for row in block.rows]
        return replace(block, rows=tuple(rows), columns=(), caption=plain(block.caption), description="")
    return block


def _cell(cell: Cell) -> Cell:
    """A cell with a paragraph in any case, as in Word."""
    return replace(cell, blocks=_blocks(cell.blocks) or (Paragraph(()),))


def plain(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Content with plain spaces and no styles of characters; runs of one look that touch are one."""
    found: list[Inline] = []
    for one in content:
        if isinstance(one, (LineBreak, Split)):
            found.append(one)
            continue
        bare = replace(one, text=soft(one.text), style=None)
        last = found[-1] if found else None
        if isinstance(last, Run) and replace(last, text="") == replace(bare, text=""):
            found[-1] = replace(bare, text=last.text + bare.text)
        elif bare.text:
            found.append(bare)
    return tuple(found)


class _Leaves:
    """Goes through blocks, and knows the last heading."""

    def __init__(self) -> None:
        self.heading = ""

    def of(self, blocks: Iterable[Block], holders: tuple[Holder, ...], mark: Mark | None) -> Iterator[Leaf]:
        for block in blocks:
            yield from self.block(block, holders, mark or block.mark)

    def block(self, block: Block, holders: tuple[Holder, ...], mark: Mark | None) -> Iterator[Leaf]:
        match block:
            case Paragraph():
                yield Leaf(block, block.content, _kind(block, holders), holders, self.heading, "", mark)
            case Heading():
                self.heading = text_of(block.content)
                kind = ("heading", block.level)
                yield Leaf(block, block.content, kind, holders, self.heading, "", mark)
            case List():
                for item in block.items:
                    yield from self.of(item.blocks, (*holders, block, item), mark or item.mark)
            case Table():
                yield from self._table(block, (*holders, block), mark)
            case Signature():
                for name in SIGNED:
                    content = (Run(getattr(block, name)),)
                    yield Leaf(block, content, ("signature", name), holders, self.heading, name, mark)
            case PageBreak() | Contents() | Bar() | Diagram():
                return
            case _:
                assert_never(block)

    def _table(self, table: Table, holders: tuple[Holder, ...], mark: Mark | None) -> Iterator[Leaf]:
        if table.caption:
            yield Leaf(table, table.caption, ("caption",), holders[:-1], self.heading, "caption", mark)
        for row in table.rows:
            for cell in row.cells:
                inside = (*holders, row, cell)
                said = list(self.of(cell.blocks, inside, mark or row.mark))
                yield from said or self.of((Paragraph(()),), inside, mark or row.mark)


def _kind(block: Paragraph, holders: tuple[Holder, ...]) -> tuple[object, ...]:
    lists = [("list", one.ordered, one.letters) for one in holders if isinstance(one, List)]
    first = bool(holders) and isinstance(holders[-1], ListItem) and holders[-1].blocks[:1] == (block,)
    return ("paragraph", block.style, first, *lists)

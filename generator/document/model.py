"""A document as a value: all that is on the page, before anybody knows what Word is.

Imports nothing of ours. Every class is frozen and comparable; an Origin (where in the
templates a block comes from) is not part of a block's equality.

`style` is always the name of a style in `templates/reference.docx`; None means the style that the
kind of block has by itself (a Paragraph in a cell is `Table Text`, elsewhere `Body Text`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, assert_never


@dataclass(frozen=True, slots=True)
class Origin:
    """The template and the line (from 1) that a block comes from."""

    template: str
    line: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A revision of the thing that carries the mark; without a mark it stands as it stood.

    `move` names a move: what carries the one mark `moved-from` and the other `moved-to` with that name is
    the same. A mark holds for all that is inside, which then carries none of its own.
    """

    kind: Literal["inserted", "deleted", "moved-from", "moved-to"]
    move: str = ""

    @property
    def is_old(self) -> bool:
        """Tell whether it stands in the old document only."""
        match self.kind:
            case "deleted" | "moved-from":
                return True
            case "inserted" | "moved-to":
                return False
            case unknown:
                assert_never(unknown)


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look; `style` names a character style, `link` is an http(s) or mailto address."""

    text: str
    bold: bool = False
    italic: bool = False
    style: str | None = None
    link: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""

    mark: Mark | None = None


Inline = Run | LineBreak


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: tuple[Inline, ...]
    style: str | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3, in the style `Heading <level>`.

    `page_break_before` starts a new page, without an empty paragraph to do it.
    """

    level: int
    content: tuple[Inline, ...]
    page_break_before: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """The blocks under one bullet or number: paragraphs, and lists one level down."""

    blocks: tuple[Block, ...]
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A bulleted or numbered list; every numbered list starts at 1, one with `letters` at a)."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    letters: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell holds blocks, so that a cell of many lines is no special case."""

    blocks: tuple[Block, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """`header` rows stand first and repeat on every page."""

    cells: tuple[Cell, ...]
    header: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are relative widths; together they fill the width of the text.

    `caption` is printed above the table; `description` is its text for those who cannot see it.
    """

    rows: tuple[Row, ...]
    columns: tuple[int, ...]
    caption: tuple[Inline, ...] = ()
    description: str = ""
    style: str | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """The block that one party signs: its label, and room for Dato, Underskrift, Navn and Titel.

    `name` and `title` are empty where they are to be filled in by hand. A `digital` block has no lines for
    ink, and prints `organisation` and `cvr` too, which are facts of the signer in any block. `anchor`
    (anchors.py) names the block for those who sign electronically. `was` is the block as it stood before a
    revision.
    """

    label: str
    anchor: str
    name: str = ""
    title: str = ""
    organisation: str = ""
    cvr: str = ""
    digital: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)
    mark: Mark | None = None
    was: Signature | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page, on which the next block begins."""

    origin: Origin | None = field(default=None, compare=False, repr=False)
    mark: Mark | None = None


Block = Paragraph | Heading | List | Table | Signature | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `properties` are shown by the fields of the header and the footer, by name."""

    title: str
    blocks: tuple[Block, ...]
    draft: bool = False
    language: str = "da-DK"
    subject: str = ""
    author: str = ""
    date: str = ""
    properties: tuple[tuple[str, str], ...] = ()


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, those inside lists and cells too, each before what it holds."""
    for block in blocks:
        yield block
        if isinstance(block, (Paragraph, Heading, Signature, PageBreak)):
            continue
        if isinstance(block, List):
            for item in block.items:
                yield from walk(item.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from walk(cell.blocks)
        else:
            assert_never(block)


def content_of(block: Block) -> tuple[Inline, ...]:
    """The inlines that stand in the block itself; a signature's texts are none."""
    if isinstance(block, (Paragraph, Heading)):
        return block.content
    if isinstance(block, Table):
        return block.caption
    if isinstance(block, (List, Signature, PageBreak)):
        return ()
    assert_never(block)


def runs_of(content: Iterable[Inline]) -> Iterator[Run]:
    """The runs among the inlines."""
    for inline in content:
        if isinstance(inline, Run):
            yield inline
        elif not isinstance(inline, LineBreak):
            assert_never(inline)


def runs(block: Block) -> Iterator[Run]:
    """The runs that stand in the block itself; blocks inside it are reached with `walk`."""
    return runs_of(content_of(block))


def texts_of(block: Block) -> tuple[str, ...]:
    """The visible texts of the block itself: of a signature all that it prints of the signer."""
    if isinstance(block, Signature):
        more = (block.organisation, block.cvr) if block.digital else ()
        return (block.label, block.name, block.title, *more)
    if isinstance(block, (Paragraph, Heading, Table, List, PageBreak)):
        return ("".join([run.text for run in runs(block)]),)
    assert_never(block)


def text_of(document: Document) -> str:
    """The visible text, a line a paragraph: all that a reader would copy out."""
    lines = (" ".join(filter(None, texts_of(block))) for block in walk(document.blocks))
    return "\n".join(line for line in lines if line)

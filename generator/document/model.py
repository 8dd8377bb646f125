"""A document as a value: all that is on the page, before anybody knows what Word is.

Imports nothing of ours but marks and drawings, which are parts of it. Every class is frozen and comparable;
an Origin (where in the templates a block comes from) is not part of a block's equality.

`style` is always the name of a style in `templates/reference.docx`; None means the style that the
kind of block has by itself (a Paragraph in a cell is `Table Text`, elsewhere `Body Text`).
"""

from __future__ import annotations

from msgspec import Struct

from generator.base.values import EqualBut
from generator.document.drawings import Bar as Bar
from generator.document.drawings import Box as Box
from generator.document.drawings import Diagram as Diagram
from generator.document.drawings import Edge as Edge
from generator.document.drawings import Part as Part
from generator.document.marks import Mark as Mark
from generator.document.marks import Origin as Origin


class Run(Struct, frozen=True, gc=False):
    """Text in one look; `style` names a character style, `link` is an http(s) or mailto address."""

    text: str
    bold: bool = False
    italic: bool = False
    style: str | None = None
    link: str | None = None
    mark: Mark | None = None


class LineBreak(Struct, frozen=True, gc=False):
    """A new line within a paragraph."""

    mark: Mark | None = None


class Split(Struct, frozen=True):
    """The end of a paragraph on one side of a revision only: there are two there, and one on the other.

    Stands in the content of a paragraph without a mark, never last. With `item`, in the first text of an
    item: what follows is then an item of its own. A Document without marks has none.
    """

    mark: Mark
    item: bool = False


Inline = Run | LineBreak | Split


class Paragraph(EqualBut, frozen=True):
    """Text between two breaks, in pieces that look alike."""

    aside = ("origin",)
    content: tuple[Inline, ...]
    style: str | None = None
    origin: Origin | None = None
    mark: Mark | None = None


class Heading(EqualBut, frozen=True):
    """A heading of level 1 to 3, in the style `Heading <level>`.

    `page_break_before` starts a new page, without an empty paragraph to do it. `anchor` is a name that is
    unique in the document and stable between builds, for what leads to the heading; none where it is empty.
    `short` stands for a long text in the list of contents.
    """

    aside = ("origin", "anchor")
    level: int
    content: tuple[Inline, ...]
    page_break_before: bool = False
    origin: Origin | None = None
    mark: Mark | None = None
    anchor: str = ""
    short: str = ""


class ListItem(Struct, frozen=True, gc=False):
    """The blocks under one bullet or number: paragraphs, and lists one level down."""

    blocks: tuple[Block, ...]
    mark: Mark | None = None


class List(EqualBut, frozen=True):
    """A bulleted or numbered list; every numbered list starts at 1, one with `letters` at a)."""

    aside = ("origin",)
    items: tuple[ListItem, ...]
    ordered: bool = False
    letters: bool = False
    origin: Origin | None = None
    mark: Mark | None = None


class Cell(Struct, frozen=True, gc=False):
    """A cell holds blocks, so that a cell of many lines is no special case."""

    blocks: tuple[Block, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


class Row(EqualBut, frozen=True):
    """`header` rows stand first and repeat on every page."""

    aside = ("origin",)
    cells: tuple[Cell, ...]
    header: bool = False
    origin: Origin | None = None
    mark: Mark | None = None


class Table(EqualBut, frozen=True):
    """`columns` are relative widths; together they fill the width of the text.

    `caption` is printed above the table, its number in it; `description` is for those who cannot see it.
    """

    aside = ("origin",)
    rows: tuple[Row, ...]
    columns: tuple[int, ...]
    caption: tuple[Inline, ...] = ()
    description: str = ""
    style: str | None = None
    origin: Origin | None = None
    mark: Mark | None = None


class Signature(EqualBut, frozen=True):
    """The block that one party signs: its label, and room for Dato, Underskrift, Navn and Titel.

    `name` and `title` are empty where they are to be filled in by hand. A `digital` block has no lines for
    ink, and prints `organisation` and `cvr` too, which are facts of the signer in any block. `anchor`
    (anchors.py) names the block for those who sign electronically. `was` is the block as it stood before a
    revision.
    """

    aside = ("origin",)
    label: str
    anchor: str
    name: str = ""
    title: str = ""
    organisation: str = ""
    cvr: str = ""
    digital: bool = False
    origin: Origin | None = None
    mark: Mark | None = None
    was: Signature | None = None


class PageBreak(EqualBut, frozen=True):
    """A new page, on which the next block begins."""

    aside = ("origin",)
    origin: Origin | None = None
    mark: Mark | None = None


class Entry(EqualBut, frozen=True):
    """A heading in the list of contents: its level, its number ("5.1", or nothing) and the text after it."""

    aside = ("anchor",)
    level: int
    number: str
    text: str
    anchor: str = ""
    mark: Mark | None = None


class Contents(EqualBut, frozen=True):
    """The list of the document's headings under a title of its own; each entry leads to its heading.

    Where there were more than `most` (0: any number), sub-headings without a number of their own have none.
    No page is printed where a reader may lay pages out otherwise; whoever lays them out may add them.
    """

    aside = ("origin",)
    title: str
    entries: tuple[Entry, ...] = ()
    most: int = 0
    origin: Origin | None = None
    mark: Mark | None = None


Block = Paragraph | Heading | List | Table | Signature | PageBreak | Contents | Bar | Diagram


class Edition(Struct, frozen=True):
    """All of a document besides its blocks that its header and its footer show of it."""

    title: str
    draft: bool = False
    subject: str = ""
    author: str = ""
    properties: tuple[tuple[str, str], ...] = ()


class Document(Struct, frozen=True):
    """A whole document. `properties` are shown by the fields of the header and the footer, by name.

    `was` is what a document with marks was before the revision.
    """

    title: str
    blocks: tuple[Block, ...]
    draft: bool = False
    language: str = "da-DK"
    subject: str = ""
    author: str = ""
    date: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    was: Edition | None = None

    @property
    def edition(self) -> Edition:
        """All that it is besides its blocks."""
        return Edition(self.title, self.draft, self.subject, self.author, self.properties)

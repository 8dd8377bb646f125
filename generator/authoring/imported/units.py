"""A document that was read, as units to be placed: paragraphs, points of lists, and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from generator.authoring.imported.plain import plain
from generator.base.values import replace
from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Heading,
    Inline,
    LineBreak,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
)
from generator.document.reading import content_of, texts_of, walk

WORD = re.compile(r"\w+")
BULLET = re.compile(r"\A\s*(?:[-–—•·▪◦*\uf0b7]|[oe](?=\s\s)|[a-h][.)]|\d{1,2}\)(?=\s+[a-zæøå]))\s+")
NUMBER = re.compile(r"\A\s*(?:§\s*\d{1,2}\.?|\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}\.)\s+(?=\S)")
TYPED_NUMBER = re.compile(
    r"\A\s*(?:§\s*\d{1,2}\.?|\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\)|(?:\d{1,2}|[IVX]{1,4})\.?(?=\s+[^\W\d_a-zæøå]))\s+(?=\S)")
"""`1. Formål`, and not `1. juni`."""
OWN_HEADING = re.compile(r"(?:under)?(?:overskrift|heading|rubrik)\b", re.IGNORECASE)
STK = re.compile(r"\A\s*Stk\.\s*\d{1,2}\.?\s+(?=\S)")
"""Number of a paragraph, as a lawyer puts it."""
CAPTION = re.compile(r"\ATabel \d+\. ")
SIGNED = ("label", "name", "title")
"""Fields of what a party signs that are printed."""
LONGEST_HEADING, LONGEST_LABEL = 25, 12
"""Words that a heading has at most, and a label."""


def words_of(text: str) -> Counter[str]:
    """Every word of a text, and how often it stands there."""
    return Counter(WORD.findall(text))


def folded_heading(text: str) -> str:
    """A heading as it is compared."""
    folded = " ".join(text.replace("\u00a0", " ").split()).casefold()
    return NUMBER.sub("", folded).rstrip(" :.?")


class Unit(Struct, frozen=True, eq=False, dict=True):
    """A paragraph, a point of a list or a table; `level` is that of a heading, 0 for none.

    `heading` is the nearest one above it. `sign` is a field of what a party signs. A table has `rows`,
    each with its cells, each with its own units. One that `is_form` says nothing but what a form does,
    one that has no heads says what its `columns` are, and what stands there in which of them, one that
    `begins` stands right above a label of the form, one that `is_apart` is a label that stood beside its
    text, one that `is_top` looks as the headings of sections do, one that is `shown` otherwise has no
    words of its own, one that is `lost` is under a heading that the form does not have, the words of one
    that is there `again` have been counted, and a table that `is_own` is one of the form's as it stands.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    level: int = 0
    point: bool = False
    heading: str = ""
    rows: tuple[tuple[tuple[Unit, ...], ...], ...] = ()
    heads: int = 0
    columns: tuple[str, ...] = ()
    of_contents: bool = False
    sign: str = ""
    is_form: bool = False
    begins: bool = False
    is_apart: bool = False
    is_top: bool = False
    shown: str = ""
    lost: bool = False
    again: bool = False
    is_own: bool = False

    @cached_property
    def words(self) -> Counter[str]:
        """Every word in it that has not been counted elsewhere."""
        return Counter() if self.again else words_of(self.text)

    @cached_property
    def plain(self) -> str:
        """The text as it is compared: in small letters, without a number before it or a colon after it."""
        return folded_heading(self.shown or self.text)

    @cached_property
    def is_label(self) -> bool:
        """Tell whether it looks as what stands above or before a text."""
        return not self.point and (self.level > 0 or (
            self.line.endswith((":", "?")) and len(self.line.split()) <= LONGEST_LABEL))  # fmt: skip

    @cached_property
    def bare(self) -> str:
        """The line; of a heading without its number."""
        return TYPED_NUMBER.sub("", self.line) if self.level else self.line

    @cached_property
    def line(self) -> str:
        """The text in one line, with plain spaces."""
        return " ".join((self.shown or self.text).replace("\u00a0", " ").split())


def units_of(blocks: Iterable[Block]) -> tuple[Unit, ...]:
    """The units of a document in order, each with the heading above it."""
    found: list[Unit] = []
    heading = ""
    for unit in _units(blocks):
        unit = replace(unit, heading=heading)
        if unit.level:
            heading = unit.line
        found.append(unit)
    return tuple(found)


def _units(blocks: Iterable[Block]) -> Iterator[Unit]:
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):
            if "".join(_texts(block.content)).strip():
                yield _paragraph(block)
        elif isinstance(block, List):
            yield from _points(block)
        elif isinstance(block, Table):
            if block.caption:
                yield Unit(CAPTION.sub("", "".join(_texts(block.caption))), (Paragraph(block.caption),))
            yield from _of_table(block)
        elif isinstance(block, (Signature, Contents)):
            yield from _told(block)
        elif not isinstance(block, (PageBreak, Bar, Diagram)):
            raise TypeError(block)


def _told(block: Signature | Contents) -> Iterator[Unit]:
    if isinstance(block, Signature):
        named = ((text, name) for name in SIGNED if (text := getattr(block, name)))
        yield from (Unit(text, plain(text), sign=name) for text, name in named)
    else:
        yield from (Unit(text, plain(text), of_contents=True) for text in texts_of(block) if text)


def _points(block: List) -> Iterator[Unit]:
    for item in block.items:
        text = "\n".join("".join(_texts(content_of(one))) for one in walk(item.blocks))
        yield Unit(text, (replace(block, items=(item,)),), point=True)


def _paragraph(block: Paragraph | Heading) -> Unit:
    text = "".join(_texts(block.content))
    if caption := CAPTION.match(text):
        text, block = text[caption.end() :], replace(block, content=cut(block.content, caption.end()))
    if isinstance(block, Heading):
        return Unit(text, (block,), level=block.level)
    if number := STK.match(text):
        text, block = text[number.end() :], replace(block, content=cut(block.content, number.end()))
    found = BULLET.match(text)
    if found and len(text) > found.end():
        points = (List((ListItem((replace(block, content=cut(block.content, found.end())),)),)),)
        return Unit(text[found.end() :], points, point=True)
    return Unit(text, (block,), level=_level(block, text))


def _level(block: Paragraph, text: str) -> int:
    """The level of a paragraph that looks like a heading: bold, in capitals, or with a number before it."""
    runs = [inline for inline in block.content if isinstance(inline, Run) and inline.text.strip()]
    count = len(text.split())
    if OWN_HEADING.match(block.style or ""):
        return 1 if block.style and block.style[-1] in "A1 " else 2
    if count > LONGEST_HEADING or text.rstrip().endswith((".", ",", ";")):
        return 0
    numbered = TYPED_NUMBER.match(text) and count > 1
    if numbered and not text.rstrip().endswith("."):
        return 1
    capitals = text.isupper() and sum(map(str.isalpha, text)) > 3
    if capitals or all(run.bold for run in runs):
        return 1 if capitals else 2
    return 3 if all(run.italic for run in runs) and count <= LONGEST_LABEL else 0


def _of_table(block: Table) -> Iterator[Unit]:
    """A table; one of a single column is a frame around what stands in it, one without a word is nothing."""
    table = _table(block)
    if all(len(row) <= 1 for row in table.rows):
        yield from (part for row in table.rows for cell in row for part in cell)
    elif table.words:
        yield table


def _table(block: Table) -> Unit:
    rows = tuple(tuple(_alone(tuple(_units(_broken(cell.blocks)))) for cell in row.cells)
                 for row in block.rows)  # fmt: skip
    texts = (unit.text for row in rows for cell in row for unit in cell)
    return Unit("\n".join(texts), (block,), rows=rows, heads=sum(row.header for row in block.rows))


def _alone(cell: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The cell; what stands in it alone is no heading, however bold it is."""
    return (replace(cell[0], level=0),) if len(cell) == 1 and cell[0].level else cell


def _broken(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a cell, in which each line of a paragraph is one of its own."""
    for block in blocks:
        if isinstance(block, Paragraph) and any(isinstance(inline, LineBreak) for inline in block.content):
            lines: list[list[Inline]] = [[]]
            for inline in block.content:
                if isinstance(inline, LineBreak):
                    lines.append([])
                else:
                    lines[-1].append(inline)
            yield from (replace(block, content=tuple(line)) for line in lines)
        else:
            yield block


def _texts(content: Sequence[Inline]) -> Iterator[str]:
    for inline in content:
        yield inline.text if isinstance(inline, Run) else "\n"


def text_of(block: Block) -> str:
    """The words of a paragraph, or of the points of a list, a line each."""
    if isinstance(block, List):
        return "\n".join(text_of(inner) for item in block.items for inner in item.blocks)
    return "".join(_texts(content_of(block)))


def cut(content: Sequence[Inline], count: int) -> tuple[Inline, ...]:
    """The content without its first letters."""
    left = []
    for inline in content:
        length = len(inline.text) if isinstance(inline, Run) else 1
        if count >= length:
            count -= length
        else:
            left.append(replace(inline, text=inline.text[count:]) if isinstance(inline, Run) else inline)
            count = 0
    return tuple(left)

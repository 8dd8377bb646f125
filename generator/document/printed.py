"""Printed text of a document: all that a reader sees in its body, and nothing that cannot be seen.

It is what two documents have in common that say and show the same, whatever made them: the words and their
look, the order, the shape of tables, the level of lists and headings, the fields for signatures. Left out
are anchors, origins, widths of columns, texts for those who cannot see a picture, properties, and where a
line may break: a hard space is a space, a soft hyphen is nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, assert_never

from generator.document.drawings import Bar, Diagram
from generator.document.model import (
    Block,
    Cell,
    Contents,
    Document,
    Heading,
    Inline,
    LineBreak,
    List,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    Split,
    Table,
)
from generator.document.signatures import fields

Printed = tuple[Any, ...]
"""Nested tuples of texts and numbers: equal where the same is printed."""
BODY, IN_CELL = "Body Text", "Table Text"
"""Styles that a paragraph has by itself."""
_NEW_PAGE = ("new page",)
_WORD = re.compile(r" +|[^ ]+")
_AS_SEEN = str.maketrans({
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2011": "-",
    "\u00ad": None, "\u200b": None, "\u2060": None,
})  # fmt: skip


class _Look(NamedTuple):
    bold: bool = False
    italic: bool = False
    style: str = ""
    link: str = ""


_PLAIN = _Look()


def aftryk_of(document: Document) -> str:
    """The sha256 in hex of what the document prints."""
    return hashlib.sha256(json.dumps(printed(document), ensure_ascii=False).encode()).hexdigest()


def printed(document: Document) -> Printed:
    """The printed text of the document's body."""
    return _blocks(document.blocks, BODY)


def _blocks(blocks: Iterable[Block], style: str) -> Printed:
    """The blocks, where a paragraph without a style has that one."""
    return tuple(one for block in blocks for one in _block(block, style))


def _block(block: Block, style: str) -> Iterator[Printed]:
    match block:
        case Paragraph(content):
            yield "paragraph", block.style or style, _text(content)
        case Heading(level, content):
            yield from (_NEW_PAGE,) * block.page_break_before
            yield "heading", level, _text(content)
        case List(items):
            yield "list", _kind(block), tuple(_blocks(item.blocks, style) for item in items)
        case Table(rows):
            yield "table", block.style or "", _text(block.caption), tuple(map(_row, rows))
        case Signature(label):
            yield "signature", label, tuple(fields(block).items())
        case PageBreak():
            yield _NEW_PAGE
        case Contents(title, entries):
            yield "contents", title, tuple((one.level, one.number, one.text) for one in entries)
        case Bar(parts):
            shares = tuple((part.label, str(part.share.normalize())) for part in parts)
            yield "bar", str(block.width.normalize()), shares
        case Diagram():
            yield _diagram(block)
        case unknown:
            assert_never(unknown)


def _kind(block: List) -> str:
    if block.letters:
        return "letters"
    return "numbers" if block.ordered else "bullets"


def _row(row: Row) -> Printed:
    return row.header, tuple(map(_cell, row.cells))


def _cell(cell: Cell) -> Printed:
    return cell.header, cell.colspan, cell.rowspan, _blocks(cell.blocks, IN_CELL)


def _diagram(diagram: Diagram) -> Printed:
    """The boxes, and the lines by the positions of their boxes: the names are for the template alone."""
    position = {box.name: number for number, box in enumerate(diagram.boxes)}
    boxes = tuple((box.label, box.detail, box.level) for box in diagram.boxes)
    lines = tuple((position.get(edge.start, -1), position.get(edge.end, -1), edge.says, edge.look)
                  for edge in diagram.edges)  # fmt: skip
    return "diagram", boxes, lines


def _text(content: Iterable[Inline]) -> Printed:
    """The text in pieces of one look each, however it was cut into runs; a space looks as what is before."""
    pieces: list[tuple[str, _Look]] = []
    for text, look in _words(content):
        last, same = pieces[-1] if pieces else ("", _PLAIN)
        if text.isspace():
            look = same
        if pieces and look == same:
            pieces[-1] = (last + text, look)
        else:
            pieces.append((text, look))
    return tuple((text, *look) for text, look in _without_last_spaces(pieces))


def _words(content: Iterable[Inline]) -> Iterator[tuple[str, _Look]]:
    """The words and the spaces between them, each with its look."""
    for inline in content:
        if isinstance(inline, (LineBreak, Split)):
            yield "\n", _PLAIN
        elif isinstance(inline, Run):
            look = _Look(inline.bold, inline.italic, inline.style or "", inline.link or "")
            seen = unicodedata.normalize("NFC", inline.text.translate(_AS_SEEN))
            yield from ((text, look) for text in _WORD.findall(seen))
        else:
            assert_never(inline)


def _without_last_spaces(pieces: list[tuple[str, _Look]]) -> list[tuple[str, _Look]]:
    return [*pieces[:-1], *((text.rstrip(" "), look) for text, look in pieces[-1:] if text.strip(" "))]

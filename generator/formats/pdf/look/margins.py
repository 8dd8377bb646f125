"""Headers and footers of the reference document, as paragraphs of texts, tabs, fields and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.base.border import xml
from generator.formats.pdf.look.facts import StyleSheet, W, read_facts
from generator.formats.pdf.look.values import ParagraphLook, TextLook
from generator.formats.word.package.parts import PackagePart
from generator.formats.word.reference.headers import PAGE, PAGES, Margin

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Signs around the name of a field that differs from page to page; no text of a header has them."""
_EMU = 12_700
"""Word's units of a drawing to a point."""


class Text(Struct, frozen=True):
    """Text in one look; a tab is the character that it is."""

    text: str
    look: TextLook


class PageField(Struct, frozen=True):
    """The number of the page, or of all pages (`PAGE`, `NUMPAGES`)."""

    name: str
    look: TextLook


class Picture(Struct, frozen=True):
    """A picture, its width and height in points."""

    data: bytes
    width: float
    height: float


Piece = Text | PageField | Picture


class Line(Struct, frozen=True):
    """A paragraph of a header or a footer."""

    look: ParagraphLook
    pieces: tuple[Piece, ...]


class Styling(Struct, frozen=True):
    """All that headers and footers share: styles and their names by id, the fonts of the theme, pictures."""

    sheet: StyleSheet
    names: Mapping[str, str]
    theme: Mapping[str, str]
    media: Mapping[str, bytes]


def lines(part: PackagePart, margin: Margin, values: Mapping[str, str], draft: bool,
          styling: Styling) -> tuple[Line, ...]:
    """The paragraphs of the part for one document, its fields filled with the values by name."""
    marks = {name: f"{_OPEN}{name}{_CLOSE}" for name in (PAGE, PAGES)}
    root = xml.tree(margin.fill({**values, **marks}, draft))
    pictures = {relation.ident: styling.media[relation.target]
                for relation in part.relations if relation.target in styling.media}
    return tuple([_line(paragraph, styling, pictures) for paragraph in root.iter(f"{W}p")])


def _line(element: Element, styling: Styling, pictures: Mapping[str, bytes]) -> Line:
    style = element.find(f"{W}pPr/{W}pStyle")
    ident = "" if style is None else style.get(f"{W}val", "")
    facts = read_facts(element).over(styling.sheet.of(ident))
    look = ParagraphLook.of(styling.names.get(ident, ident), facts, styling.theme)
    return Line(look, tuple(_pieces(element, styling.theme, pictures)))


def _pieces(element: Element, theme: Mapping[str, str], pictures: Mapping[str, bytes]) -> Iterator[Piece]:
    for run in element.iter(f"{W}r"):
        look = TextLook.of(read_facts(run).run, theme)
        for child in run:
            if child.tag == f"{W}drawing":
                yield from _drawing(child, pictures)
            elif child.tag == f"{W}t":
                yield from _texts(child.text or "", look)
            elif child.tag in _CHARACTERS:
                yield Text(_CHARACTERS[child.tag], look)


def _texts(text: str, look: TextLook) -> Iterator[Piece]:
    while _OPEN in text:
        before, _, rest = text.partition(_OPEN)
        name, _, text = rest.partition(_CLOSE)
        if before:
            yield Text(before, look)
        yield PageField(name, look)
    if text:
        yield Text(text, look)


def _drawing(element: Element, pictures: Mapping[str, bytes]) -> Iterator[Piece]:
    extent = next(element.iter(f"{_DRAWING}extent"), None)
    blip = next(element.iter(f"{_PICTURE}blip"), None)
    data = None if blip is None else pictures.get(blip.get(f"{_RELATIONS}embed", ""))
    if data and extent is not None:
        yield Picture(data, int(extent.get("cx", "0")) / _EMU, int(extent.get("cy", "0")) / _EMU)

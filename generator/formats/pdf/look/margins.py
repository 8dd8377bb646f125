"""Headers and footers of the reference document, as paragraphs of texts, tabs, fields and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
_EMU = 12_700
"""Word's units of a drawing to a point."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text in one look; a tab is the character that it is."""

    text: str
    look: TextLook


@dataclass(frozen=True, slots=True)
class PageField:
    """The number of the page, or of all pages (`PAGE`, `NUMPAGES`)."""

    name: str
    look: TextLook


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, its width and height in points."""

    data: bytes
    width: float
    height: float


Piece = Text | PageField | Picture


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a header or a footer."""

    look: ParagraphLook
    pieces: tuple[Piece, ...]


def lines(part: PackagePart, margin: Margin, values: Mapping[str, str], draft: bool, sheet: StyleSheet,
          theme: Mapping[str, str], media: Mapping[str, bytes]) -> tuple[Line, ...]:
    """The paragraphs of the part for one document, its fields filled with the values by name.

    `media` are the parts that its pictures stand in, by name.
    """
    marks = {name: f"\ue000{name}\ue001" for name in (PAGE, PAGES)}  # no text of a header has these characters
    root = xml.tree(margin.fill({**values, **marks}, draft))
    pictures = {relation.ident: media[relation.target] for relation in part.relations if relation.target in media}
    return tuple([_line(paragraph, sheet, theme, pictures) for paragraph in root.iter(f"{W}p")])


def _line(element: Element, sheet: StyleSheet, theme: Mapping[str, str], pictures: Mapping[str, bytes]) -> Line:
    style = element.find(f"{W}pPr/{W}pStyle")
    named = "" if style is None else style.get(f"{W}val", "")
    facts = read_facts(element).over(sheet.of(named))
    return Line(ParagraphLook.of(named, facts, theme), tuple(_pieces(element, theme, pictures)))


def _pieces(element: Element, theme: Mapping[str, str], pictures: Mapping[str, bytes]) -> Iterator[Piece]:
    for run in element.iter(f"{W}r"):
        look = TextLook.of(read_facts(run).run, theme)
        for child in run:
            if child.tag == f"{W}t":
                yield from _texts(child.text or "", look)
            elif child.tag == f"{W}tab":
                yield Text("\t", look)
            elif child.tag in (f"{W}br", f"{W}cr"):
                yield Text("\n", look)
            elif child.tag == f"{W}noBreakHyphen":
                yield Text("\u2011", look)
            elif child.tag == f"{W}drawing":
                yield from _drawing(child, pictures)


def _texts(text: str, look: TextLook) -> Iterator[Piece]:
    while "\ue000" in text:
        before, _, rest = text.partition("\ue000")
        name, _, text = rest.partition("\ue001")
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

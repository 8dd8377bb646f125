"""The look of one document: page, styles, lists, headers and footers, read from the Reference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.base.border import xml
from generator.document.model import Document
from generator.formats.pdf.look import lists, margins
from generator.formats.pdf.look.facts import StyleSheet, W, facts
from generator.formats.pdf.look.values import ParagraphLook, TableLook, TextLook, is_on, points
from generator.formats.word.package import properties
from generator.formats.word.reference import styles
from generator.formats.word.reference.reference import Reference

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_THEMES = {"major": "majorFont", "minor": "minorFont"}


class PageLook(Struct, frozen=True):
    """The size of the page and its margins; `header` and `footer` are how far from the edge they stand."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float


class Look(Struct, frozen=True):
    """All of the reference that the PDF of one document takes over; lengths in points.

    `accent` is the colour that drawings are in. `margins` has the lines of the headers and footers by kind:
    `header default`, `footer first`.
    """

    reference: Reference
    page: PageLook
    paragraphs: Mapping[str, ParagraphLook]
    characters: Mapping[str, TextLook]
    tables: Mapping[str, TableLook]
    lists: Mapping[str, tuple[lists.Level, ...]]
    margins: Mapping[str, tuple[margins.Line, ...]]
    accent: str

    @classmethod
    def of(cls, reference: Reference, document: Document) -> Look:
        """Read the look; raises Rejected where the document lacks a property that a header shows."""
        parts = {part.name: part for part in reference.parts}
        themes = [xml.tree(part.data) for part in parts.values() if part.content_type.endswith("theme+xml")]
        theme = _fonts(themes)
        sheet = StyleSheet.read(next(part.data for part in parts.values()
                                     if part.content_type.endswith(".styles+xml")))
        ids = reference.style_ids
        section = xml.tree(reference.page.section.encode())
        return cls(
            reference,
            _page(section),
            {name: ParagraphLook.of(name, sheet.of(ident), theme)
             for name, ident in ids[styles.PARAGRAPH].items()},
            {name: TextLook.of(sheet.of(ident).run, theme) for name, ident in ids[styles.CHARACTER].items()},
            {name: TableLook.of(sheet.of(ident)) for name, ident in ids[styles.TABLE].items()},
            lists.read(reference.listings, theme),
            _margins(section, reference, document, margins.Styling(
                sheet, {ident: name for name, ident in ids[styles.PARAGRAPH].items()}, theme,
                {name: part.data for name, part in parts.items()})),
            _accent(themes),
        )  # fmt: skip


def _page(section: Element) -> PageLook:
    size, edges = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    at = {**_attributes(size), **_attributes(edges)}
    gutter = points(at.get("gutter", "0"))
    return PageLook(
        points(at["w"]), points(at["h"]), abs(points(at["top"])), abs(points(at["bottom"])),
        points(at["left"]) + gutter, points(at["right"]), points(at.get("header", "0")),
        points(at.get("footer", "0")))  # fmt: skip


def _attributes(element: Element | None) -> dict[str, str]:
    return {} if element is None else {key.rpartition("}")[2]: value for key, value in element.attrib.items()}


def _accent(themes: list[Element]) -> str:
    """The first accent of the theme, as six digits; black where it has none of its own."""
    found = [root.find(f".//{_DRAWING}accent1/{_DRAWING}srgbClr") for root in themes]
    return next((color.get("val", "") for color in found if color is not None), "000000")


def _fonts(themes: list[Element]) -> dict[str, str]:
    """The fonts of the theme by Word's names for them: `minorHAnsi` is that of running text."""
    found: dict[str, str] = {}
    for root in themes:
        for short, name in _THEMES.items():
            latin = root.find(f".//{_DRAWING}{name}/{_DRAWING}latin")
            if latin is not None:
                found |= dict.fromkeys((f"{short}HAnsi", f"{short}Ascii"), latin.get("typeface", ""))
    return found


def _margins(section: Element, reference: Reference, document: Document,
             styling: margins.Styling) -> dict[str, tuple[margins.Line, ...]]:
    """The headers and footers that the section shows; `first` only where its first page differs."""
    values = properties.shown(document, 1)
    targets = {relation.ident: relation.target for relation in reference.relations}
    parts = {part.name: (part, margin) for part, margin in reference.margins}
    wanted = {"default", *(["first"] if is_on(facts(section), "titlePg") else []),
              *(["even"] if reference.uneven else [])}
    found = {}
    for kind in ("header", "footer"):
        for shown in section.iter(f"{W}{kind}Reference"):
            which = shown.get(f"{W}type", "default")
            name = targets.get(shown.get(f"{_RELATIONS}id", ""), "")
            if which in wanted and name in parts:
                part, margin = parts[name]
                found[f"{kind} {which}"] = margins.lines(part, margin, values, document.draft, styling)
    return found

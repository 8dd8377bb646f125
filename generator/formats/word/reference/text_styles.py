"""The styles of reference.docx as the values that text is measured with.

What a style does not say, the one that it is based on says, and at last the document's defaults.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.base.border import xml
from generator.base.values import replace
from generator.formats.fonts import Font
from generator.formats.text_styles import CellRoom, CharacterStyle, TextStyle, TextStyles
from generator.formats.word.reference import styles
from generator.formats.word.reference.lists import Listings

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = {"0", "false", "off"}
_WORDS_OWN = Font("Times New Roman", 10)  # what Word takes where a file says nothing at all
_SINGLE = 240
"""The `w:line` of a line set solid, where it is counted in lines."""


def read(document: WordDocument, found: Mapping[str, Mapping[str, Any]], listings: Listings) -> TextStyles:
    """The styles that are needed, and all by name; `found` are python-docx's by kind and English name."""
    theme = _theme_fonts(document)
    defaults = document.styles.element.findall(f"{_W}docDefaults/*")

    def of(style: Any, *beneath: Any) -> _Said:
        return _Said((*_chain(style), *beneath), theme)

    paragraphs = {name: _text_style(of(style, *defaults)) for name, style in found[styles.PARAGRAPH].items()}
    rooms = {name: _cell_room(of(style)) for name, style in found[styles.TABLE].items()}

    def items(style: str) -> tuple[TextStyle, ...]:
        return tuple([replace(paragraphs[style], left=indent) for indent in listings.by_style[style].indents])

    return TextStyles(
        by_name=paragraphs, body=paragraphs[styles.BODY], caption=paragraphs[styles.CAPTION],
        headings=tuple([paragraphs[name] for name in styles.HEADINGS.values()]),
        items=items(styles.LIST_BULLET), cell=paragraphs[styles.CELL],
        cell_head=paragraphs[styles.CELL_HEAD], cell_items=items(styles.CELL_BULLET),
        character={name: _character_style(of(style)) for name, style in found[styles.CHARACTER].items()},
        tables=rooms, table=rooms[styles.DEFAULT_TABLE])


class _Said(Struct, frozen=True):
    """A style as it is told: its element, those that it is based on and the defaults, the nearest first."""

    elements: tuple[Any, ...]
    theme: Mapping[str, str]

    def text(self, path: str, attribute: str = "val") -> str | None:
        """The attribute at the path in the nearest element that has it."""
        for found in self._at(path):
            value = found.get(f"{_W}{attribute}")
            if value is not None:
                return str(value)
        return None

    def number(self, path: str, attribute: str = "val", otherwise: int = 0) -> int:
        """The same as a number."""
        value = self.text(path, attribute)
        return otherwise if value is None else round(float(value))

    def side(self, path: str, left: str, right: str) -> int:
        """The number in twips under the older name of an attribute, or under the newer."""
        return self.number(path, left, self.number(path, right))

    def switch(self, path: str) -> bool | None:
        """Tell whether something is switched on or off; None where the style leaves it as it is."""
        return next((found.get(f"{_W}val") not in _OFF for found in self._at(path)), None)

    def family(self) -> str | None:
        """The font, by its own name or by its place in the theme."""
        for found in self._at("rPr/rFonts"):
            theme = self.theme.get((found.get(f"{_W}asciiTheme") or "")[:5])
            if theme or found.get(f"{_W}ascii"):
                return theme or str(found.get(f"{_W}ascii"))
        return None

    def _at(self, path: str) -> Iterator[Any]:
        steps = "/".join([f"{_W}{part}" for part in path.split("/")])
        return (found for element in self.elements if (found := element.find(steps)) is not None)


def _text_style(said: _Said) -> TextStyle:
    line, rule = said.number("pPr/spacing", "line", _SINGLE), said.text("pPr/spacing", "lineRule") or "auto"
    font = Font(said.family() or _WORDS_OWN.family, said.number("rPr/sz", otherwise=20) / 2,
                bool(said.switch("rPr/b")), bool(said.switch("rPr/i")))
    return TextStyle(
        font, before=said.number("pPr/spacing", "before"), after=said.number("pPr/spacing", "after"),
        left=said.side("pPr/ind", "left", "start"), right=said.side("pPr/ind", "right", "end"),
        lines=line / _SINGLE if rule == "auto" else 1.0,
        least=line if rule == "atLeast" else 0, exact=line if rule == "exact" else 0,
        joined=bool(said.switch("pPr/contextualSpacing")), capitals=bool(said.switch("rPr/caps")))


def _character_style(said: _Said) -> CharacterStyle:
    return CharacterStyle(said.family(), said.number("rPr/sz") / 2 or None,
                          said.switch("rPr/b"), said.switch("rPr/i"))


def _cell_room(said: _Said) -> CellRoom:
    usual = CellRoom()

    def margin(side: str, otherwise: int = 0) -> int:
        return said.number(f"tblPr/tblCellMar/{side}", "w", otherwise)

    return CellRoom(margin("left", margin("start", usual.left)), margin("right", margin("end", usual.right)),
                    margin("top"), margin("bottom"))


def _chain(style: Any) -> Iterator[Any]:
    """The element of the style, then those that it is based on; a chain may not be a ring."""
    seen = set()
    while style is not None and style.style_id not in seen:
        seen.add(style.style_id)
        yield style.element
        style = style.base_style


def _theme_fonts(document: WordDocument) -> Mapping[str, str]:
    """The fonts of the theme by the first five letters of their names: `major`, `minor`."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/theme"):
            root = xml.tree(relation.target_part.blob)
            fonts = {name: root.find(f".//{_A}{name}Font/{_A}latin") for name in ("major", "minor")}
            return {name: font.get("typeface", "") for name, font in fonts.items() if font is not None}
    return {}

"""Styles as a reader needs them: their names in English, and what they say of headings and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from generator.formats.word.reading.names import VAL, W, is_on, number, value
from generator.formats.word.reference.styles import HEADINGS, NEEDED

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NORMAL = "Normal"
_BODY_LEVEL = 9
_OURS = {name.casefold(): name for name, _ in NEEDED} | {"normal": NORMAL}
_LEVEL_OF = {name: level for level, name in HEADINGS.items()}
_DEEPEST = max(HEADINGS)


class InList(NamedTuple):
    """A list that a style or a paragraph names: its number, and the level where it says so."""

    number: str
    level: int | None


class Style(Struct, frozen=True):
    """A style; `outline` is 1 to 9 for headings, 0 for body text, None where it does not say."""

    name: str
    base: str
    outline: int | None
    in_list: InList | None
    bold: bool | None
    italic: bool | None


_UNKNOWN = Style(NORMAL, "", None, None, None, None)


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, part: Element | None) -> None:
        self._known: Mapping[str, Style] = {}
        self._default = ""
        if part is not None:
            elements = part.findall(f"{W}style")
            self._known = {one.get(f"{W}styleId", ""): _style(one) for one in elements}
            self._default = next((one.get(f"{W}styleId", "") for one in elements
                                  if one.get(f"{W}type") == "paragraph" and is_on_default(one)), "")

    def name(self, ident: str) -> str:
        """The name of the style with the id; an id that is nobody's is its own name."""
        if not ident:
            return self._known.get(self._default, _UNKNOWN).name
        known = self._known.get(ident)
        return known.name if known else ident

    def table(self, ident: str) -> str:
        """The name of the table's style; nothing where it names none."""
        return self.name(ident) if ident else ""

    def level(self, ident: str) -> int:
        """The level of the headings in the style, from 1 to 3; 0 for what is no heading."""
        said = (style.outline for style in self._chain(ident) if style.outline is not None)
        return _LEVEL_OF.get(self.name(ident)) or heading_level(next(said, 0))

    def in_list(self, ident: str) -> InList | None:
        """The list that the style puts its paragraphs in."""
        return next((style.in_list for style in self._chain(ident) if style.in_list), None)

    def bold(self, ident: str) -> bool:
        """Tell whether the style sets its text in bold."""
        return next((style.bold for style in self._chain(ident) if style.bold is not None), False)

    def _chain(self, ident: str) -> Iterator[Style]:
        seen: set[str] = set()
        ident = ident or self._default
        while ident in self._known and ident not in seen:
            seen.add(ident)
            yield self._known[ident]
            ident = self._known[ident].base


def heading_level(outline: int) -> int:
    """The level of a heading with that outline level (1 to 9, 0 for none): the third is the deepest."""
    return min(outline, _DEEPEST)


def outline(text: str | None) -> int | None:
    """The outline level that `w:outlineLvl` says: 1 to 9, or 0 for body text."""
    said = number(text)
    if said is None:
        return None
    return said + 1 if 0 <= said < _BODY_LEVEL else 0


def in_list(properties: Element | None) -> InList | None:
    """The list that a `w:numPr` names."""
    if properties is None:
        return None
    return InList(value(properties, "numId"), number(value(properties, "ilvl")))


def is_on_default(style: Element) -> bool:
    """Tell whether it is the style of what names none."""
    return style.get(f"{W}default") in ("1", "true", "on")


def _style(element: Element) -> Style:
    name = value(element, "name")
    level = element.find(f"{W}pPr/{W}outlineLvl")
    return Style(
        name=_OURS.get(name.casefold(), name), base=value(element, "basedOn"),
        outline=None if level is None else outline(level.get(VAL)),
        in_list=in_list(element.find(f"{W}pPr/{W}numPr")),
        bold=is_on(element.find(f"{W}rPr/{W}b")), italic=is_on(element.find(f"{W}rPr/{W}i")))

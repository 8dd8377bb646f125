"""Lists of the reference document: how each level is marked, and how far in its text stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.base.border import xml
from generator.formats.pdf.look.facts import W, read_facts
from generator.formats.pdf.look.values import TextLook, points
from generator.formats.word.reference.lists import Listings

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BULLET = "•"
_OWN_FONTS = range(0xE000, 0xF900)
"""Characters that mean something in one font only, as Word's round bullet does in Symbol."""
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Level(Struct, frozen=True):
    """One level of a list: `pattern` with %1 for its number, in `form`; lengths in points.

    The text stands `left` from the edge, its mark `hanging` before it.
    """

    form: str
    pattern: str
    left: float
    hanging: float
    text: TextLook

    def marks(self, count: int, depth: int, lettered: bool = False) -> tuple[str, ...]:
        """The marks of so many points at this depth (from 0); all the same in a list with bullets."""
        if self.form == "bullet":
            return (self.pattern,) * count
        form, pattern = ("lowerLetter", f"%{depth + 1})") if lettered else (self.form, self.pattern)
        return tuple(pattern.replace(f"%{depth + 1}", _number(place, form)) for place in range(1, count + 1))


def read(listings: Listings, theme: Mapping[str, str]) -> dict[str, tuple[Level, ...]]:
    """The levels of each list style, by its name."""
    root = xml.tree((listings.before + listings.after).encode())
    definitions = {found.get(f"{W}abstractNumId", ""): found for found in root.findall(f"{W}abstractNum")}
    levels = {style: definitions[str(listing.definition)].iter(f"{W}lvl")
              for style, listing in listings.by_style.items()}
    return {style: tuple([_level(level, theme) for level in found]) for style, found in levels.items()}


def _level(element: Element, theme: Mapping[str, str]) -> Level:
    found = read_facts(element)
    left = found.paragraph.get("ind.left") or found.paragraph.get("ind.start") or "0"
    pattern = _value(element, "lvlText")
    form = _value(element, "numFmt")
    if form == "bullet" and (not pattern or any(ord(sign) in _OWN_FONTS for sign in pattern)):
        pattern = _BULLET
    run = {key: value for key, value in found.run.items() if not key.startswith("rFonts")}
    return Level(form, pattern, points(left), points(found.paragraph.get("ind.hanging", "0")),
                 TextLook.of(run, theme))


def _value(element: Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def _number(place: int, form: str) -> str:
    match form:
        case "lowerLetter" | "upperLetter":
            letters = ""
            while place:
                place, letter = divmod(place - 1, 26)
                letters = chr(ord("a") + letter) + letters
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            numeral = ""
            for value, sign in _ROMAN:
                times, place = divmod(place, value)
                numeral += sign * times
            return numeral.upper() if form == "upperRoman" else numeral
        case _:
            return str(place)

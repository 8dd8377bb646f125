"""Numbering as a reader needs it: what kind of list a paragraph stands in, and the number that is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from generator.formats.word.reading.names import W, number, value
from generator.formats.word.reading.styles import InList, Styles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LETTERS = ("lowerLetter", "upperLetter")
_BULLET, _NONE = "bullet", "none"
_PLACE = re.compile(r"%(\d)")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN, _MOST_LETTERS = 4000, 500


class Listed(Struct, frozen=True):
    """A place in a list: its number in the file, what defines it, and the level, from 0.

    `letters` says that the outermost of its lists has letters, as inner ones may have anyway. `starts` says
    that the number begins anew here; `indent` is how far in the text stands, in twips.
    """

    number: str
    definition: str
    level: int
    ordered: bool
    letters: bool
    starts: bool
    indent: int


class _Level(NamedTuple):
    kind: str
    text: str
    start: int
    indent: int


class Numbering:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._numbers: dict[str, tuple[str, Mapping[int, int]]] = {}
        self._definitions: dict[str, Mapping[int, _Level]] = {}
        self._linked: dict[str, str] = {}
        self._counted: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._styles = styles
        if part is None:
            return
        for one in part.findall(f"{W}abstractNum"):
            ident = one.get(f"{W}abstractNumId", "")
            self._definitions[ident] = _levels(one)
            self._linked[ident] = value(one, "numStyleLink")
        for one in part.findall(f"{W}num"):
            self._numbers[one.get(f"{W}numId", "")] = (value(one, "abstractNumId"), _restarts(one))

    def listed(self, named: InList | None) -> Listed | None:
        """The place in a list that a paragraph has; None where it is in none, or prints no number."""
        if named is None or named.number not in self._numbers:
            return None
        definition, restarts = self._numbers[named.number]
        level = max(named.level or 0, 0)
        found = self._level(definition, level)
        if found is None or found.kind == _NONE:
            return None
        outermost = self._level(definition, 0) or found
        return Listed(named.number, definition, level, found.kind != _BULLET, outermost.kind in _LETTERS,
                      level in restarts, found.indent)

    def count(self, place: Listed) -> str:
        """The number or the sign that is printed before the next paragraph there: `2.`, `b)`, `•`."""
        counted = self._counted.setdefault(place.definition, {})
        restarts = self._numbers[place.number][1]
        found = self._level(place.definition, place.level)
        if found is None:
            return ""
        if place.starts and (place.number, place.level) not in self._begun:
            self._begun.add((place.number, place.level))
            counted[place.level] = restarts[place.level]
        elif place.level in counted:
            counted[place.level] += 1
        else:
            counted[place.level] = found.start
        for deeper in [level for level in counted if level > place.level]:
            del counted[deeper]
        if not place.ordered:
            return found.text

        def said(part: re.Match[str]) -> str:
            level = int(part[1]) - 1
            of = self._level(place.definition, level)
            return _said(counted.get(level, of.start if of else 1), of.kind if of else "decimal")

        return _PLACE.sub(said, found.text)

    def _level(self, definition: str, level: int) -> _Level | None:
        levels = self._definitions.get(definition, {})
        if not levels and self._linked.get(definition):
            linked = self._styles.in_list(self._linked[definition])
            named = self._numbers.get(linked.number if linked else "", ("", {}))[0]
            levels = self._definitions.get(named, {})
        return levels.get(level)


def _levels(definition: Element) -> dict[int, _Level]:
    return {number(one.get(f"{W}ilvl")) or 0: _level(one) for one in definition.findall(f"{W}lvl")}


def _level(one: Element) -> _Level:
    indent = one.find(f"{W}pPr/{W}ind")
    start = number(value(one, "start"))
    return _Level(value(one, "numFmt") or "decimal", value(one, "lvlText"), 1 if start is None else start,
                  indent_of(indent) or 0)


def indent_of(element: Element | None) -> int | None:
    """The twips by which a `w:ind` sets the text in."""
    if element is None:
        return None
    return number(element.get(f"{W}left") or element.get(f"{W}start"))


def _restarts(one: Element) -> dict[int, int]:
    found = {}
    for override in one.findall(f"{W}lvlOverride"):
        start = number(value(override, "startOverride"))
        if start is not None:
            found[number(override.get(f"{W}ilvl")) or 0] = start
    return found


def _said(count: int, kind: str) -> str:
    """The number in its kind of signs; decimal where the kind has none for it."""
    if kind in _LETTERS and 0 < count < _MOST_LETTERS:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 0 < count < _MOST_ROMAN:
        signs = ""
        for worth, sign in _ROMAN:
            signs += sign * (count // worth)
            count %= worth
        return signs.upper() if kind == "upperRoman" else signs
    return f"0{count}" if kind == "decimalZero" and 0 <= count < 10 else str(count)

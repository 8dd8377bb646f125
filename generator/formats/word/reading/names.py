"""Names of elements and attributes in the XML of Word, as a tree has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
VAL = f"{W}val"
_SPACES = frozenset(W + name for name in ("p", "tab", "br", "cr"))
_OFF = ("0", "false", "off", "none")
_MOST_DIGITS = 9

WRAPPERS = frozenset(W + name for name in (
    "sdt", "sdtContent", "smartTag", "customXml", "body", "dir", "bdo"))
"""Elements that stand around others, and say nothing that a Document holds."""


def is_on(element: Element | None) -> bool | None:
    """Tell whether a property such as `w:b` holds; None where it is not there."""
    return None if element is None else element.get(VAL, "1") not in _OFF


def number(text: str | None) -> int | None:
    """The whole number that an attribute says; None for anything else."""
    digits = (text or "").removeprefix("-")
    is_one = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return int(text or "") if is_one else None


def value(element: Element, path: str) -> str:
    """The `w:val` of the element at the path (`pPr/pStyle`), or nothing."""
    found = element.find("/".join([W + step for step in path.split("/")]))
    return "" if found is None else found.get(VAL, "")


def chosen(alternatives: Element) -> Iterable[Element]:
    """The elements of the first choice of a `mc:AlternateContent`, else those for older programs."""
    found = alternatives.find(f"{MC}Choice")
    if found is None:
        found = alternatives.find(f"{MC}Fallback")
    return () if found is None else found


def below(element: Element | None, path: str) -> Iterable[Element]:
    """The elements inside of the one at the path (`pPr/rPr`); none where that is not there."""
    found = None if element is None else element.find("/".join([W + step for step in path.split("/")]))
    return () if found is None else found


def plain(element: Element) -> str:
    """All words below the element, a space between paragraphs."""
    return _words(element, (f"{W}t", f"{W}delText"))


def standing(element: Element) -> str:
    """The words below the element that no tracked change has taken out, a space between paragraphs."""
    return _words(element, (f"{W}t",))


def _words(element: Element, texts: tuple[str, ...]) -> str:
    words = (one.text or "" if one.tag in texts else " " for one in element.iter()
             if one.tag in texts or one.tag in _SPACES)
    return " ".join("".join(words).split())


def formula(element: Element) -> str:
    """The signs of an equation, in a line."""
    return "".join([one.text or "" for one in element.iter(f"{M}t")])

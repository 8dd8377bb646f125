"""The page: paper and margins of the reference document's last section, with the headers that it shows."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.base.language import say

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHOWN = (f"{_W}headerReference", f"{_W}footerReference")
LEAST = 1440
"""Twips of text across and down a page, an inch each."""
DEFAULT, FIRST, EVEN = "default", "first", "even"


class Page(Struct, frozen=True):
    """The room for text on a page, in twips (20 to a point), and the XML of its section.

    `shown` has the relations to headers and footers that are seen, by the pages that show them: `default`,
    and `first` and `even` where those have their own.
    """

    width: int
    height: int
    section: str
    shown: tuple[tuple[str, tuple[str, ...]], ...]


def read(document: WordDocument, uneven: bool) -> Page:
    """The page of the document; ValueError where it has no section, or one without room for text."""
    from lxml import etree

    if not document.sections:
        raise ValueError(say("there is no section, which has the size of the page and its margins"))
    section = document.sections[-1]
    width = _twips(section.page_width) - _twips(section.left_margin) - _twips(section.right_margin)
    height = _twips(section.page_height) - _twips(section.top_margin) - _twips(section.bottom_margin)
    if min(width, height) < LEAST:
        raise ValueError(say("the page leaves {width} by {height} twips for text; is there a w:pgSz, "
                             "and a w:pgMar?", width=width, height=height))
    element = whole([one._sectPr for one in document.sections])
    for ident in [name for name in element.attrib if "rsid" in str(name)]:
        del element.attrib[ident]
    etree.cleanup_namespaces(element)
    return Page(width, height, etree.tostring(element, encoding="unicode"), tuple(shown(element, uneven)))


def whole(sections: list[Any]) -> Any:
    """The last of the `w:sectPr`, with the headers and footers that it takes over from those before it."""
    last = deepcopy(sections[-1])
    last.tail = None
    for unwanted in last.findall(f"{_W}printerSettings"):  # a part that no document of ours has
        last.remove(unwanted)
    known = {_key(one) for one in last.iterchildren(*_SHOWN)}
    for section in reversed(sections[:-1]):
        for one in section.iterchildren(*_SHOWN):
            if _key(one) not in known:
                known.add(_key(one))
                last.insert(0, deepcopy(one))
    return last


def shown(section: Any, uneven: bool) -> list[tuple[str, tuple[str, ...]]]:
    """The pages that have a header and a footer of their own, each with the relations to them."""
    title = section.find(f"{_W}titlePg")
    is_set = {DEFAULT: True, FIRST: title is not None and title.get(f"{_W}val") not in ("0", "false", "off"),
              EVEN: uneven}
    return [(pages, tuple(one.get(f"{_R}id") for one in section.iterchildren(*_SHOWN)
                          if one.get(f"{_W}type", DEFAULT) == pages))
            for pages, own in is_set.items() if own]


def _key(element: Any) -> tuple[str, str]:
    return element.tag, element.get(f"{_W}type", DEFAULT)


def _twips(length: Any) -> int:
    return 0 if length is None else int(length.twips)

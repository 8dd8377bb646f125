"""The text of any .docx, a line a paragraph, so that `git diff` can show what has changed in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.base.border import xml, zips
from generator.formats.word.codes import no_docx

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def text_of_docx(data: bytes) -> str:
    """Headings with #, list items with -, table rows with |; changes that are tracked count as accepted.

    Raises Rejected where the bytes are no .docx.
    """
    try:
        body = xml.tree(zips.parts(data)["word/document.xml"]).find(f"{_W}body")
    except (zips.NoZip, xml.NoXml, KeyError) as error:
        raise no_docx() from error
    return "".join(f"{line}\n" for line in (_lines(body) if body is not None else ()))


def _lines(parent: Element) -> Iterator[str]:
    for element in parent:
        if element.tag == f"{_W}p":
            yield from _paragraph(element)
        elif element.tag == f"{_W}tbl":
            yield from map(_row, element.iter(f"{_W}tr"))
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _lines(element)


def _paragraph(element: Element) -> Iterator[str]:
    text = visible_text(element)
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    if text and name.startswith("Heading"):
        yield f"\n{'#' * int(name[-1:] if name[-1:].isdigit() else 1)} {text}"
    elif text:
        yield f"- {text}" if "List" in name or "Bullet" in name else text


def _row(row: Element) -> str:
    cells = (" / ".join(filter(None, map(visible_text, cell.iter(f"{_W}p")))) for cell in row.iter(f"{_W}tc"))
    return f"| {' | '.join(cells)} |"


def visible_text(element: Element) -> str:
    """The words of a paragraph or of a cell, those that are marked as deleted or moved away left out."""
    signs = {
        f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}softHyphen": "\u00ad", f"{_W}noBreakHyphen": "\u2011",
        f"{_W}p": " ",  # one in a shape
    }  # fmt: skip
    words = (
        one.text or "" if one.tag == f"{_W}t" else signs.get(one.tag, "")
        for one in _kept(element)
    )
    return " ".join("".join(words).split())


def _kept(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag not in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"):
            yield child
            yield from _kept(child)

"""Drawings of ours, back from their shapes: a bar has parts side by side, a diagram has boxes with text.

What Word draws is not all that was said: a part of nothing is not drawn, a box has no name but its label, and
where its description is gone (LibreOffice keeps none of a shape) a line is only a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.base.values import replace
from generator.document.model import Bar, Box, Diagram, Part
from generator.formats.word.reading.edges import edges_of
from generator.formats.word.reading.names import WP, WPG, WPS, A, W, number, plain

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SHEET = re.compile(r" \(del \d+ af \d+\)$")
_GAP = 2 * 12700
_LOOSE = re.compile(r"[\s-]+")


class _Shape(NamedTuple):
    """A shape of a group, with its description and the lines of each of its paragraphs; `pieces` of text."""

    left: int
    top: int
    width: int
    description: str
    texts: tuple[tuple[str, ...], ...]
    framed: bool
    pieces: int


class Found(NamedTuple):
    """A drawing of ours, and the words of its legend where no edge says them any more."""

    block: Bar | Diagram
    legend: str = ""


def read(element: Element) -> Found | None:
    """The bar or the diagram that a `w:drawing` is; None for any other."""
    line = element.find(f"{WP}inline")
    group = None if line is None else line.find(f"{A}graphic/{A}graphicData/{WPG}wgp")
    if line is None or group is None:
        return None
    shapes = [shape for one in group.findall(f"{WPS}wsp") if (shape := _shape(one)) is not None]
    if not shapes or len(shapes) != len(group.findall(f"{WPS}wsp")) or group.find(f"{WPG}grpSp") is not None:
        return None
    if _count(element) != sum(shape.pieces for shape in shapes):  # then somebody has written elsewhere in it
        return None
    about = line.find(f"{WP}docPr")
    description = "" if about is None else about.get("descr", "")
    if any(shape.texts for shape in shapes):
        return _diagram(shapes, description)
    extent = line.find(f"{WP}extent")
    return Found(_bar(shapes, description, number(extent.get("cx")) if extent is not None else None))


def told(element: Element) -> tuple[Literal["text box", "picture", "object"], str]:
    """A drawing that is none of ours: the name of its kind, and its words or its description."""
    words = plain(element)
    about = element.find(f".//{WP}docPr")
    described = "" if about is None else about.get("descr", "") or about.get("title", "")
    if words:
        return "text box", words
    return ("object" if element.tag == f"{W}object" else "picture"), described


def words_of(block: Bar | Diagram) -> str:
    """The words that stand in the drawing, or that describe it."""
    if isinstance(block, Bar):
        return block.description
    return " ".join([f"{box.label} {box.detail}".strip() for box in block.boxes])


def goes_on(block: Bar | Diagram) -> bool:
    """Tell whether it is one sheet of a diagram that took more than a page."""
    return isinstance(block, Diagram) and _SHEET.search(block.description) is not None


def whole(block: Bar | Diagram) -> Bar | Diagram:
    """The drawing with its description alone, without the number of its sheet."""
    return replace(block, description=_SHEET.sub("", block.description)) if goes_on(block) else block


def together(first: Diagram, second: Diagram) -> Diagram:
    """The two sheets of a diagram that took more than a page."""
    deepest = max((box.level for box in first.boxes), default=-1)
    lower = tuple([Box(box.name, box.label, box.detail, box.level + deepest + 1) for box in second.boxes])
    edges = tuple(dict.fromkeys((*first.edges, *second.edges)))
    return Diagram((*first.boxes, *lower), edges, first.description)


def _shape(element: Element) -> _Shape | None:
    place, size = (element.find(f"{WPS}spPr/{A}xfrm/{A}{name}") for name in ("off", "ext"))
    if place is None or size is None:
        return None
    left, top, width = number(place.get("x")), number(place.get("y")), number(size.get("cx"))
    if left is None or top is None or width is None:
        return None
    about = element.find(f"{WPS}cNvPr")
    text = element.find(f"{WPS}txbx/{W}txbxContent")
    texts = () if text is None else tuple([lines for one in text.iter(f"{W}p") if (lines := _lines(one))])
    return _Shape(left, top, width, "" if about is None else about.get("descr", ""), texts,
                  element.find(f"{WPS}spPr/{A}noFill") is None, 0 if text is None else _count(text))


def _count(element: Element) -> int:
    """The number of texts in it, those that are marked as gone too."""
    return sum(1 for one in element.iter() if one.tag in (f"{W}t", f"{W}delText"))


def _lines(paragraph: Element) -> tuple[str, ...]:
    """The lines of a paragraph; nothing where there is no word in it."""
    signs = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "\u2011",
             f"{W}softHyphen": "\u00ad"}
    text = "".join([one.text or "" if one.tag in (f"{W}t", f"{W}delText") else signs.get(one.tag, "")
                    for one in paragraph.iter()])
    return tuple(text.split("\n")) if text.strip() else ()


def _bar(shapes: list[_Shape], description: str, whole: int | None) -> Bar:
    """The shares are those of the widths, to a tenth of a percent."""
    edges = [*(shape.left for shape in shapes[1:]), whole or shapes[-1].left + shapes[-1].width + _GAP]
    total = max(edges[-1] - shapes[0].left, 1)
    parts = tuple([Part(shape.description, Decimal(round(1000 * max(right - shape.left, 0) / total)) / 10)
                   for shape, right in zip(shapes, edges, strict=True)])
    return Bar(parts, description)


def _diagram(shapes: list[_Shape], description: str) -> Found:
    panels = [shape for shape in shapes if shape.texts and shape.framed]
    tops = sorted({shape.top for shape in panels})
    boxes = tuple([_box(shape, tops.index(shape.top)) for shape in panels])
    wires = [shape.description for shape in shapes if not shape.texts and shape.description]
    edges = edges_of(wires, [box.label for box in boxes])
    says = {edge.says.casefold() for edge in edges}
    legends = [" ".join(lines) for shape in shapes if not shape.framed for lines in shape.texts]
    lost = " ".join([text for text in legends if text.casefold() not in says])
    return Found(Diagram(boxes, edges, description), lost)


def _box(shape: _Shape, level: int) -> Box:
    label, detail = " ".join(shape.texts[0]), " ".join([" ".join(lines) for lines in shape.texts[1:]])
    label, detail = _as_described(label, detail, shape.description)
    return Box(label, label, detail, level)


def _as_described(label: str, detail: str, description: str) -> tuple[str, str]:
    """The two texts without the breaks and hyphens of their lines, unless somebody has changed them there."""
    if _loose(description) != _loose(f"{label}, {detail}" if detail else label):
        return label, detail
    ends = (at for at, _ in _commas(description) if _loose(description[:at]) == _loose(label))
    end = next(ends, len(description)) if detail else len(description)
    return description[:end], description[end + 2:]


def _commas(text: str) -> Iterator[tuple[int, str]]:
    return ((at, sign) for at, sign in enumerate(text) if text.startswith(", ", at))


def _loose(text: str) -> str:
    return _LOOSE.sub("", text)


"""Drawings in a line of text: a group of shapes, each with its words for those who cannot see it.

Measures are in EMU, 12,700 to a point. Colours are shades of the theme's first accent, so that a drawing
follows the look of the reference document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import accumulate, pairwise

from msgspec import Struct

from generator.document.model import Bar
from generator.formats.word.state import WriterState
from generator.formats.word.xml_text import attribute

POINT = 12700
TWIP = POINT // 20
_HEIGHT, _GAP = 9 * POINT, 2 * POINT
_SHADES = (100, 40, 70, 20)
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WORD = "http://schemas.microsoft.com/office/word/2010"


class Rectangle(Struct, frozen=True):
    """A rectangle at a place in its drawing, in a shade of the accent (percent) with an edge of it."""

    left: int
    top: int
    width: int
    height: int
    shade: int
    description: str


def bar(block: Bar, state: WriterState) -> str:
    """The run of a bar in the room that there is: its parts in their order, white between them."""
    whole = int(state.room * TWIP * block.width / 100)
    shares = list(accumulate(part.share for part in block.parts))
    edges = [0, *(int(whole * share / shares[-1]) for share in shares)]
    parts = [Rectangle(left, 0, max(right - left - _GAP, POINT), _HEIGHT, _SHADES[place % len(_SHADES)],
                       part.label)
             for place, (part, (left, right)) in enumerate(zip(block.parts, pairwise(edges), strict=True))
             if part.share]
    return drawing([partial(_shape, part) for part in parts], whole, _HEIGHT, block.description, state)


def drawing(shapes: Iterable[Callable[[int], str]], width: int, height: int, description: str,
            state: WriterState) -> str:
    """The run of a group of this size, which stands in the line like a letter.

    Each of `shapes` writes one when it is given the id of it.
    """
    ident = state.drawing_id()
    within = "".join([shape(state.drawing_id()) for shape in shapes])
    size = f'cx="{width}" cy="{height}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0"'
        f' distL="0" distR="0"><wp:extent {size}/><wp:docPr id="{ident}" name="Figur {ident}"'
        f' descr="{attribute(description)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_WORD}/wordprocessingGroup"><wpg:wgp xmlns:wpg="{_WORD}/wordprocessingGroup">'
        f'<wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/>'
        f'<a:chExt {size}/></a:xfrm></wpg:grpSpPr>{within}</wpg:wgp></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>")


def _shape(shape: Rectangle, ident: int) -> str:
    lighter = f'<a:lumMod val="{shape.shade}000"/><a:lumOff val="{100 - shape.shade}000"/>'
    look = (
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="accent1">{lighter}</a:schemeClr></a:solidFill>'
        f'<a:ln w="{POINT // 2}"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:ln>')
    return shape_in(ident, shape.description, (shape.left, shape.top, shape.width, shape.height), look,
                    "<wps:bodyPr/>")


def shape_in(ident: int, description: str, at: tuple[int, int, int, int], look: str, text: str) -> str:
    """A shape of a group: `at` is its left, top, width and height in EMU, `look` its form, fill and line."""
    left, top, width, height = at
    return (
        f'<wps:wsp xmlns:wps="{_WORD}/wordprocessingShape"><wps:cNvPr id="{ident}" name="Felt {ident}"'
        f' descr="{attribute(description)}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>'
        f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>{look}</wps:spPr>'
        f"{text}</wps:wsp>")

"""Diagrams as vectors: boxes with text, and lines between them, described to those who cannot see them."""

from __future__ import annotations

from generator.document.model import Diagram
from generator.formats import refusals
from generator.formats.diagram.layout import sheets
from generator.formats.diagram.shapes import DASHES, HEAD_LENGTH, HEAD_WIDTH, Head, Panel, Shape, Sheet, Wire
from generator.formats.pdf.source import call, color, joined, length, literal, sequence
from generator.formats.pdf.state import Setting
from generator.formats.word import codes
from generator.formats.word.reference import styles

_INK, _THICK = "000000", 1.0
_WEIGHTS = {True: literal("bold"), False: literal("regular")}


def diagram_code(block: Diagram, setting: Setting) -> str:
    """The code of a diagram: a figure for each page that it takes."""
    reference = setting.look.reference
    drawn = sheets(block, reference.page.width, reference.page.height, reference.text)
    if len(drawn) > 1:
        setting.complain(codes.DIAGRAM_TALL, *refusals.tall_diagram(len(drawn)))
    return "; ".join([_figure(sheet, setting) for sheet in drawn])


def _figure(sheet: Sheet, setting: Setting) -> str:
    look = setting.paragraph(styles.BODY)
    room = setting.room(look)
    setting.passed(look)
    said = f"{sheet.description}: {'; '.join([shape.description for shape in sheet.shapes])}"
    drawn = joined([_shape(shape, setting) for shape in sheet.shapes])
    return call("bar", setting.named(look), length(room), _long(sheet.height), drawn, literal(said))


def _shape(shape: Shape, setting: Setting) -> str:
    return _panel(shape, setting) if isinstance(shape, Panel) else _wire(shape)


def _panel(panel: Panel, setting: Setting) -> str:
    look = setting.named(setting.paragraph(styles.CELL))
    lines = [call("text", literal(line), size=length(words.size), weight=_WEIGHTS[words.bold])
             for words in panel.words for line in words.lines]
    text = call("text", f"..{look}.text", f"{{{'; linebreak(); '.join(lines)}}}")
    align = "center" if panel.framed else "left"
    stroke = f"0.75pt + {color(setting.look.accent)}" if panel.framed else "none"
    box = call("rect", call("align", f"{align} + horizon", text), width=_long(panel.width),
               height=_long(panel.height), inset="0pt", stroke=stroke)
    return _placed(panel.left, panel.top, box)


def _wire(wire: Wire) -> str:
    dashes = sequence([length(_THICK * dash) for dash in DASHES[wire.look]])
    dash = f", dash: {dashes}" if DASHES[wire.look] else ""
    stroke = f"(paint: {color(_INK)}, thickness: {length(_THICK)}{dash})"
    lines = [_placed(s.x, s.y, call("line", end=f"({_long(s.to_x - s.x)}, {_long(s.to_y - s.y)})",
                                    stroke=stroke)) for s in wire.segments]
    return "; ".join([*lines, *map(_head, wire.heads)])


def _head(head: Head) -> str:
    back = _long(-HEAD_LENGTH if head.points == "down" else HEAD_LENGTH)
    side = _long(HEAD_WIDTH // 2)
    corners = ("(0pt, 0pt)", f"(-{side}, {back})", f"({side}, {back})")
    return _placed(head.x, head.y, call("polygon", *corners, fill=color(_INK)))


def _placed(x: int, y: int, code: str) -> str:
    return call("place", "top + left", code, dx=_long(x), dy=_long(y))


def _long(twips: int) -> str:
    return length(twips / 20)

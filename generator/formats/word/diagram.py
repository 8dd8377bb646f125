"""Diagrams as drawings of Word's own: boxes with text that can be changed there, and lines between them."""

from __future__ import annotations

from functools import partial

from generator.document.model import Diagram
from generator.document.revision_marks import DELETED, INSERTED
from generator.formats.diagram.layout import sheets
from generator.formats.diagram.shapes import (
    DASHES,
    HEAD_LENGTH,
    HEAD_WIDTH,
    Head,
    Panel,
    Shape,
    Sheet,
    Wire,
    Words,
)
from generator.formats.word.drawing import POINT, TWIP, drawing, shape_in
from generator.formats.word.reference import styles
from generator.formats.word.state import WriterState
from generator.formats.word.xml_text import escape, run_content

_LINE = POINT
_INK = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
_PAPER = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
_EDGE = f'<a:ln w="{POINT * 3 // 4}"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:ln>'


def laid_out(block: Diagram, state: WriterState) -> tuple[Sheet, ...]:
    """The sheets of a diagram in the room that there is."""
    return sheets(block, state.room, state.reference.page.height, state.reference.text)


def sheet_run(sheet: Sheet, state: WriterState) -> str:
    """The run of the drawing of one sheet."""
    shapes = [partial(_shape, shape, state) for shape in sheet.shapes]
    return drawing(shapes, sheet.width * TWIP, sheet.height * TWIP, sheet.description, state)


def _shape(shape: Shape, state: WriterState, ident: int) -> str:
    return _panel(shape, state, ident) if isinstance(shape, Panel) else _wire(shape, ident)


def _panel(panel: Panel, state: WriterState, ident: int) -> str:
    look = f"{_PAPER}{_EDGE}" if panel.framed else "<a:noFill/><a:ln><a:noFill/></a:ln>"
    align = "center" if panel.framed else "left"
    text = "".join([_paragraph(words, align, state) for words in panel.words])
    at = (panel.left * TWIP, panel.top * TWIP, panel.width * TWIP, panel.height * TWIP)
    return shape_in(
        ident, panel.description, at, f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}',
        f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/>'
        "</wps:bodyPr>")


def _paragraph(words: Words, align: str, state: WriterState) -> str:
    """A line of a box; to Word the box is a text by itself, where what comes or goes is marked once more."""
    style = escape(state.style_id(styles.CELL, styles.PARAGRAPH))
    look = _look(words, state.reference.text.cell.font.size)
    mark = (DELETED if state.mark.is_old else INSERTED) if state.mark else None
    end = state.revisions.paragraph_end(mark) if mark else ""
    run = state.revisions.around(mark, lambda gone: f"<w:r>{look}{_broken(words.lines, gone)}</w:r>")
    return (f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:spacing w:before="0" w:after="0"/>'
            f'<w:jc w:val="{align}"/>{end}</w:pPr>{run}</w:p>')


def _look(words: Words, usual: float) -> str:
    bold = "<w:b/>" if words.bold else ""
    size = "" if words.size == usual else f'<w:sz w:val="{words.size * 2:g}"/>'
    return f"<w:rPr>{bold}{size}</w:rPr>" if bold or size else ""


def _broken(lines: tuple[str, ...], gone: bool) -> str:
    return "<w:br/>".join([run_content(line, gone) for line in lines])


def _wire(wire: Wire, ident: int) -> str:
    left, top, width, height = wire.box()
    at = (left * TWIP, top * TWIP, width * TWIP, height * TWIP)
    size = f'w="{at[2]}" h="{at[3]}"'

    def point(x: int, y: int) -> str:
        return f'<a:pt x="{(x - left) * TWIP}" y="{(y - top) * TWIP}"/>'

    def triangle(head: Head) -> str:
        back = head.y + (-HEAD_LENGTH if head.points == "down" else HEAD_LENGTH)
        sides = (point(head.x - HEAD_WIDTH // 2, back), point(head.x + HEAD_WIDTH // 2, back))
        return (f"<a:moveTo>{point(head.x, head.y)}</a:moveTo>"
                f"{''.join([f'<a:lnTo>{side}</a:lnTo>' for side in sides])}<a:close/>")

    lines = "".join([f"<a:moveTo>{point(s.x, s.y)}</a:moveTo><a:lnTo>{point(s.to_x, s.to_y)}</a:lnTo>"
                     for s in wire.segments])
    paths = f'<a:path {size} fill="none">{lines}</a:path>'
    if wire.heads:
        paths += f'<a:path {size} stroke="0">{"".join(map(triangle, wire.heads))}</a:path>'
    pairs = zip(DASHES[wire.look][::2], DASHES[wire.look][1::2], strict=True)
    dashes = "".join([f'<a:ds d="{on * 100000}" sp="{off * 100000}"/>' for on, off in pairs])
    dashed = f"<a:custDash>{dashes}</a:custDash>" if dashes else ""
    look = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
        f'{_INK}<a:ln w="{_LINE}">{_INK}{dashed}</a:ln>')
    return shape_in(ident, wire.description, at, look, "<wps:bodyPr/>")

"""Beginning of every source: what the code of blocks calls, and the page with its header and footer."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.language import say
from generator.base.values import replace
from generator.document.model import Document
from generator.document.revision_marks import has_marks
from generator.formats.pdf import codes
from generator.formats.pdf.inlines import in_look, look_of
from generator.formats.pdf.look.margins import Line, PageField, Picture, Piece, Text
from generator.formats.pdf.look.values import TextLook
from generator.formats.pdf.source import call, dictionary, joined, length, literal, sequence
from generator.formats.pdf.state import Setting, paragraph
from generator.formats.word.reference.headers import PAGE

_LEGEND = "Understreget er nyt, gennemstreget er slettet, grønt er flyttet."
"""Line under the header of a document with marks."""
_SOLID = 1.22
"""Height of a line set solid, in parts of its size; fonts hardly differ in it."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"<svg", b"<?xml")
FUNCTIONS = """\
#let spot(number) = [#metadata(number)<spot>]
#let spots = context [#metadata(query(<spot>).map(found => {
  let at = found.location().position()
  (found.value, at.page, at.y.pt())
}))<spots>]
#let shape(look, body) = { set text(..look.text); set par(..look.par); set align(look.align); body }
#let p(look, above, body, sticky: false) = block(
  above: above, below: 0pt, width: 100%, sticky: sticky, breakable: not look.whole, inset: look.inset,
  fill: look.fill, shape(look, par(body)))
#let e(look) = v(look.line)
#let headline(level, anchor, look, above, body, sticky: true) = block(
  above: above, below: 0pt, width: 100%, sticky: sticky, breakable: false, inset: look.inset,
  fill: look.fill, shape(look, {
    let made = heading(level: level, shape(look, body))
    if anchor == none { made } else { [#made#label(anchor)] }
  }))
#let items(look, above, body) = block(above: above, below: 0pt, width: 100%, shape(look, body))
#let mark(width, body) = box(width: width, { body; h(1fr) })
#let line-of-text(look, body) = shape(look, par(body))
#let at-least(height, body) = grid(columns: (0pt, 1fr), align: bottom + left, box(height: height), body)
#let grid-of-data(above, data, caption: none, gap: 0pt, whole: false, sticky: false) = block(
  above: above, below: 0pt, width: 100%, breakable: not whole, sticky: sticky,
  if caption == none { data } else { figure(data, gap: gap, caption: caption) })
#let entry(look, anchor, body) = shape(look, {
  let page = context counter(page).at(label(anchor)).first()
  let line = { body; box(width: 1fr, pdf.artifact(repeat(" ."))); page }
  pad(left: look.inset.left, right: look.inset.right, par(if anchor == none { body } else {
    link(label(anchor), line)
  }))
})
#let part(inside, edge) = rect(width: 100%, height: 100%, fill: inside, stroke: 0.5pt + edge)
#let bar(look, above, height, drawn, description) = block(
  above: above, below: 0pt, width: 100%, inset: look.inset,
  figure(kind: "bar", alt: description, block(width: 100%, height: height, breakable: false, drawn)))
#let c = table.cell.with(breakable: false)
#let changed = rgb("#A4133C")
#let moved = rgb("#1B5E20")
#let inserted(body) = underline(stroke: 0.6pt + changed, text(fill: changed, body))
#let deleted(body) = strike(stroke: 0.6pt + changed, text(fill: changed, body))
#let moved-to(body) = underline(stroke: 0.6pt + moved, text(fill: moved, body))
#let moved-from(body) = strike(stroke: 0.6pt + moved, text(fill: moved, body))
#set par(leading: 0pt, spacing: 0pt, linebreaks: "simple")
#set block(spacing: 0pt)
#set table(stroke: none, align: top + left)
#set list(body-indent: 0pt)
#set enum(body-indent: 0pt, number-align: start + top)
#set figure(kind: table, numbering: none, supplement: none)
#set strong(delta: 300)
#set underline(evade: false)
#show figure: set block(breakable: true)
#show figure: set align(left)
#set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, sticky: true, it.body)
#show heading: it => it.body
"""
"""A last line of a block stays with it; lines are broken as Word breaks them, one after another."""


def beginning(document: Document, setting: Setting) -> str:
    """The code about the whole document: its title and language, its page, and what each page shows."""
    language, _, region = document.language.partition("-")
    spoken = {"lang": literal(language), "region": literal(region) if region else ""}
    about = {"title": literal(titled(document)),
             "author": literal(document.author) if document.author else "",
             "description": literal(document.subject) if document.subject else ""}
    return "\n".join((
        f"#{call('set document', **about)}",
        f"#{call('set text', **spoken, fallback='false', hyphenate='false')}",
        FUNCTIONS + _page(document, setting)))


def titled(document: Document) -> str:
    """The title under which a reader shows the file; that of a draft says so."""
    marked = not document.draft or "udkast" in document.title.casefold()
    return document.title if marked else f"Udkast: {document.title}"


def _page(document: Document, setting: Setting) -> str:
    page = setting.look.page
    top = max(page.top, page.header + _height(setting))
    edges = {"top": length(top), "bottom": length(page.bottom), "left": length(page.left),
             "right": length(page.right)}
    legend = _LEGEND if has_marks(document.blocks) else ""
    shown = {"header": _margin("header", setting, legend), "footer": _margin("footer", setting)}
    size = {"width": length(page.width), "height": length(page.height)}
    return "#" + call("set page", margin=dictionary(edges), header_ascent="0pt", footer_descent="0pt",
                      **size, **shown)


def _height(setting: Setting) -> float:
    """The height of the tallest header, in points: as in Word, the text begins below it."""
    headers = (lines for name, lines in setting.look.margins.items() if name.startswith("header"))
    return max([sum([_line_height(line) for line in lines]) for lines in headers], default=0.0)


def _line_height(line: Line) -> float:
    size = line.look.text.size or 10
    text = line.look.line * (1.0 if line.look.exact else size * _SOLID)
    pictures = [piece.height for piece in line.pieces if isinstance(piece, Picture)]
    return max([text, *pictures]) + line.look.after


def _margin(kind: str, setting: Setting, legend: str = "") -> str:
    """The header or the footer: that of the first page and of even ones where they have their own."""
    margins, page = setting.look.margins, setting.look.page
    found = {which: _lines(margins[f"{kind} {which}"], setting, legend)
             for which in ("first", "even", "default") if f"{kind} {which}" in margins}
    conditions = {"first": "here().page() == 1", "even": "calc.even(here().page())"}
    code = found.get("default", "none")
    for which in ("even", "first"):
        if f"{kind} {which}" in margins or which in _differing(margins):
            code = f"if {conditions[which]} {{ {found.get(which, 'none')} }} else {{ {code} }}"
    room = f"v({length(page.header)})" if kind == "header" else f"v({length(page.footer)})"
    inner = joined([room, code] if kind == "header" else [code, room])
    align = "top" if kind == "header" else "bottom"
    return f"context block(width: 100%, height: 100%, align({align} + left, {inner}))"


def _differing(margins: Mapping[str, tuple[Line, ...]]) -> set[str]:
    return {name.split(" ")[1] for name in margins} - {"default"}


def _lines(lines: tuple[Line, ...], setting: Setting, legend: str) -> str:
    if legend and lines:
        lines = (*lines, replace(lines[-1], pieces=(Text(legend, TextLook()),)))
    code, _ = setting.apart(lambda: [_line(line, setting) for line in lines])
    return joined(code)


def _line(line: Line, setting: Setting) -> str:
    """A paragraph; the parts between its tabs stand at its tab stops."""
    parts: list[list[str]] = [[]]
    for piece in line.pieces:
        if isinstance(piece, Text) and piece.text == "\t":
            parts.append([])
        else:
            parts[-1].append(_piece(piece, setting, line.look.style))
    return paragraph(setting, line.look, _at_stops(parts, line) if any(parts) else "")


def _at_stops(parts: list[list[str]], line: Line) -> str:
    """The parts of a line: as wide as up to a stop on the left, as far apart as may be before others."""
    stops, begun, code = line.look.tabs, 0.0, []
    for number, part in enumerate(parts):
        if number == len(parts) - 1:
            code.append(joined(part) if part else "none")
        elif number < len(stops) and stops[number].kind == "left":
            stop = stops[number].position / 20
            code.append(f"box(width: {length(stop - begun)}, {joined(part) if part else 'none'})")
            begun = stop
        else:
            code += [joined(part) if part else "none", "h(1fr)"]
    return joined(code)


def _piece(piece: Piece, setting: Setting, style: str) -> str:
    if isinstance(piece, Picture) and not piece.data.startswith(_PICTURES):
        message = say("a picture in the header or footer is of a kind that no PDF shows")
        setting.complain(codes.PICTURE, message, say("save it as PNG or SVG, and put it in again in Word"))
        return "none"
    if isinstance(piece, Picture):
        data = f"bytes({sequence([str(byte) for byte in piece.data])})"
        return f"box(image({data}, width: {length(piece.width)}, height: {length(piece.height)}))"
    if isinstance(piece, PageField):
        number = "here().page()" if piece.name == PAGE else "counter(page).final().first()"
        return look_of(f"str({number})", piece.look, setting, style)
    return in_look(piece.text, piece.look, setting, style)

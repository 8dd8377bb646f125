"""Content of a paragraph: runs, links and line breaks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from typing import assert_never

from generator.document.model import Inline, LineBreak, Run, Split
from generator.formats.word.comments import within
from generator.formats.word.reference import styles
from generator.formats.word.state import WriterState
from generator.formats.word.xml_text import run_content


def inlines(content: tuple[Inline, ...], state: WriterState) -> str:
    """The XML of a paragraph's content; runs side by side with one address become one link."""
    if len(content) == 1:
        inline = content[0]
        if isinstance(inline, Run) and inline.link is None and not state.revisions.active:
            return _inline(inline, state)
        return _linked(_address(content[0]), content, state)
    return "".join(_linked(address, group, state) for address, group in groupby(content, key=_address))


def _address(inline: Inline) -> str | None:
    if isinstance(inline, Run):
        return inline.link
    if isinstance(inline, (LineBreak, Split)):
        return None
    assert_never(inline)


def _linked(address: str | None, group: Iterable[Inline], state: WriterState) -> str:
    """Inlines of one address; a revision stands inside a link, never around it."""
    if not state.revisions.active:
        xml = "".join([_inline(inline, state) for inline in group])
    else:
        parts = groupby(group, key=lambda inline: inline.mark or state.mark)
        xml = "".join([state.revisions.around(mark, partial(_together, part, state)) for mark, part in parts])
    if address is None:
        return xml
    return f'<w:hyperlink r:id="{state.link(address)}" w:history="1">{xml}</w:hyperlink>'


def _together(part: Iterable[Inline], state: WriterState, gone: bool) -> str:
    return "".join([_inline(inline, state, gone) for inline in part])


def _inline(inline: Inline, state: WriterState, gone: bool = False) -> str:
    """The runs of an inline; `gone` where they stand in a `w:del`."""
    if isinstance(inline, Run):
        if not inline.text:
            return ""
        style = inline.style or (styles.HYPERLINK if inline.link else None)
        plain = not (style or inline.bold or inline.italic)
        look = "" if plain else run_look(style, inline.bold, inline.italic, state)
        xml = f"<w:r>{look}{run_content(inline.text, gone)}</w:r>"
        said = state.comments.get(id(inline)) if state.comments else None
        return within(xml, said, state.commented) if said else xml
    if isinstance(inline, LineBreak):
        return "<w:r><w:br/></w:r>"
    if isinstance(inline, Split):
        raise TypeError("a paragraph ends between two, and in neither")
    assert_never(inline)


def run_look(style: str | None, bold: bool, italic: bool, state: WriterState) -> str:
    """The `w:rPr` of a run, nothing for plain text; made once for each look."""
    key = (style, bold, italic)
    known = state.run_looks.get(key)
    if known is not None:
        return known
    look = _look(style, bold, italic, state)
    if not state.findings:  # an unknown style is to be noted wherever it stands
        state.run_looks[key] = look
    return look


def _look(style: str | None, bold: bool, italic: bool, state: WriterState) -> str:
    parts = (f'<w:rStyle w:val="{state.style_id(style, styles.CHARACTER)}"/>' if style else "",
             "<w:b/><w:bCs/>" if bold else "",
             "<w:i/><w:iCs/>" if italic else "")
    look = "".join(parts)
    return f"<w:rPr>{look}</w:rPr>" if look else ""

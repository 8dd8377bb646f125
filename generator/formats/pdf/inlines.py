"""Content of a paragraph as typst code: texts, links, line breaks, and what a revision did to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import assert_never

from generator.document.model import Inline, LineBreak, Mark, Run, Split
from generator.formats.pdf.look.values import TextLook
from generator.formats.pdf.source import call, color, joined, literal
from generator.formats.pdf.state import Setting
from generator.formats.word.reference import styles

_APART = re.compile("(\t|\r\n|\r|\n)")
_BREAK = "linebreak()"
_END = "¶"
_NO_TEXT = {"\t": "sym.space + h(1em)", **dict.fromkeys(("\n", "\r", "\r\n"), _BREAK)}
_SAID = {
    "inserted": "Indsat", "deleted": "Slettet", "moved-from": "Flyttet væk", "moved-to": "Flyttet hertil",
}  # fmt: skip
"""Words that a screen reader says before a text that a revision touched."""


def inlines(content: Iterable[Inline], setting: Setting, style: str) -> str:
    """The code of a paragraph's content; runs side by side with one address become one link.

    Nothing where there is no text in it.
    """
    parts = [part for address, group in groupby(content, key=_address)
             if (part := _linked(address, list(group), setting, style))]
    return joined(parts) if parts else ""


def plain(text: str, setting: Setting, style: str) -> str:
    """The code of a text in the look of its paragraph, with the mark that the setting has."""
    return inlines((Run(text),), setting, style)


def _address(inline: Inline) -> str | None:
    if isinstance(inline, Run):
        return inline.link
    if isinstance(inline, (LineBreak, Split)):
        return None
    assert_never(inline)


def _linked(address: str | None, group: list[Inline], setting: Setting, style: str) -> str:
    parts = [part for inline in group if (part := _inline(inline, setting, style))]
    if not parts:
        return ""
    return call("link", literal(address), joined(parts)) if address else joined(parts)


def _inline(inline: Inline, setting: Setting, style: str) -> str:
    if isinstance(inline, LineBreak):
        return _BREAK
    if isinstance(inline, Split):
        sign = _lined(_END, TextLook(), inline.mark, setting)
        return sign if inline.mark.is_old else joined([sign, _BREAK])
    if isinstance(inline, Run):
        if not inline.text:
            return ""
        named = inline.style or (styles.HYPERLINK if inline.link else None)
        look = setting.character(named) if named else TextLook()
        code = in_look(inline.text, look, setting, style, inline.mark or setting.mark)
        if inline.bold:
            code = call("strong", code)
        return call("emph", code) if inline.italic else code
    assert_never(inline)


def in_look(text: str, look: TextLook, setting: Setting, style: str, mark: Mark | None = None) -> str:
    """The code of a text in a look of its own; its tabs and new lines are no text.

    A PDF for everybody has one line under or through a text, no more: that of its mark goes first.
    """
    pieces = filter(None, _APART.split(text))
    parts = [_NO_TEXT.get(piece) or _lined(piece, look, mark, setting) for piece in pieces]
    return look_of(joined(parts), look, setting, style)


def look_of(code: str, look: TextLook, setting: Setting, style: str) -> str:
    """The code of content in a look, but for lines under and through it."""
    given = {key.replace("-", "_"): value for key, value in setting.text(look, style).items()}
    if look.font:
        given["bottom_edge"] = f"{-setting.face(look.font, style).descent:.4f}em"
    code = call("text", code, **given) if given else code
    if look.capitals:
        code = call("upper", code)
    return call("highlight", code, fill=color(look.fill)) if look.fill else code


def _lined(piece: str, look: TextLook, mark: Mark | None, setting: Setting) -> str:
    """The code of a piece of text with the line that its mark or its look asks for."""
    if mark and any(sign.isprintable() and not sign.isspace() for sign in piece):  # the rest has no line
        setting.marked.append(f"{_SAID[mark.kind]}: {piece}")
        return call(mark.kind, literal(piece))
    if look.underline:
        return call("underline", literal(piece))
    return call("strike", literal(piece)) if look.strike else literal(piece)

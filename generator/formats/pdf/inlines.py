"""Content of a paragraph as typst code: texts, links, line breaks, and what a revision did to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import assert_never

from generator.document.model import Inline, LineBreak, Mark, Run
from generator.formats.pdf.look.values import TextLook
from generator.formats.pdf.source import call, color, joined, literal
from generator.formats.pdf.state import Setting
from generator.formats.word.reference import styles

_APART = re.compile("(\t|\r\n|\r|\n)")
_BREAK = "linebreak()"
_TAB = "sym.space + h(1em)"
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
    if isinstance(inline, LineBreak):
        return None
    assert_never(inline)


def _linked(address: str | None, group: list[Inline], setting: Setting, style: str) -> str:
    marked = groupby(group, key=lambda inline: inline.mark or setting.mark)
    parts = [part for mark, inner in marked if (part := _marked(mark, list(inner), setting, style))]
    if not parts:
        return ""
    return call("link", literal(address), joined(parts)) if address else joined(parts)


def _marked(mark: Mark | None, group: list[Inline], setting: Setting, style: str) -> str:
    text = "".join([inline.text for inline in group if isinstance(inline, Run)])
    if mark is None or not text:
        return "; ".join(filter(None, [_inline(inline, setting, style) for inline in group]))
    setting.decorated.append(f"{_SAID[mark.kind]}: {text}")
    parts = [part for inline in group if (part := _inline(inline, setting, style))]
    return call(mark.kind, joined(parts))


def _inline(inline: Inline, setting: Setting, style: str) -> str:
    if isinstance(inline, LineBreak):
        return _BREAK
    if isinstance(inline, Run):
        if not inline.text:
            return ""
        named = inline.style or (styles.HYPERLINK if inline.link else None)
        look = setting.character(named) if named else TextLook()
        code = in_look(text_code(inline.text), look, setting, style)
        if inline.bold:
            code = call("strong", code)
        return call("emph", code) if inline.italic else code
    assert_never(inline)


def in_look(code: str, look: TextLook, setting: Setting, style: str) -> str:
    """The code of content in a look of its own."""
    if look == TextLook():
        return code
    given = {key.replace("-", "_"): value for key, value in setting.text(look, style).items()}
    if look.font:
        face = setting.face(look.font, style)
        given |= {"bottom_edge": f"{-face.descent:.4f}em"}
    code = call("text", code, **given) if given else code
    if look.capitals:
        code = call("upper", code)
    if look.underline:
        setting.decorated.append("")
        code = call("underline", code)
    if look.strike:
        setting.decorated.append("")
        code = call("strike", code)
    return call("highlight", code, fill=color(look.fill)) if look.fill else code


def text_code(text: str) -> str:
    """The code of a text, its tabs and new lines with it."""
    if not _APART.search(text):
        return literal(text)
    pieces = filter(None, _APART.split(text))
    return joined([_TAB if piece == "\t" else _BREAK if _APART.fullmatch(piece) else literal(piece)
                   for piece in pieces])

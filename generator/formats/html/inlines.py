"""Content of a paragraph: runs, links and line breaks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import assert_never

from generator.document.model import Inline, LineBreak, Run, Split
from generator.formats.html.elements import element, empty
from generator.formats.html.sourced import Sources, sourced, unknown
from generator.formats.html.styles import class_of


def inlines(content: Iterable[Inline], sources: Sources = unknown) -> str:
    """The HTML of the content; runs side by side with one address become one link."""
    return "".join([_linked(address, "".join([_inline(one, sources) for one in together]))
                    for address, together in groupby(content, key=_address)])


def _address(inline: Inline) -> str:
    return (inline.link or "") if isinstance(inline, Run) else ""


def _linked(address: str, code: str) -> str:
    return element("a", code, href=address) if address else code


def _inline(inline: Inline, sources: Sources) -> str:
    if isinstance(inline, (LineBreak, Split)):
        return empty("br")
    if isinstance(inline, Run):
        code = sourced(inline.text, inline, "text", sources)
        if inline.style:
            code = element("span", code, class_=class_of(inline.style))
        if inline.bold:
            code = element("strong", code)
        return element("em", code) if inline.italic else code
    assert_never(inline)

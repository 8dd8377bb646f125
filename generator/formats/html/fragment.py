"""Blocks of a document as HTML: one function a kind, chosen by the block's class.

The title is the one `h1`; a heading stands a level below its own, so that no level is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import assert_never

from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Document,
    Heading,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from generator.document.revision_marks import accepted, has_marks
from generator.document.signatures import in_runs
from generator.formats.html.drawings import bar, diagram
from generator.formats.html.elements import element, text
from generator.formats.html.inlines import inlines
from generator.formats.html.signatures import signatures
from generator.formats.html.sourced import Sources, unknown
from generator.formats.html.styles import class_of
from generator.formats.html.tables import Inside, table

TITLE = "Title"


def fragment(document: Document, sources: Sources = unknown) -> str:
    """The document as HTML to put into a page of another's: no `html`, no style sheet, a block a line.

    With sources, of a document without marks, each passage has its file and key as attributes.
    """
    blocks = accepted(document).blocks if has_marks(document.blocks) else document.blocks
    return _blocks(blocks, sources, "\n")


def _blocks(blocks: Iterable[Block], sources: Sources, between: str = "") -> str:
    parts = (signatures(part, sources) if isinstance(part, tuple) else _block(part, sources)
             for part in in_runs(blocks))  # fmt: skip
    return between.join(filter(None, parts))


def _block(block: Block, sources: Sources) -> str:
    if isinstance(block, Paragraph):
        name = "h1" if block.style == TITLE else "p"
        return element(name, inlines(block.content, sources), class_=class_of(block.style))
    if isinstance(block, Heading):
        return element(f"h{block.level + 1}", inlines(block.content, sources), id=block.anchor)
    if isinstance(block, List):
        items = "".join([element("li", _item(item, sources)) for item in block.items])
        return element("ol" if block.ordered else "ul", items, type="a" if block.letters else "")
    if isinstance(block, Table):
        return table(block, Inside(partial(_blocks, sources=sources), partial(inlines, sources=sources)))
    if isinstance(block, Signature):
        return signatures((block,), sources)
    if isinstance(block, Contents):
        return _contents(block)
    if isinstance(block, Bar):
        return bar(block)
    if isinstance(block, Diagram):
        return diagram(block)
    if isinstance(block, PageBreak):
        return ""
    assert_never(block)


def _item(item: ListItem, sources: Sources) -> str:
    """The content of a point; a paragraph that is first in it needs no element of its own."""
    first, *rest = item.blocks
    if isinstance(first, Paragraph) and not class_of(first.style):
        return inlines(first.content, sources) + _blocks(rest, sources)
    return _blocks(item.blocks, sources)


def _contents(block: Contents) -> str:
    """The list of contents as a landmark; its entries lead to the headings that have a name."""
    lines = []
    for entry in block.entries:
        words = text(f"{entry.number} {entry.text}".strip())
        link = element("a", words, href=f"#{entry.anchor}") if entry.anchor else words
        lines.append(element("li", link, class_="" if entry.level == 1 else f"level-{entry.level}"))
    title = element("p", element("strong", text(block.title)))
    return element("nav", title, element("ul", *lines), aria_label=block.title)

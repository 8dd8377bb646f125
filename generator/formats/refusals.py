"""Refusals of what no writer can set: message and hint, the same of a .docx and of a PDF."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.language import later, say
from generator.document.model import Bar, Block, Contents, Diagram, Heading, PageBreak, Signature, Table

Told = tuple[str, str]
"""A message and its hint."""

_IN_A_CELL: Mapping[type[Block], str] = {
    Table: later("another table stands inside a cell"),
    Signature: later("a signature stands inside a cell"),
    PageBreak: later("a page break stands inside a cell"),
    Contents: later("a list of contents stands inside a cell"),
    Diagram: later("a diagram stands inside a cell"),
}
_IN_A_LIST: Mapping[type[Block], str] = {
    Heading: later("a heading stands inside a list"),
    Table: later("a table stands inside a list"),
    Signature: later("a signature stands inside a list"),
    PageBreak: later("a page break stands inside a list"),
    Contents: later("a list of contents stands inside a list"),
    Bar: later("a bar stands inside a list"),
    Diagram: later("a diagram stands inside a list"),
}


def in_a_cell(block: Table | Signature | PageBreak | Contents | Diagram) -> Told:
    """Words for a block that no cell can hold."""
    return say(_IN_A_CELL[type(block)]), say("put it outside the table")


def in_a_list(block: Heading | Table | Signature | PageBreak | Contents | Bar | Diagram) -> Told:
    """Words for a block that no list can hold."""
    return say(_IN_A_LIST[type(block)]), say("a list item holds texts and lists; put it after the list")


def heading_level(block: Heading) -> Told:
    """Words for a heading of a level that there is not."""
    return say("a heading has level {level}", level=block.level), say("write a heading of level 1, 2 or 3")


def too_deep(depth: int, style: str, most: int) -> Told:
    """Words for a list so many levels down, in a style that has fewer."""
    message = say(
        "a list stands {depth} levels deep; '{style}' has {most}", depth=depth, style=style, most=most
    )
    return message, say("make the innermost list a paragraph, or split the list")


def no_text_first() -> Told:
    """Words for a point of a list that begins with something else than text."""
    return say("a list item does not begin with text"), say("write a text before what stands inside the item")


def empty_table() -> Told:
    """Words for a table that holds nothing."""
    return say("a table has no rows or no columns"), say("leave the whole table out")


def tall_diagram(pages: int) -> Told:
    """Words for a diagram that takes so many pages."""
    hint = say("see that it can be read so; fewer boxes and shorter names take less room")
    return say("the diagram takes {pages} pages", pages=pages), hint

"""Lists: real ones, in list styles, each numbered list with a number of its own."""

from __future__ import annotations

from functools import partial

from generator.document.model import Block, List, ListItem, Paragraph
from generator.formats.word import codes
from generator.formats.word.inlines import inlines
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.reference import styles
from generator.formats.word.reference.lists import Listing
from generator.formats.word.state import Ledger
from generator.formats.word.tracked.ranges import in_stretches


def list_paragraphs(block: List, ledger: Ledger, in_cell: bool, level: int = 0) -> str:
    """The XML of a list and of the lists inside it; `level` counts from 0."""
    style = _style(block.ordered, in_cell)
    listing = ledger.reference.listings.by_style[style]
    if level >= len(listing.indents):
        ledger.complain(codes.LIST_SHAPE, f"a list stands {level + 1} levels deep; '{style}' has "
                        f"{len(listing.indents)}", "make the innermost list a paragraph, or split the list")
        return ""
    definition = listing.lettered if block.letters else listing.definition
    number = ledger.number(definition, level) if block.ordered else listing.number
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return in_stretches(block.items, ledger,
                        lambda item: _item(item, style, mark, listing, ledger, in_cell, level))


def _style(ordered: bool, in_cell: bool) -> str:
    if in_cell:
        return styles.CELL_NUMBER if ordered else styles.CELL_BULLET
    return styles.LIST_NUMBER if ordered else styles.LIST_BULLET


def _item(item: ListItem, style: str, mark: str, listing: Listing, ledger: Ledger, in_cell: bool,
          level: int) -> str:
    """The first paragraph carries the bullet; further ones stand in line with it, without one."""
    if not item.blocks or not isinstance(item.blocks[0], Paragraph):
        ledger.complain(codes.LIST_SHAPE, "a list item does not begin with text",
                        "write a text before what stands inside the item")
    beneath = styles.CELL if in_cell else styles.BODY

    def part(position: int, block: Block) -> str:
        if isinstance(block, Paragraph):
            content = inlines(block.content, ledger)
            if position:
                return paragraph(block.style or beneath, content, ledger, indent=listing.indents[level])
            return paragraph(block.style or style, content, ledger, numbering=mark)
        if isinstance(block, List):
            return list_paragraphs(block, ledger, in_cell, level + 1)
        ledger.complain(codes.PLACEMENT, f"a {type(block).__name__} stands inside a list",
                        "a list item holds texts and lists; put it after the list")
        return ""

    return "".join([ledger.under(block.mark, partial(part, position, block))
                    for position, block in enumerate(item.blocks)])

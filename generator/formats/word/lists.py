"""Lists: real ones, in list styles, each numbered list with a number of its own."""

from __future__ import annotations

from functools import partial
from typing import assert_never

from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Heading,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from generator.document.reading import runs
from generator.document.revision_marks import side, stands
from generator.formats import refusals
from generator.formats.word import codes
from generator.formats.word.pieces import Piece
from generator.formats.word.reference import styles
from generator.formats.word.reference.lists import Listing
from generator.formats.word.state import WriterState
from generator.formats.word.texts import texts
from generator.formats.word.tracked.ranges import in_ranges

_FEW_LINES = 300
"""Letters of three lines."""


def list_paragraphs(block: List, state: WriterState, in_cell: bool, level: int = 0) -> list[Piece]:
    """The paragraphs of a list and of the lists inside it; `level` counts from 0."""
    style = _style(block.ordered, in_cell)
    listing = state.reference.listings.by_style[style]
    if level >= len(listing.indents):
        state.complain(codes.LIST_SHAPE, *refusals.too_deep(level + 1, style, len(listing.indents)))
        return []
    definition = listing.lettered if block.letters else listing.definition
    number = state.number(definition, level) if block.ordered else listing.number
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    keeps = iter([] if in_cell or level else _kept(block.items, state))

    def write(item: ListItem) -> list[Piece]:
        return _item(item, style, mark, listing, state, in_cell, level, next(keeps, False))

    pieces = in_ranges(block.items, state, write)
    if level or state.mark or not state.revisions.active:
        return pieces
    from generator.formats.word.tracked.relevelled import relevelled  # only a redline needs it

    return relevelled(pieces, state)


def _kept(items: tuple[ListItem, ...], state: WriterState) -> list[bool]:
    """Tell of each item whether it stays on the page of the next: neither the first nor the last is alone.

    Those of more than a few lines do not: what is kept together would leave a hole.
    """
    here = [place for place, item in enumerate(items) if state.mark or stands(item.mark, old=False)]
    ends = {*here[:1], *here[-2:-1]} if len(here) > 1 else set()
    return [place in ends and _is_low(item, state) for place, item in enumerate(items)]


def _is_low(item: ListItem, state: WriterState) -> bool:
    blocks = side(item.blocks, old=False) if state.revisions.active and not state.mark else item.blocks
    return len(blocks) == 1 and isinstance(blocks[0], Paragraph) and (
        sum([len(run.text) for run in runs(blocks[0])]) < _FEW_LINES)


def _style(ordered: bool, in_cell: bool) -> str:
    if in_cell:
        return styles.CELL_NUMBER if ordered else styles.CELL_BULLET
    return styles.LIST_NUMBER if ordered else styles.LIST_BULLET


def _item(item: ListItem, style: str, mark: str, listing: Listing, state: WriterState, in_cell: bool,
          level: int, keep_next: bool) -> list[Piece]:
    """The first paragraph carries the bullet; further ones stand in line with it, without one."""
    if not item.blocks or not isinstance(item.blocks[0], Paragraph):
        state.complain(codes.LIST_SHAPE, *refusals.no_text_first())
    beneath = styles.CELL if in_cell else styles.BODY

    def part(position: int, block: Block) -> list[Piece]:
        if isinstance(block, Paragraph):
            if position:
                return texts(block.style or beneath, block.content, state, indent=listing.indents[level])
            return texts(block.style or style, block.content, state, numbering=mark, keep_next=keep_next)
        if isinstance(block, List):
            return list_paragraphs(block, state, in_cell, level + 1)
        if isinstance(block, (Heading, Table, Signature, PageBreak, Contents, Bar, Diagram)):
            state.complain(codes.PLACEMENT, *refusals.in_a_list(block))
            return []
        assert_never(block)

    return [piece for position, block in enumerate(item.blocks)
            for piece in state.under(block.mark, partial(part, position, block))]

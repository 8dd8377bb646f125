"""Blocks as Word's paragraphs and tables: one function a kind, chosen by the block's class."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import assert_never

from generator.base.values import replace
from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from generator.document.signatures import in_runs
from generator.formats import refusals
from generator.formats.word import codes, tables
from generator.formats.word.bookmarks import bookmark
from generator.formats.word.contents import contents_paragraphs
from generator.formats.word.drawing import bar
from generator.formats.word.inlines import inlines
from generator.formats.word.lists import list_paragraphs
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.pieces import Piece, WordParagraph, as_xml
from generator.formats.word.reference import styles
from generator.formats.word.signatures import signature_pieces, table_pieces
from generator.formats.word.state import WriterState
from generator.formats.word.tables import joined, shared_edges
from generator.formats.word.texts import texts
from generator.formats.word.tracked.block_groups import (
    Group,
    SignatureRun,
    TouchingTables,
    before_the_end,
    groups,
    leads_to,
)
from generator.formats.word.tracked.ranges import in_ranges


def body(blocks: tuple[Block, ...], state: WriterState) -> str:
    """The XML of a document's blocks, in their order."""
    if state.revisions.active:
        return _revised_body(blocks, state)
    parts = list(in_runs(blocks))
    followers, last = (*parts[1:], None), before_the_end(parts)
    return as_xml([piece for place, (part, after) in enumerate(zip(parts, followers, strict=False))
                   for piece in _part(part, after, state, place == last)])


def _part(part: Block | tuple[Signature, ...], after: Block | tuple[Signature, ...] | None,
          state: WriterState, keep: bool) -> list[Piece]:
    if isinstance(part, tuple):
        return signature_pieces(part, state)
    return _block(part, state, keep or (not isinstance(after, tuple) and leads_to(part, after)))


def _revised_body(blocks: tuple[Block, ...], state: WriterState) -> str:
    from generator.formats.word.tracked.last_paragraphs import settled  # only a redline needs it

    def write(group: Group) -> list[Piece]:
        if isinstance(group, TouchingTables):
            return _one_table(group.blocks, state)
        if isinstance(group, SignatureRun):
            return _revised_signatures(group.blocks, state)
        pieces = _block(group.block, state, group.keep_next)
        if state.mark is None:
            state.stays()
        return pieces

    pieces = in_ranges(list(groups(blocks)), state, write)
    return as_xml(settled(pieces, state.revisions) if pieces else ())


def _revised_signatures(blocks: tuple[Signature, ...], state: WriterState) -> list[Piece]:
    from generator.formats.word.tracked.signature_runs import revised

    found: list[Piece] = []
    for table, mark, keep_next in revised(blocks):
        found += state.under(mark, partial(table_pieces, table, state, keep_next))
        if mark is None:
            state.stays()
    return found


def _one_table(blocks: tuple[Table | PageBreak, ...], state: WriterState) -> list[Piece]:
    """Tables that touch, of which some went and some came."""
    tables = [block for block in blocks if isinstance(block, Table)]
    edges = shared_edges(tables, state.reference)
    return joined([piece for block in blocks for piece in state.under(
        block.mark, partial(_table, block, state, edges) if isinstance(block, Table)
        else partial(_block, block, state))], state.revisions)


def _table(block: Table, state: WriterState, edges: tuple[int, ...] = ()) -> list[Piece]:
    state.origin = block.origin or state.origin
    return tables.table_pieces(block, state, partial(_cell, state=state), edges)


def _block(block: Block, state: WriterState, keep_next: bool = False) -> list[Piece]:
    state.origin = block.origin or state.origin
    if isinstance(block, Paragraph):
        return texts(block.style or styles.BODY, block.content, state, keep_next=keep_next)
    if isinstance(block, Heading):
        return _heading(block, state)
    if isinstance(block, List):
        return list_paragraphs(block, state, in_cell=False)
    if isinstance(block, Table):
        return _table(block, state)
    if isinstance(block, Signature):
        return signature_pieces((block,), state)
    if isinstance(block, Contents):
        return contents_paragraphs(block, state)
    if isinstance(block, Bar):
        return [_drawn(partial(bar, block, state), styles.BODY, state, keep_next)]
    if isinstance(block, Diagram):
        return _diagram(block, state)
    if isinstance(block, PageBreak):
        state.break_page()
        return []
    assert_never(block)


def _heading(block: Heading, state: WriterState) -> list[Piece]:
    if block.level not in styles.HEADINGS:
        state.complain(codes.PLACEMENT, *refusals.heading_level(block))
        return []
    if block.page_break_before:
        state.break_page()
    content = inlines(block.content, state)
    if block.anchor and not (state.mark and state.mark.is_old):
        content = bookmark(block.anchor, content, state)
    return [paragraph(styles.HEADINGS[block.level], content, state, keep_next=True)]


def _drawn(draw: Callable[[], str], style: str, state: WriterState, keep_next: bool = False) -> WordParagraph:
    """The paragraph of the run of a drawing."""
    run = state.revisions.around(state.mark, lambda _: draw())
    return paragraph(style, run, state, keep_next=keep_next)


def _diagram(block: Diagram, state: WriterState) -> list[Piece]:
    """A paragraph for each page that the diagram takes."""
    from generator.formats.word.diagram import laid_out, sheet_run  # few documents have one

    drawn = laid_out(block, state)
    if len(drawn) > 1:
        state.warn(codes.DIAGRAM_TALL, *refusals.tall_diagram(len(drawn)))
    written = [_drawn(partial(sheet_run, sheet, state), styles.BODY, state) for sheet in drawn]
    return [replace(one, drawn=True) for one in written]


def _cell(blocks: tuple[Block, ...], header: bool, keep: bool, state: WriterState) -> str:
    """The XML of a cell's blocks; never nothing, because Word wants a paragraph in every cell.

    `keep` keeps the row with the next one. The first text stands at the top whatever room its style has
    above it, so that it is level with its neighbours.
    """
    usual = styles.CELL_HEAD if header else styles.CELL
    if state.revisions.active:
        return _revised_cell(blocks, usual, keep, state)
    pieces = [piece for place, block in enumerate(blocks)
              for piece in _in_cell(block, usual, keep, not place, state)]
    return as_xml(pieces or (paragraph(usual, "", state, keep_next=keep),))


def _revised_cell(blocks: tuple[Block, ...], usual: str, keep: bool, state: WriterState) -> str:
    """The same, where blocks came and went: the old and the new cell have a first text each."""
    from generator.formats.word.tracked.last_paragraphs import settled

    begun: set[bool] = set()

    def part(block: Block) -> list[Piece]:
        old = state.mark is not None and state.mark.is_old
        first = old not in begun
        begun.update((old,) if state.mark else (False, True))
        return _in_cell(block, usual, keep, first, state)

    pieces = [piece for block in blocks for piece in state.under(block.mark, partial(part, block))]
    if not pieces:
        return str(paragraph(usual, "", state, keep_next=keep))
    empty = partial(paragraph, usual, "", state)
    return as_xml(pieces if state.mark else
                  settled(pieces, state.revisions, lambda mark: state.under(mark, empty)))


def _in_cell(block: Block, usual: str, keep: bool, first: bool, state: WriterState) -> list[Piece]:
    state.origin = block.origin or state.origin
    if isinstance(block, Paragraph):
        style = block.style or usual
        at_top = first and bool(state.reference.space_before.get(style))
        return texts(style, block.content, state, keep_next=keep, at_top=at_top)
    if isinstance(block, List):
        return list_paragraphs(block, state, in_cell=True)
    if isinstance(block, Bar):
        return [_drawn(partial(bar, block, state), usual, state, keep)]
    if isinstance(block, (Table, Signature, PageBreak, Contents, Diagram)):
        state.complain(codes.PLACEMENT, *refusals.in_a_cell(block))
        return []
    if isinstance(block, Heading):
        return _block(block, state)
    assert_never(block)

"""Blocks as the XML of Word's body: one function a kind, chosen by the block's class."""

from __future__ import annotations

from functools import partial

from generator.document.model import Block, Heading, List, PageBreak, Paragraph, Signature, Table
from generator.formats.word import codes
from generator.formats.word.inlines import inlines
from generator.formats.word.lists import list_paragraphs
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.reference import styles
from generator.formats.word.signatures import signature_paragraphs
from generator.formats.word.state import Ledger
from generator.formats.word.tables import joined, shared_edges, table_xml
from generator.formats.word.tracked.block_groups import Group, groups, leads_to
from generator.formats.word.tracked.ranges import in_stretches


def body(blocks: tuple[Block, ...], ledger: Ledger) -> str:
    """The XML of a document's blocks, in their order."""
    if ledger.revisions.active:
        return _revised_body(blocks, ledger)
    followers = (*blocks[1:], None)
    return "".join([_block(block, ledger, leads_to(block, after))
                    for block, after in zip(blocks, followers, strict=True)])


def _revised_body(blocks: tuple[Block, ...], ledger: Ledger) -> str:
    from generator.formats.word.tracked.last_paragraphs import (  # only a redline needs them
        ends_marked,
        settled,
    )

    def write(group: Group) -> str:
        if len(group.blocks) > 1:
            return _one_table(group.blocks, ledger)
        xml = _block(group.blocks[0], ledger, group.keep_next)
        if ledger.mark is None:
            ledger.stays()
        return xml

    xml = in_stretches(list(groups(blocks)), ledger, write)
    return settled(xml, ledger.revisions) if ends_marked(xml) else xml


def _one_table(blocks: tuple[Block, ...], ledger: Ledger) -> str:
    """Tables that touch, of which some went and some came."""
    tables = [block for block in blocks if isinstance(block, Table)]
    edges = shared_edges(tables, ledger.reference.page.width)
    written = [ledger.under(block.mark, partial(_table, block, ledger, edges) if isinstance(block, Table)
                            else partial(_block, block, ledger)) for block in blocks]
    return joined([xml for xml in written if xml])


def _table(block: Table, ledger: Ledger, edges: tuple[int, ...] = ()) -> str:
    ledger.origin = block.origin or ledger.origin
    return table_xml(block, ledger, partial(_cell, ledger=ledger), edges)


def _block(block: Block, ledger: Ledger, keep_next: bool = False) -> str:
    ledger.origin = block.origin or ledger.origin
    if isinstance(block, Paragraph):
        content = inlines(block.content, ledger)
        return paragraph(block.style or styles.BODY, content, ledger, keep_next=keep_next)
    if isinstance(block, Heading):
        return _heading(block, ledger)
    if isinstance(block, List):
        return list_paragraphs(block, ledger, in_cell=False)
    if isinstance(block, Table):
        return _table(block, ledger)
    if isinstance(block, Signature):
        return signature_paragraphs(block, ledger)
    if isinstance(block, PageBreak):
        ledger.break_page()
        return ""
    raise TypeError(f"no way to write a {type(block).__name__}")


def _heading(block: Heading, ledger: Ledger) -> str:
    if block.level not in styles.HEADINGS:
        ledger.complain(codes.PLACEMENT, f"a heading of level {block.level}", "headings have level 1, 2 or 3")
        return ""
    if block.page_break_before:
        ledger.break_page()
    return paragraph(styles.HEADINGS[block.level], inlines(block.content, ledger), ledger, keep_next=True)


def _cell(blocks: tuple[Block, ...], header: bool, keep: bool, ledger: Ledger) -> str:
    """The XML of a cell's blocks; never nothing, because Word wants a paragraph in every cell.

    `keep` keeps the row with the next one. The first text stands at the top whatever room its style has
    above it, so that it is level with its neighbours.
    """
    usual = styles.CELL_HEAD if header else styles.CELL
    if ledger.revisions.active:
        return _revised_cell(blocks, usual, keep, ledger)
    written = (_in_cell(block, usual, keep, not place, ledger) for place, block in enumerate(blocks))
    xml = "".join(written)
    return xml or paragraph(usual, "", ledger, keep_next=keep)


def _revised_cell(blocks: tuple[Block, ...], usual: str, keep: bool, ledger: Ledger) -> str:
    """The same, where blocks came and went: the old and the new cell have a first text each."""
    from generator.formats.word.tracked.last_paragraphs import ends_marked, settled

    begun: set[bool] = set()

    def part(block: Block) -> str:
        old = ledger.mark is not None and ledger.mark.is_old
        first = old not in begun
        begun.update((old,) if ledger.mark else (False, True))
        return _in_cell(block, usual, keep, first, ledger)

    xml = "".join([ledger.under(block.mark, partial(part, block)) for block in blocks])
    if not ledger.mark and ends_marked(xml):
        empty = partial(paragraph, usual, "", ledger)
        return settled(xml, ledger.revisions, lambda mark: ledger.under(mark, empty))
    return xml or paragraph(usual, "", ledger, keep_next=keep)


def _in_cell(block: Block, usual: str, keep: bool, first: bool, ledger: Ledger) -> str:
    ledger.origin = block.origin or ledger.origin
    if isinstance(block, Paragraph):
        style = block.style or usual
        at_top = first and bool(ledger.reference.space_before.get(style))
        return paragraph(style, inlines(block.content, ledger), ledger, keep_next=keep, at_top=at_top)
    if isinstance(block, List):
        return list_paragraphs(block, ledger, in_cell=True)
    if isinstance(block, (Table, PageBreak)):
        what = "another table" if isinstance(block, Table) else "a page break"
        ledger.complain(codes.PLACEMENT, f"{what} stands inside a cell", "put it outside the table")
        return ""
    return _block(block, ledger)

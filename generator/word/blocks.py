"""Blocks as the XML of Word's body: one function a kind, chosen by the block's class."""

from __future__ import annotations

from generator.document import Block, Heading, List, PageBreak, Paragraph, Run, Signature, Table
from generator.word import codes, styles
from generator.word.inlines import inlines
from generator.word.ledger import Ledger
from generator.word.lists import list_paragraphs
from generator.word.paragraphs import paragraph
from generator.word.signatures import signature_paragraphs
from generator.word.tables import table_xml


def body(blocks: tuple[Block, ...], ledger: Ledger) -> str:
    """The XML of a document's blocks, in their order."""
    followers = (*blocks[1:], None)
    return "".join([_block(b, ledger, _leads_to(b, after)) for b, after in zip(blocks, followers, strict=True)])


def _leads_to(block: Block, after: Block | None) -> bool:
    """Whether a paragraph ends with a colon before a list or a table: it never stands alone on a page."""
    if not isinstance(block, Paragraph) or not isinstance(after, (List, Table)):
        return False
    last = block.content[-1] if block.content else None
    return isinstance(last, Run) and last.text.rstrip().endswith(":")


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
        return table_xml(block, ledger, lambda blocks, header, keep: _cell(blocks, header, keep, ledger))
    if isinstance(block, Signature):
        return signature_paragraphs(block, ledger)
    if isinstance(block, PageBreak):
        ledger.new_page = True
        return ""
    raise TypeError(f"no way to write a {type(block).__name__}")


def _heading(block: Heading, ledger: Ledger) -> str:
    if block.level not in styles.HEADINGS:
        ledger.complain(codes.PLACEMENT, f"a heading of level {block.level}", "headings have level 1, 2 or 3")
        return ""
    ledger.new_page = ledger.new_page or block.page_break_before
    return paragraph(styles.HEADINGS[block.level], inlines(block.content, ledger), ledger, keep_next=True)


def _cell(blocks: tuple[Block, ...], header: bool, keep: bool, ledger: Ledger) -> str:
    """The XML of a cell's blocks; never nothing, because Word wants a paragraph in every cell.

    `keep` keeps the row with the next one. The first text stands at the top whatever room its style has
    above it, so that it is level with its neighbours.
    """
    usual = styles.CELL_HEAD if header else styles.CELL
    written = []
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            ledger.origin = block.origin or ledger.origin
            style = block.style or usual
            at_top = not position and bool(ledger.reference.space_before.get(style))
            written.append(paragraph(style, inlines(block.content, ledger), ledger,
                                     keep_next=keep, at_top=at_top))
        else:
            written.append(_cell_block(block, ledger))
    return "".join(written) or paragraph(usual, "", ledger, keep_next=keep)


def _cell_block(block: Block, ledger: Ledger) -> str:
    ledger.origin = block.origin or ledger.origin
    if isinstance(block, List):
        return list_paragraphs(block, ledger, in_cell=True)
    if isinstance(block, (Table, PageBreak)):
        what = "another table" if isinstance(block, Table) else "a page break"
        ledger.complain(codes.PLACEMENT, f"{what} stands inside a cell", "put it outside the table")
        return ""
    return _block(block, ledger)

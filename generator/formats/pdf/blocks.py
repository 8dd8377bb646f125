"""Blocks as typst code: one function a kind, chosen by the block's class."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import assert_never

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
from generator.formats.pdf.bars import bar_code
from generator.formats.pdf.contents import contents_code
from generator.formats.pdf.diagrams import diagram_code
from generator.formats.pdf.inlines import inlines
from generator.formats.pdf.lists import list_code
from generator.formats.pdf.signatures import signatures_code
from generator.formats.pdf.source import literal
from generator.formats.pdf.state import Setting, paragraph
from generator.formats.pdf.tables import table_code
from generator.formats.word import codes
from generator.formats.word.reference import styles
from generator.formats.word.tracked.block_groups import before_the_end, leads_to


def body(blocks: tuple[Block, ...], setting: Setting) -> Iterator[str]:
    """The code of a document's parts in their order: of its blocks, and of signatures that are set as one."""
    parts = list(in_runs(blocks))
    last = before_the_end(parts)
    for number, (part, after) in enumerate(zip(parts, (*parts[1:], None), strict=True)):
        setting.number = number
        if isinstance(part, tuple):
            yield signatures_code(part, setting)
            continue
        leads = number == last or (not isinstance(after, tuple) and leads_to(part, after))
        if code := setting.under(part.mark, partial(_block, part, setting, leads)):
            yield code


def _block(block: Block, setting: Setting, keep_next: bool = False) -> str:
    setting.origin = block.origin or setting.origin
    if isinstance(block, PageBreak):
        return _new_page(setting)
    if isinstance(block, Heading) and block.page_break_before:
        return "; ".join(filter(None, (_new_page(setting), _heading(block, setting))))
    return _standing(block, setting, keep_next)


def _standing(block: Block, setting: Setting, keep_next: bool = False) -> str:
    """The code of a block that begins no page."""
    if isinstance(block, Paragraph):
        look = setting.paragraph(block.style or styles.BODY)
        return paragraph(setting, look, inlines(block.content, setting, look.style), sticky=keep_next)
    if isinstance(block, Heading):
        return _heading(block, setting)
    if isinstance(block, List):
        return list_code(block, setting, in_cell=False)
    if isinstance(block, Table):
        return table_code(block, setting, partial(_cell, setting=setting))
    if isinstance(block, Signature):
        return signatures_code((block,), setting)
    if isinstance(block, Contents):
        return contents_code(block, setting)
    if isinstance(block, Bar):
        return bar_code(block, setting.paragraph(styles.BODY), setting)
    if isinstance(block, Diagram):
        return diagram_code(block, setting)
    if isinstance(block, PageBreak):
        return ""
    assert_never(block)


def _new_page(setting: Setting) -> str:
    """The code that begins a page, where what was owed is forgotten."""
    if setting.mark and setting.mark.is_old:
        return ""
    setting.owed, setting.last_style, setting.after_table, setting.new_page = 0.0, "", False, True
    return "pagebreak(weak: true)"


def _heading(block: Heading, setting: Setting) -> str:
    """The code of a heading; in the structure of the PDF none is more than one level below the last."""
    if block.level not in styles.HEADINGS:
        setting.complain(codes.PLACEMENT, *refusals.heading_level(block))
        return ""
    look = setting.paragraph(styles.HEADINGS[block.level])
    content = inlines(block.content, setting, look.style)
    if not content:
        return ""
    setting.level = min(block.level, setting.level + 1)
    label = literal(block.anchor) if block.anchor and not (setting.mark and setting.mark.is_old) else "none"
    return paragraph(setting, look, content, sticky=True, made_by=("headline", str(setting.level), label))


def _cell(blocks: tuple[Block, ...], header: bool, setting: Setting) -> list[str]:
    """The code of a cell's blocks; its first text stands at the top, whatever room its style has above it."""
    usual = styles.CELL_HEAD if header else styles.CELL
    if not blocks:
        return [paragraph(setting, setting.paragraph(usual), "", above=0.0)]
    parts = [setting.under(block.mark, partial(_in_cell, block, usual, not place, setting))
             for place, block in enumerate(blocks)]
    return [part for part in parts if part]


def _in_cell(block: Block, usual: str, first: bool, setting: Setting) -> str:
    setting.origin = block.origin or setting.origin
    if isinstance(block, Paragraph):
        look = setting.paragraph(block.style or usual)
        content = inlines(block.content, setting, look.style)
        return paragraph(setting, look, content, above=0.0 if first else None)
    if isinstance(block, List):
        return list_code(block, setting, in_cell=True)
    if isinstance(block, Bar):
        return bar_code(block, setting.paragraph(usual), setting, first=first)
    if isinstance(block, (Table, PageBreak, Contents, Diagram)):
        setting.complain(codes.PLACEMENT, *refusals.in_a_cell(block))
        return ""
    if isinstance(block, (Heading, Signature)):
        return _standing(block, setting)
    assert_never(block)

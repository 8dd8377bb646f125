"""A paragraph: the one place that knows the order in which Word wants its properties."""

from __future__ import annotations

from generator.word.characters import escape
from generator.word.ledger import Ledger
from generator.word.styles import CAPTION, PARAGRAPH


def paragraph(style: str, content: str, ledger: Ledger, *, keep_next: bool = False, keep_lines: bool = False,
              numbering: str = "", indent: int | None = None) -> str:
    """The XML of a paragraph; `content` is XML, `numbering` a `w:numPr`, `indent` in twips.

    Pays what the paragraph owes to the block before it: a new page, or room after a table.
    """
    properties = (
        f'<w:pStyle w:val="{escape(ledger.style_id(style, PARAGRAPH))}"/>',
        "<w:keepNext/>" if keep_next else "",
        "<w:keepLines/>" if keep_lines else "",
        "<w:pageBreakBefore/>" if ledger.new_page else "",
        numbering,
        _room(style, ledger) if ledger.after_table else "",
        "" if indent is None else f'<w:ind w:left="{indent}" w:firstLine="0"/>',
    )
    ledger.new_page = ledger.after_table = False
    return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{content}</w:p>"


def _room(style: str, ledger: Ledger) -> str:
    """Room after a table as above its caption, unless the style brings room of its own."""
    spaces = ledger.reference.space_before
    if spaces.get(style) or ledger.new_page:
        return ""
    return f'<w:spacing w:before="{spaces[CAPTION]}"/>'

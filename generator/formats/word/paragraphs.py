"""A paragraph: the one place that knows the order in which Word wants its properties."""

from __future__ import annotations

from generator.formats.word.reference.styles import CAPTION, PARAGRAPH
from generator.formats.word.state import Ledger
from generator.formats.word.xml_text import escape

_NEW_PAGE = "<w:pageBreakBefore/>"


def paragraph(style: str, content: str, ledger: Ledger, *, keep_next: bool = False, keep_lines: bool = False,
              numbering: str = "", indent: int | None = None, at_top: bool = False) -> str:
    """The XML of a paragraph; `content` is XML, `numbering` a `w:numPr`, `indent` in twips.

    `at_top` takes away the room that its style has above it. The ledger's mark is its own too.

    Pays what the paragraph owes to the block before it: a new page, or room after a table.
    """
    plain = ledger.paragraph_looks.get(style)
    if plain and not (keep_next or keep_lines or numbering or at_top or ledger.new_page or ledger.after_table
                      or ledger.mark or ledger.owed_before[0] or indent is not None):
        return f"{plain}{content}</w:p>"
    look = f'<w:p><w:pPr><w:pStyle w:val="{escape(ledger.style_id(style, PARAGRAPH))}"/>'
    if not ledger.findings:  # an unknown style is to be noted wherever it stands
        ledger.paragraph_looks[style] = f"{look}</w:pPr>"
    before = f"{'<w:keepNext/>' if keep_next else ''}{'<w:keepLines/>' if keep_lines else ''}"
    after = "".join((
        numbering,
        _room(style, ledger, at_top) if at_top or ledger.after_table else "",
        "" if indent is None else f'<w:ind w:left="{indent}" w:firstLine="0"/>',
    ))
    page = _NEW_PAGE if ledger.new_page else ""
    revised = ledger.revisions.paragraph_mark(ledger.mark) if ledger.mark else ""
    if not ledger.mark and ledger.owed_before[0] != ledger.new_page and ledger.revisions.active:
        revised = ledger.revisions.look_change(
            f"{look.removeprefix('<w:p><w:pPr>')}{before}{'' if page else _NEW_PAGE}{after}")
    ledger.new_page = ledger.after_table = False
    if not ledger.mark:
        ledger.stays()
    return f"{look}{before}{page}{after}{revised}</w:pPr>{content}</w:p>"


def _room(style: str, ledger: Ledger, at_top: bool) -> str:
    """None at the top of a cell; after a table as above its caption, unless the style brings its own."""
    spaces = ledger.reference.space_before
    if at_top:
        return '<w:spacing w:before="0"/>'
    if spaces.get(style) or ledger.new_page:
        return ""
    return f'<w:spacing w:before="{spaces[CAPTION]}"/>'

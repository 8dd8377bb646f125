"""Paragraphs: their properties in the one order that Word wants, and what they owe to the block before."""

from __future__ import annotations

from generator.formats.word.pieces import ParagraphLook, WordParagraph
from generator.formats.word.reference.styles import CAPTION, PARAGRAPH
from generator.formats.word.state import WriterState
from generator.formats.word.xml_text import escape

_NEW_PAGE = "<w:pageBreakBefore/>"


def paragraph(style: str, content: str, state: WriterState, *, keep_next: bool = False,
              keep_lines: bool = False, numbering: str = "", indent: int | None = None,
              at_top: bool = False) -> WordParagraph:
    """A paragraph in the style of this name, its end marked with the mark that the state has.

    `content` is XML, `numbering` a `w:numPr`, `indent` in twips. `at_top` takes away the room that the style
    has above it. Pays what the paragraph owes to the block before it: a new page, or room after a table.
    """
    plain = state.paragraph_looks.get(style)
    if plain and not (keep_next or keep_lines or numbering or at_top or state.new_page or state.after_table
                      or state.mark or state.owed_before[0] or indent is not None):
        return WordParagraph(plain, content)
    named = f'<w:pStyle w:val="{escape(state.style_id(style, PARAGRAPH))}"/>'
    if not state.findings:  # an unknown style is to be noted wherever it stands
        state.paragraph_looks[style] = ParagraphLook(named, named)
    keep = f"{'<w:keepNext/>' if keep_next else ''}{'<w:keepLines/>' if keep_lines else ''}"
    room = _room(style, state, at_top) if at_top or state.after_table else ""
    indented = "" if indent is None else f'<w:ind w:left="{indent}" w:firstLine="0"/>'

    def look_if(new_page: bool) -> ParagraphLook:
        page = _NEW_PAGE if new_page else ""
        return ParagraphLook(xml=f"{named}{keep}{page}{numbering}{room}{indented}",
                             own=f"{named}{page}{numbering}{indented}", listed=bool(numbering))

    new_page, new_page_before = state.new_page, state.owed_before[0]
    look = look_if(new_page)
    state.new_page = state.after_table = False
    if state.mark:
        return WordParagraph(look, content, state.revisions.paragraph_end(state.mark), state.mark.is_old)
    state.stays()
    if not state.revisions.active or new_page == new_page_before:
        return WordParagraph(look, content)
    before = look_if(new_page_before)
    return WordParagraph(look, content, look_before=before, look_change=state.revisions.look_change(before))


def _room(style: str, state: WriterState, at_top: bool) -> str:
    """None at the top of a cell; after a table as above its caption, unless the style brings its own."""
    spaces = state.reference.space_before
    if at_top:
        return '<w:spacing w:before="0"/>'
    if spaces.get(style) or state.new_page:
        return ""
    return f'<w:spacing w:before="{spaces[CAPTION]}"/>'

"""Lists of contents: a paragraph an entry, each a link to its heading, its number in a column of its own."""

from __future__ import annotations

from functools import partial

from generator.document.model import Contents, Entry
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.pieces import Piece
from generator.formats.word.reference import styles
from generator.formats.word.state import WriterState
from generator.formats.word.tracked.ranges import in_ranges
from generator.formats.word.xml_text import escape, run_content


def contents_paragraphs(block: Contents, state: WriterState) -> list[Piece]:
    """The title of the list, and its entries under it."""
    title = state.revisions.around(state.mark, partial(_run, block.title))
    return [paragraph(styles.CONTENTS_TITLE, title, state, keep_next=True),
            *in_ranges(block.entries, state, lambda entry: [_entry(entry, state)])]


def _entry(entry: Entry, state: WriterState) -> Piece:
    """A line that leads to its heading; one that is gone leads nowhere."""
    text = state.revisions.around(state.mark, partial(_run, f"{entry.number}\t{entry.text}"))
    leads = entry.anchor and not (state.mark and state.mark.is_old)
    link = f'<w:hyperlink w:anchor="{escape(entry.anchor)}" w:history="1">{text}</w:hyperlink>'
    return paragraph(styles.ENTRIES[entry.level], link if leads else text, state, keep_lines=True)


def _run(text: str, gone: bool) -> str:
    return f"<w:r>{run_content(text, gone)}</w:r>"

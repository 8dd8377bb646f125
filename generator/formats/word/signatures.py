"""Signature blocks: paragraphs with tab leaders, kept together on one page.

A table would read as data to a screen reader; the rules are tab leaders of the reference's styles.
"""

from __future__ import annotations

from generator.document.model import Signature
from generator.document.revision_marks import DELETED, INSERTED
from generator.formats.word.bookmarks import bookmark
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.pieces import Piece
from generator.formats.word.reference import styles
from generator.formats.word.state import WriterState
from generator.formats.word.xml_text import run_content

_RULE = "\t"  # the leader of the style's tab stop is the rule to write on


def signature_paragraphs(block: Signature, state: WriterState) -> list[Piece]:
    """The label with its bookmark, room for date and signature, name and title."""
    def part(style: str, content: str, last: bool = False) -> Piece:
        return paragraph(style, content, state, keep_next=not last, keep_lines=True)

    def same(*texts: str) -> str:
        return state.revisions.around(state.mark, lambda gone: _runs(texts, gone))

    def changed(before: str, now: str) -> str:
        if before == now:
            return same(now)
        around = state.revisions.around
        return (around(DELETED, lambda gone: _runs((before,), gone))
                + around(INSERTED, lambda gone: _runs((now,), gone)))

    was = block.was or block
    return [
        part(styles.PARTY, bookmark(block.anchor, changed(was.label, block.label), state)),
        part(styles.SIGN_LINE, same(_RULE, _RULE, _RULE)),
        part(styles.SIGN_CAPTION, same("Dato", "\t", "Underskrift")),
        part(styles.SIGN_FIELD, same("Navn", "\t") + changed(was.name or _RULE, block.name or _RULE)),
        part(styles.SIGN_FIELD, same("Titel", "\t") + changed(was.title or _RULE, block.title or _RULE),
             last=True),
    ]


def _runs(texts: tuple[str, ...], gone: bool) -> str:
    return "".join([f"<w:r>{run_content(text, gone)}</w:r>" for text in texts if text])

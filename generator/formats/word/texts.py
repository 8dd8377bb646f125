"""Texts as paragraphs: one each, but where a revision put an end in or took one out."""

from __future__ import annotations

from generator.document.model import Inline, Split
from generator.formats.word.inlines import inlines
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.pieces import Piece
from generator.formats.word.state import WriterState


def texts(style: str, content: tuple[Inline, ...], state: WriterState, *, keep_next: bool = False,
          numbering: str = "", indent: int | None = None, at_top: bool = False) -> list[Piece]:
    """The paragraph of a content; where its ends come or go, the paragraphs that it is."""
    if state.revisions.active and any(isinstance(inline, Split) for inline in content):
        from generator.formats.word.tracked.split_paragraphs import split_paragraphs

        return split_paragraphs(style, content, state, keep_next=keep_next, numbering=numbering,
                                indent=indent, at_top=at_top)
    written = paragraph(style, inlines(content, state), state, keep_next=keep_next, numbering=numbering,
                        indent=indent, at_top=at_top)
    if numbering and state.mark and not state.mark.move:
        written.said = content
    return [written]

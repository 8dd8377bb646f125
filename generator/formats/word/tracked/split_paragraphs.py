"""Paragraphs that are two on one side of a revision, and one on the other.

To Word a paragraph ends with a sign that comes and goes like any other, and a paragraph has the properties
that stand at its end.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from generator.document.model import Inline, Split
from generator.formats.word.inlines import inlines
from generator.formats.word.paragraphs import paragraph
from generator.formats.word.pieces import ParagraphLook, Piece, WordParagraph
from generator.formats.word.state import WriterState


def split_paragraphs(style: str, content: tuple[Inline, ...], state: WriterState, *, keep_next: bool = False,
                     numbering: str = "", indent: int | None = None, at_top: bool = False) -> list[Piece]:
    """The paragraphs of a content with splits, each of which ends one; as `paragraph` writes them."""
    write = partial(paragraph, style, "", state, numbering=numbering, indent=indent)
    is_one = not any(isinstance(inline, Split) and not inline.mark.is_old for inline in content)
    first = write(keep_next=keep_next and is_one, at_top=at_top)
    later, inner = write(keep_next=keep_next), write()
    found: list[Piece] = []
    begun: set[bool] = set()
    for part, end in _parted(content):
        text = inlines(part, state)
        if end:
            begins = _before(first) if end.mark.is_old else first.look
            look = inner.look if end.mark.is_old in begun else begins
            ends = state.revisions.paragraph_end(end.mark)
            found.append(WordParagraph(look, text, ends, end.mark.is_old))
            begun.add(end.mark.is_old)
        else:
            now, before = (later if side in begun else first for side in (False, True))
            found.append(_last(now, _before(before), text, state))
    return found


def _before(written: WordParagraph) -> ParagraphLook:
    return written.look_before or written.look


def _last(now: WordParagraph, before: ParagraphLook, text: str, state: WriterState) -> WordParagraph:
    if before == now.look:
        return WordParagraph(now.look, text)
    change = state.revisions.look_change(before)
    return WordParagraph(now.look, text, look_before=before, look_change=change)


def _parted(content: Iterable[Inline]) -> list[tuple[tuple[Inline, ...], Split | None]]:
    """The content of each paragraph, and the split that ends it: none at the end of the last."""
    found: list[tuple[tuple[Inline, ...], Split | None]] = []
    part: list[Inline] = []
    for inline in content:
        if isinstance(inline, Split):
            found.append((tuple(part), inline))
            part = []
        else:
            part.append(inline)
    return [*found, (tuple(part), None)]

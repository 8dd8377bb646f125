"""Paragraphs whose own end cannot come or go: the last of a cell or a document, those before a table.

A paragraph that came or went carries that in its own mark, and without the mark it runs into the next. Where
no paragraph is next the mark stays. So there the paragraph before it gives its mark instead, as Word itself
does it when somebody types at the end of a cell; or old and new share the last paragraph.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from generator.base.values import replace
from generator.document.model import Mark
from generator.document.revision_marks import DELETED, INSERTED
from generator.formats.word.pieces import ParagraphLook, Piece, WordParagraph, WordTable
from generator.formats.word.tracked.elements import Revisions


def settled(pieces: list[Piece], revisions: Revisions,
            empty: Callable[[Mark], WordParagraph] | None = None) -> list[Piece]:
    """The pieces, so that a last paragraph that came or went is one that stays; so where a stretch ends.

    `empty` writes the paragraph that stands in a cell with nothing in it; a body with nothing in it has none.
    """
    found: list[Piece] = []
    stretch: list[Piece] = []
    pieces = _last_settled(pieces, revisions, empty)
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        stretch.append(piece)
        if after is not None and _ends(stretch, after):
            stretch = _stretch_settled(stretch, revisions)
        if isinstance(piece, WordTable):
            found += stretch
            stretch = []
    return [*found, *stretch]


def _ends(stretch: list[Piece], after: Piece) -> bool:
    """Tell whether what came or went ends here, and no reader takes the end of its last paragraph away.

    LibreOffice knows no tracked end before a table, nor of a paragraph with a drawing that has texts; and an
    item that it takes away before another text leaves that its bullet.
    """
    last = stretch[-1]
    if not isinstance(last, WordParagraph) or last.is_old is None or last.gives:
        return False
    if isinstance(after, WordTable):
        return True
    if last.drawn:
        return not after.drawn or after.is_old is last.is_old
    before = stretch[_last_of_another_side(stretch, last.is_old) or 0]
    return (last.look.listed and not after.look.listed and before.is_old is None
            and isinstance(before, WordParagraph) and before.look.own == last.look.own)


def _stretch_settled(pieces: list[Piece], revisions: Revisions) -> list[Piece]:
    """The same for the last of some paragraphs; unlike at an end, only two of one look share a paragraph."""
    last = pieces[-1]
    if not isinstance(last, WordParagraph) or last.is_old is None:
        return pieces
    place = _last_of_another_side(pieces, last.is_old)
    if any(isinstance(piece, WordParagraph) and piece.gives for piece in pieces[place or 0:]):
        return pieces
    other = None if place is None else pieces[place]
    if isinstance(other, WordParagraph) and (other.is_old is None or other.look.own == last.look.own):
        return _last_settled(pieces, revisions)
    return pieces


def _last_settled(pieces: list[Piece], revisions: Revisions,
                  empty: Callable[[Mark], WordParagraph] | None = None) -> list[Piece]:
    last = pieces[-1]
    if not isinstance(last, WordParagraph) or last.is_old is None:
        return pieces
    place = _last_of_another_side(pieces, last.is_old)
    if place is None:
        if empty is None:
            return pieces
        nothing = empty(INSERTED if last.is_old else DELETED)
        return [*pieces[:-1], _shared(nothing, last, revisions)]
    other, between = pieces[place], pieces[place + 1:-1]
    if isinstance(other, WordTable):
        return pieces
    if isinstance(other, WordParagraph):
        if other.is_old is not None:
            return [*pieces[:place], *between, _shared(other, last, revisions)]
        if any(isinstance(piece, WordTable) for piece in between):
            return pieces
        gives, keeps = _handed_on(other, last, revisions)
        return [*pieces[:place], gives, *between, keeps]
    assert_never(other)


def _last_of_another_side(pieces: list[Piece], is_old: bool) -> int | None:
    """The place of the last piece that does not come, or go, with the pieces after it."""
    places = reversed(range(len(pieces)))
    return next((place for place in places if pieces[place].is_old != is_old), None)


def _shared(other: WordParagraph, last: WordParagraph, revisions: Revisions) -> WordParagraph:
    """One paragraph for the last one of the old document and the last one of the new."""
    old, new = (other, last) if other.is_old else (last, other)
    return WordParagraph(new.look, old.content + new.content, after=other.after + last.after,
                         look_before=old.look, look_change=_change(old.look, new.look, revisions))


def _handed_on(stays: WordParagraph, last: WordParagraph,
               revisions: Revisions) -> tuple[WordParagraph, WordParagraph]:
    """The paragraph that stays gives its mark, those after it theirs one further; the last keeps its own."""
    mark: Mark = DELETED if last.is_old else INSERTED
    gives = replace(stays, end=revisions.paragraph_end(mark), is_old=last.is_old, gives=True)
    old, new = (last.look, stays.look) if last.is_old else (stays.look_before or stays.look, last.look)
    return gives, replace(last, look=new, end="", is_old=None, look_before=old,
                          look_change=_change(old, new, revisions))


def _change(old: ParagraphLook, new: ParagraphLook, revisions: Revisions) -> str:
    """The old properties, where style, list or place are not the same."""
    return "" if new.own == old.own else revisions.look_change(old)

"""Neighbours in a document with marks that moved or came or went together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from generator.base.values import replace
from generator.document.model import Mark
from generator.formats.word.pieces import Piece, WordParagraph
from generator.formats.word.state import WriterState
from generator.formats.word.tracked.elements import Revisions


class Marked(Protocol):
    """A thing that may carry a mark: a block, an item, a group of blocks."""

    @property
    def mark(self) -> Mark | None:
        """The mark, if it carries one."""


T = TypeVar("T", bound=Marked)


def in_ranges(things: Sequence[T], state: WriterState, write: Callable[[T], list[Piece]]) -> list[Piece]:
    """The things as `write` writes them, each under its mark; a move has its range around it."""
    if not state.revisions.active:
        return [piece for thing in things for piece in write(thing)]
    return [piece for mark, together in groupby(things, key=lambda thing: thing.mark)
            for piece in _range(mark, list(together), state, write)]


def _range(mark: Mark | None, together: Sequence[T], state: WriterState,
           write: Callable[[T], list[Piece]]) -> list[Piece]:
    pieces = state.under(mark, lambda: [piece for thing in together for piece in write(thing)])
    return _moved(pieces, mark, state.revisions) if mark is not None and mark.move and pieces else pieces


def _moved(pieces: list[Piece], mark: Mark, revisions: Revisions) -> list[Piece]:
    """The paragraphs in the range of their move: from the first one's content to after the last one's end."""
    start, end = revisions.range(mark)
    first = _paragraph(pieces[0])
    pieces = [replace(first, content=start + first.content), *pieces[1:]]
    last = _paragraph(pieces[-1])
    return [*pieces[:-1], replace(last, after=last.after + end)]


def _paragraph(piece: Piece) -> WordParagraph:
    """The piece, which is a paragraph: a table that moved came and went."""
    if not isinstance(piece, WordParagraph):
        raise TypeError("a table cannot begin or end what moved")
    return piece

"""Items that were indented, or less so: the same words, whose bullet alone is another.

Word keeps that as the paragraph's properties having changed, and marks no word.
"""

from __future__ import annotations

from itertools import takewhile

from generator.formats.word.inlines import inlines
from generator.formats.word.pieces import Piece, WordParagraph
from generator.formats.word.state import WriterState


def relevelled(pieces: list[Piece], state: WriterState) -> list[Piece]:
    """The pieces of a list; items that went and came again right there, at another level, are one each."""
    found: list[Piece] = []
    place = 0
    while place < len(pieces):
        run = _run(pieces, place)
        if not run:
            found.append(pieces[place])
            place += 1
            continue
        after = _run(pieces, place + len(run))
        count = next((n for n in range(min(len(run), len(after)), 0, -1) if _same(run[-n:], after[:n])), 0)
        both = zip(run[len(run) - count:], after[:count], strict=True)
        found += [*run[:len(run) - count], *[_one(*pair, state) for pair in both]]
        place += len(run) + count
    return found


def _run(pieces: list[Piece], start: int) -> list[WordParagraph]:
    """The items from there on that all came, or all went."""
    first = pieces[start].is_old if start < len(pieces) else None
    run = takewhile(lambda piece: piece.is_old is first and isinstance(piece, WordParagraph) and piece.said,
                    pieces[start:] if first is not None else ())
    return [piece for piece in run if isinstance(piece, WordParagraph)]


def _same(ones: list[WordParagraph], others: list[WordParagraph]) -> bool:
    return all(one.said == other.said and one.is_old is not other.is_old and one.look.own != other.look.own
               for one, other in zip(ones, others, strict=True))


def _one(first: WordParagraph, second: WordParagraph, state: WriterState) -> WordParagraph:
    old, new = (first, second) if first.is_old else (second, first)
    return WordParagraph(new.look, inlines(new.said, state), look_before=old.look,
                         look_change=state.revisions.look_change(old.look))

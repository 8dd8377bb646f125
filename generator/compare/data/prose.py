"""Changes in prose: paragraphs that came, went, moved or were reworded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from generator.base.language import say
from generator.base.values import replace
from generator.compare.data.change import Change, Kind, Piece, Side
from generator.compare.data.matching import Pair, match
from generator.compare.data.words import ALIKE, likeness, paragraphs, word_diff
from generator.plan.model.base import Afsnit, Mangel

Crumbs = tuple[str, ...]
FIRST_WORDS = 8


def prose(was: object, is_: object, crumbs: Crumbs) -> Iterator[Change]:
    """The changes of a text, a paragraph at a time; None, sections and a known gap are texts too."""
    before, after = (paragraphs(_typed(text)) for text in (was, is_))
    numbered = before and after and (len(before) > 1 or len(after) > 1)
    for pair in match(before, after, str, likeness, ALIKE):
        at = pair.new_at if pair.new is not None else pair.old_at
        here = (*crumbs, say("paragraph {number}", number=at + 1)) if numbered else crumbs
        yield from (replace(change, was=was, is_=is_) for change in _paragraph(pair, here))


def _paragraph(pair: Pair[str], crumbs: Crumbs) -> Iterator[Change]:
    if pair.new is None:
        yield Change(crumbs, Kind.REMOVED, words=(Piece(Side.OLD, pair.old or ""),))
    elif pair.old is None:
        yield Change(crumbs, Kind.ADDED, words=(Piece(Side.NEW, pair.new),))
    else:
        if pair.moved:
            note = say("was no. {number}", number=pair.old_at + 1)
            yield Change(crumbs, Kind.MOVED, new=_beginning(pair.new), note=note, typed=True)
        if pair.old != pair.new:
            yield Change(crumbs, Kind.CHANGED, words=word_diff(pair.old, pair.new))


def in_sections(value: object) -> TypeGuard[tuple[Afsnit, ...]]:
    """Tell if it is a text in sections with headings."""
    return isinstance(value, tuple) and bool(value) and all(isinstance(item, Afsnit) for item in value)


def _typed(text: object) -> str:
    """Prose as it was typed; a heading as a paragraph; a known gap as the text that there is."""
    if in_sections(text):
        return "\n\n".join(part for one in text for part in (one.overskrift, _typed(one.tekst)) if part)
    if isinstance(text, Mangel):
        return "\n\n".join([f"[kendt mangel: {text.mangler}]", *([text.tekst] if text.tekst else [])])
    return str(text or "")


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")

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
BREAK = " ¶ "
AS_ONE = 0.8
"""Likeness that a paragraph must have to two neighbours for a break to be what made them two."""


def prose(was: object, is_: object, crumbs: Crumbs) -> Iterator[Change]:
    """The changes of a text, a paragraph at a time; None, sections and a known gap are texts too."""
    before, after = (paragraphs(_typed(text)) for text in (was, is_))
    numbered = before and after and (len(before) > 1 or len(after) > 1)
    pairs = match(before, after, str, likeness, ALIKE if numbered else 0)
    for pair in _split_or_joined(pairs):
        at = pair.new_at if pair.new is not None else pair.old_at
        here = (*crumbs, say("paragraph {number}", number=at + 1)) if numbered else crumbs
        yield from (replace(change, was=was, is_=is_) for change in _paragraph(pair, here))


def _split_or_joined(pairs: list[Pair[str]]) -> Iterator[Pair[str]]:
    """Yield the pairs, but one with a neighbour that only a break has made two, or one, as one.

    The break stands for itself between the words.
    """
    done: set[int] = set()
    for place, pair in enumerate(pairs):
        for other in (place - 1, place + 1):
            if pair.old is None or pair.new is None or other in done or not 0 <= other < len(pairs):
                continue
            both = _as_one(pair, pairs[other])
            if both and likeness(both.old or "", both.new or "") > max(AS_ONE, likeness(pair.old, pair.new)):
                done |= {place, other}
                pair = replace(pairs[min(place, other)], old=both.old, new=both.new)
                pairs[place] = both
    alone = {at for at in done if pairs[at].old is None or pairs[at].new is None}
    yield from (pair for at, pair in enumerate(pairs) if at not in alone)


def _as_one(pair: Pair[str], other: Pair[str]) -> Pair[str] | None:
    """The pair with what came or went beside it; None where that is no neighbour."""
    if other.old is None and abs(other.new_at - pair.new_at) == 1:
        first, second = sorted((pair, other), key=lambda one: one.new_at)
        return replace(pair, new=f"{first.new}{BREAK}{second.new}", new_at=first.new_at)
    if other.new is None and abs(other.old_at - pair.old_at) == 1:
        first, second = sorted((pair, other), key=lambda one: one.old_at)
        return replace(pair, old=f"{first.old}{BREAK}{second.old}", old_at=first.old_at)
    return None


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
            yield Change(crumbs, Kind.CHANGED, words=word_diff(pair.old, pair.new), note=_breaks(pair))


def _breaks(pair: Pair[str]) -> str:
    """A remark on a paragraph that was made several, or of several."""
    before, after = ((text or "").count(BREAK) for text in (pair.old, pair.new))
    if before == after:
        return ""
    if after > before:
        return say("split into {number}", number=after - before + 1)
    return say("made of {number}", number=before - after + 1)


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

"""Marked markup → markup as it would be without, and the same with one sign before each passage.

Hard spaces are put where they would stand without marks, so the marks are taken out before and put in after.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from generator.document.markup.fitted import UNSEEN
from generator.render.tracing.marks import parted
from generator.render.wrapped_lines import WRAPPED, bound

CLOSE = chr(UNSEEN.stop - 1)
_TAG = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="[^"]*"')
_SHOWN = frozenset({
    "cvr", "description", "detail", "label", "name", "organisation", "says", "short", "title",
})  # fmt: skip
"""Attributes that hold text for a reader."""


def plain_and_signed(marked: str, number_of: Callable[[str], int]) -> tuple[str, str]:
    """Bound markup without marks; and with a sign for the number of each source, around text alone.

    `number_of` is the number of what a mark says.
    """
    text, passages = parted(marked)
    plain, now = bound(text), _moved(text)
    may_stand = _where_signs_may_stand(plain)
    pieces: list[str] = []
    done = 0
    for passage in passages:
        start, end = now(passage.start), now(passage.end)
        if may_stand(start):
            pieces += (plain[done:start], sign(number_of(passage.payload)), plain[start:end], CLOSE)
            done = end
    return plain, "".join((*pieces, plain[done:]))


def sign(number: int) -> str:
    """The sign of the source with that number."""
    return chr(UNSEEN.start + number)


def _moved(text: str) -> Callable[[int], int]:
    """Give the place that one in the text has once its wrapped lines are joined."""
    wraps = list(WRAPPED.finditer(text))
    ends = [wrap.end() for wrap in wraps]
    gone = [0, *accumulate(wrap.end() - wrap.start() - 1 for wrap in wraps)]
    return lambda place: place - gone[bisect_right(ends, place)]


def _where_signs_may_stand(markup: str) -> Callable[[int], bool]:
    """Tell of a place whether it is in text, or in an attribute that holds some."""
    tags = list(_TAG.finditer(markup))
    starts = [tag.start() for tag in tags]

    def may_stand(place: int) -> bool:
        tag = tags[at] if (at := bisect_right(starts, place) - 1) >= 0 else None
        if tag is None or place >= tag.end():
            return True
        return any(one.start() < place < one.end() for one in _ATTRIBUTE.finditer(markup, *tag.span())
                   if one[1] in _SHOWN)

    return may_stand

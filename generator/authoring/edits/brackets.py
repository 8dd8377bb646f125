"""Edits among { } and [ ] → what is cut out of the text and put in."""

from __future__ import annotations

from generator.authoring.edits.block import Cut
from generator.authoring.edits.edit import Refused
from generator.authoring.edits.standing import Spot, Standing
from generator.base.language import say
from generator.plan.source.scalars import scalar
from generator.plan.source.tree import KeyPath


def set_in_brackets(on: Standing, spot: Spot, text: str) -> list[Cut]:
    """Put the text in place of the value."""
    start, end = on.offset(spot.start), on.offset(spot.end)
    if start < end:
        return [Cut(start, end, text)]
    colon = "" if spot.key is None or on.text[start - 1] == ":" else ":"
    return [Cut(start, start, f"{colon} {text}" if spot.key is not None else text)]


def add_in_brackets(on: Standing, parent: Spot, at: int, key: str | None, text: str) -> list[Cut]:
    """Put an entry in front of the one at the position, or behind the last one."""
    entry = text if key is None else f"{scalar(key, in_brackets=True)}: {text}"
    if at < len(parent.inner):
        place = on.offset(parent.inner[at].head)
        return [Cut(place, place, f"{entry}, ")]
    place = on.offset(_end(parent.inner[-1]))
    return [Cut(place, place, f", {entry}")]


def remove_in_brackets(on: Standing, spot: Spot, path: KeyPath) -> list[Cut]:
    """Take away the entry with the comma that parts it from its neighbour."""
    assert spot.parent
    inner = spot.parent.inner
    at = inner.index(spot)
    start, end = spot.head, _end(spot)
    if at + 1 < len(inner):
        end = inner[at + 1].head
    elif at:
        start = _end(inner[at - 1])
    if on.has_comments(start, end):
        raise _comment_between(path)
    return [Cut(on.offset(start), on.offset(end), "")]


def move_in_brackets(on: Standing, spot: Spot, to: int, path: KeyPath) -> list[Cut]:
    """Let the entries change places; what stands between them stays."""
    assert spot.parent
    inner = list(spot.parent.inner)
    if on.has_comments(spot.parent.start, spot.parent.end):
        raise _comment_between(path)
    places = [(on.offset(one.head), on.offset(_end(one))) for one in inner]
    inner.insert(to, inner.pop(inner.index(spot)))
    texts = [on.text[on.offset(one.head) : on.offset(_end(one))] for one in inner]
    return [Cut(*place, text) for place, text in zip(places, texts, strict=True)]


def _comment_between(path: KeyPath) -> Refused:
    hint = say("put it on a line of its own, above them")
    return Refused(path, say("a comment stands among the brackets"), hint)


def _end(spot: Spot) -> tuple[int, int]:
    return max(spot.end, spot.behind)

"""Edits of a document that the document of today has too: nobody has to be told of them."""

from __future__ import annotations

from generator.base.values import replace
from generator.compare.returned.leaves import comparable
from generator.compare.returned.returning import Returned, taken_in
from generator.compare.returned.seen import seen
from generator.compare.returned.state import State
from generator.compare.returned.told import Told
from generator.formats.word.reading import Read


def without_what_stands(now: State, read: Read, found: Returned) -> Returned:
    """The same without what is told of passages that stand in the document of today as they were read."""
    traced = now.traced()
    today = seen(now, comparable(taken_in(read, traced)), with_places=False, traced=traced)
    still = {one.old for one in today.told if not one.where}

    def differs(one: Told) -> bool:
        return bool(one.where & today.differ) if one.where else bool({one.old, one.new} & still)

    return replace(found, told=tuple(filter(differs, found.told)),
                   follows=tuple(filter(differs, found.follows)))

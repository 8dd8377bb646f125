"""Changes that came back → choices: each stands by itself, with what it cannot stand without."""

from __future__ import annotations

from collections.abc import Sequence

from generator.authoring.edits import Conflict, Refused
from generator.base.findings import Rejected
from generator.compare.returned.changes import Change
from generator.compare.returned.leaves import comparable
from generator.compare.returned.proof import nameless, unproven
from generator.compare.returned.returning import taken_in
from generator.compare.returned.seen import seen
from generator.compare.returned.state import State
from generator.compare.returned.written import texts_of
from generator.formats.word.reading import Read

Choice = tuple[Change, ...]
"""Changes that are written together or not at all."""


def choices(state: State, read: Read, changes: Sequence[Change]) -> tuple[Choice, ...]:
    """The changes that are proven, in their order, those together of which one does not stand alone."""
    parts: list[set[int]] = []
    for at in range(len(changes)):
        needed = _needed(state, read, changes, at)
        joined = [part for part in parts if part & needed]
        parts = [*(part for part in parts if not part & needed), needed.union(*joined)]
    return tuple(tuple(changes[at] for at in sorted(part)) for part in sorted(parts, key=min))


def stand(state: State, read: Read, changes: Sequence[Change]) -> bool:
    """Tell whether the changes can be made by themselves, and the document then says them as it was read."""
    try:
        made = state.with_texts(texts_of(state, changes))
        traced = made.traced()
        last = seen(made, comparable(taken_in(read, traced)), traced=traced,
                    with_places=any(one.names for one in changes))
    except (Rejected, Refused, Conflict):
        return False
    return not (nameless(changes, last) or unproven(changes, last))


def _needed(state: State, read: Read, changes: Sequence[Change], at: int) -> set[int]:
    """The changes that this one stands with, itself among them; found by halves, as few as may be."""
    needed = {at}
    others = [other for other in range(len(changes)) if other != at]
    while others and not stand(state, read, [changes[one] for one in sorted(needed)]):
        low, high = 0, len(others)
        while high - low > 1:
            half = (low + high) // 2
            tried = sorted(needed.union(others[:half]))
            low, high = (low, half) if stand(state, read, [changes[one] for one in tried]) else (half, high)
        needed.add(others[high - 1])
        others = others[: high - 1]
    return needed

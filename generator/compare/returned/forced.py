"""Changes that are not proven, made all the same: what they may be is written, as far as it can be."""

from __future__ import annotations

from generator.authoring.edits import Conflict, Refused
from generator.base.findings import Rejected
from generator.base.values import replace
from generator.compare.returned.changes import Change
from generator.compare.returned.returning import Returned
from generator.compare.returned.state import State
from generator.compare.returned.told import Told
from generator.compare.returned.written import texts_of


def forced(state: State, found: Returned) -> tuple[Returned, tuple[Change, ...]]:
    """All that comes back, with what is unsure and can be written beside it; and these by themselves."""
    changes = list(found.changes)
    told: list[Told] = list(found.told)
    made: list[Change] = []
    for one in found.unsure:
        try:
            state.with_texts(texts_of(state, [*changes, one.change]))
        except (Refused, Conflict, Rejected):
            continue
        changes.append(one.change)
        made.append(one.change)
        told = [other for other in told if not _is_of(other, one.told)]
    return replace(found, changes=tuple(changes), told=tuple(told)), tuple(made)


def _is_of(told: Told, of: tuple[Told, ...]) -> bool:
    """Tell whether it is one of those; the same may have come to stand at more places."""
    return any(told == one for one in of)

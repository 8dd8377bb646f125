"""Changes of an older state taken into the files as they are now: both survive, or a conflict is told."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.authoring.edits import UNTOLD, Conflict, Move, Refused, Remove, Set, together
from generator.authoring.edits.data import alike
from generator.authoring.edits.standing import data_of
from generator.authoring.merging.by_key import ByKey
from generator.authoring.merging.texts import merged
from generator.base.findings import Rejected
from generator.base.language import say
from generator.base.values import replace
from generator.compare.returned.changes import Change, typed_at
from generator.compare.returned.returning import Returned
from generator.compare.returned.state import State
from generator.compare.returned.told import Told
from generator.compare.returned.written import texts_of
from generator.plan.model.load import key_path
from generator.plan.source.tree import KeyPath


class Taken(Struct, frozen=True):
    """The texts to write by file, the changes in them, those that were there already, and the conflicts."""

    texts: Mapping[str, str]
    changes: tuple[Change, ...]
    there: tuple[Change, ...]
    conflicts: tuple[Told, ...]


def into_now(state: State, found: Returned, now: Mapping[str, str], *, force: bool = False) -> Taken:
    """Take the changes of that state into the texts as they are now; with `force` over what stands there."""
    left = list(found.changes)
    conflicts: list[Change] = []
    while True:
        texts, clashing = _merged(state, left, found, now)
        if not clashing:
            break
        left = [one for one in left if one not in clashing]
        conflicts += clashing
    told: list[Told] = []
    for one in conflicts:
        over = _over(state, one, texts.get(one.slot.file, now[one.slot.file])) if force else None
        if over is None:
            told.append(_conflict(one, now[one.slot.file]))
        else:
            texts[one.slot.file] = over
            left.append(one)
    there = [one for one in left if _is_there(state, one, now[one.slot.file])]
    kept = {name: text for name, text in texts.items() if text != now[name]}
    return Taken(kept, tuple(one for one in left if one not in there), tuple(there), tuple(told))


def _merged(
    state: State, left: list[Change], found: Returned, now: Mapping[str, str]
) -> tuple[dict[str, str], list[Change]]:
    """The files with the changes, and those of them that clash with what is there now."""
    texts: dict[str, str] = {}
    for name, theirs in texts_of(state, left, found.remarks).items():
        base = state.files[name].text
        of_file = [one for one in left if any(name == file for file, _ in one.by_file)]
        if now[name] == base:
            texts[name] = theirs
            continue
        made = merged(base.encode(), now[name].encode(), theirs.encode(), name)
        if made.conflicts:
            clashes = _clashes(base, now[name], theirs)
            return texts, [one for one in of_file if _is_at(one, clashes)] or of_file
        texts[name] = made.text.decode()
    return texts, []


def _clashes(base: str, now: str, theirs: str) -> list[KeyPath]:
    sides = ByKey()
    try:
        sides.merge(data_of(base), data_of(now), data_of(theirs))
    except Rejected:
        return []
    return sides.clashes


def _is_at(change: Change, clashes: list[KeyPath]) -> bool:
    path = change.slot.path
    return any(path[: len(clash)] == clash[: len(path)] for clash in clashes)


def _is_there(state: State, change: Change, now: str) -> bool:
    """Tell whether the file says already what the change would make it say."""
    try:
        found = typed_at(data_of(now), change.slot.path)
    except Rejected:
        return False
    if len(change.edits) != 1 or isinstance(change.edits[0], Move):
        return False
    wanted = getattr(change.edits[0], "value", None)
    return alike(wanted, found, state.files[change.slot.file].model, change.slot.path)


def _over(state: State, change: Change, text: str) -> str | None:
    """The text with the change in place of whatever stands there; None where it cannot be made."""
    edits = [replace(edit, expected=UNTOLD) if isinstance(edit, (Set, Remove)) else edit
             for edit in change.edits]
    try:
        return together(text, edits, state.files[change.slot.file].model)
    except (Refused, Conflict):
        return None


def _conflict(change: Change, now: str) -> Told:
    try:
        found = typed_at(data_of(now), change.slot.path)
    except Rejected:
        found = None
    key = key_path(change.slot.path)
    if isinstance(found, str):
        why = say("`{key}` was changed in the YAML too, to `{now}`", key=key, now=" ".join(found.split()))
    else:
        why = say("`{key}` was changed in the YAML too", key=key)
    return change.told(why, say("choose one of the two in {file}", file=change.slot.file))

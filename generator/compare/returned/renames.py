"""Names that were changed in a document → the same change wherever the plan's files say the name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.authoring.edits import Edit, Rename, Set
from generator.authoring.renaming import Use, is_name, uses
from generator.base.values import replace
from generator.compare.returned.changes import Change, typed_at
from generator.compare.returned.holes import Slot
from generator.compare.returned.occurrences import Occurrence
from generator.compare.returned.state import State


def with_names(found: Sequence[Change], state: State, places: Sequence[Occurrence]) -> list[Change]:
    """The changes; those of a name come last, with all places that say it and with the changes of these."""
    found = [*found, *_meant(found, state, places)]
    values = {one.slot: one for one in found}
    covered: dict[Slot, Change] = {}
    names: list[Change] = []
    for one in found:
        old, new = _names(one)
        if not (old and new) or old.isdecimal() or one.slot in covered:
            continue
        said = [use for use in _uses(state, old) if _is_free(use, one, new, values)]
        same = [values[slot] for slot, _ in said if slot in values]
        covered |= {other.slot: one for other in (*same, one)}
        where = one.where.union(*(other.where for other in same))
        names.append(replace(one, where=where, also=_by_file(one, said)))
    return [*(one for one in found if one.slot not in covered), *names]


def _meant(
    found: Sequence[Change], state: State, places: Sequence[Occurrence]
) -> Iterator[Change]:
    """Changes of names that the document has at several places, another at all of them and the same."""
    by_name: dict[tuple[Slot, str], list[Change]] = {}
    for one in found:
        if one.names and one.new:
            by_name.setdefault((one.names, one.new), []).append(one)
    for (slot, new), changes in by_name.items():
        old = typed_at(state.files[slot.file].source.data, slot.path)
        numbers = {number for one in changes for number in one.where}
        here = [number for one in places if (one.source.file, one.source.path) == slot[:2]
                for number in one.where]
        if len(numbers) > 1 and numbers.issuperset(here) and isinstance(old, str):
            first = changes[0]
            yield Change(slot, first.heading, first.old, new, (Set(slot.path, new, old),), frozenset(numbers))


def _names(change: Change) -> tuple[str, str]:
    """The old name and the new one, where the change is of a name and not of what it is of."""
    if change.names or len(change.edits) != 1:
        return "", ""
    match change.edits[0]:
        case Set(path, str(new), str(old)) if is_name(path):
            return old, new
        case Rename(path, new):
            return str(path[-1]), new
    return "", ""


def _uses(state: State, name: str) -> Iterator[tuple[Slot, Use]]:
    for file in state.files.values():
        for use in uses(file.source.data, file.model, name):
            yield Slot(file.name, use.path, use.is_key), use


def _is_free(place: tuple[Slot, Use], change: Change, new: str, values: Mapping[Slot, Change]) -> bool:
    """Tell whether nobody has typed something else there, and it is not the place itself."""
    slot, _ = place
    other = values.get(slot)
    return slot != change.slot and (other is None or other.new.casefold() == new.casefold())


def _by_file(change: Change, places: Iterable[tuple[Slot, Use]]) -> tuple[tuple[str, tuple[Edit, ...]], ...]:
    """Edits of the places; `new` is typed as it is for the change."""
    found: dict[str, list[Edit]] = {}
    _, new = _names(change)
    for slot, use in places:
        found.setdefault(slot.file, []).append(use.renamed(new))
    return tuple((file, tuple(edits)) for file, edits in found.items())

"""Sections that a form prints for each of what it computes, as the years of a plan: one, which comes again.

And rows of a table that say again what a table of their own says: they are found by the name that they begin
with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.authoring.imported.slots import Hole, Path, Slot
from generator.authoring.imported.units import TYPED_NUMBER
from generator.base.values import replace

NAMED = 2
"""Level of the headings that name what the parties have chosen."""
Merge = Callable[[list[Slot], list[Slot]], list[Slot]]


def folded_sections(slots: Sequence[Slot], merged: Merge) -> list[Slot]:
    """The slots with each section once whose heading is computed; `merged` makes one of two that differ."""
    left = [*slots]
    for key in dict.fromkeys(slot.key for slot in slots if _is_computed(slot)):
        begins = [n for n, slot in enumerate(left) if slot.key == key]
        if len(begins) > 1:
            ends = [*begins[1:], _end(left, begins[-1])]
            whole: list[Slot] = []
            for begin, end in zip(begins, ends, strict=True):
                whole = merged(whole, left[begin:end])
            loop: Path = ("#", str(key))
            left[begins[0] : ends[-1]] = [replace(slot, loops=(loop, *slot.loops)) for slot in whole]
    return left


def _is_computed(slot: Slot) -> bool:
    return slot.what == "line" and slot.level > 0 and all(hole.computed for hole in slot.holes())


def _end(slots: Sequence[Slot], begin: int) -> int:
    """The end of the section that begins there: the next heading that is no deeper."""
    level = slots[begin].level
    return next((n for n in range(begin + 1, len(slots)) if 0 < slots[n].level <= level), len(slots))


def overview(rows: Sequence[Slot]) -> list[Slot]:
    """The rows of a table that says what stands elsewhere, in which nothing has a key."""
    return [replace(row, cells=tuple(
                tuple(map(_without_key, cell)) if row.head or not number else _unknown(cell)
                for number, cell in enumerate(row.cells)))
            for row in rows[:3]]  # fmt: skip


def _unknown(cell: Sequence[Slot]) -> tuple[Slot, ...]:
    """The cell, in which nothing is the form's."""
    return tuple(Slot("line", (Hole((), computed=True),)) if slot.what == "fixed" else _without_key(slot)
                 for slot in cell)  # fmt: skip


def _without_key(slot: Slot) -> Slot:
    pieces = tuple(Hole((), computed=True, filters=one.filters) if isinstance(one, Hole) else one
                   for one in slot.pieces)  # fmt: skip
    return replace(slot, twin=None, pieces=pieces)


def with_parts_beside(slots: Sequence[Slot]) -> list[Slot]:
    """The slots, in which the parts of a text stand where the text does that is not in parts.

    A heading that comes again in its section, for the one way and for the other, stands once.
    """
    whole = {(hole.file, *hole.path) for slot in slots if slot.what == "prose" for hole in slot.holes()}
    parts: dict[Path, list[Slot]] = {}
    for slot in slots:
        if slot.loops and slot.loops[-1] in whole:
            parts.setdefault(slot.loops[-1], []).append(slot)
    found: list[Slot] = []
    heads: set[object] = set()
    for slot in slots:
        heads = set() if slot.level == 1 else heads
        if (slot.loops and slot.loops[-1] in whole) or slot.key in heads:
            continue
        heads |= {slot.key} if slot.level == NAMED and slot.what == "line" and not slot.loops else set()
        found.append(slot)
        if slot.what == "prose":
            found += [part for hole in slot.holes() for part in parts.pop((hole.file, *hole.path), ())]
    return found


def with_tails(slots: Sequence[Slot]) -> list[Slot]:
    """The slots, in which a heading that may have a name of the parties' own after it stands once."""
    tails = {(slot.level, slot.text.removesuffix(" –")): slot for slot in slots if slot.what == "line"
             and slot.level and slot.text.endswith(" –") and len([*slot.holes()]) == 1}  # fmt: skip
    if not tails:
        return [*slots]
    known = {id(slot): tails.get((slot.level, TYPED_NUMBER.sub("", slot.text)))
             for slot in slots if slot.what == "fixed"}  # fmt: skip
    return [replace(tail, loops=slot.loops, optional=slot.optional) if (tail := known.get(id(slot))) else slot
            for slot in slots if slot not in tails.values()]  # fmt: skip


def with_views(slots: Iterable[Slot]) -> list[Slot]:
    """The slots, in which a row is a view where another table has more of the list that it is an item of."""
    slots = [*slots]
    most: dict[Path, int] = {}
    for row in _rows(slots):
        most[row.loops[-1]] = max(most.get(row.loops[-1], 0), _count(row))
    return [replace(slot, cells=tuple((_view(cell[0], most),) for cell in slot.cells))
            if slot.what == "table" and len({row.loops[-1] for row in _rows([slot])}) > 1 else slot
            for slot in slots]  # fmt: skip


def _rows(slots: Iterable[Slot]) -> list[Slot]:
    return [cell[0] for slot in slots if slot.what == "table" for cell in slot.cells
            if cell[0].loops and not cell[0].across]  # fmt: skip


def _count(row: Slot) -> int:
    """Number of the row's columns that hold something that is typed."""
    return sum(any(not hole.computed for slot in cell for hole in slot.holes()) for cell in row.cells)


def _view(row: Slot, most: dict[Path, int]) -> Slot:
    return replace(row, view=bool(row.loops) and _count(row) < most.get(row.loops[-1], 0))

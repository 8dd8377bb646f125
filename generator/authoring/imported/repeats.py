"""Repetitions of a form: its second item shows where the first begins and ends, and is then left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from posixpath import commonprefix

from generator.authoring.imported.cheapest import loops_of
from generator.authoring.imported.slots import ANY, Hole, Path, Piece, Series, Slot, generic, holes_of
from generator.base.values import replace
from generator.plan.kinds import HELHEDSPLAN

Loop = tuple[str | int, ...]
List = tuple[str, Path]
OF_THE_FORM = frozenset({(HELHEDSPLAN.name, ("indsatsområder",)), ("", ("bilag",))})
"""Lists whose items the form prints each at its own place."""


def folded_slots(slots: list[Slot]) -> list[Slot]:
    """The slots with each list once; those of an item know that they come again."""
    lists = _lists(hole for slot in slots for hole in slot.holes())
    for file, path in lists:
        slots = _folded(slots, file, path, lists)
    return slots


def _lists(holes: Iterable[Hole], *, of_names: bool = False) -> list[tuple[str, Path]]:
    """The lists that have a second item, outer ones first; `of_names` also keys in whichever item of one."""
    found = {(hole.file, hole.path[:at]) for hole in holes for at, step in enumerate(hole.path) if step == 1
             and isinstance(step, int) and (ANY not in hole.path[:at] or (of_names and hole.is_name))
             and (hole.file, hole.path[:at]) not in OF_THE_FORM}  # fmt: skip
    return sorted(found, key=lambda loop: (len(loop[1]) - _is_beside(loop), not loop[0], str(loop)))


def _is_beside(loop: List) -> bool:
    """Tell whether a list stands in a document beside, whose path begins with its number."""
    return bool(loop[1]) and isinstance(loop[1][0], int)


def _folded(slots: list[Slot], file: str, path: Path, lists: Sequence[List] = ()) -> list[Slot]:
    """The slots without the second item of one list, wherever that is printed.

    Of other lists each item may be printed where one of this list is: they come again with it.
    """
    loop = (file, *generic(path))

    alone = [_alone(_items(slot, file, path, loop)) for slot in slots]
    kept: list[Slot] = []
    here = 0
    while found := _first_two(alone, here):
        first, second = found
        lead = _lead(slots, here, first, second)
        begin, middle = first - lead, second - lead
        if slots[begin].labels != slots[middle].labels:
            kept += slots[here : first + 1]
            here = first + 1
            continue
        end = middle + (middle - begin)
        own = [n for n in range(second, min(end + middle - begin, len(slots))) if alone[n] == 1]
        kept += slots[here:begin]
        beside = [(other, *generic(theirs)) for other, theirs in lists if (other, theirs) != (file, path)
                  and _are_items(slots[begin:middle], slots[middle:end], other, theirs)]  # fmt: skip
        kept += [replace(slot, loops=(*slot.loops, loop, *beside)) for slot in slots[begin:middle]]
        here = max(own[-1] + 1, _same_until(slots, begin, middle))
    return kept + slots[here:]


def _items(slot: Slot, file: str, path: Path, loop: Loop) -> set[object]:
    """The items of a list that a slot is of; a table that has them all as its rows is of none."""
    if any(loop in _within(cell[0]) for cell in slot.cells if cell):
        return set()
    return {hole.path[len(path)] for hole in slot.holes() if _is_in(hole, file, path)}


def _alone(items: set[object]) -> int | None:
    """The first or the second item, where a slot is of that and not of the other."""
    first, second = 0 in items, 1 in items
    return None if first == second else 0 if first else 1


def _are_items(one: Sequence[Slot], other: Sequence[Slot], file: str, path: Path) -> bool:
    """Tell whether the slots are of the first item of a list, and the others of its second."""
    def has(slots: Sequence[Slot], number: int) -> bool:
        return any(_is_at(hole, file, path, number) for slot in slots for hole in slot.holes())

    return has(one, 0) and has(other, 1) and not has(one, 1) and not has(other, 0)


def _first_two(alone: Sequence[int | None], here: int) -> tuple[int, int] | None:
    """The first slots of the first and of the second item; None where the two are not printed apart."""
    first = next((n for n in range(here, len(alone)) if alone[n] == 0), None)
    second = next((n for n in range(first, len(alone)) if alone[n] == 1), None) if first is not None else None
    return None if first is None or second is None else (first, second)


def _lead(slots: Sequence[Slot], here: int, first: int, second: int) -> int:
    """Number of slots of the form's own text an item begins with."""
    lead = 0
    while first - lead - 1 >= here and second - lead - 1 > first \
            and slots[first - lead - 1].key == slots[second - lead - 1].key \
            and not any(slots[first - lead - 1].holes()):  # fmt: skip
        lead += 1
    return lead


def _same_until(slots: Sequence[Slot], begin: int, middle: int) -> int:
    """The end of the second item, as far as it is as the first."""
    end = middle
    while end < len(slots) and begin + end - middle < middle \
            and slots[end].key == slots[begin + end - middle].key:  # fmt: skip
        end += 1
    return end


def _is_at(hole: Hole, file: str, path: Path, number: int) -> bool:
    """Tell whether the hole is in that item of a list."""
    return _is_in(hole, file, path) and hole.path[len(path)] == number


def _is_in(hole: Hole, file: str, path: Path) -> bool:
    """Tell whether the hole is in an item of a list; a name is in every item of the lists around it."""
    return hole.file == file and len(hole.path) > len(path) and all(
        theirs == ANY or mine in (theirs, ANY) for mine, theirs in zip(hole.path, path, strict=False))


def folded_columns(rows: list[Slot]) -> list[Slot]:
    """The rows of a table whose columns are the items of a list, with the first of them alone."""
    if len({len(row.cells) for row in rows}) != 1 or len(rows) < 2 or not rows[0].head:
        return rows
    columns = [Slot("column", cells=tuple(row.cells[n] for row in rows)) for n in range(len(rows[0].cells))]
    for file, path in _lists(rows[0].holes(), of_names=True):
        columns = _folded(columns, file, path)
    if len(columns) == len(rows[0].cells):
        return rows
    return [replace(row, across=True, cells=tuple(tuple(
                replace(slot, loops=(*slot.loops, *column.loops)) for slot in column.cells[n])
                for column in columns)) for n, row in enumerate(rows)]  # fmt: skip


def with_series(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces of a line, in which what is printed for each item of a list is one series."""
    found = [*_joined(pieces)]
    for file, path in _lists(holes_of(tuple(found))):
        def at(piece: Piece, number: int, file: str = file, path: Path = path) -> bool:
            return isinstance(piece, Hole) and _is_at(piece, file, path, number)

        zeros = [n for n, piece in enumerate(found) if at(piece, 0)]
        ones = [n for n, piece in enumerate(found) if at(piece, 1)]
        if zeros and ones and zeros[-1] < ones[0]:
            body = tuple(_anywhere(piece, len(path)) for piece in found[zeros[0] : zeros[-1] + 1])
            end = ones[-1] + 1
            if tail := _both_begin(found[zeros[-1] + 1], found[end] if end < len(found) else ""):
                body = (*body, tail)
                found[end] = str(found[end]).removeprefix(tail)
            found[zeros[0] : end] = [Series(body)]
    return tuple(piece for piece in found if piece != "")


def _both_begin(one: Piece, other: Piece) -> str:
    """The words with which both texts begin."""
    if not isinstance(one, str) or not isinstance(other, str):
        return ""
    same = commonprefix([one, other])
    return same if any(map(str.isalnum, same)) or same.startswith(")") else ""


def _anywhere(piece: Piece, at: int) -> Piece:
    """The piece, for any place in the list."""
    if isinstance(piece, Hole):
        return replace(piece, path=(*piece.path[:at], ANY, *piece.path[at + 1 :]))
    return replace(piece, body=tuple(_anywhere(one, at) for one in piece.body)) if isinstance(piece, Series) \
        else piece


def in_loops(slots: list[Slot]) -> list[Slot]:
    """The slots, each in all the loops that its holes are in in some way of the form."""
    known: dict[object, set[Loop]] = {}
    for slot, level in _below(slots):
        known.setdefault(level, set()).update(slot.loops)
    return _without_gaps([_around(slot, known, inside=False) for slot in slots])


def _without_gaps(slots: list[Slot]) -> list[Slot]:
    """The slots, with those that stand in the midst of a loop in it too."""
    for path, first, last in loops_of(slots):
        slots[first : last + 1] = [slot if path in slot.loops else replace(
            slot, loops=tuple(sorted((*slot.loops, path), key=len))) for slot in slots[first : last + 1]]
    return slots


def _below(slots: Iterable[Slot], inside: bool = False) -> Iterator[tuple[Slot, object]]:
    """The slots and those in their cells, each with its level: table, row, or text in one or not."""
    for slot in slots:
        yield slot, _level(slot, inside)
        for cell in slot.cells:
            yield from _below(cell, inside=True)


def _level(slot: Slot, inside: bool) -> object:
    return slot.what in ("table", "row") and slot.what, inside


def _around(
    slot: Slot, known: Mapping[object, set[Loop]], inside: bool, outer: frozenset[Loop] = frozenset()
) -> Slot:
    holes = [(hole.file, *hole.path) for hole in slot.holes()]
    rows = {loop for cell in slot.cells for row in cell for loop in _within(row) if slot.what == "table"}
    has_own = slot.what == "row" and slot.loops
    more = {loop for loop in (set() if has_own else known[_level(slot, inside)] - rows) for path in holes
            if len(path) > len(loop) and generic(path)[: len(loop)] == loop
            and isinstance(path[len(loop)], int)}  # fmt: skip
    more -= outer
    loops = tuple(sorted({*slot.loops, *more}, key=len))
    around = outer | frozenset(loops) if slot.cells else outer
    cells = tuple(tuple(_around(one, known, True, around) for one in cell) for cell in slot.cells)
    return replace(slot, loops=loops, cells=cells)


def _within(row: Slot) -> Iterator[Loop]:
    """The loops of a row, and those of its columns."""
    yield from row.loops
    if row.across:
        yield from (loop for cell in row.cells for slot in cell for loop in slot.loops)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with texts that stand side by side as one."""
    text = ""
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        else:
            if text:
                yield text
            text = ""
            yield piece
    if text:
        yield text


"""Units of a document that have found their slots: text by text, and through tables, rows and cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from generator.authoring.imported.account import Account, Why
from generator.authoring.imported.cheapest import STAYING, Placed, cheapest
from generator.authoring.imported.fit import IN_CELL, Fits
from generator.authoring.imported.heads import columns_of
from generator.authoring.imported.slots import Hole, Path, Slot
from generator.authoring.imported.store import Turn
from generator.authoring.imported.texts import Texts, is_gap
from generator.authoring.imported.units import Unit
from generator.authoring.imported.where import Where
from generator.base.values import replace

Cells = Sequence[Sequence[Unit]]
Columns = Sequence[int | None]


class Placer(Struct):
    """Places the units of one document; `texts` puts what stands in them where it belongs."""

    texts: Texts
    fits: Fits
    is_second: bool = False
    """Tells that another kind of document says first what all share."""
    weak: list[tuple[Unit, Slot, Where]] = field(default_factory=list)
    views: list[tuple[Unit, Slot, Where]] = field(default_factory=list)
    twins: list[tuple[Unit, Slot, Where]] = field(default_factory=list)

    def first(self, units: Sequence[Unit], slots: Sequence[Slot]) -> None:
        """Place the units of the document, but for what says again what stands elsewhere."""
        account = self.texts.account
        for unit in units:
            account.words += unit.words
            if unit.of_contents or unit.is_form:
                account.enter(unit, Counter())
        text = [unit for unit in units if not (unit.of_contents or unit.is_form)]
        _, placed = cheapest(text, slots, self.fits.of, self.fits.nowhere, STAYING)
        self._run(text, placed, slots, Where())
        self.fits = Fits(self.fits.headings, self.texts.is_named, self.fits.is_area)
        for unit, slot, where in self.views:
            self._one(unit, slot, where)

    def then(self) -> None:
        """Place what says again what stands elsewhere, once all documents have said what is theirs."""
        silent = replace(self.texts, account=Account())
        names = [one for one in self.weak if _names_file(one[1])]
        for unit, slot, where in names:
            self._one(unit, slot, where)
        of_files, self.twins = self.twins, []
        for unit, twin, where in of_files:
            silent.put(unit, twin, where)
        for unit, slot, where in (one for one in self.weak if one not in names):
            self._one(unit, slot, where)
        for unit, twin, where in self.twins:
            silent.put(unit, twin, where)

    def _run(
        self, units: Sequence[Unit], placed: Sequence[Placed], slots: Sequence[Slot], where: Where
    ) -> None:
        before = None
        for unit, one in zip(units, placed, strict=True):
            slot = None if one.slot is None else slots[one.slot]
            if slot:
                where.step(one, slot)
                where.names |= self.texts.names_in(unit, slot)
            if is_gap(unit.line):
                self.texts.account.enter(unit, Counter())
            elif slot is None:
                self.texts.leave(unit, Why.NO_PLACE)
            elif not where.weak and (slot.weak or (self.is_second and _is_shared(slot))):
                self.texts.meet(unit, slot, where)
                self.weak.append((unit, slot, where.below(weak=True)))
            elif slot.what == "table" and any(cell[0].view for cell in slot.cells):
                self.views.append((unit, slot, where.below()))
            else:
                self._one(unit, slot, where.below(), more=before is slot and one.again is None)
            before = slot or before
            self.texts.went_past(unit)

    def _one(self, unit: Unit, slot: Slot, where: Where, *, more: bool = False) -> None:
        if slot.what == "table":
            self._table(unit, slot, where)
        else:
            self.twins += [(unit, slot.twin, where.below(weak=True))] if slot.twin else []
            self.texts.put(unit, slot, where, more=more)

    def _table(self, unit: Unit, slot: Slot, where: Where) -> None:
        rows = [cell[0] for cell in slot.cells]
        found, columns = self.fits.table(unit, slot), columns_of(unit, rows, self.fits.headings)
        if found is None or columns is None:  # it names items that nobody else has
            self.texts.leave(unit, Why.NO_PLACE)
            return
        where.settled |= {*slot.loops}
        turns: dict[int, dict[Path, Turn]] = {}
        of_columns: dict[int, dict[Path, str]] = {}
        visit = object()
        for row, one in zip(unit.rows, found[1], strict=True):
            if one.slot is None:
                for inner in (inner for cell in row for inner in cell):
                    self.texts.leave(inner, Why.NO_PLACE, unit.heading)
                continue
            line = rows[one.slot]
            where.step(one, line)
            here = where.below(weak=line.view)
            here.names |= self._names(row, line, columns)
            for number, (cell, slots) in enumerate(_in_columns(row, line, columns)):
                if line.head and line.across:
                    of_columns[number] = self._name(cell, slots)
                mine = turns.setdefault(number, {})
                mine |= {path: Turn(visit) for one in slots for path in one.loops
                         if line.across and path not in mine}  # fmt: skip
                inside = here.in_cell(mine, (*slot.loops, *line.loops))
                inside.names |= of_columns.get(number, {})
                self._cell(cell, slots, inside)

    def _cell(self, cell: Sequence[Unit], slots: Sequence[Slot], where: Where) -> None:
        _, placed = cheapest(cell, slots, self.fits.in_cell, lambda _: IN_CELL)
        self._run(cell, placed, slots, where)

    def _names(self, row: Cells, slot: Slot, columns: Columns) -> dict[Path, str]:
        """The names that the row has for keys that the writer chose."""
        found: dict[Path, str] = {}
        for cell, slots in _in_columns(row, slot, columns):
            found |= {} if slot.head else self._name(cell, slots)
        return found

    def _name(self, cell: Sequence[Unit], slots: Sequence[Slot]) -> dict[Path, str]:
        """The name that a cell has for keys that the writer chose."""
        return {self.texts.key_of(one.pieces[0]): cell[0].line for one in slots
                if len(cell) == 1 and len(one.pieces) == 1 and isinstance(one.pieces[0], Hole)
                and one.pieces[0].is_name}  # fmt: skip


def _names_file(slot: Slot) -> bool:
    """Tell whether the slot prints what names a file beside the document's own, and nothing else."""
    return all(isinstance(hole.path[0] if hole.path else "", int) and len(hole.path) == 2
               for hole in slot.holes()) and any(slot.holes()) and not slot.cells  # fmt: skip


def _is_shared(slot: Slot) -> bool:
    """Tell whether the slot prints nothing but what all documents share."""
    holes = [hole for hole in slot.holes() if not hole.computed]
    return bool(holes) and all(hole.file for hole in holes)


def _in_columns(row: Cells, slot: Slot, columns: Columns) -> Iterator[tuple[Sequence[Unit], Sequence[Slot]]]:
    """The cells of a row, each with the slots of its column."""
    for cell, column in zip(row, columns, strict=False):
        yield cell, slot.cells[column] if column is not None and column < len(slot.cells) else ()
    for cell in row[len(columns) :]:
        yield cell, ()

"""Lines with labels that are the columns of a table of the form: as the rows of that table.

Under a label that is the form's first column stand its rows, one after another: `Succeskriterier:` and
points, each perhaps with its source behind it. Or each row has all its labels: `Delmål 1: …`, `Indikator: …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from msgspec import Struct, field

from generator.authoring.imported.alike import folded
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.grids import table_of
from generator.authoring.imported.run_in import FIRST, SURE
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import Unit
from generator.base.values import replace

Heads = tuple[str, ...]
AIM = -1
"""Column of what the form has none for."""
NUMBER = re.compile(r"(?<!\s)\s++(?:nr\.?\s*+)?\d{1,2}\Z")
ABOVE = 3
"""Slots before a table among which its heading stands."""


class Lined(NamedTuple):
    """The heads of a table of the form, folded, and the headings and labels that stand right above it."""

    heads: Heads
    above: frozenset[str]


def lined_of(slots: Sequence[Slot]) -> list[Lined]:
    """The form's tables whose rows a list gives; those with heads of the form's own words alone."""
    found: dict[Heads, set[str]] = {}
    for at, slot in enumerate(slots):
        rows = [cell[0] for cell in slot.cells] if slot.what == "table" and not slot.weak else []
        if rows and rows[0].head and any(row.loops and not row.across for row in rows[1:]):
            heads = tuple(folded(" ".join(one.text for one in cell)) for cell in rows[0].cells)
            if len(heads) > 1 and all(heads) and not any(True for _ in rows[0].holes()):
                near = takewhile(lambda one: one.what == "fixed", reversed(slots[max(at - ABOVE, 0) : at]))
                above = [one for one in near if not one.weak]
                found.setdefault(heads, set()).update(folded(one.text) for one in above[:1]
                                                      if one.level or one.label)  # fmt: skip
    return [Lined(heads, frozenset(above)) for heads, above in found.items()]


def with_tables_of_lines(units: Sequence[Unit], tables: Sequence[Lined], fits: Fits) -> Iterator[Unit]:
    """The units, with a table in the place of such lines."""
    here = 0
    while here < len(units):
        unit = units[here]
        is_label = unit.is_label and not (unit.rows or unit.sign)
        below = _below(unit, tables, fits) if is_label else None
        is_head = is_label and (unit.is_apart or not unit.level)
        heads = below or (_headed(unit, tables, fits) if is_head else None)
        lines = _Lines(heads, fits) if heads else None
        begin = here + 1 if below else here
        if lines and (end := lines.read(units, begin)):
            yield from [unit] if below else []
            yield from lines.told(unit)
            here = end
        else:
            yield unit
            here += 1


def _below(unit: Unit, tables: Sequence[Lined], fits: Fits) -> Heads | None:
    """The heads of the table that stands under the label in the form."""
    least = max(SURE, fits.headings.nearest(unit.plain))
    return next((table.heads for table in tables for one in table.above
                 if fits.headings.alike(unit.plain, one) >= least
                 or fits.headings.owners.get(one) == unit.plain), None)  # fmt: skip


def _headed(unit: Unit, tables: Sequence[Lined], fits: Fits) -> Heads | None:
    """The heads of the table whose first column the label is; none where it is a heading of the form."""
    said, own = NUMBER.sub("", unit.plain), fits.headings.nearest(unit.plain)
    likely = [(fits.headings.by_words(said, table.heads[0]), len(table.heads), table.heads)
              for table in tables]  # fmt: skip
    best = max(likely, default=(0.0, 0, ()))
    return best[2] if best[0] >= max(SURE, own) else None


class _Lines(Struct):
    """Lines of a table: its rows, each with what stands in its columns, and the labels that head them."""

    heads: Heads
    fits: Fits
    rows: list[dict[int, list[Unit]]] = field(default_factory=list)
    labels: dict[int, Unit] = field(default_factory=dict)
    again: list[Unit] = field(default_factory=list)
    """Labels that come again with each row."""
    aims: list[Unit] = field(default_factory=list)
    """Labels of what the rows aim at, which the form does not ask for, and their texts."""

    def read(self, units: Sequence[Unit], begin: int) -> int:
        """Read the lines that begin there; the end of them, 0 where they are no rows of the table."""
        here, column, is_open = begin, 0, True
        while here < len(units) and not (units[here].rows or units[here].sign or units[here].of_contents):
            unit = units[here]
            if unit.is_label:
                at = self._column(unit)
                if at is None and self._is_row(units, here):
                    column, is_open = 0, False
                    self.rows.append({0: [unit]})
                    here += 1
                    continue
                if at is None:
                    break
                column, is_open = AIM if self._is_aim(unit, at) else at, True
                self._label(unit, column)
            elif unit.point and (column == 0 or self._is_of_points()):
                column, is_open = 0, False
                self.rows.append({0: [unit]})
            elif column == AIM:
                self.aims.append(unit)
            elif is_open:
                is_open = False
                if column == 0 or not self.rows:
                    self.rows.append({})
                self.rows[-1].setdefault(column, []).append(unit)
            elif self.rows and FIRST.match(unit.text):
                self.aims.append(unit)
            else:
                break
            here += 1
        is_table = len(self.labels) > 1 or (len(self.rows) > 0 and self._is_of_points())
        return here if self.rows and is_table else 0

    def told(self, first: Unit) -> Iterator[Unit]:
        """The table; and the labels that come again, which are the form's."""
        known = sorted(self.labels) or [*range(len(self.heads))]
        rows = [[[replace(one, level=0, point=False) for one in row.get(n, ())] for n in known]
                for row in self.rows]  # fmt: skip
        heading = first.heading if self.labels else first.line
        yield from (replace(one, is_form=True, level=0) for one in (*self.labels.values(), *self.again))
        cells = [tuple(map(tuple, row)) for row in rows]
        yield table_of(cells, replace(first, heading=heading), [self.heads[n] for n in known])
        yield from (replace(one, level=0, lost=True) for one in self.aims)

    def _is_row(self, units: Sequence[Unit], at: int) -> bool:
        """Tell whether the heading is the first cell of a row, whose other labels follow at once."""
        following = units[at + 1 : at + 2]
        is_heading = not units[at].is_apart and units[at].level > 0
        return is_heading and any(one.is_apart and (self._column(one) or 0) > 0 for one in following)

    def _is_aim(self, unit: Unit, column: int) -> bool:
        """Tell whether another word for a row than the one that they have stands within one."""
        first = self.labels.get(0)
        return column == 0 and first is not None and NUMBER.sub("", unit.plain) != NUMBER.sub("", first.plain)

    def _label(self, unit: Unit, column: int) -> None:
        if column == AIM:
            self.aims.append(unit)
        elif column in self.labels:
            self.again.append(unit)
        else:
            self.labels[column] = unit

    def _is_of_points(self) -> bool:
        return bool(self.rows) and all(0 in row and row[0][0].point for row in self.rows)

    def _column(self, unit: Unit) -> int | None:
        said = NUMBER.sub("", unit.plain)
        likely = [self.fits.headings.by_words(said, head) for head in self.heads]
        best = max(range(len(likely)), key=likely.__getitem__)
        return best if likely[best] >= SURE else None

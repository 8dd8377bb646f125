"""Price of putting a unit of a document into a slot of the form; None where it cannot stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct, field

from generator.authoring.imported.alike import (
    OTHER_WORDS,
    PARTLY,
    SHORTER,
    TAKEN,
    folded,
    likeness,
)
from generator.authoring.imported.cheapest import NOWHERE, Placed, cheapest
from generator.authoring.imported.headings import LABELS, Headings
from generator.authoring.imported.heads import columns_of
from generator.authoring.imported.lines import caught, said_as
from generator.authoring.imported.looks import SUM
from generator.authoring.imported.priced_lines import SHORT, is_sentence, price_of_line
from generator.authoring.imported.signing_lines import ORGANISATION
from generator.authoring.imported.slots import Hole, Slot
from generator.authoring.imported.taken import TOO_LONG, takes
from generator.authoring.imported.units import LONGEST_LABEL, Unit
from generator.base.values import replace
from generator.document.model import Heading

Row = tuple[tuple[Unit, ...], ...]
EMPTY, BRACKET = re.compile(r"\(\s*\)"), re.compile(r"\(.*?\)")
IN_CELL, ROW, REFUSED = 2.2, 0.8, 0.7
"""Prices of a paragraph in a cell and of a row for which there is no place, and of a value that the key of
its place does not take."""
AREAS, BESIDE, OTHER_NAME = "områder", "andre", 0.4
"""Keys of figures of areas, and of those to compare with; price of a name that is of the other kind."""
LOWEST = 0.8
"""Likeness from which the heading of a section is one that the form has within a section."""




class Fits(Struct):
    """Prices that have been asked for once."""

    headings: Headings = field(default_factory=Headings)
    """The headings and labels of the form, which are never a value."""
    is_named: Callable[[Hole, str], bool] | None = None
    """Tells whether an item of a list is known by that name; None while nobody knows."""
    is_area: Callable[[str], bool | None] | None = None
    """Tells whether an area goes by that name; it says None while no areas are known."""
    rows: dict[tuple[int, int], tuple[float, list[Placed]] | None] = field(default_factory=dict)
    kept: list[object] = field(default_factory=list)

    def of(self, unit: Unit, slot: Slot) -> float | None:
        """The price of the unit in that slot."""
        if bool(unit.rows) != (slot.what == "table"):
            return None
        if slot.what == "table":
            found = self.table(unit, slot)
            return None if found is None else found[0]
        return _of_text(unit, slot, self.headings, is_anchor=self.is_anchor(unit))

    def in_cell(self, unit: Unit, slot: Slot) -> float | None:
        """The price of the unit in that slot of a cell, where a short text may be a label of the form's."""
        price = self.of(unit, slot)
        if unit.columns and all(hole.computed for hole in slot.holes()) and slot.what == "line":
            return None
        if price is None and slot.what == "line" and not unit.rows and unit.line.endswith("."):
            price = self.of(replace(unit, text=unit.line.rstrip("."), level=0), slot)
        is_sure = bool(unit.columns) and slot.what == "line" and len(slot.pieces) == 1
        if is_sure and (price is None or price > IN_CELL / 2) and len(unit.line) <= TOO_LONG:
            return IN_CELL / 2 if caught(slot.pieces, unit.bare) is not None else None
        if price is not None or slot.what != "fixed" or len(unit.plain.split()) > SHORT / 2:
            return price
        alike = self.headings.alike(unit.plain, folded(slot.text))
        return (1 - alike) * 3 if alike >= PARTLY and not unit.line.endswith(".") else None

    def is_anchor(self, unit: Unit) -> bool:
        """Tell whether it is a heading or a label of the form, in its words or nearly."""
        if unit.plain in self.headings.anchors or (unit.is_top and self.headings.is_owner(unit.plain)):
            return True
        near = self.headings.nearest(unit.plain) if unit.level else 0.0
        return near >= SHORTER or (near >= PARTLY and _is_section(unit))

    def nowhere(self, unit: Unit) -> float:
        """The price of a unit for which there is no place; headings and tables of the form have one."""
        if unit.rows and (any(unit.columns) or unit.is_own):
            return 3 * NOWHERE
        return 20 * NOWHERE if unit.level and self.is_anchor(unit) else NOWHERE

    def table(self, unit: Unit, slot: Slot) -> tuple[float, list[Placed]] | None:
        """The price of a table, and where its rows stand."""
        key = id(unit), id(slot)
        if key not in self.rows:
            self.kept += [unit, slot]
            self.rows[key] = self._table(unit, slot)
        return self.rows[key]

    def _table(self, unit: Unit, slot: Slot) -> tuple[float, list[Placed]] | None:
        rows = [cell[0] for cell in slot.cells]
        if unit.columns and all(row.view for row in rows if row.loops):
            rows = [replace(row, view=False) for row in rows]
        columns = columns_of(unit, rows, self.headings)
        if columns is None:
            return None
        price, placed = cheapest(unit.rows, rows, lambda row, one: self.row(row, one, columns), lambda _: ROW)
        share = price / max(len(unit.rows), 1)
        most = ROW * (1 if unit.columns else 0.75)
        return None if share > most else (share if unit.columns else 2 * share, placed)

    def row(self, row: Row, slot: Slot, columns: Sequence[int | None]) -> float | None:
        """The price of a row of a table: that of its cells, taken together."""
        if row and row[0] and SUM.fullmatch(row[0][0].plain) and slot.loops and not slot.across:
            return None
        if slot.view and self.is_named and not self._names_one(row, slot, columns):
            return None
        total, asked = 0.0, 0
        for cell, column in zip(row, columns, strict=False):
            if not cell:
                continue
            slots = slot.cells[column] if column is not None and column < len(slot.cells) else ()
            price, placed = cheapest(cell, slots, self.in_cell, lambda _: IN_CELL)
            fixed = [one for one in slots if one.what == "fixed"]
            if fixed and all(one.slot is None for one in placed) and column == 0:
                return None
            total, asked = total + min(price / len(cell) / IN_CELL, 1.0), asked + 1
        price = total / asked + self._of_area(row, slot) if asked else 0.5
        return price / 2 if slot.view and self.is_named else price

    def _of_area(self, row: Row, slot: Slot) -> float:
        """The price of a row that begins with an area where the slot's is to compare with, or otherwise."""
        key = next((hole.path[-2] for one in slot.cells[:1] for part in one for hole in part.holes()
                    if hole.is_name and len(hole.path) > 1), None)  # fmt: skip
        if self.is_area is None or key not in (AREAS, BESIDE) or not row[0]:
            return 0.0
        return OTHER_NAME * (self.is_area(row[0][0].line) is (key == BESIDE))

    def _names_one(self, row: Row, slot: Slot, columns: Sequence[int | None]) -> bool:
        """Tell whether the row has the name of an item that is known in the form's first column."""
        assert self.is_named
        names = [cell for cell, column in zip(row, columns, strict=False) if column == 0]
        first = names[0][0] if names and names[0] else None
        holes = [hole for one in slot.cells[0] for hole in one.holes()]
        return first is not None and any(self.is_named(hole, first.line) for hole in holes)


def _of_text(unit: Unit, slot: Slot, headings: Headings, *, is_anchor: bool) -> float | None:
    """The price of a paragraph or a point."""
    if unit.sign:
        return 0.1 if slot.sign == unit.sign else None
    if slot.is_point and not unit.point:
        return None
    is_name = slot.what == "line" and slot.level > 0
    is_refused = ((unit.is_apart or unit.point) and is_name) or (slot.begins and not unit.begins)
    if is_refused or (unit.lost and not _is_said(unit, slot)):
        return None
    if slot.sign and (slot.sign != "label" or is_anchor or not _is_party(unit)):
        return None
    if slot.what == "fixed":
        is_other = unit.is_top and slot.optional and not slot.level and headings.is_owner(unit.plain)
        return None if is_other else _of_fixed(unit, slot, _likeness(unit, slot, headings))
    if slot.what == "prose":
        return _of_prose(unit, slot, is_anchor=is_anchor)
    if slot.what == "item" and is_anchor:
        return None
    if slot.what == "item":
        if unit.begins or (_is_of_names(slot) and is_sentence(unit) and not unit.point):
            return None
        is_no_item = unit.level or unit.line.endswith(":")
        return 0.5 if unit.point else 2.2 if is_no_item else 1.3
    slot = said_as(slot, unit.bare)
    got = caught(slot.pieces, unit.bare)
    price = None if got is None else price_of_line(unit, slot, got, is_anchor=is_anchor)
    return price if price is None or not got else price + REFUSED * sum(not takes(*one[:2]) for one in got)


def _is_of_names(slot: Slot) -> bool:
    """Tell whether the items of a list are names, and no sentences."""
    return any(hole.path[-1:] == ("navn",) or "parter" in hole.path for hole in slot.holes())


def _is_said(unit: Unit, slot: Slot) -> bool:
    """Tell whether what stands under a heading that the form does not have may say itself what it is."""
    label = folded(slot.text)
    return bool(label) and (slot.what != "prose" or unit.plain.startswith(label))


def _of_fixed(unit: Unit, slot: Slot, alike: float) -> float | None:
    """The price of what is in the form's words or nearly."""
    is_another = unit.is_top and slot.level != 1 and (alike < LOWEST or (alike < 1 and slot.loops))
    if alike < OTHER_WORDS or is_another:
        return None
    wrong = 0.3 if bool(unit.level) != bool(slot.level or slot.label) else 0.0
    is_low = slot.level in LABELS
    wrong += 0.6 if is_low and (unit.is_top or (unit.level == 1 and slot.level and alike < 1)) else 0.0
    return (1 - alike) * 3 + wrong


def _is_party(unit: Unit) -> bool:
    """Tell whether it may be the name above a signature."""
    is_short = not unit.point and len(unit.line.split()) <= SHORT / 2
    return is_short and ORGANISATION.search(unit.line) is not None


def _likeness(unit: Unit, slot: Slot, headings: Headings) -> float:
    """The likeness to the form's text: people put headings and labels in words of their own."""
    form = folded(slot.text)
    if slot.is_title:
        return TAKEN if unit.plain.startswith(form) and len(unit.plain.split()) <= SHORT else 0.0
    if unit.level and (slot.level or slot.label):
        return headings.alike(unit.plain, form, level=unit.level)
    is_short = len(slot.text.split()) <= LONGEST_LABEL
    if unit.is_label and (slot.level or slot.label or (slot.text.endswith(":") and is_short)):
        return headings.alike(unit.plain, form, 0.3)
    return likeness(unit.plain, form)


def _of_prose(unit: Unit, slot: Slot, *, is_anchor: bool) -> float | None:
    if len(slot.pieces) > 1:
        label = folded(slot.text)
        if unit.plain.startswith(label) and len(unit.plain) > len(label) + 1:
            return 0.2
    is_gap = any({"mangel", "mangler"} & {*hole.path} for hole in slot.holes())
    if is_gap and not unit.line.startswith("[Mangler"):
        return None
    return None if is_anchor else 2.6 if unit.level else 1.0


def _is_section(unit: Unit) -> bool:
    """Tell whether it is a heading of the first level, by its style."""
    return unit.level == 1 and bool(unit.blocks) and isinstance(unit.blocks[0], Heading)

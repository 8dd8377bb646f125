"""Tables that a document has in the form's own words: they stand where the form has them, as they are."""

from __future__ import annotations

from collections.abc import Sequence

from generator.authoring.imported.alike import TAKEN, folded, likeness
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.grids import label_of
from generator.authoring.imported.heads import EMPTY, columns_of
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import Unit


def is_own(unit: Unit, tables: Sequence[Slot], fits: Fits) -> bool:
    """Tell whether the form has a table with just these heads and labels."""
    return any(_has_its_words(unit, slot, fits) for slot in tables if fits.of(unit, slot) is not None)


def _has_its_words(unit: Unit, table: Slot, fits: Fits) -> bool:
    rows = [cell[0] for cell in table.cells]
    columns = columns_of(unit, rows, fits.headings) or ()
    head = next((row for row in rows if row.head and len(row.cells) > 1), None)
    if head and not all(column is not None and _is_in_letters(cell, head.cells[column])
                        for cell, column in zip(unit.rows[0], columns, strict=False)):  # fmt: skip
        return False
    labels = [row.cells[0] for row in rows if row.cells[0]]
    if any(True for cell in labels[1:] for slot in cell for _ in slot.holes()):
        return True
    return all(any(_is_in_letters(row[0], cell) for cell in labels) for row in unit.rows if row and row[0])


def _names(cell: Sequence[Slot]) -> bool:
    """Tell whether a name of the parties' own stands there."""
    return any(True for slot in cell for _ in slot.holes()) and not any(slot.text for slot in cell)


def _is_in_letters(said: Sequence[Unit], cell: Sequence[Slot]) -> bool:
    """Tell whether it is what the form has there, but for a slip."""
    label = label_of(tuple(said))
    forms = [folded(EMPTY.sub("", slot.text)) for slot in cell]
    return not label or _names(cell) or any(form == label or form in label or likeness(label, form) >= TAKEN
                                            for form in forms if form)  # fmt: skip

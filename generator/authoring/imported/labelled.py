"""Tables whose rows are a label and what it is about, where the form has headings: as those.

Only a table that is none of the form's is taken so, and only where most of its labels are the form's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.authoring.imported.alike import OTHER_WORDS, folded
from generator.authoring.imported.column_words import SAID
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.looks import look_of, said, share_of
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import Unit
from generator.base.values import replace

MOST, FIGURES = 0.34, 0.5
"""Share of the labels that are the form's at least, and of figures beside them at most."""
LABEL = 3
"""The level of a label that becomes a heading."""


def with_labels(units: Iterable[Unit], slots: Iterable[Slot], fits: Fits) -> list[Unit]:
    """The units, in which such a table is its labels, each with what stands beside it."""
    slots = [*slots]
    tables = [slot for slot in slots if slot.what == "table" and not slot.weak]
    labels = {folded(slot.text) for slot in slots if slot.what == "fixed" and (slot.level or slot.label)}
    found: list[Unit] = []
    for unit in units:
        is_own = not unit.rows or unit.columns or unit.is_own or any(
            fits.of(unit, table) is not None for table in tables)  # fmt: skip
        found += [unit] if is_own or not _is_labelled(unit, labels, fits) else _lines(unit, fits)
    return found


def _is_labelled(unit: Unit, labels: Iterable[str], fits: Fits) -> bool:
    """Tell whether each row is a label and something else, and most of the labels are the form's."""
    if any(len(row) != 2 or len(row[0]) != 1 for row in unit.rows):
        return False
    if share_of([look_of(said(row[1])) for row in unit.rows], "figure") > FIGURES:
        return False
    known = [any(fits.headings.alike(row[0][0].plain, label) >= OTHER_WORDS for label in labels)
             for row in unit.rows]  # fmt: skip
    return sum(known) >= MOST * len(known)


def _lines(unit: Unit, fits: Fits) -> Iterator[Unit]:
    for label, beside in unit.rows:
        is_list = label[0].plain in MEMBERS
        is_lost = not is_list and not fits.headings.is_one(label[0].plain)
        level = 0 if is_list else LABEL
        first = replace(label[0], level=level, heading=unit.heading, lost=is_lost)
        yield replace(first, is_apart=True, is_form=is_list)
        yield from (replace(one, heading=label[0].line, lost=is_lost, point=one.point or is_list)
                    for one in beside)  # fmt: skip


MEMBERS = SAID["organisation.grupper.medlemmer.titel"]
"""Labels of a list of people, for which a form has no label."""

"""A document's units as a form has them: what people put in another shape, in the form's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from generator.authoring.imported.fit import Fits
from generator.authoring.imported.gathered import lined_of, with_tables_of_lines
from generator.authoring.imported.goals import with_areas_apart
from generator.authoring.imported.goals_told import with_goals_told
from generator.authoring.imported.hours import with_hours_apart
from generator.authoring.imported.labelled import with_labels
from generator.authoring.imported.labels_before import with_labels_before
from generator.authoring.imported.lost import with_lost
from generator.authoring.imported.narrowed import with_narrowed_tables
from generator.authoring.imported.own_tables import is_own
from generator.authoring.imported.payers import with_budgets
from generator.authoring.imported.recast import with_tables_recast
from generator.authoring.imported.run_in import with_labels_apart
from generator.authoring.imported.signed import with_signatures
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.told_items import with_items_apart
from generator.authoring.imported.typed_contents import with_contents
from generator.authoring.imported.units import Unit


def prepared(units: Sequence[Unit], slots: Sequence[Slot], fits: Fits) -> list[Unit]:
    """The units in the shapes that the slots have; every word of them once."""
    tables = lined_of(slots)
    found = [*with_signatures([*with_contents(units)])]
    labels = frozenset(chain.from_iterable(table.heads for table in tables))
    found = [*with_labels_before(found, labels, fits)]
    own = [slot for slot in slots if slot.what == "table"]
    found = [*with_areas_apart(found, slots, fits)]
    found = [*with_tables_recast(found, slots, fits, lambda unit: is_own(unit, own, fits))]
    found = [*with_budgets(found, slots)]
    found = with_labels([*with_narrowed_tables(found, slots, fits)], slots, fits)
    found = [*with_goals_told([*with_items_apart(found, fits.headings)], slots, fits)]
    found = [*with_labels_apart(found, slots, fits, labels)]
    found = [*with_tables_of_lines([*with_hours_apart(found, fits.headings)], tables, fits)]
    return [*with_lost(found, fits.headings)]

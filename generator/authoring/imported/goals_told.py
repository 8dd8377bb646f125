"""Areas of effort as people tell of them: what is to be reached, and points for the goals, without labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.authoring.imported.alike import folded
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.goals import NAMED, targets_of_areas
from generator.authoring.imported.grids import table_of
from generator.authoring.imported.run_in import LABEL
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import Unit
from generator.base.values import replace

PURPOSE = "formål"
"""Key of what is to be reached."""


def with_goals_told(units: Sequence[Unit], slots: Sequence[Slot], fits: Fits) -> Iterator[Unit]:
    """The units, with the form's labels and table in the section in which it has a goal for each area."""
    section, areas = _section_of(slots), [*_areas(slots)]
    heads = next((target.heads for target in targets_of_areas(slots)), ())
    is_inside = False
    here = 0
    while here < len(units):
        unit = units[here]
        is_area = unit.level > 0 and any(unit.plain.startswith(area) for area in areas)
        if unit.level and not is_area:
            is_inside = section is not None and fits.headings.owners.get(section) == unit.plain
        yield unit
        here += 1
        if is_inside and is_area and heads:
            end = next((n for n in range(here, len(units)) if _ends(units[n])), len(units))
            yield from _labelled(units[here:end], unit, heads)
            here = end


def _ends(unit: Unit) -> bool:
    return unit.is_label or bool(unit.rows or unit.sign)


def _labelled(units: Sequence[Unit], area: Unit, heads: Sequence[str]) -> Iterator[Unit]:
    """The texts below a label, and then the points as rows of a table."""
    texts, points = [one for one in units if not one.point], [one for one in units if one.point]
    if texts:
        yield Unit("", texts[0].blocks, level=LABEL, heading=area.line, is_apart=True, shown=PURPOSE)
        yield from texts
    if points:
        rows = [((replace(one, point=False),),) for one in points]
        yield table_of(rows, replace(points[0], heading=area.line), heads[:1])


def _section_of(slots: Iterable[Slot]) -> str | None:
    """The heading of the section that has goals for each area."""
    section = None
    for slot in slots:
        if slot.level == 1 and slot.what == "fixed":
            section = folded(slot.text)
        if slot.what == "item" and any(_is_purpose(hole.path) for hole in slot.holes()):
            return section
    return None


def _is_purpose(path: Sequence[object]) -> bool:
    return len(path) > NAMED and path[0] == "indsatsområder" and path[2] == PURPOSE


def _areas(slots: Iterable[Slot]) -> Iterator[str]:
    """Names of the areas of effort, as they are compared."""
    for slot in slots:
        if slot.level == NAMED and slot.what == "line" and slot.text.endswith(" –"):
            yield folded(slot.text).removesuffix(" –")

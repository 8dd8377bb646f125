"""Milestones that stand in another document than a plan of them: what becomes a file of their own.

They are a table with what is to be reached and when, or points that begin or end with a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.authoring.imported.alike import folded
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.grids import Cell, Row, left_over, rows_of, table_of
from generator.authoring.imported.headings import Headings
from generator.authoring.imported.looks import said
from generator.authoring.imported.plain import plain
from generator.authoring.imported.recast import recast
from generator.authoring.imported.skeletons import Skeletons
from generator.authoring.imported.targets import targets_of
from generator.authoring.imported.units import Unit
from generator.base.danish import MONTHS
from generator.base.values import replace
from generator.plan.kinds import DOCUMENTS, Count, DocumentKind

LIST = "milepæle"
MILESTONES = next(kind for kind in DOCUMENTS if LIST in kind.model.fields)
SPOKEN = re.compile(r"milepæl|tidsplan|delleverance")
_MONTH = "|".join((*MONTHS, "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept?", "okt", "nov", "dec"))
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"(?:\d{{1,2}}\.\s*)?(?:{_MONTH})\.?\s+{_YEAR}|\d{{1,2}}[./-]\d{{1,2}}[./-]\s?{_YEAR}"
_PART = rf"\d\.\s*(?:kvartal|halvår)\s+{_YEAR}"
DATE = rf"(?:(?:den|senest|inden|primo|medio|ultimo)\s+)*(?:{_DAY}|{_PART}|{_YEAR})"
ALONE = re.compile(DATE, re.IGNORECASE)
FIRST = re.compile(rf"(?P<date>{DATE})\s*[:–-]\s*(?P<said>\S.*)", re.IGNORECASE)
LAST = re.compile(rf"(?P<said>\S.*?)\s*(?:[:–-]\s*|\()(?P<date>{DATE})\)?\.?", re.IGNORECASE)
COLUMNS = ("milepæl", "frist")
FEWEST = 2


class Apart(NamedTuple):
    """Units of a document, and those of its milestones."""

    units: list[Unit]
    milestones: list[Unit]


def may_have(kind: DocumentKind, skeletons: Skeletons) -> bool:
    """Tell whether milestones in such a document are the plan's own: in an agreement, not a report on it."""
    return skeletons.has(MILESTONES) and (kind.signed or kind.count is Count.EACH_AREA)


def milestones_apart(units: Sequence[Unit], skeletons: Skeletons) -> Apart:
    """The units without milestones, and those."""
    found = Apart([], [])
    here = 0
    while here < len(units):
        unit, heading = units[here], units[here - 1] if here else None
        end, told = here + 1, list[Unit]()
        if unit.rows and _speak(unit, heading):
            told = _of_table(unit, skeletons)
        elif unit.point and heading and heading.is_label and SPOKEN.search(heading.plain):
            end = next((n for n in range(here, len(units)) if not units[n].point), len(units))
            told = _of_points(units[here:end])
        if told and heading and found.units and found.units[-1] is heading and SPOKEN.search(heading.plain):
            found.milestones.append(replace(found.units.pop(), is_form=True, level=0))
        if told:
            found.milestones.extend(told)
        else:
            found.units.extend(units[here:end])
        here = end
    return found


def _speak(table: Unit, above: Unit | None) -> bool:
    """Tell whether a table is of milestones, by its heads or by what stands above it."""
    heads = " ".join(folded(said(cell)) for cell in table.rows[0])
    return SPOKEN.search(heads) is not None or SPOKEN.search(folded(table.heading)) is not None or (
        above is not None and above.is_label and SPOKEN.search(above.plain) is not None)  # fmt: skip


def _of_table(table: Unit, skeletons: Skeletons) -> list[Unit]:
    slots = skeletons.of(MILESTONES)
    targets = [target for target in targets_of(slots) if target.loop[-1] == LIST]
    return recast([table], targets, Fits(Headings.of(slots))) or [*_dated(rows_of(table), table)]


def _dated(rows: Sequence[Row], like: Unit) -> Iterator[Unit]:
    """A table in which one column has nothing but dates, and another the milestones."""
    upright = [*zip(*rows, strict=True)]
    dates = [n for n, column in enumerate(upright) if all(ALONE.fullmatch(said(cell)) for cell in column[1:])]
    if len(dates) != 1 or len(rows) < FEWEST or len(upright) < FEWEST:
        return
    words = max((n for n in range(len(upright)) if n != dates[0]), key=lambda n: len(said_all(upright[n])))
    has_head = not ALONE.fullmatch(said(upright[dates[0]][0]))
    known = (words, dates[0])
    if has_head:
        yield from (replace(one, is_form=True, level=0) for n in known for one in rows[0][n])
    yield table_of([tuple(row[n] for n in known) for row in rows[has_head:]], like, COLUMNS)
    rest = [tuple(cell for n, cell in enumerate(row) if n not in known) for row in rows]
    yield from left_over(rest, like)


def said_all(cells: Sequence[Cell]) -> str:
    """The words of several cells."""
    return " ".join(map(said, cells))


def _of_points(points: Sequence[Unit]) -> list[Unit]:
    """A table of points with a date; nothing where one has none."""
    found = [FIRST.fullmatch(point.line) or LAST.fullmatch(point.line) for point in points]
    rows = [((_cell(one["said"]),), (_cell(one["date"]),)) for one in found if one]
    return [table_of(rows, points[0], COLUMNS)] if len(rows) == len(points) >= FEWEST else []


def _cell(text: str) -> Unit:
    return Unit(text, plain(text))

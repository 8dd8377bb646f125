"""Tables with a row for each area of effort: as the section that a form has for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.authoring.imported.alike import TAKEN, folded, likeness
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.grids import Cell, again, left_over, rows_of, table_of
from generator.authoring.imported.heads import assigned
from generator.authoring.imported.looks import said
from generator.authoring.imported.plain import plain
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.targets import Column, Target, price_of, targets_of
from generator.authoring.imported.units import Unit
from generator.base.values import replace

MOST = 0.3
"""Price of a head at most."""
NAMED = 2
"""Level of the headings that name areas of effort."""
LOCAL = "lokalt_navn"


def with_areas_apart(units: Sequence[Unit], slots: Sequence[Slot], fits: Fits) -> Iterator[Unit]:
    """The units, with sections in the place of a table of areas of effort."""
    names = [slot for slot in slots if slot.level == NAMED and slot.what == "line" and slot.text
             and any(hole.path[-1:] == (LOCAL,) for hole in slot.holes())]  # fmt: skip
    targets = targets_of_areas(slots)
    areas = [folded(slot.text).removesuffix(" –") for slot in names]
    for unit in units:
        if names and targets and unit.rows and _is_of_areas(unit, areas):
            yield from _sections(unit, Column(LOCAL, tuple(names[0].holes())), targets[0], areas, fits)
        else:
            yield unit


def targets_of_areas(slots: Sequence[Slot]) -> list[Target]:
    """The tables that a form has for each area of effort."""
    return [target for target in targets_of(slots) if len(target.loop) > NAMED
            and target.loop[1] == "indsatsområder" and target.is_table]  # fmt: skip


def _is_of_areas(unit: Unit, areas: Sequence[str]) -> bool:
    rows = rows_of(unit)[1:]
    count = sum(_is_area(row[0], areas) for row in rows)
    return len(rows) > 1 and len(unit.rows[0]) > 1 and count * 2 > len(rows)


def _is_area(cell: Cell, areas: Sequence[str]) -> bool:
    return bool(cell) and any(likeness(folded(cell[0].line), area) >= TAKEN for area in areas)


def _sections(unit: Unit, local: Column, target: Target, areas: Sequence[str], fits: Fits) -> Iterator[Unit]:
    head, *rows = rows_of(unit)
    columns = _columns(head, [local, *target.columns], fits)
    goals = [(columns[m], target.heads[m - 1]) for m in sorted(columns) if m]
    if 1 not in columns:
        yield unit
        return
    known = [0, *columns.values()]
    others = [n for n in range(len(head)) if n not in known]
    yield from (replace(one, is_form=True, level=0, heading=unit.heading) for n in known for one in head[n])
    yield from left_over([tuple(head[n] for n in others)], unit)
    for name, of_it in groupby(rows, key=lambda row: folded(said(row[0]))):
        same = [*of_it]
        if _is_area(same[0][0], areas):
            yield _named(same[0][0], same[0][columns[0]] if 0 in columns else (), unit)
            yield from (replace(one, is_form=True, level=0) for row in same[1:] for one in row[0])
            yield from _goals([[row[n] for n, _ in goals] for row in same], [text for _, text in goals], unit)
            others = [n for n in range(1, len(head)) if n not in known]
            yield from left_over([tuple(row[n] for n in others) for row in same], unit, name)
        else:
            yield from left_over(same, unit)


def _columns(head: Sequence[Cell], columns: Sequence[Column], fits: Fits) -> dict[int, int]:
    """Each column that the form asks for, with that of the table."""
    prices = {(n, m): price_of(said(cell), column, fits) for n, cell in enumerate(head) if n
              for m, column in enumerate(columns)}  # fmt: skip
    return {m: n for n, m in assigned(prices, ()).items() if prices[n, m] <= MOST}


def _named(name: Cell, own: Cell, like: Unit) -> Unit:
    """The heading of an area, with the name that the parties have given it."""
    text = " – ".join(filter(None, (said(name), said(own))))
    return replace(name[0], text=text, blocks=plain(text), level=NAMED, heading=like.heading)


def _goals(rows: Sequence[Sequence[Cell]], heads: Sequence[str], like: Unit) -> Iterator[Unit]:
    """A row for each line of a first cell; what stands beside holds for all."""
    lines = [((replace(one, point=False),), *(tuple(map(again, cell)) if at else cell for cell in others))
             for first, *others in rows for at, one in enumerate(first)]  # fmt: skip
    if lines:
        yield table_of(lines, like, heads)
    yield from left_over([tuple(others) for first, *others in rows if not first], like)

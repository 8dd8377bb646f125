"""Tables in other shapes than the form's: as its own, by what their heads speak of and what their cells are.

A table is taken for the list of the form that asks for most of what it has. What the form does not ask for
stands beside it, each with the name of the item that it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.authoring.imported.alike import folded
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.grids import (
    Grid,
    Row,
    again,
    grids_of,
    label,
    labels_of,
    left_over,
    table_of,
)
from generator.authoring.imported.key_figures import (
    AREAS,
    TABLE,
    asks_for_figures,
    figures_in,
    table_of_figures,
)
from generator.authoring.imported.looks import SUM, said
from generator.authoring.imported.organs import GROUPS, as_section, organ_of
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.targets import Match, Target, match, targets_of
from generator.authoring.imported.units import Unit
from generator.base.values import replace

NAME, LABEL = 2, 3
"""Levels of the heading of an item and of a label below it."""
ROUNDS = 3
"""Lists of a form at most that one table has items of."""


def with_tables_recast(
    units: Sequence[Unit], slots: Sequence[Slot], fits: Fits, is_own: Callable[[Unit], bool]
) -> Iterator[Unit]:
    """The units, with what the form has in the place of tables in other shapes; its own are `is_own`."""
    targets = [*targets_of(slots), *([Target((), True, TABLE)] if asks_for_figures(slots) else [])]
    here = 0
    while here < len(units):
        unit = units[here]
        run = _run(units, here)
        own = bool(unit.rows) and is_own(unit)
        if unit.rows and (found := recast(run, targets, fits, only_organs=own)):
            yield from found
            here += len(run)
        else:
            yield replace(unit, is_own=True) if own else unit
            here += 1


def _run(units: Sequence[Unit], begin: int) -> Sequence[Unit]:
    """The tables from there on that have the same labels."""
    labels = labels_of(units[begin])
    end = begin + 1
    while labels and end < len(units) and labels_of(units[end]) == labels:
        end += 1
    return units[begin:end]


def recast(
    tables: Sequence[Unit], targets: Sequence[Target], fits: Fits, *, only_organs: bool = False
) -> list[Unit]:
    """The tables as what the form has; nothing where they are none of its lists."""
    likely = [(found.worth, -n, grid, found) for n, grid in enumerate(grids_of(tables))
              for target in targets if (found := match(grid, target, fits))]  # fmt: skip
    if not likely:
        return []
    _, _, grid, best = max(likely, key=lambda one: one[:2])
    return [] if only_organs and not _organs(grid, best) else [*_told(grid, best, targets, fits, tables[0])]


def _organs(grid: Grid, best: Match) -> list[Row]:
    """The rows of a table of groups that are another body."""
    name = next(n for n, m in best.found.items() if m == 0)
    is_of_groups = best.target.loop[-1:] == GROUPS
    return [row for row in grid.rows if organ_of(said(row[name]))] if is_of_groups else []


def _told(grid: Grid, best: Match, targets: Sequence[Target], fits: Fits, like: Unit) -> Iterator[Unit]:
    """Tell the grid list by list, and then the rest of it."""
    with_figures = any(target.loop == TABLE for target in targets)
    yield from (replace(one, is_form=True, level=0, heading=like.heading) for one in grid.again)
    name = next(n for n, m in best.found.items() if m == 0)
    totals = [row for row in grid.rows if SUM.fullmatch(folded(said(row[name])))]
    organs = _organs(grid, best)
    for row in organs:
        yield from as_section(row, best, like)
    grid = grid._replace(rows=tuple(row for row in grid.rows if row not in totals and row not in organs))
    left = {*range(len(grid.heads))}
    done: list[Target] = []
    now: Match | None = best
    while now and len(done) < ROUNDS:
        yield from _of_list(grid, now, like, names_again=bool(done))
        done.append(now.target)
        left -= {*now.found}
        now = _next(grid, {name, *left}, done, targets, fits)
    if best.target.loop[-1] == AREAS and with_figures and (figures := figures_in(grid, sorted(left))):
        yield table_of_figures(grid, name, figures, like)
        left -= {*figures}
    yield from _rest(grid, name, sorted(left), like)
    yield from left_over(totals, like)


def _next(
    grid: Grid, columns: set[int], done: Sequence[Target], targets: Sequence[Target], fits: Fits
) -> Match | None:
    """The list that asks for something else of the same items."""
    heads, *rows = (tuple(cell if n in columns else () for n, cell in enumerate(row))
                    for row in (grid.heads, *grid.rows))  # fmt: skip
    part = grid._replace(heads=heads, rows=tuple(rows))
    loops = {target.loop for target in done}
    found = [one for target in targets if target.loop not in loops
             and (one := match(part, target, fits))]  # fmt: skip
    return max(found, key=lambda one: one.worth, default=None)


def _of_list(grid: Grid, found: Match, like: Unit, *, names_again: bool) -> Iterator[Unit]:
    order = sorted(found.found, key=found.found.__getitem__)
    names = {n for n, m in found.found.items() if m == 0}
    heads = [one for n in order if not (names_again and n in names) for one in grid.heads[n]]
    rows = [tuple(tuple(map(again, row[n])) if names_again and n in names else row[n] for n in order)
            for row in grid.rows]  # fmt: skip
    if found.target.is_table:
        yield from (replace(one, is_form=True, level=0, heading=like.heading) for one in heads)
        yield table_of((row for row in rows if any(row)), like,
                       [found.target.heads[found.found[n]] for n in order])  # fmt: skip
    else:
        yield from (replace(one, is_form=True, level=0, heading=like.heading) for one in grid.heads[order[0]])
        yield from _sections(grid, found, order, rows)


def _sections(grid: Grid, found: Match, order: Sequence[int], rows: Sequence[Row]) -> Iterator[Unit]:
    """Each item with its name as a heading, and below it its labels and texts."""
    for at, row in enumerate(rows):
        name = row[0]
        yield from (replace(one, level=NAME, heading=one.heading) for one in name)
        for n, cell in zip(order[1:], row[1:], strict=True):
            head = grid.heads[n]
            if at == 0 and head:
                first, *others = head
                yield replace(first, level=LABEL, is_apart=True, shown=found.target.heads[found.found[n]])
                yield from (replace(one, is_form=True, level=0) for one in others)
            elif cell:
                yield label(found.target.heads[found.found[n]], name[0] if name else cell[0])
            yield from (replace(one, heading=said(head)) for one in cell)


def _rest(grid: Grid, name: int, left: Sequence[int], like: Unit) -> Iterator[Unit]:
    """Leave over all that the form does not ask for: by the name of the item, with its label."""
    if not left:
        return
    heads = [grid.heads[n] for n in left]
    if not grid.labelled:
        yield from left_over([tuple(heads)], like)
    for at, row in enumerate(grid.rows):
        lines: list[Row] = [tuple(row[n] for n in left)]
        if grid.labelled:
            lines = [(head if at == 0 else (), row[n]) for n, head in zip(left, heads, strict=True)]
        yield from left_over(lines, like, said(row[name]))

"""Heads of a table: which column of the form each column is, by what stands above it, in any order."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from generator.authoring.imported.alike import OTHER_WORDS, PARTLY, folded
from generator.authoring.imported.cheapest import FAR
from generator.authoring.imported.headings import Headings
from generator.authoring.imported.lines import caught
from generator.authoring.imported.looks import look_of, may_hold, said
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import Unit

EMPTY, BRACKET = re.compile(r"\(\s*\)"), re.compile(r"\(.*?\)")
YEAR, YEARS = re.compile(r"(?:19|20)\d\d"), ("årstal",)
EXACT = 0.05
"""Price of a head that is the form's in its letters."""
MOST = 0.34
"""Price of a head at most, of 1 for each column."""


def columns_of(unit: Unit, rows: Sequence[Slot], headings: Headings) -> list[int | None] | None:
    """For each column of a table the column of the form that it is; None where the two are no match."""
    if unit.columns and not any(unit.columns):
        return None
    count = max(map(len, unit.rows))
    head = next((row for row in rows if row.head), None)
    width = max(len(row.cells) for row in rows)
    if head is None or len(head.cells) == 1:
        return [*range(count)] if count <= width else None
    first = unit.columns or [" ".join(one.text for one in cell) for cell in unit.rows[0]]
    prices = {(n, m): min(_of_heading(text, cell, headings), _of_key(text, m, rows))
              for n, text in enumerate(first) for m, cell in enumerate(head.cells)}  # fmt: skip
    if unit.columns and any(not slot.text for cell in head.cells for slot in cell):
        return None
    often = {m for m, cell in enumerate(head.cells) if _goes_on(cell)}
    found = assigned(prices, often)
    if often and 0 not in found.values() and 0 not in often:
        return None
    found = {n: m for n, m in found.items()
             if prices[n, m] <= EXACT or unit.columns or _looks_right(unit, n, m, rows)}  # fmt: skip
    known = [prices[n, m] for n, m in found.items()]
    price = sum(known) + len(first) - len(known)
    if price <= MOST * len(first):
        return [found.get(n) for n in range(count)]
    fixed = all(slot.what == "fixed" for cell in head.cells for slot in cell)
    if fixed or count != width or unit.columns or not _may_stand(unit, rows):
        return None
    return [*range(count)]


def _looks_right(unit: Unit, column: int, slot: int, rows: Sequence[Slot]) -> bool:
    """Tell whether the cells below a head in other words look as what stands in that column of the form."""
    holes = [hole for row in rows if row.loops and not row.across and not row.head and slot < len(row.cells)
             for one in row.cells[slot] for hole in one.holes() if not hole.computed]  # fmt: skip
    looks = [look_of(said(row[column])) for row in unit.rows[1:] if column < len(row)]
    return not holes or {*looks} <= {"none"} or may_hold(holes, looks, names=False)


def _may_stand(unit: Unit, rows: Sequence[Slot]) -> bool:
    """Tell whether the cells of a table without heads look as what stands in the columns of the form."""
    lines = [row for row in rows if row.loops and not row.across and not row.head]
    for number, cell in enumerate(lines[0].cells if lines else ()):
        holes = [hole for slot in cell for hole in slot.holes() if not hole.computed]
        looks = [look_of(said(row[number])) for row in unit.rows[1:] if number < len(row)]
        if holes and {*looks} > {"none"} and not may_hold(holes, looks, names=number == 0):
            return False
    return True


def assigned(prices: Mapping[tuple[int, int], float], often: Collection[int]) -> dict[int, int]:
    """Each column of a table with one of the form's, the surest first; those in `often` may come again."""
    found: dict[int, int] = {}
    for (n, m), price in sorted(prices.items(), key=lambda one: one[1]):
        if price < 1 and n not in found and (m in often or m not in found.values()):
            found[n] = m
    return found


def _goes_on(cell: Sequence[Slot]) -> bool:
    """Tell whether the column is printed for each item of a list."""
    return any(True for slot in cell for _ in slot.holes())


def _of_key(text: str, column: int, rows: Sequence[Slot]) -> float:
    """The price of a heading that is the name of the key that stands in the column."""
    name = folded(BRACKET.sub("", text))
    keys = {str(hole.path[-1]) for row in rows if not row.head and column < len(row.cells)
            for slot in row.cells[column] for hole in slot.holes() if hole.path}  # fmt: skip
    return 0.2 if name in keys else FAR


def _of_heading(text: str, cell: Sequence[Slot], headings: Headings) -> float:
    """The price of a column's heading: nothing for the form's own words."""
    prices = [FAR]
    for slot in cell:
        if not any(True for _ in slot.holes()):
            alike = headings.alike(folded(text), folded(slot.text))
            prices.append(1 - alike if alike >= OTHER_WORDS else FAR)
        elif slot.text and caught(slot.pieces, " ".join(text.split())) is not None:
            prices.append(0.05)
        elif slot.text and (alike := _alike(text, slot.text, headings)) >= PARTLY:
            prices.append(max(0.1, 1 - alike))
        elif YEAR.fullmatch(text) and not any(hole.filters == YEARS for hole in slot.holes()):
            continue
        elif caught(slot.pieces, " ".join(text.split())) is not None:
            prices.append(0.3 if slot.loops else 0.6)
    return min(prices)


def _alike(said: str, form: str, headings: Headings) -> float:
    """The likeness of a heading to one of the form's, in whose brackets a unit stands."""
    return headings.alike(folded(said), folded(EMPTY.sub("", form)))

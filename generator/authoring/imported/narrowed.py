"""Tables of which the form has some columns: those as a table, and the others as one beside it.

A table whose columns are years is turned, so that each row has its sum beside its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from generator.authoring.imported.alike import folded
from generator.authoring.imported.cheapest import FAR
from generator.authoring.imported.fit import Fits, Row
from generator.authoring.imported.named import YEAR as BY_YEAR
from generator.authoring.imported.run_in import LABEL, SURE
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import Unit
from generator.base.values import replace

YEAR = re.compile(r"(?:år\s*)?(?:19|20)\d\d(?:\s*[/–-]\s*(?:(?:19|20)?\d\d))?|\d\.\s*(?:projekt)?år",
                  re.IGNORECASE)  # fmt: skip
SUM = re.compile(r"i alt|total.*|sum|samlet.*|hele perioden|periode.*|(?:19|20)\d\d\s*[–-]\s*(?:19|20)\d\d",
                 re.IGNORECASE)  # fmt: skip
NUMBER = re.compile(r"(?<!\s)\s++(?:nr\.?\s*+)?\d{1,2}\Z")
OF_SUMS = ("kilde", "beløb")
"""Columns of a table of sums."""
FEWEST = 2

def with_narrowed_tables(units: Sequence[Unit], slots: Sequence[Slot], fits: Fits) -> Iterator[Unit]:
    """The units, with the part of a table that the form has, where it has not the whole."""
    tables = [slot for slot in slots if slot.what == "table"]
    for unit in chain.from_iterable(map(_items, units)):
        whole = _least(unit, tables, fits) if unit.rows else 0.0
        if unit.rows and (sums := _of_sums(unit, tables, fits)):
            yield from sums
        elif whole < FAR:
            yield unit
        else:
            yield from _narrowed(unit, tables, fits)


def _items(unit: Unit) -> Iterator[Unit]:
    """Each item of a table with labels that come again, as a table of its own."""
    labels = [NUMBER.sub("", _said(row[0])) for row in unit.rows if row]
    begins = [n for n, label in enumerate(labels) if label and label == labels[0]]
    if len(begins) < FEWEST or begins[1] < FEWEST or any(len(row) != FEWEST for row in unit.rows):
        yield unit
        return
    for begin, end in pairwise([*begins, len(labels)]):
        yield _table(unit, unit.rows[begin:end])


def _least(unit: Unit, tables: Sequence[Slot], fits: Fits) -> float:
    """The price of the table where it fits best; far too much where it fits nowhere."""
    prices = (fits.of(unit, slot) for slot in tables)
    return min((price for price in prices if price is not None), default=FAR)


def _of_sums(unit: Unit, tables: Sequence[Slot], fits: Fits) -> list[Unit]:
    """A table of years as one of its sums and the rest, where the form has that and none by years."""
    turned = _turned(unit) if _is_of_years(row[0] for row in unit.rows[1:] if row) else unit
    wide = max(map(len, turned.rows))
    years = [n for n, cell in enumerate(turned.rows[0]) if YEAR.fullmatch(_said(cell)) and not _is_sum(cell)]
    sums = [n for n, cell in enumerate(turned.rows[0]) if n and _is_sum(cell)]
    if len(years) < FEWEST or not sums:
        return []
    figures = _table(turned, turned.rows[1:])
    part = replace(_of_columns(figures, [0, sums[-1]]), columns=OF_SUMS)
    by_year = any(hole.filters == BY_YEAR for slot in tables for hole in slot.holes()
                  if hole.is_name and fits.of(unit, slot) is not None)  # fmt: skip
    if by_year or _least(part, tables, fits) >= FAR:
        return []
    others = [n for n in range(wide) if n not in (0, sums[-1])]
    rest = replace(_of_columns(figures, others), columns=("",) * len(others))
    heads = (one for cell in turned.rows[0] for one in cell)
    return [*(replace(one, is_form=True, level=0, heading=unit.heading) for one in heads), part, rest]


def _narrowed(unit: Unit, tables: Sequence[Slot], fits: Fits) -> Iterator[Unit]:
    """The part of the table for which there is a place, and the rest."""
    wide = max(map(len, unit.rows))
    for columns in ([*range(n)] for n in range(wide - 1, 1, -1)):
        part = _of_columns(unit, columns)
        if _least(part, tables, fits) < FAR:
            yield part
            yield _of_columns(unit, [n for n in range(wide) if n not in columns])
            return
    yield from _as_list(unit, fits)


def _as_list(unit: Unit, fits: Fits) -> Iterator[Unit]:
    """The first column of a table as a list, where its head is a label of the form; the rest beside it."""
    head, *others = unit.rows
    is_list = others and len(head) >= FEWEST and len(head[0]) == 1
    if not is_list or fits.headings.nearest(head[0][0].plain) < SURE:
        yield unit
        return
    yield replace(head[0][0], level=LABEL, heading=unit.heading, is_apart=True)
    for row in others:
        yield from (replace(one, heading=head[0][0].line) for one in row[0])
    yield _of_columns(unit, [*range(1, len(head))])


def _is_of_years(first: Iterator[Sequence[Unit]]) -> bool:
    return sum(YEAR.fullmatch(_said(cell)) is not None for cell in first) >= FEWEST


def _is_sum(cell: Sequence[Unit]) -> bool:
    return SUM.fullmatch(_said(cell)) is not None


def _said(cell: Sequence[Unit]) -> str:
    return folded(" ".join(part.line for part in cell))


def _turned(unit: Unit) -> Unit:
    """The table with its columns as rows."""
    wide = max(map(len, unit.rows))
    rows = tuple(tuple(row[n] if n < len(row) else () for row in unit.rows) for n in range(wide))
    return _table(unit, rows)


def _of_columns(unit: Unit, columns: Sequence[int]) -> Unit:
    return _table(unit, tuple(tuple(row[n] if n < len(row) else () for n in columns) for row in unit.rows))


def _table(unit: Unit, rows: tuple[Row, ...]) -> Unit:
    text = "\n".join(part.text for row in rows for cell in row for part in cell)
    return replace(unit, text=text, rows=rows)

"""Tables of which the form has some columns: those as a table, and the others as one beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from generator.authoring.imported.alike import folded
from generator.authoring.imported.cheapest import FAR
from generator.authoring.imported.fit import Fits, Row
from generator.authoring.imported.run_in import LABEL, SURE
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import Unit
from generator.base.values import replace

NUMBER = re.compile(r"(?<!\s)\s++(?:nr\.?\s*+)?\d{1,2}\Z")
FEWEST = 2

def with_narrowed_tables(units: Sequence[Unit], slots: Sequence[Slot], fits: Fits) -> Iterator[Unit]:
    """The units, with the part of a table that the form has, where it has not the whole."""
    tables = [slot for slot in slots if slot.what == "table"]
    for unit in chain.from_iterable(map(_items, units)):
        whole = _least(unit, tables, fits) if unit.rows and not unit.columns else 0.0
        if whole < FAR:
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


def _said(cell: Sequence[Unit]) -> str:
    return folded(" ".join(part.line for part in cell))


def _of_columns(unit: Unit, columns: Sequence[int]) -> Unit:
    return _table(unit, tuple(tuple(row[n] if n < len(row) else () for n in columns) for row in unit.rows))


def _table(unit: Unit, rows: tuple[Row, ...]) -> Unit:
    text = "\n".join(part.text for row in rows for cell in row for part in cell)
    return replace(unit, text=text, rows=rows)

"""Tables that are several of the form's one below the other, and those whose first column is a list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, pairwise

from generator.authoring.imported.alike import folded
from generator.authoring.imported.cheapest import FAR
from generator.authoring.imported.fit import Fits, Row
from generator.authoring.imported.grids import with_rows
from generator.authoring.imported.own_tables import is_own
from generator.authoring.imported.plain import plain
from generator.authoring.imported.run_in import LABEL, SURE
from generator.authoring.imported.slots import Series, Slot
from generator.authoring.imported.units import Unit
from generator.base.values import replace

CALLED = ("kaldes her", "kaldes", "kortnavn", "kort navn", "forkortelse", "i det følgende", "herefter")
"""Heads of the short names that parties go by."""
NUMBER = re.compile(r"(?<!\s)\s++(?:nr\.?\s*+)?\d{1,2}\Z")
FEWEST = 2


def with_narrowed_tables(units: Sequence[Unit], slots: Sequence[Slot], fits: Fits) -> Iterator[Unit]:
    """The units, with each item of a table as one, and a list in the place of its first column."""
    tables, lists = [slot for slot in slots if slot.what == "table"], _lists(slots)
    for unit in chain.from_iterable(map(_items, units)):
        whole = _least(unit, tables, fits) if unit.rows and not unit.columns else 0.0
        if whole < FAR:
            yield unit
        else:
            yield from _narrowed(unit, tables, fits) or _as_list(unit, lists, fits)


def _items(unit: Unit) -> Iterator[Unit]:
    """Each item of a table with labels that come again, as a table of its own."""
    labels = [NUMBER.sub("", _said(row[0])) for row in unit.rows if row]
    begins = [n for n, label in enumerate(labels) if label and label == labels[0]]
    if len(begins) < FEWEST or begins[1] < FEWEST or any(len(row) != FEWEST for row in unit.rows):
        yield unit
        return
    for begin, end in pairwise([*begins, len(labels)]):
        yield with_rows(unit, unit.rows[begin:end])


def _least(unit: Unit, tables: Sequence[Slot], fits: Fits) -> float:
    """The price of the table where it fits best; far too much where it fits nowhere."""
    prices = (fits.of(unit, slot) for slot in tables)
    return min((price for price in prices if price is not None), default=FAR)


def _narrowed(unit: Unit, tables: Sequence[Slot], fits: Fits) -> list[Unit]:
    """The first columns of a table that the form has with fewer, and the rest; nothing where it has not."""
    wide = max(map(len, unit.rows))
    for count in range(wide - 1, 1, -1):
        part = _of_columns(unit, range(count))
        if is_own(part, tables, fits):
            return [replace(part, is_own=True), _of_columns(unit, range(count, wide))]
    return []


def _as_list(unit: Unit, lists: Collection[str], fits: Fits) -> Iterator[Unit]:
    """The first column of a table as a list, where its head is the label of one; the rest beside it."""
    head, *others = unit.rows
    is_list = others and len(head) >= FEWEST and len(head[0]) == 1 and not _are_labels(others, fits)
    if not is_list or not any(fits.headings.alike(head[0][0].plain, one) >= SURE for one in lists):
        yield unit
        return
    short = next((n for n, cell in enumerate(head) if _said(cell) in CALLED), 0)
    yield replace(head[0][0], level=LABEL, heading=unit.heading, is_apart=True)
    yield from (replace(one, is_form=True, level=0) for one in (head[short] if short else ()))
    for row in others:
        names = [with_short(one, row[short]) for one in row[0]] if short else row[0]
        yield from (replace(one, heading=head[0][0].line) for one in names)
    yield _of_columns(unit, [n for n in range(1, len(head)) if not short or n != short])


def _are_labels(rows: Sequence[Row], fits: Fits) -> bool:
    """Tell whether the rows begin with labels of the form, and with no names."""
    return sum(fits.headings.is_one(_said(row[0])) for row in rows) >= FEWEST


def with_short(name: Unit, short: Sequence[Unit]) -> Unit:
    """The name with the short one that it goes by behind it, as a form has both."""
    if not short:
        return name
    text = f"{name.line} ({short[0].line})"
    return replace(name, text=text, blocks=plain(text))


def _lists(slots: Sequence[Slot]) -> set[str]:
    """The labels of the form right below which a list stands."""
    return {folded(slot.text) for slot, below in pairwise(slots)
            if slot.what == "fixed" and (slot.level or slot.label) and (below.what == "item" or any(
                isinstance(piece, Series) for piece in below.pieces))}  # fmt: skip


def _said(cell: Sequence[Unit]) -> str:
    return folded(" ".join(part.line for part in cell))


def _of_columns(unit: Unit, columns: Sequence[int]) -> Unit:
    return with_rows(unit, tuple(tuple(row[n] if n < len(row) else () for n in columns) for row in unit.rows))

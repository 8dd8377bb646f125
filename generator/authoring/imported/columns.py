"""Columns of a table that a form prints with more of them or fewer: each holds what it may in any way."""

from __future__ import annotations

from collections.abc import Iterable

from generator.authoring.imported.slots import Path, Slot
from generator.base.values import replace

Column = tuple[tuple[Path, ...], str]
"""The loops that a row is in, and the heading of a column."""


def with_shared_columns(slots: Iterable[Slot]) -> list[Slot]:
    """The slots, in whose tables each cell has the slots of all columns of that name for the same list."""
    slots = list(slots)
    known: dict[Column, dict[object, Slot]] = {}
    for slot in slots:
        for column, cell in _columns(slot):
            known.setdefault(column, {}).update({one.key: one for one in cell})
    return [_shared(slot, known) for slot in slots]


def _columns(table: Slot) -> Iterable[tuple[Column, tuple[Slot, ...]]]:
    """The cells of a table that has headings, row by row, of the rows that a list gives."""
    rows = [cell[0] for cell in table.cells] if table.what == "table" else []
    names = [" ".join(slot.text for slot in cell) for cell in rows[0].cells] if rows and rows[0].head else []
    for row in rows[1:]:
        if row.loops and not row.across and not row.labels and len(row.cells) == len(names):
            cells = zip(names, row.cells, strict=True)
            yield from (((row.loops, name), cell) for name, cell in cells if name)


def _shared(table: Slot, known: dict[Column, dict[object, Slot]]) -> Slot:
    found = dict.fromkeys(column for column, _ in _columns(table))
    if not found:
        return table
    names = [" ".join(slot.text for slot in cell) for cell in table.cells[0][0].cells]

    def row(one: Slot) -> Slot:
        cells = tuple(tuple(known[one.loops, name].values()) if (one.loops, name) in found else cell
                      for name, cell in zip(names, one.cells, strict=False))  # fmt: skip
        return replace(one, cells=cells) if len(one.cells) == len(names) and not one.labels else one

    return replace(table, cells=tuple((row(cell[0]),) for cell in table.cells))

"""Cells of a table, with their spans, held against its columns: they fill them and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.base.language import say, say_count

Spans = tuple[int, int]
"""The number of columns and the number of rows that a cell covers."""
ONE: Spans = (1, 1)


def misfits(rows: Sequence[list[Spans]], columns: int) -> Iterator[tuple[int, str]]:
    """The rows (from 0) that do not fit, each with what is wrong. Spans end with the last of the rows."""
    covered, free, plain = [0] * columns, [0] * columns, [ONE] * columns
    for number, row in enumerate(rows):
        if row == plain and covered == free:
            continue
        width, overlapping = _place(row, covered)
        if overlapping:
            yield number, say("a cell covers a place that a cell from above has taken")
        elif width != columns:
            yield number, _wrong_width(width, columns)
    if any(covered):
        yield len(rows) - 1, say("a cell spans more rows than follow")


def _wrong_width(width: int, columns: int) -> str:
    return say_count(
        "the row fills {n} column, and the table has {columns}",
        "the row fills {n} columns, and the table has {columns}", width, columns=columns,
    )  # fmt: skip


def _place(row: Sequence[Spans], covered: list[int]) -> tuple[int, bool]:
    """Put the cells where nothing from above stands; the width of the row, and whether some overlap.

    `covered` is how many rows more each column is taken from above, and is brought one row on.
    """
    from_above = list(covered)
    column, overlapping = 0, False
    for across, down in row:
        while column < len(covered) and from_above[column]:
            column += 1
        for taken in range(column, min(column + across, len(covered))):
            overlapping = overlapping or from_above[taken] > 0
            covered[taken] = down
        column += across
    while column < len(covered) and from_above[column]:
        column += 1
    covered[:] = [max(0, left - 1) for left in covered]
    return column, overlapping

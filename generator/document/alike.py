"""Rows of a table that differ in their texts alone: what is decided for one of them holds for all.

A table of thousands of rows has two or three looks. They are found in the Document, whoever made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.document.model import Cell, Paragraph, Row, Run

FEWEST = 8
"""Rows for which it is worth while to ask what holds for all of them."""


class Alike(Struct, frozen=True):
    """Rows that follow each other; `columns` are their texts, down each column.

    Each of their cells covers one place and is one paragraph of one run. There are no `columns` where the
    rows differ in more than their texts.
    """

    rows: tuple[Row, ...]
    columns: tuple[tuple[str, ...], ...] = ()


class Stretches:
    """Finds the stretches of rows that are alike; what was asked once is known as long as this lives."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[tuple[Row, ...], tuple[Alike, ...]]] = {}

    def of(self, rows: tuple[Row, ...]) -> tuple[Alike, ...]:
        """The rows in their order, those that are alike together."""
        if len(rows) < FEWEST:
            return (Alike(rows),)
        if id(rows) not in self._known:
            self._known[id(rows)] = rows, tuple(_stretches(rows))
        return self._known[id(rows)][1]


def _stretches(rows: tuple[Row, ...]) -> Iterator[Alike]:
    loose = start = 0
    while start < len(rows):
        texts = _texts(rows, start)
        end = start + max(1, len(texts))
        if len(texts) >= FEWEST:
            if loose < start:
                yield Alike(rows[loose:start])
            yield Alike(rows[start:end], tuple(zip(*texts, strict=True)))
            loose = end
        start = end
    if loose < len(rows):
        yield Alike(rows[loose:])


def _texts(rows: Sequence[Row], start: int) -> list[list[str]]:
    """The texts of the row, and of those after it that are like it; none where a cell is more than a text."""
    first, found = rows[start], list[list[str]]()
    looks = [_look(cell) for cell in first.cells]
    if None in looks:
        return found
    for number in range(start, len(rows)):
        row = rows[number]
        cells = row.cells
        if row.mark or row.header is not first.header or [_look(cell) for cell in cells] != looks:
            break
        found.append([cell.blocks[0].content[0].text for cell in cells])  # type: ignore[union-attr]
    return found


def _look(cell: Cell) -> Sequence[object] | None:
    """All of the cell but its text; None where there is more in it than a text."""
    if len(cell.blocks) != 1 or cell.colspan != 1 or cell.rowspan != 1:
        return None
    block = cell.blocks[0]
    if not isinstance(block, Paragraph) or len(block.content) != 1 or block.mark:
        return None
    run = block.content[0]
    if not isinstance(run, Run) or run.mark or not run.text:
        return None
    return cell.header, block.style, run.bold, run.italic, run.style, run.link

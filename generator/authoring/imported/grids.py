"""Tables as what they say: items, and of each the same things; whichever way they are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.authoring.imported.looks import said
from generator.authoring.imported.plain import plain
from generator.authoring.imported.units import Unit, folded_heading
from generator.base.values import replace
from generator.document.model import Table

Cell = tuple[Unit, ...]
Row = tuple[Cell, ...]
FEWEST = 2


class Grid(NamedTuple):
    """Heads, and rows with a cell under each; `again` are labels that have been said before.

    One that is `labelled` has its heads before what stands in the row, and not above it.
    """

    heads: Row
    rows: tuple[Row, ...]
    again: tuple[Unit, ...] = ()
    labelled: bool = False

    def column(self, number: int) -> list[str]:
        """The words of the cells of a column."""
        return [said(row[number]) for row in self.rows]


def grids_of(tables: Sequence[Unit]) -> Iterator[Grid]:
    """Ways to read tables that follow each other with the same labels, or one: heads above, or before."""
    laid = [rows_of(table) for table in tables]
    if len(laid) == 1 and len(laid[0]) >= FEWEST and len(laid[0][0]) >= FEWEST:
        head, *rows = laid[0]
        if any(map(_is_section, rows)) and _is_section(rows[0]):
            yield _of_sections(head, rows)
        yield Grid(head, tuple(_with_first(rows)))
    if len(laid) == 1 and len(laid[0][0]) > FEWEST:
        yield Grid(*_turned(laid[0]), labelled=True)
    elif all(len(row) == FEWEST for rows in laid for row in rows):
        yield _of_labels([row for rows in laid for row in rows])


def labels_of(table: Unit) -> tuple[str, ...]:
    """The labels of a table that has nothing but labels and what they are of; none for another."""
    if not table.rows or any(len(row) != FEWEST or not row[0] for row in table.rows):
        return ()
    return tuple(label_of(row[0]) for row in table.rows)


def label_of(cell: Cell) -> str:
    """A label as it is compared, without the number of the item."""
    return " ".join(word for word in folded_heading(said(cell)).split() if not word.strip(".:").isdecimal())


def rows_of(table: Unit) -> list[Row]:
    """The rows of a table, with an empty cell where one from above or from the left reaches."""
    block = table.blocks[0] if table.blocks else None
    if not isinstance(block, Table) or [len(row.cells) for row in block.rows] != [*map(len, table.rows)]:
        return _even(table.rows)
    taken: dict[int, int] = {}
    found: list[Row] = []
    for spans, row in zip(block.rows, table.rows, strict=True):
        cells: list[Cell] = []
        for span, cell in zip(spans.cells, row, strict=True):
            while taken.get(len(cells), 0) > 0:
                taken[len(cells)] -= 1
                cells.append(())
            for number in range(span.colspan):
                taken[len(cells)] = span.rowspan - 1
                cells.append(cell if number == 0 else ())
        while taken.get(len(cells), 0) > 0:
            taken[len(cells)] -= 1
            cells.append(())
        found.append(tuple(cells))
    return _even(found)


def _even(rows: Iterable[Row]) -> list[Row]:
    """The rows with as many cells as the longest."""
    rows = [*rows]
    wide = max(map(len, rows), default=0)
    return [(*row, *((),) * (wide - len(row))) for row in rows]


def _with_first(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, in which what stands first holds for those below that have nothing there."""
    first: Cell = ()
    for row in rows:
        begins = bool(row[0]) or not any(row[1:])
        first = row[0] if begins else first
        yield row if begins else (tuple(map(again, first)), *row[1:])


def _is_section(row: Row) -> bool:
    """Tell whether a row has nothing but a name for those below it."""
    return len(row) > FEWEST and bool(row[0]) and not any(row[1:])


def _of_sections(head: Row, rows: Sequence[Row]) -> Grid:
    """The rows below names, each with the name of those that it stands under."""
    name: Cell = ()
    found: list[Row] = []
    labels: list[Unit] = []
    for row in rows:
        if _is_section(row):
            parts = [SAID_BEFORE.fullmatch(one.line) for one in row[0]]
            both = [*zip(parts, row[0], strict=True)]
            name = tuple(_text(part[2], one) if part else one for part, one in both)
            labels += [_text(part[1], one) for part, one in both if part]
        else:
            found.append((name, *row))
            name = tuple(map(again, name))
    return Grid(((), *head), tuple(found), tuple(labels))


SAID_BEFORE = re.compile(r"((?:delmål|mål|aktivitet|(?:indsats)?område)\s*\d*\s*[:.–-])\s*(\S.*)",
                         re.IGNORECASE)  # fmt: skip
"""A label that stands before a name in its line, and the name."""


def _text(text: str, like: Unit) -> Unit:
    return replace(like, text=text, blocks=plain(text), level=0)


def again(unit: Unit) -> Unit:
    """The unit once more, where its words have been counted."""
    return replace(unit, again=True)


def _turned(rows: Sequence[Row]) -> tuple[Row, tuple[Row, ...]]:
    heads, *others = zip(*rows, strict=True)
    return heads, tuple(others)


def _of_labels(rows: Sequence[Row]) -> Grid:
    """Items of rows with a label each, of which the first comes again with every item."""
    labels = [label_of(row[0]) for row in rows]
    begins = [n for n, label in enumerate(labels) if label == labels[0]]
    heads: dict[str, Cell] = {}
    repeated: list[Unit] = []
    items: list[dict[str, Cell]] = []
    for begin, end in pairwise([*begins, len(rows)]):
        item: dict[str, Cell] = {}
        for label, row in zip(labels[begin:end], rows[begin:end], strict=True):
            repeated += row[0] if label in heads else ()
            heads.setdefault(label, row[0])
            item[label] = (*item.get(label, ()), *row[1])
        items.append(item)
    lines = tuple(tuple(item.get(label, ()) for label in heads) for item in items)
    return Grid(tuple(heads.values()), lines, tuple(repeated), labelled=True)


def table_of(rows: Iterable[Row], like: Unit, columns: Sequence[str]) -> Unit:
    """A table of these rows, whose columns are known."""
    rows = tuple(tuple(tuple(replace(part, columns=(head,)) for part in cell)
                       for cell, head in zip(row, columns, strict=True)) for row in rows)  # fmt: skip
    return with_rows(Unit("", like.blocks, heading=like.heading, columns=tuple(columns)), rows)


def with_rows(table: Unit, rows: tuple[Row, ...]) -> Unit:
    """The table with these rows."""
    text = "\n".join(part.text for row in rows for cell in row for part in cell if not part.again)
    return replace(table, text=text, rows=rows)


def left_over(rows: Iterable[Row], like: Unit, heading: str = "") -> Iterator[Unit]:
    """A table of what has no place; nothing where it says nothing."""
    kept = [tuple(tuple(part for part in cell if not part.again) for cell in row) for row in rows]
    kept = [row for row in kept if any(row)]
    if kept:
        wide = max(map(len, kept))
        yield replace(table_of(kept, like, ("",) * wide), heading=heading or like.heading)


def label(text: str, like: Unit) -> Unit:
    """A label of the form's that has no words in the document, or has been said before."""
    return Unit("", plain(text), level=3, heading=like.heading, is_apart=True, shown=text)

"""Columns that are narrower than a word in them, in the font's own measures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.model import Table, runs, walk
from generator.formats.fonts import Font, metrics
from generator.formats.word.tables import column_widths

TEXT_WIDTH, SIDES, SIZE = 9072, 216, 9.5
"""The text of the reference document and both sides of a cell in twips, and the points of a table's text."""


def broken_words(table: Table) -> Iterator[str]:
    """The words of the table that are wider than their column; a hard space does not part words."""
    widths = column_widths(table.columns, TEXT_WIDTH)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            font = metrics(Font("Carlito", SIZE, bold=cell.header))
            for block in walk(cell.blocks):
                text = "".join(run.text for run in runs(block))
                yield from (word for word in text.split(" ") if font.width(word) > width - SIDES)

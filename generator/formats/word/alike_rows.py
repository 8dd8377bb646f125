"""Rows that are alike: the XML of one of them, with a hole for each text, is that of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.base.values import replace
from generator.document.model import Cell, Paragraph, Row, Run
from generator.formats.word.xml_text import stand_as_they_are

_HOLE = "%s"


def holed(row: Row) -> Row:
    """The row, each of its cells a text, with a hole in place of each."""
    return replace(row, cells=tuple([_holed(cell) for cell in row.cells]))


def _holed(cell: Cell) -> Cell:
    [paragraph] = cell.blocks
    assert isinstance(paragraph, Paragraph)
    [run] = paragraph.content
    assert isinstance(run, Run)
    return replace(cell, blocks=(replace(paragraph, content=(replace(run, text=_HOLE),)),))


def filled(form: str, columns: Sequence[Sequence[str]], write: Callable[[int], str]) -> list[str]:
    """The XML of rows with those texts: the form with its holes filled.

    `write` writes the row of that number by itself, where its XML is more than the form and its texts.
    """
    texts = list(zip(*columns, strict=True))
    if not _has_other_holes(form, len(columns)):
        if all(map(stand_as_they_are, columns)):
            return [form % said for said in texts]
        return [form % said if stand_as_they_are(said) else write(row) for row, said in enumerate(texts)]
    return [write(row) for row in range(len(texts))]


def _has_other_holes(form: str, count: int) -> bool:
    """Tell whether the form has the sign of a hole where none was put, as in the name of a style."""
    try:
        return form % ((_HOLE,) * count) != form
    except (TypeError, ValueError):
        return True

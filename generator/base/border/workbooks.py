"""The reader of spreadsheets, those that others have saved too: one exception for whatever is wrong."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct

from generator.base.border import xml, zips
from generator.base.language import say

MOST_ROWS, MOST_COLUMNS = 20_000, 300
"""Rows and columns of a sheet that are looked at; what lies beyond was not typed into a table."""


class NoWorkbook(Exception):
    """Bytes that are no .xlsx, or not a whole one."""


class Held(Struct, frozen=True):
    """Content of a cell: a text or a number, and the formula that it was computed by, if it was.

    A formula that no program has computed yet has no value.
    """

    value: str | Decimal | None
    formula: str = ""


Cells = Mapping[tuple[int, int], Held]
"""The cells of a sheet that are not empty, by row and column from 0."""


def sheets(data: bytes) -> dict[str, Cells]:
    """The sheets by name, hidden ones too, in their order. Raises NoWorkbook."""
    try:
        for name, part in zips.parts(data).items():
            if name.endswith((".xml", ".rels")):
                xml.check(part)
        formulas, values = _opened(data, False), _opened(data, True)
        return {sheet.title: dict(_cells(sheet, values[sheet.title])) for sheet in formulas.worksheets}
    except (zips.NoZip, xml.NoXml) as error:
        raise NoWorkbook(str(error)) from error
    except Exception as error:  # openpyxl's, KeyError, ValueError, whatever a part that is odd may raise
        kind = type(error).__name__
        raise NoWorkbook(say("it is no .xlsx, or not a whole one ({error})", error=kind)) from error


def _opened(data: bytes, values: bool) -> Any:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it does not keep: nothing is written again
        return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def _cells(sheet: Any, values: Any) -> Iterator[tuple[tuple[int, int], Held]]:
    last = {"max_row": min(sheet.max_row, MOST_ROWS), "max_col": min(sheet.max_column, MOST_COLUMNS)}
    rows = zip(sheet.iter_rows(**last), values.iter_rows(**last), strict=True)
    for row, (cells, computed) in enumerate(rows):
        for column, (cell, value) in enumerate(zip(cells, computed, strict=True)):
            if cell.value is not None:
                formula = str(getattr(cell.value, "text", cell.value)) if cell.data_type == "f" else ""
                yield (row, column), Held(_plain(value.value), formula)


def _plain(value: object) -> str | Decimal | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Decimal(repr(value))
    return str(value)

"""The bytes of a .csv or an .xlsx → a table of texts and numbers."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import NamedTuple

from generator.authoring.measured.mapping import ColumnMap
from generator.base.findings import Finding, Place, Rejected
from generator.base.nearest import suggestion
from generator.plan.source.codes import NOT_A_CHOICE, UNREADABLE

MOST_ROWS, MOST_COLUMNS = 20_000, 300
LARGEST = 20_000_000
"""Bytes of a table: a hundred times what the plans of a country need."""
TAB = "tabulator"
Cell = str | Decimal | None


class Table(NamedTuple):
    """Head and rows. `name` is the file's, and `first` the number of the first row as its program has it."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    first: int


def table_of(data: bytes, name: str, mapping: ColumnMap) -> Table:
    """Read the table as the mapping says. Raises Rejected where it is none."""
    rows = _sheet(data, name, mapping) if data.startswith(b"PK") else _csv(data, name, mapping)
    at = mapping.overskrifter
    if not 1 <= at <= len(rows):
        raise _rejected(name, f"there is no row {at} with the names of the columns", "mend `overskrifter`")
    head = tuple(" ".join(_shown(cell).split()) for cell in rows[at - 1])
    twice = next((one for one in head if one and head.count(one) > 1), None)
    if twice:
        raise _rejected(name, f"there are two columns `{twice}`", "give one of them another name")
    width = len(head)
    body = tuple((*row, *[None] * width)[:width] for row in map(tuple, rows[at:]))
    return Table(name, head, body, at + 1)


def _sheet(data: bytes, name: str, mapping: ColumnMap) -> list[list[Cell]]:
    from generator.base.border import workbooks

    try:
        sheets = workbooks.sheets(data)
    except workbooks.NoWorkbook as error:
        raise _rejected(name, f"the spreadsheet cannot be read: {error}", "save it as .xlsx anew") from error
    wanted = mapping.ark or next(iter(sheets), "")
    if wanted not in sheets:
        raise _rejected(name, f"there is no sheet `{wanted}`", suggestion(wanted, sheets))
    cells = sheets[wanted]
    last = max((row for row, _ in cells), default=-1)
    width = max((column for _, column in cells), default=-1) + 1
    rows: list[list[Cell]] = [[None] * width for _ in range(last + 1)]
    for (row, column), held in cells.items():
        uncomputed = held.formula if held.value is None else None
        rows[row][column] = uncomputed or held.value
    return rows


def _csv(data: bytes, name: str, mapping: ColumnMap) -> list[list[Cell]]:
    encoding = "utf-8-sig" if mapping.tegnsæt == "utf-8" else mapping.tegnsæt
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        other = "windows-1252" if mapping.tegnsæt == "utf-8" else "utf-8"
        line = data[: error.start].count(b"\n") + 1
        raise _rejected(name, f"line {line} is not {mapping.tegnsæt}", f"try tegnsæt: {other}") from error
    delimiter = "\t" if mapping.adskiller == TAB else mapping.adskiller
    rows: list[list[Cell]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append([cell.strip() or None for cell in row[:MOST_COLUMNS]])
            if len(rows) > MOST_ROWS:
                hint = "take out of it what the plan needs"
                raise _rejected(name, f"the table has over {MOST_ROWS} rows", hint)
    except csv.Error as error:
        raise _rejected(name, f"row {len(rows) + 1} cannot be read: {error}", "see its quotes") from error
    return rows


def _shown(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return cell or ""


def _rejected(name: str, message: str, hint: str) -> Rejected:
    code = NOT_A_CHOICE if message.startswith("there is no sheet") else UNREADABLE
    return Rejected([Finding(code, message, hint, Place(name))])

"""The bytes of a .csv or an .xlsx → a table of texts and numbers."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import NamedTuple

from generator.authoring.measured.mapping import ColumnMap
from generator.base import danish
from generator.base.findings import Code, Finding, Place, Rejected
from generator.base.language import say
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
        message = say("there is no row {number} with the names of the columns", number=at)
        raise _rejected(name, message, say("mend `overskrifter`"))
    head = tuple(" ".join(_shown(cell).split()) for cell in rows[at - 1])
    twice = next((one for one in head if one and head.count(one) > 1), None)
    if twice:
        message = say("there are two columns `{name}`", name=twice)
        raise _rejected(name, message, say("give one of them another name"))
    width = len(head)
    body = tuple((*row, *[None] * width)[:width] for row in map(tuple, rows[at:]))
    return Table(name, head, body, at + 1)


def _sheet(data: bytes, name: str, mapping: ColumnMap) -> list[list[Cell]]:
    from generator.base.border import workbooks

    try:
        sheets = workbooks.sheets(data)
    except workbooks.NoWorkbook as error:
        message = say("the spreadsheet cannot be read: {error}", error=error)
        raise _rejected(name, message, say("save it as .xlsx anew")) from error
    wanted = mapping.ark or next(iter(sheets), "")
    if wanted not in sheets:
        message = say("there is no sheet `{sheet}`", sheet=wanted)
        raise _rejected(name, message, suggestion(wanted, sheets), NOT_A_CHOICE)
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
        message = say("line {line} is not {encoding}", line=line, encoding=mapping.tegnsæt)
        raise _rejected(name, message, say("try tegnsæt: {encoding}", encoding=other)) from error
    delimiter = "\t" if mapping.adskiller == TAB else mapping.adskiller
    rows: list[list[Cell]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append([cell.strip() or None for cell in row[:MOST_COLUMNS]])
            if len(rows) > MOST_ROWS:
                message = say("the table has over {most} rows", most=danish.antal(MOST_ROWS))
                raise _rejected(name, message, say("take out of it what the plan needs"))
    except csv.Error as error:
        message = say("row {number} cannot be read: `{error}`", number=len(rows) + 1, error=error)
        raise _rejected(name, message, say("see its quotes")) from error
    return rows


def _shown(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return cell or ""


def _rejected(name: str, message: str, hint: str, code: Code = UNREADABLE) -> Rejected:
    return Rejected([Finding(code, message, hint, Place(name))])

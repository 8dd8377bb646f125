"""Workbook → .xlsx, by XlsxWriter: the same bytes every time, with the properties of its document."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

from generator.base.border import zips
from generator.document.model import Document
from generator.formats.sheet.formulas import formula_text
from generator.formats.sheet.layout import (
    FIRST,
    HEAD,
    LEFT,
    MEMORY,
    NAMES,
    REMEMBERS,
    TITLE,
    Remembered,
    remembered,
)
from generator.formats.sheet.model import Cell, Column, Sheet, Style, Workbook
from generator.formats.word.package import seal as sealing
from generator.formats.word.package.properties import core, custom

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
           "strings_to_numbers": False}
A4 = 9
DANISH = "[$-406]"
FIRST_MOMENT: zips.Moment = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold: a workbook has no clock."""
GREY, EDGE, TYPED = "#E7E6E6", "#8C8C8C", "#FFF9E5"
"""Ground of the heads, lines between cells, and ground of what may be typed over."""


def write(workbook: Workbook, document: Document, epoch: int | None, seal: str) -> bytes:
    """The bytes of the workbook. `document` is the one beside it, `seal` the property that its seal has."""
    parts = _parts(workbook, document)
    named = tuple(document.properties)
    files = [(name, _about(name, document, epoch, named) or data) for name, data in parts.items()]
    sealed = sealing.sealed(files, lambda digest: custom((*named, (seal, digest))).encode())
    return zips.packed(sealed, FIRST_MOMENT)


def _about(name: str, document: Document, epoch: int | None, named: tuple[tuple[str, str], ...]) -> bytes:
    """The parts about the workbook itself, which are those of a document; nothing for any other part."""
    if name == sealing.CORE:
        return core(document, epoch).encode()
    return custom(named).encode() if name == sealing.CUSTOM else b""


def _parts(workbook: Workbook, document: Document) -> Mapping[str, bytes]:
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, OPTIONS)
    book.set_custom_property("Segl", "")  # so that there is such a part
    formats = Formats(book.add_format)
    for sheet in workbook.sheets:
        _sheet(book.add_worksheet(sheet.name), sheet, workbook, formats, document)
    _memory(book.add_worksheet(MEMORY), workbook)
    book.close()
    return zips.parts(buffer.getvalue())


class Formats:
    """Formats of the cells of a workbook, each made once."""

    def __init__(self, make: Callable[[dict[str, Any]], Any]) -> None:
        self._make = make
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, cell: Cell, column: Column) -> Any:
        """The format of a cell in that column."""
        wanted: dict[str, Any] = {"border": 4, "border_color": EDGE, "valign": "top"}
        if column.figures:
            wanted |= {"num_format": number_format(cell), "align": "right"}
        else:
            wanted |= {"text_wrap": True}
        if cell.style is Style.TOTAL:
            wanted |= {"bold": True, "top": 1}
        if cell.style is Style.HEAD:
            wanted |= {"bold": True, "bg_color": GREY, "text_wrap": True, "valign": "bottom"}
        if cell.typed is not None:
            wanted |= {"bg_color": TYPED}
        return self.made(wanted)

    def made(self, wanted: dict[str, Any]) -> Any:
        """The format with these properties."""
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._make(wanted)
        return self._made[key]


def number_format(cell: Cell) -> str:
    """The number format, which shows 14.600,50 wherever the program that reads it goes by the file."""
    if cell.percent:
        return f"{DANISH}0.0\u00a0%"
    word = cell.before.replace('"', "")
    decimals = f".{'0' * cell.decimals}" if cell.decimals else ""
    return DANISH + (f'"{word}\u00a0"' if word else "") + f"#,##0{decimals}"


def _sheet(to: Any, sheet: Sheet, workbook: Workbook, formats: Formats, document: Document) -> None:
    _page(to, sheet, document)
    to.write_string(TITLE, LEFT, sheet.title, formats.made({"bold": True, "font_size": 14}))
    for number, column in enumerate(sheet.columns, LEFT):
        to.set_column(number, number, column.width)
        to.write_string(NAMES, number, column.name)
        to.write_string(HEAD, number, column.head, formats.of(Cell(style=Style.HEAD), column))
    for at, row in enumerate(sheet.rows, FIRST):
        to.write_string(at, 0, row.name)
        for number, (column, cell) in enumerate(zip(sheet.columns, row.cells, strict=True), LEFT):
            _cell(to, at, number, cell, formats.of(cell, column), sheet, workbook)
    for at, note in enumerate(sheet.notes, FIRST + len(sheet.rows) + 1):
        to.write_string(at, LEFT, note)


def _cell(to: Any, row: int, column: int, cell: Cell, look: Any, sheet: Sheet, workbook: Workbook) -> None:
    value = cell.value
    computed = workbook.computed(value)
    if value is None:
        to.write_blank(row, column, None, look)
    elif isinstance(value, str):
        to.write_string(row, column, value, look)
    elif value is computed:
        to.write_number(row, column, value, look)
    else:
        to.write_formula(row, column, formula_text(value, sheet.name), look, float(computed or 0))  # type: ignore[arg-type]


def _page(to: Any, sheet: Sheet, document: Document) -> None:
    """Set the page, A4 on its side as wide as the table, and what stays in sight."""
    to.set_landscape()
    to.set_paper(A4)
    to.fit_to_pages(1, 0)
    to.set_margins(left=0.6, right=0.6, top=0.9, bottom=0.8)
    to.repeat_rows(HEAD)
    to.freeze_panes(FIRST, LEFT + 1)
    to.set_row(NAMES, None, None, {"hidden": True})
    to.set_column(0, 0, None, None, {"hidden": True})
    shown = dict(document.properties)
    to.set_header(f"&L{_plain(document.subject)}&R{_plain(sheet.name)}")
    to.set_footer(f"&L{_plain(shown.get('Status', ''))}&RSide &P af &N")


def _plain(text: str) -> str:
    """The text as a header shows it, in which & begins a code."""
    return text.replace("&", "&&")


def _memory(to: Any, workbook: Workbook) -> None:
    to.hide()
    lines = [(REMEMBERS, workbook.source), Remembered("Ark", "Række", "Kolonne", "Slags", "Skrevet"),
             *remembered(workbook)]
    for at, line in enumerate(lines):
        for number, text in enumerate(line):
            to.write_string(at, number, text)

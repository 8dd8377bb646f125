"""The workbook of a budget: its formulas give what the model computes, in the same bytes every time."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest

from generator.base.border import workbooks, zips
from generator.document.model import Document
from generator.formats import sheet
from generator.formats.sheet.layout import FIRST, LEFT, MEMORY
from generator.formats.sheet.model import Ref, Sum, Workbook
from generator.plan.model.budgetbilag import Budgetbilag
from generator.plan.model.plan import Aftale
from generator.render.sheets import workbook
from generator.workspace import stamp
from tests.support import built
from tests.support.formulas import computed

BUDGETS = [source for source in built.SOURCES if source.file.kind.sheet == "budget"]
DOCUMENT = Document("Budget", (), properties=(("Plan", "Planen"), ("Status", "Endelig")), date="2026-04-01")


def made(source: built.Source) -> tuple[Workbook, Aftale]:
    found = built.build(source)
    return workbook(found.plan, found.aftale), found.aftale


def bytes_of(book: Workbook) -> bytes:
    return sheet.write(book, DOCUMENT, None, stamp.SEAL)


@pytest.mark.parametrize("source", BUDGETS, ids=str)
def test_every_formula_gives_the_value_that_is_kept_beside_it(source: built.Source) -> None:
    sheets = workbooks.sheets(bytes_of(made(source)[0]))
    formulas = [(name, held) for name, cells in sheets.items() for held in cells.values() if held.formula]
    assert len(formulas) > 50
    for name, held in formulas:
        assert isinstance(held.value, Decimal)
        assert abs(held.value - computed(sheets, name, held.formula)) < Decimal("0.0000001"), held.formula


@pytest.mark.parametrize("source", BUDGETS, ids=str)
def test_the_sums_are_those_of_the_printed_budget(source: built.Source) -> None:
    book, aftale = made(source)
    budget = aftale.indhold
    assert isinstance(budget, Budgetbilag)
    for name, total in (("Poster", budget.poster_i_alt), ("Finansiering", budget.finansiering_i_alt)):
        shown = next(one for one in book.sheets if one.name == name)
        column = next(at for at, one in enumerate(shown.columns) if one.name == "beløb")
        assert total is not None
        assert book.value(Ref(name, len(shown.rows) - 1, column)) == total.tal
        for row, (line, item) in enumerate(zip(shown.rows, getattr(budget, name.lower()), strict=False)):
            assert isinstance(line.cells[column].value, Sum) or not item.år
            assert book.value(Ref(name, row, column)) == item.i_alt.tal
    overview = book.sheets[0]
    for number, year in enumerate(overview.columns):
        if year.name.startswith("år."):
            sums = budget.poster_i(int(year.head)), budget.finansiering_i(int(year.head))
            shown_sums = book.value(Ref("Overblik", 0, number)), book.value(Ref("Overblik", 1, number))
            assert shown_sums == tuple(one.tal if one else 0 for one in sums)
            assert book.value(Ref("Overblik", 2, number)) == 0


@pytest.mark.parametrize("source", BUDGETS, ids=str)
def test_the_same_budget_gives_the_same_bytes_and_bears_a_seal(source: built.Source) -> None:
    data = bytes_of(made(source)[0])
    assert data == bytes_of(made(source)[0])
    found = stamp.read(data)
    assert found.intact and found.properties["Plan"] == "Planen"
    touched = {**zips.parts(data)}
    touched["xl/workbook.xml"] = touched["xl/workbook.xml"].replace(b"Overblik", b"Overblit")
    assert not stamp.read(zips.packed(touched.items(), zips.moment(data))).intact


def test_every_sheet_is_ready_to_print_and_to_read() -> None:
    book = openpyxl.load_workbook(io.BytesIO(bytes_of(made(BUDGETS[0])[0])))
    assert book.properties.created is not None and book.properties.created.year == 2026
    assert [one.title for one in book.worksheets] == [
        "Overblik", "Poster", "Finansiering", "Timer og satser", MEMORY,
    ]  # fmt: skip
    for page in book.worksheets[:-1]:
        assert page.freeze_panes == f"C{FIRST + 1}"
        assert page.print_title_rows == f"${FIRST}:${FIRST}"
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
        assert page.page_setup.fitToHeight == 0 and page.sheet_properties.pageSetUpPr
        assert page.column_dimensions["A"].hidden and page.row_dimensions[1].hidden
        assert page.cell(FIRST, LEFT + 1).value
    assert book[MEMORY].sheet_state == "hidden"


def test_an_amount_that_is_not_exact_says_so_and_a_number_has_its_own_decimals() -> None:
    source = next(one for one in BUDGETS if one.folder.name == "opdigtet-2026-2030")
    book = openpyxl.load_workbook(io.BytesIO(bytes_of(made(source)[0])))
    rates = {cell.value: cell.number_format for row in book["Timer og satser"].iter_rows() for cell in row}
    assert rates[312.5] == "[$-406]#,##0.00" and rates[4800] == "[$-406]#,##0"

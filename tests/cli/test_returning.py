"""`aftale return`: what somebody typed in a spreadsheet comes back to the YAML, or it is said why not."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.conftest import ROOT, Aftale, change

PLAN = "opdigtet-2026-2030"
Type = Callable[..., None]


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale) -> Path:
    """The spreadsheet of an invented plan, in a workspace of its own, in which the command is given."""
    shutil.copytree(ROOT / "tests" / "plans" / "agreements" / PLAN, tmp_path / "agreements" / PLAN)
    monkeypatch.chdir(tmp_path)
    assert aftale("build", "--sheet", "--only", "budget").exit_code == 0
    return tmp_path / "output" / PLAN / "budget.xlsx"


@pytest.fixture
def source(sheet: Path) -> Path:
    return sheet.parents[2] / "agreements" / PLAN / "budget.yaml"


def typed(sheet: Path, *values: tuple[str, str, object]) -> None:
    """Type the values in the cells, as a spreadsheet program saves them: without the sums computed."""
    book = openpyxl.load_workbook(io.BytesIO(sheet.read_bytes()))
    for name, cell, value in values:
        page: Worksheet = book[name]
        page[cell] = value  # type: ignore[assignment]
    book.save(sheet)


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_a_figure_that_was_typed_over_comes_back_and_nothing_else_changes(
    sheet: Path, source: Path, aftale: Aftale
) -> None:
    before = lines(source)
    typed(sheet, ("Poster", "F4", 510.5), ("Finansiering", "G8", 500), ("Timer og satser", "F5", 312))
    result = aftale("return", str(sheet))
    assert result.exit_code == 0
    assert "  poster[1].år.2026: 500 → 510,5   (Poster!F4)" in result.output
    assert "3 values of agreements/opdigtet-2026-2030/budget.yaml changed" in result.output
    after = lines(source)
    assert len(before) == len(after)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 3 and ("    timesats: 312,50", "    timesats: 312") in changed


def test_what_is_typed_where_nothing_was_is_added_and_what_is_emptied_goes(
    sheet: Path, source: Path, aftale: Aftale
) -> None:
    typed(sheet, ("Poster", "G8", 75), ("Poster", "J8", None), ("Poster", "L5", "Fra april"))
    result = aftale("return", str(sheet))
    assert "poster[5].år.2027: nothing → 75" in result.output
    assert "poster[5].år.2030: 100 → nothing" in result.output
    assert "poster[2].note: nothing → Fra april" in result.output
    assert "    år: {2027: 75, 2029: 150}" in lines(source) and "    note: Fra april" in lines(source)


def test_a_spreadsheet_that_nobody_has_typed_in_changes_nothing(
    sheet: Path, source: Path, aftale: Aftale
) -> None:
    before = source.read_bytes()
    assert aftale("return", str(sheet)).output.startswith("0 values of ")  # its texts are shared
    typed(sheet)
    assert aftale("return", str(sheet)).output.startswith("0 values of ")  # its texts stand in their cells
    assert source.read_bytes() == before


def test_a_dry_run_says_the_same_and_changes_nothing(sheet: Path, source: Path, aftale: Aftale) -> None:
    before = source.read_bytes()
    typed(sheet, ("Poster", "F4", 510))
    assert "1 value of agreements/opdigtet-2026-2030/budget.yaml would be changed" in aftale(
        "return", "--dry-run", str(sheet)
    ).output
    assert source.read_bytes() == before


@pytest.mark.parametrize(("name", "cell", "value", "why"), [
    ("Poster", "K4", 3000, "`3.000` stands in place of a formula: sums are computed"),
    ("Overblik", "C4", 3000, "`3.000` stands in place of a formula"),
    ("Poster", "B4", "Ledelse", "`Ledelse og organisering` was changed to `Ledelse`: headings come from"),
    ("Poster", "F3", "2031", "`2026` was changed to `2031`: headings come from the YAML"),
    ("Poster", "F20", 12, "`12` stands where nothing did: a new line is written in the YAML"),
    ("Poster", "F4", -5, "poster[1].år.2026: `-5` cannot be read as an amount; an amount is never negative"),
    ("Poster", "F4", "mange", "poster[1].år.2026: `mange` cannot be read as an amount"),
    ("Poster", "F4", "=200+300", "no program has computed `=200+300` yet"),
])  # fmt: skip
def test_what_cannot_come_back_is_told_with_its_cell(
    sheet: Path, source: Path, aftale: Aftale, name: str, cell: str, value: object, why: str
) -> None:
    before = source.read_bytes()
    typed(sheet, (name, cell, value))
    result = aftale("return", str(sheet))
    assert result.exit_code == 1 and f"  {name}!{cell}: {why}" in result.output
    assert source.read_bytes() == before


def test_what_was_changed_in_the_yaml_since_survives_beside_what_was_typed(
    sheet: Path, source: Path, aftale: Aftale
) -> None:
    change(source, "2026: 900, 2027: 1.100", "2026: 901, 2027: 1.100")
    change(source, "poster:", "poster:\n  - post: andet\n    navn: Nyt\n    år: {2026: 1}")
    typed(sheet, ("Poster", "G5", 1101), ("Poster", "F4", 505))
    assert aftale("return", str(sheet)).exit_code == 0
    text = source.read_text(encoding="utf-8")
    assert "2026: 901, 2027: 1.101" in text and "2026: 505, 2027: 700" in text and "{2026: 1}" in text


def test_a_figure_that_both_have_changed_is_a_conflict_and_left_as_it_is(
    sheet: Path, source: Path, aftale: Aftale
) -> None:
    change(source, "2026: 500, 2027: 700", "2026: 501, 2027: 700")
    typed(sheet, ("Poster", "F4", 502), ("Poster", "F5", 902))
    result = aftale("return", str(sheet))
    assert result.exit_code == 1
    assert "Poster!F4: `500` was changed to `502` here and to `501` in poster[1].år.2026" in result.output
    assert "2026: 501" in source.read_text(encoding="utf-8") and "902" in source.read_text(encoding="utf-8")


def test_rows_that_were_put_in_moved_or_taken_out_keep_their_lines(
    sheet: Path, source: Path, aftale: Aftale
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet.read_bytes()))
    page = book["Poster"]
    page.insert_rows(5)
    page["B5"], page["F5"] = "Løn", 40
    page["F6"] = 950
    page.delete_rows(10)
    book.save(sheet)
    result = aftale("return", str(sheet))
    assert result.exit_code == 1
    assert "poster[2].år.2026: 900 → 950   (Poster!F6)" in result.output
    assert "Poster!F5: `40` stands where nothing did" in result.output
    assert "Poster, poster[6]: the row is gone" in result.output
    assert "2026: 950" in source.read_text(encoding="utf-8")


def test_a_line_that_is_gone_from_the_yaml_takes_nothing(sheet: Path, source: Path, aftale: Aftale) -> None:
    change(source, "  - post: aktivitetsmidler\n"
                   "    år: {2026: 500, 2027: 800, 2028: 700, 2029: 500, 2030: 100}\n", "")
    typed(sheet, ("Poster", "F7", 505))
    assert "its line is not in the YAML any more" in aftale("return", str(sheet)).output


@pytest.mark.usefixtures("sheet")
def test_a_file_that_is_no_spreadsheet_of_ours_is_refused(
    tmp_path: Path, aftale: Aftale
) -> None:
    other = tmp_path / "andet.xlsx"
    openpyxl.Workbook().save(other)
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04 no")
    for file, why in ((other, "was not made here"), (tmp_path / "x.xlsx", "cannot be read")):
        result = aftale("return", str(file))
        assert result.exit_code == 2 and why in result.output


def test_another_plan_may_be_named(sheet: Path, source: Path, aftale: Aftale) -> None:
    shutil.move(source.parent, source.parents[1] / "omdøbt")
    typed(sheet, ("Poster", "F4", 510))
    assert aftale("return", str(sheet)).exit_code == 2
    assert "agreements/omdøbt/budget.yaml changed" in aftale("return", str(sheet), "omdøbt").output

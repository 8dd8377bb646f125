"""`aftale build --sheet`: a budget as a spreadsheet, never written over one that somebody has saved."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import ROOT, Aftale, change

PLAN = "opdigtet-2026-2030"
IMPORTED = """
import sys
from click.testing import CliRunner
from generator.cli import commands
assert CliRunner().invoke(commands, ["build"]).exit_code == 0
ours = ("generator.formats.sheet", "generator.render.sheets", "xlsxwriter", "openpyxl")
print([name for name in sys.modules if name.startswith(ours)])
"""


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale) -> Path:
    """The spreadsheet of an invented plan, made in a workspace of its own, in which the command is given."""
    shutil.copytree(ROOT / "tests" / "plans" / "agreements" / PLAN, tmp_path / "agreements" / PLAN)
    monkeypatch.chdir(tmp_path)
    result = aftale("build", "--sheet")
    assert result.exit_code == 0 and "as .docx and .xlsx" in result.output
    return tmp_path / "output" / PLAN / "budget.xlsx"


def test_a_spreadsheet_stands_beside_the_budget_and_beside_nothing_else(sheet: Path) -> None:
    assert [path.name for path in sorted(sheet.parent.glob("*.xlsx"))] == ["budget.xlsx"]
    assert sheet.with_suffix(".docx").exists()


@pytest.mark.usefixtures("sheet")
def test_a_build_without_sheet_imports_nothing_of_it() -> None:
    made = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True,
                          env={"PYTHONPATH": str(ROOT), "AFTALE_CACHE": ""})  # fmt: skip
    assert made.stdout.strip() == "[]"


@pytest.mark.usefixtures("sheet")
def test_without_the_extra_it_says_what_to_install(aftale: Aftale, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.formats.sheet.NEEDED", ("xlsxwriter", "no_such_package"))
    result = aftale("build", "--sheet")
    assert result.exit_code == 2 and "no_such_package: pip install aftale[sheet]" in result.output


def test_what_nothing_has_changed_is_left_alone_and_what_has_is_written_anew(
    sheet: Path, aftale: Aftale
) -> None:
    before = sheet.read_bytes()
    assert "up to date" in aftale("build", "--sheet").output and sheet.read_bytes() == before
    assert aftale("build", "--sheet", "--check").exit_code == 0
    change(Path("agreements") / PLAN / "budget.yaml", "Lokaler og transport", "Lokaler")
    assert aftale("build").exit_code == 0
    checked = aftale("build", "--sheet", "--check")
    assert checked.exit_code == 1 and "budget.xlsx" in checked.output and "budget.yaml" in checked.output
    aftale("build", "--sheet")
    assert sheet.read_bytes() != before


def test_a_spreadsheet_that_somebody_has_typed_in_is_left_alone_or_kept(sheet: Path, aftale: Aftale) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet.read_bytes()))
    book["Poster"]["F4"] = 999
    book.save(sheet)
    typed = sheet.read_bytes()
    refused = aftale("build", "--sheet")
    assert refused.exit_code == 1 and "F6" in refused.output and sheet.read_bytes() == typed
    assert "changed by hand" in aftale("inspect", str(sheet)).output
    assert aftale("build", "--sheet", "--force").exit_code == 0
    assert sheet.with_stem("budget (redigeret)").read_bytes() == typed

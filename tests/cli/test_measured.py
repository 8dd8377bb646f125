"""`aftale return --mapping`: figures from elsewhere come into a plan, and what came of it is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Aftale, change

PLAN = "digtehavn-2027-2031"
TABLE, MAP = "tal.csv", "kolonner.yaml"
COMMAND = ("return", TABLE, "--mapping", MAP)
SOURCE = Path("agreements") / PLAN / "maalinger.yaml"


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace with an invented plan, a table and a mapping."""
    shutil.copytree(ROOT / "tests" / "plans" / "agreements" / PLAN, tmp_path / "agreements" / PLAN)
    monkeypatch.chdir(tmp_path)
    Path(TABLE).write_text("Område;2026;2027\nSonetparken;12,9;11,5\nBalladegården/Odehøj;9,1;*\n", "utf-8")
    Path(MAP).write_text(
        "kolonner: {område: Område}\nkolonne_pr: år\nmålepunkt: Fraflytninger\ndecimaltegn: komma\n"
        'diskretioneret: ["*"]\n', encoding="utf-8",
    )  # fmt: skip


def test_figures_are_put_in_and_said_and_the_plan_can_be_built(aftale: Aftale) -> None:
    result = aftale(*COMMAND)
    assert result.exit_code == 0, result.output
    assert "  Fraflytninger 2026, Sonetparken: 12,4 % → 12,9 %   (row 2, `2026`)" in result.output
    assert "  Fraflytninger 2027, Balladegården/Odehøj: diskretioneret   (row 3, `2027`)" in result.output
    assert f"2 figures put in {SOURCE.as_posix()}, 1 changed, 1 as they were, 0 not taken" in result.output
    assert '"12,9 %"' in SOURCE.read_text(encoding="utf-8")
    assert aftale("build", "--only", "maalinger").exit_code == 0
    assert "0 figures put" in aftale(*COMMAND, PLAN).output


def test_a_dry_run_says_the_same_and_changes_nothing(aftale: Aftale) -> None:
    before = SOURCE.read_bytes()
    result = aftale(*COMMAND, "--dry-run")
    assert result.exit_code == 0 and "2 figures would be put" in result.output
    assert SOURCE.read_bytes() == before


def test_what_is_not_taken_is_told_and_the_rest_is_taken(aftale: Aftale) -> None:
    change(Path(TABLE), "11,5", "11.5")
    result = aftale(*COMMAND)
    assert result.exit_code == 1
    assert "row 2, `2027`: `11.5` is no number whose decimaltegn is komma" in result.output
    assert "1 figure put" in result.output and "1 not taken" in result.output


@pytest.mark.parametrize(("old", "new", "message"), [
    ("decimaltegn: komma", "decimaltegn: tegn", "kolonner.yaml:4:14"),
    ("målepunkt:", "maalepunkt:", "did you mean `målepunkt`?"),
    ("{område: Område}", "{område: Omraade}", "kolonner.yaml:1:20"),
])  # fmt: skip
def test_a_fault_in_the_mapping_is_told_with_its_place(
    aftale: Aftale, old: str, new: str, message: str
) -> None:
    change(Path(MAP), old, new)
    result = aftale(*COMMAND)
    assert result.exit_code == 1 and message in result.output


def test_a_plan_without_målinger_is_told_how_to_get_them(aftale: Aftale) -> None:
    SOURCE.unlink()
    result = aftale(*COMMAND)
    assert result.exit_code == 2 and f"aftale add {PLAN} maalinger" in result.output
    assert aftale("add", PLAN, "maalinger").exit_code == 0
    change(Path(MAP), "decimaltegn:", "enhed: procent\ndecimaltegn:")
    assert "4 figures put" in aftale(*COMMAND).output


def test_the_plan_is_named_where_there_are_several(aftale: Aftale) -> None:
    assert aftale("new", "koege", "--midler", "2019-26").exit_code == 0
    result = aftale(*COMMAND)
    assert result.exit_code == 2 and PLAN in result.output and "koege" in result.output


def test_a_file_with_an_error_is_left_as_it_is(aftale: Aftale) -> None:
    change(SOURCE, "status:", "statuss:")
    before = SOURCE.read_bytes()
    result = aftale(*COMMAND)
    assert result.exit_code == 1 and "statuss" in result.output and SOURCE.read_bytes() == before


def test_a_delaftale_is_out_of_date_when_what_its_baseline_refers_to_has_changed(aftale: Aftale) -> None:
    assert aftale("build").exit_code == 0
    change(SOURCE, '"61,5 %"', '"61,7 %"')
    told = " ".join(aftale("status", PLAN).output.split())
    assert f"delaftale-beskaeftigelse.docx out of date changed: {SOURCE.as_posix()}" in told

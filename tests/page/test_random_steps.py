"""Random steps of two browsers and an editor, and every value of a plan: a few of what tests/fuzz does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.fuzz import every_value, page_steps
from tests.support.built import ROOT


@pytest.mark.parametrize("seed", [1, 2])
def test_two_browsers_and_an_editor_lose_no_change_and_break_no_file_when_the_server_is_killed(
    tmp_path: Path, seed: int
) -> None:
    trial = page_steps.Trial(tmp_path, seed, kills=0.1)
    trial.run(25)
    assert trial.wrong == []
    assert trial.counts["browser: 200"] > 5


@pytest.mark.parametrize("plan", ["opdigtet-2026-2030", "fabelby-2018-2023"])
def test_values_gaps_entries_and_rows_go_there_and_back_byte_for_byte(tmp_path: Path, plan: str) -> None:
    shutil.copytree(every_value.FICTIONAL, tmp_path / "agreements")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    trial = every_value.Trial(tmp_path, plan, most=6, seed=1)
    trial.run()
    assert trial.wrong == []
    assert trial.counts["set to itself"] >= 5

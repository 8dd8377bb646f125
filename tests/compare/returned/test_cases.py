"""Typical edits: each case says what was done in Word, and beside it stands what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.compare.returned import returned
from tests.support.returning import edited, state_of, told

CASES = sorted((Path(__file__).parents[2] / "cases" / "return").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_comes_of_an_edit(case: Path, request: pytest.FixtureRequest) -> None:
    asked = yaml.safe_load(case.read_text("utf-8"))
    state = state_of(asked["document"])
    found = returned(state, edited(asked["document"], asked["edits"], asked.get("author", "")))
    lines = "\n".join(told(state, found)) + "\n"
    kept = case.with_suffix(".txt")
    if request.config.getoption("--accept"):
        kept.write_text(lines, encoding="utf-8", newline="\n")
    assert lines == kept.read_text("utf-8")


def test_nine_edits_of_ten_come_back_and_the_others_are_told() -> None:
    outcomes = [case.with_suffix(".txt").read_text("utf-8") for case in CASES]
    assert len(outcomes) >= 40
    assert sum("told: " not in outcome for outcome in outcomes) >= 36
    assert all(outcome.strip() for outcome in outcomes)

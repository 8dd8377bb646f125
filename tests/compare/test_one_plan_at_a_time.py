"""`aftale diff` holds one plan at a time: what it has told of one is let go before the next is read."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

import pytest

from generator.compare.data.plans import PlanChanges
from generator.compare.looked import Looked
from generator.plan.model.plan import Plan
from tests.conftest import ROOT, Aftale, change
from tests.support.clone import Clone, clone_in

PLANS = ("vest-2025-2029", "nord-2025-2029", "syd-2025-2029")
CASE = ROOT / "tests/cases/changes/budget/before"


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A repository of three plans with an amount that has changed in each of them since the last commit."""
    monkeypatch.chdir(tmp_path)
    for name in PLANS:
        shutil.copytree(CASE, tmp_path / "agreements" / name)
    clone = clone_in(tmp_path)
    clone.commit("Før")
    for name in PLANS:
        change(tmp_path / "agreements" / name / "helhedsplan.yaml", "12.502", "13.100")
    return clone


@pytest.fixture
def alive(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Take the number of plans that somebody holds, each time that one is about to be compared."""
    counted: list[int] = []
    look = Looked.plan

    def counting(self: Looked, name: str, forms: tuple[str, ...]) -> PlanChanges:
        gc.collect()
        counted.append(sum(isinstance(one, (PlanChanges, Plan)) for one in gc.get_objects()))
        return look(self, name, forms)

    monkeypatch.setattr(Looked, "plan", counting)
    return counted


@pytest.mark.usefixtures("clone")
@pytest.mark.parametrize("words", [
    (), ("--verbose",), ("--format", "markdown"), ("--format", "html"), ("--format", "json"),
    ("--part", "Køge Kommune"), ("--reasons",), ("--redline", "--author", "S"),
], ids=" ".join)  # fmt: skip
def test_of_the_plans_before_nothing_is_held_when_the_next_is_compared(
    aftale: Aftale, alive: list[int], words: tuple[str, ...]
) -> None:
    result = aftale("diff", *words)
    assert result.exit_code == 0, result.output
    assert len(alive) == len(PLANS)
    assert {*alive} == {alive[0]}, "what lives before the first lives before each"


@pytest.mark.usefixtures("clone")
def test_a_page_on_several_plans_is_called_by_the_first(aftale: Aftale) -> None:
    page = aftale("diff", "--format", "html").output
    assert "</title>" in page and page.partition("</title>")[0].count(" and other plans, 1.3.2026 ") == 1
    assert page.count("<article>") == len(PLANS)

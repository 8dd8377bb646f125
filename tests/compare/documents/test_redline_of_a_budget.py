"""The redline of a budget: what was moved between years is in its tables, and its picture is drawn anew."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.compare.documents import redline
from generator.document.model import Document
from generator.formats.word import write
from generator.run.build import Builder
from generator.run.read_plan import Reader
from generator.workspace.folders import Workspace
from tests.conftest import ROOT, change
from tests.support.package_reading import Docx, W
from tests.support.tracked import accepted, rejected, structure
from tests.support.word_samples import reference

PLAN = "digtehavn-2027-2031"


def budget(root: Path) -> Document:
    """The budget annex of the plan as it is in that workspace now."""
    workspace = Workspace(root)
    folder = workspace.plan(PLAN)
    plan = Reader(workspace).plan(folder).plan
    assert plan is not None
    aftale = next(one for one in plan.aftaler if one.kind.sheet)
    file = next(one for one in folder.aftaler() if one.name == aftale.navn)
    return Builder(workspace, None, None).render(folder, file, plan, aftale).document


def test_the_redline_holds_both_budgets_and_marks_the_figures(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "plans" / "agreements" / PLAN, tmp_path / "agreements" / PLAN)
    old = budget(tmp_path)
    source = tmp_path / "agreements" / PLAN / "budget.yaml"
    change(source, "år: {2030: 150, 2031: 100}", "år: {2030: 100, 2031: 150}")
    change(source, "{2027: 1.650, 2028: 2.130, 2029: 2.130, 2030: 2.230, 2031: 1.460}",
           "{2027: 1.650, 2028: 2.130, 2029: 2.130, 2030: 2.180, 2031: 1.510}")  # fmt: skip
    new = budget(tmp_path)
    data = write(redline(old, new), reference(), author="Sekretariatet", date="2026-03-31")
    assert accepted(data) == structure(write(new, reference()))
    assert rejected(data) == rejected(write(old, reference()))
    put_in = ["".join(one.itertext()) for one in Docx(data).body.iter(f"{W}ins")]
    assert {"100", "150", "2.180", "1.510"} <= set(put_in)

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
    change(source, "2030: 260, 2031: 220, 2032: 40}", "2030: 210, 2031: 270, 2032: 40}")
    change(source, "2030: 1.900, 2031: 1.900, 2032: 350}", "2030: 1.850, 2031: 1.950, 2032: 350}")
    new = budget(tmp_path)
    data = write(redline(old, new), reference(), author="Sekretariatet", date="2026-03-31")
    assert accepted(data) == structure(write(new, reference()))
    assert rejected(data) == rejected(write(old, reference()))
    put_in = ["".join(one.itertext()) for one in Docx(data).body.iter(f"{W}ins")]
    assert {"210", "270", "1.850", "1.950"} <= set(put_in)

"""The fourteen revisions as they are told: two folders, and no git."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.compare.data.plans import PlanChanges
from generator.compare.looked import Looked
from generator.workspace.folders import Workspace
from tests.support.revisions import PLAN, REVISIONS, Folder, lay_out


def told(revision: str, root: Path) -> PlanChanges:
    """The changes of the plan by that revision."""
    before = lay_out(root / "before")
    REVISIONS[revision].first(before)
    shutil.copytree(before.root, root / "after")
    REVISIONS[revision].after(Folder(root / "after"))
    old, new = Workspace(root / "before"), Workspace(root / "after")
    return Looked(old, old, new, {}, looks=False).plan(PLAN, ())

"""A case that is a folder: a workspace with a history, or without git, checked as `aftale check` does."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.base.findings import Finding
from generator.run.build import check
from generator.workspace.folders import PlanFolder, Workspace
from generator.workspace.issued import Records
from tests.support.clone import Clone, clone_in
from tests.support.rule_cases import NOW, files_of, text_of

PLAN = "agreements/plan"
ISSUED = "issued.yaml"
IMPRINT = re.compile(r"nummer: (\w+), dato: [^,]*, aftryk: (\w+)")


def found_in(case: Path, root: Path) -> list[Finding]:
    """What the command says of the case, which is laid out in that empty folder."""
    versions = sorted(path for path in case.glob("*.yaml") if path.name not in (NOW, ISSUED))
    clone = clone_in(root) if versions else Clone(root)
    for then in versions:
        _lay_out(clone, then.read_text(encoding="utf-8"))
        clone.commit(then.stem)
    _lay_out(clone, text_of(case))
    if (case / ISSUED).is_file():
        _issue(PlanFolder(Workspace(root), "plan"), case)
    if (case / "templates").is_dir():
        shutil.copytree(case / "templates", root / PLAN / "templates")
    workspace = Workspace(root)
    return [event for event in check(workspace, workspace.plans()) if isinstance(event, Finding)]


def _issue(folder: PlanFolder, case: Path) -> None:
    """Keep a record of the plan's one document with a version, with the hash that the case says it has."""
    files = files_of((case / ISSUED).read_text(encoding="utf-8"))
    document, found = next((name, found) for name, text in files_of(text_of(case)).items()
                           if (found := IMPRINT.search(text)))  # fmt: skip
    sources = {f"{name}.yaml": text.encode() for name, text in files.items()}
    Records(folder).write(document, found[1], found[2], {}, sources)


def _lay_out(clone: Clone, text: str) -> None:
    """The plan's files as they are then, and no others."""
    folder = clone.root / PLAN
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, words in files_of(text).items():
        (folder / f"{name}.yaml").write_text(words, encoding="utf-8")

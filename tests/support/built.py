"""Every document of the real and of the invented plans, built once for all tests that read them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.base.findings import Finding
from generator.document.model import Document
from generator.plan.model.plan import Aftale, Plan
from generator.run.build import Builder
from generator.run.read_plan import Reader
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace

ROOT = Path(__file__).resolve().parents[2]
REAL = Workspace(ROOT)
INVENTED = Workspace(ROOT / "tests" / "plans")


@dataclass(frozen=True)
class Source:
    """A document that can be built; its name is `<plan>/<document>`."""

    folder: PlanFolder
    file: AftaleFile

    def __str__(self) -> str:
        return f"{self.folder.name}/{self.file.name}"

    @property
    def is_real(self) -> bool:
        """Whether it is one of agreements/, and not invented for the tests."""
        return self.folder.workspace == REAL


@dataclass(frozen=True)
class Built:
    """A document as a value and as the bytes of its .docx, with the plan that it comes from."""

    document: Document
    data: bytes
    plan: Plan
    aftale: Aftale
    findings: tuple[Finding, ...]
    """Those about the plan's sources."""


SOURCES = [
    Source(folder, file)
    for workspace in (REAL, INVENTED)
    for folder in workspace.plans()
    for file in folder.aftaler()
]


def build(source: Source) -> Built:
    """The document as `aftale build` makes it."""
    plan, findings, documents, files = _plan(source.folder)
    path = source.folder.output(source.file.name)
    assert path in files, f"{source} is not built: " + "; ".join(map(str, findings))
    aftale = next(aftale for aftale in plan.aftaler if aftale.navn == source.file.name)
    return Built(documents[aftale.navn], files[path], plan, aftale, findings)


@cache
def _plan(folder: PlanFolder) -> tuple[Plan, tuple[Finding, ...], dict[str, Document], dict[Path, bytes]]:
    files: dict[Path, bytes] = {}
    builder = Builder(folder.workspace, files.__setitem__, None)
    plan, findings, *_ = Reader(folder.workspace).plan(folder)
    assert plan is not None, "; ".join(map(str, findings))
    list(builder.plan(folder, ()))
    sources = {file.name: file for file in folder.aftaler()}
    documents = {a.navn: builder.render(folder, sources[a.navn], plan, a).document for a in plan.aftaler}
    return plan, tuple(findings), documents, files

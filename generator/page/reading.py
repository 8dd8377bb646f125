"""Plans as they are read for the page: anew when a file is another, and the last good page while one is not.

A file is told from what it was by what is in it, never by a clock: another's change is seen whenever it came.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct, field

from generator.base.border import files
from generator.base.findings import Finding
from generator.formats.html import fragment
from generator.page.passages import passages_of
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.model.form import Form
from generator.plan.model.plan import Aftale
from generator.run.kept_files import KeptFiles
from generator.run.load_plan import attempt
from generator.run.read_plan import PlanRead, Reader
from generator.run.traced import Tracer
from generator.workspace.folders import TEMPLATES, AftaleFile, PlanFolder, Workspace

SOURCES = (".yaml", ".yml")


class Page(Struct, frozen=True):
    """A document as HTML, and the state of the files that it was made of."""

    html: str
    state: str


class PlanState(Struct):
    """A plan as it was read: the state of its files, what was found, and its pages as far as they are made.

    `good` are the last pages that could be made of each document, of this state or of one before it.
    """

    state: str
    read: PlanRead
    files: KeptFiles
    wrong: dict[str, list[Finding]] = field(default_factory=dict)
    good: dict[str, Page] = field(default_factory=dict)
    tracer: Tracer | None = None

    def aftale(self, name: str) -> Aftale | None:
        """The agreement of that name, where it is sound."""
        found = self.read.plan.aftaler if self.read.plan else ()
        return next((aftale for aftale in found if aftale.navn == name), None)


class Plans:
    """Reads the plans of a workspace, each again when its files are others. Not for two threads at once."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._files = KeptFiles()
        self._reader = Reader(workspace, kept=self._files)
        self._states: dict[str, PlanState] = {}
        self._tracers: dict[str, tuple[str, Form, Tracer]] = {}

    def of(self, folder: PlanFolder) -> PlanState:
        """The plan as its files are now."""
        state, before = state_of(folder), self._states.get(folder.name)
        if before is None or before.state != state:
            good = before.good if before else {}
            self._states[folder.name] = PlanState(state, self._reader.plan(folder), self._files, good=good)
        return self._states[folder.name]

    def page(self, folder: PlanFolder, file: AftaleFile) -> Page | None:
        """The page of a document: the newest that could be made; none where none ever could."""
        now = self.of(folder)
        kept, aftale = now.good.get(file.name), now.aftale(file.name)
        if (kept is None or kept.state != now.state) and aftale and file.name not in now.wrong:
            wrong = now.wrong[file.name] = []
            html = attempt(wrong, self._html, now, folder, file, aftale)
            if html is not None:
                now.good[file.name] = Page(html, now.state)
        return now.good.get(file.name)

    def _html(self, now: PlanState, folder: PlanFolder, file: AftaleFile, aftale: Aftale) -> str:
        now.tracer = now.tracer or self._tracer(now, folder)
        traced = now.tracer.trace(file, aftale)
        names = {folder.name_of(name): name for name in names_of(folder)}
        return fragment(traced.document, passages_of(traced, names))

    def _tracer(self, now: PlanState, folder: PlanFolder) -> Tracer:
        """The plan's tracer: as long as its form and its own templates are those they were, the same one."""
        plan = now.read.plan
        assert plan
        templates = digest_of(_templates(folder))
        known, form, tracer = self._tracers.get(folder.name, ("", None, None))
        as_before = tracer if known == templates and form is plan.form else None
        tracer = as_before.of(plan) if as_before else Tracer(folder, plan)
        self._tracers[folder.name] = templates, plan.form, tracer
        return tracer


def names_of(folder: PlanFolder) -> Iterator[str]:
    """The names of the plan's files without .yaml, the one of the plan itself first."""
    yield HELHEDSPLAN.name
    yield from (file.name for file in folder.aftaler())


def state_of(folder: PlanFolder) -> str:
    """Hash of all that the plan is read from."""
    try:
        here = files.listed(folder.path)
    except OSError:  # the folder is gone: that is a state of its own
        here = []
    return digest_of([*(path for path in here if path.suffix.lower() in SOURCES), *_templates(folder)])


def digest_of(paths: Iterable[Path]) -> str:
    """Hash of files; what cannot be opened has its reason there."""
    digest = hashlib.sha256()
    for path in paths:
        try:
            data = files.read(path)
        except OSError as error:
            data = files.reason(error).encode()
        digest.update(f"{path.name}\0{len(data)}\0".encode(errors="surrogatepass") + data)
    return digest.hexdigest()[:16]


def _templates(folder: PlanFolder) -> list[Path]:
    """The files of the plan's own templates."""
    own = folder.path / TEMPLATES
    try:
        return [path for path in files.below(own) if not files.is_folder(path)]
    except OSError:
        return []

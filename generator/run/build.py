"""Commands, each as one short function over the stages.

A run yields a Finding for everything that is wrong, how complete each sound file is, and an Outcome for
every document as it is done, a plan at a time, in the order of its files. A document in error is not
written; the others are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from generator.base.findings import Completeness, Finding
from generator.base.values import replace
from generator.document.gaps import gaps
from generator.formats import word
from generator.plan.model.plan import Aftale, Plan
from generator.plan.rules import gathered
from generator.plan.rules.completeness import completeness, single_fields
from generator.plan.source.prose import PARSED
from generator.render import Rendering
from generator.render.placeholders import words
from generator.run.editions import issued_files, stands_as_issued, told_of_issued
from generator.run.finish import Finished, Finisher, Save
from generator.run.load_plan import attempt
from generator.run.outcomes import COMMENTS, Done, Event, Outcome, blocked_by, described
from generator.run.page_limit import too_long
from generator.run.processes import spread
from generator.run.read_plan import PlanRead, Reader
from generator.run.texts import Texts
from generator.run.unprinted_fields import unprinted
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace
from generator.workspace.saved_documents import Shelf, judge

Events = Generator[Event, None, None]
"""Events of a run; close it, and nothing more is begun."""


def build(
    workspace: Workspace,
    plans: Sequence[PlanFolder],
    only: tuple[str, ...] = (),
    out: Path | None = None,
    *,
    force: bool = False,
    epoch: int | None = None,
    jobs: int = 1,
    beside: Collection[str] = (),
) -> Events:
    """Make the documents of the plans and write those that differ under `out` (default output/).

    `only` names documents; all are made when it is empty. `force` moves documents aside that were
    changed by hand; without it they are in error. `epoch` is SOURCE_DATE_EPOCH. `jobs` is how many
    processes share the plans; what comes of it is the same for any number. `beside` has the
    suffixes of what is written beside each: a PDF, a workbook where its kind has one; and COMMENTS where
    what is found stands beside the text of a draft.
    """
    shelf = Shelf(workspace.name_of, out or workspace.root, force)
    return _over(plans, Work(workspace, shelf, only, out, epoch, beside), jobs)


def status(
    workspace: Workspace,
    plans: Sequence[PlanFolder],
    only: tuple[str, ...] = (),
    out: Path | None = None,
    epoch: int | None = None,
    jobs: int = 1,
    beside: Collection[str] = (),
) -> Events:
    """Do all that `build` does, but write: each outcome tells how its file stands to its sources."""
    return _over(plans, Work(workspace, judge, only, out, epoch, beside), jobs)


def check(workspace: Workspace, plans: Sequence[PlanFolder], jobs: int = 1) -> Events:
    """Find what is wrong with all that `build` makes; no file is made, and none in output/ looked at."""
    return _over(plans, Work(workspace, None), jobs)


class Work(Struct, frozen=True):
    """Task of a run with each plan: all that a process of its own needs to know.

    `save` takes the bytes of a document; without it they are not made, and only faults are looked for.
    """

    workspace: Workspace
    save: Save | None
    only: tuple[str, ...] = ()
    out: Path | None = None
    epoch: int | None = None
    beside: Collection[str] = ()

    def __call__(self) -> Callable[[PlanFolder], Iterator[Event]]:
        """Begin a run; the function that is returned does one plan."""
        builder = Builder(self.workspace, self.save, self.out, self.epoch, self.beside)
        return lambda folder: builder.plan(folder, self.only)


def _over(plans: Sequence[PlanFolder], work: Work, jobs: int = 1) -> Events:
    """Yield the events of the plans in their order, from one process or several."""
    if jobs > 1 and len(plans) > 1:
        yield from spread(work, plans, min(jobs, len(plans)))
        return
    plan = work()
    with PARSED.kept():
        for folder in plans:
            yield from plan(folder)


class Made(Struct, frozen=True):
    """Result of one document: its findings, its outcome, and its rendering if it came so far."""

    findings: Sequence[Finding]
    outcome: Outcome
    rendering: Rendering | None = None


class Builder:
    """Makes the documents of a run; opens forms, templates and references once for all plans."""

    def __init__(
        self, workspace: Workspace, save: Save | None, out: Path | None, epoch: int | None = None,
        beside: Collection[str] = (),
    ) -> None:
        self._workspace, self._out, self._beside = workspace, out, beside
        self._finish = Finisher(workspace, save, out, epoch, beside)
        self.reference, self.stamp = self._finish.reference, self._finish.stamp
        self.texts = Texts(workspace)
        self.render = self.texts.rendered
        self._reader = Reader(workspace, self.texts)

    def read(self, folder: PlanFolder) -> PlanRead:
        """Read the plan, with all that is wrong in its files."""
        return self._reader.plan(folder)

    def plan(
        self, folder: PlanFolder, only: tuple[str, ...], read: PlanRead | None = None
    ) -> Iterator[Event]:
        """Yield the findings about the plan's sources, then each document as it is done.

        `read` is the plan as it was read, where it was.
        """
        read = read or self.read(folder)
        files = folder.aftaler()
        wanted = [file for file in files if not only or {file.name, folder.whole(file)} & {*only}]
        in_order = partial(_in_order, folder=folder, files=files, wanted=wanted)
        yield from told_of_issued(in_order(read.findings), folder, wanted, read.plan)
        asked = in_order([one.finding for one in read.accepted])
        yield from (one for one in read.accepted if one.finding in asked)
        yield from _completeness(read.plan, folder, wanted)
        rendered: dict[str, Rendering] = {}
        for file in wanted:
            made = self._document(folder, file, read)
            yield from made.findings
            yield made.outcome
            if made.rendering:
                rendered[file.name] = made.rendering
        if rendered and (look := attempt([], self.reference, folder)):  # why it is none was told before
            yield from map(self._named, look.findings)
        if read.plan:
            yield from unprinted(read.plan, rendered, whole=len(rendered) == len(files))
        gathered.forget()
        yield Done(folder.name, read.history)

    def _document(self, folder: PlanFolder, file: AftaleFile, read: PlanRead) -> Made:
        outcome = Outcome(folder.name, file.name, folder.output(file.name, self._out))
        plan, reason = read.plan, blocked_by(folder, file, read.findings)
        aftale = next((a for a in plan.aftaler if a.navn == file.name), None) if plan else None
        outcome = replace(outcome, udgave=plan.udgaver.get(file.name) if plan else None)
        files = issued_files(folder, file, plan, aftale) if plan and aftale else {}
        if plan and aftale and files and (not reason or stands_as_issued(plan, aftale)):
            return self._issued(files, folder, file, plan, aftale, outcome)
        if reason or plan is None or aftale is None:
            return Made((), replace(outcome, reason=reason))
        wrong: list[Finding] = []
        doubtful: list[Finding] = []
        document, rendering = attempt(wrong, self.render, folder, file, plan, aftale) or (None, None)
        said = None
        if COMMENTS in self._beside and document and document.draft:
            from generator.run.comments import commented  # traces the document, which few builds do

            said = attempt(wrong, commented, folder, file, read, aftale)
        seen = gaps(document) if document else []
        finish = partial(self._finish, hear=doubtful.append, said=said)
        done = attempt(wrong, finish, document, seen, folder, file, plan, aftale) if document else None
        sound, done = None if wrong else document, done or Finished()
        pages = (done.pages or done.estimated or word.pages(sound, self.reference(folder))) if sound else 0
        if sound:
            doubtful += too_long(plan, aftale, pages, counted=bool(done.pages))
        once = {words(name) for name in single_fields(plan.form, aftale.kind.name)}
        outcome = replace(described(outcome, sound, seen, pages, wrong, once), standing=done.standing,
                          beside=done.beside)
        return Made([self._named(finding) for finding in (*wrong, *doubtful)], outcome, rendering)

    def _issued(
        self, files: Mapping[str, bytes], folder: PlanFolder, file: AftaleFile, plan: Plan, aftale: Aftale,
        outcome: Outcome,
    ) -> Made:
        """Lay an issued version in its place; that today's form makes no document of it is no error."""
        wrong: list[Finding] = []
        document, rendering = attempt([], self.render, folder, file, plan, aftale) or (None, None)
        done = attempt(wrong, self._finish.issued, files, document, folder, file, plan, aftale) or Finished()
        once = {words(name) for name in single_fields(plan.form, aftale.kind.name)}
        look = attempt([], self.reference, folder)
        pages = word.pages(document, look) if document and look else 0
        seen = gaps(document) if document else []
        told = described(replace(outcome, draft=False), document, seen, pages, wrong, once)
        outcome = replace(told, standing=done.standing, beside=done.beside)
        return Made([self._named(finding) for finding in wrong], outcome, rendering)

    def _named(self, finding: Finding) -> Finding:
        """Name the finding's file from the workspace, where Word's stage gave the whole path."""
        path = Path(finding.place.file)
        if not path.is_absolute():
            return finding
        return replace(finding, place=replace(finding.place, file=self._workspace.name_of(path)))


def _completeness(
    plan: Plan | None, folder: PlanFolder, wanted: list[AftaleFile]
) -> Iterator[Completeness]:
    """Yield how complete helhedsplan.yaml and the wanted documents are, as far as they are sound."""
    names = folder.sources(wanted)
    return (one for one in completeness(plan) if one.file in names) if plan else iter(())


def _in_order(
    found: list[Finding], folder: PlanFolder, files: Sequence[AftaleFile], wanted: Sequence[AftaleFile]
) -> list[Finding]:
    """Sort findings by the order of the plan's files, without those of documents that nobody asked for."""
    order = {name: number for number, name in enumerate(folder.sources(files))}
    unwanted = set(order) - {*folder.sources(wanted)}
    kept = [finding for finding in found if finding.place.file not in unwanted]
    order = {folder.workspace.name_of(folder.path): -1, **order}
    return sorted(kept, key=lambda f: (order.get(f.place.file, len(order)), f.place))

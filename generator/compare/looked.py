"""One plan in two states, and between them the old data in the new forms: what has changed, and by which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from generator.base.border import names
from generator.base.findings import Finding
from generator.base.language import say
from generator.compare.data.change import Change, Kind
from generator.compare.data.plans import (
    DocumentChanges,
    Fate,
    PlanChanges,
    Version,
    mention_of,
    own_changes,
    pairs,
    shared_changes,
    title_of,
)
from generator.compare.told.telling import Both, told
from generator.document.model import Document
from generator.document.printed import aftryk_of
from generator.formats.word import Reference
from generator.plan import rules
from generator.plan.model.plan import Aftale, Plan
from generator.plan.rules import gathered
from generator.render.tracing import Traced
from generator.run.build import Builder
from generator.run.load_plan import attempt
from generator.run.read_plan import Reader
from generator.run.traced import Tracer
from generator.workspace.folders import AGREEMENTS, TEMPLATES, PlanFolder, Workspace
from generator.workspace.stamp import Stamp


class Looked:
    """The three versions of a workspace: old, the old data in the new forms, new.

    `moves` has the old names of plans that have been given another.
    """

    def __init__(
        self, old: Workspace, hybrid: Workspace, new: Workspace, moves: Mapping[str, str], looks: bool
    ) -> None:
        self._sides = (_Side(old), _Side(hybrid), _Side(new, looks))
        self._moves = moves

    def plan(self, name: str, forms: tuple[str, ...]) -> PlanChanges:
        """Find what has changed in the plan. What was read of it is let go: there may be a hundred."""
        try:
            return self._looked(name, forms)
        finally:
            for side in self._sides:
                side.forget()
            gathered.forget()

    def _looked(self, name: str, forms: tuple[str, ...]) -> PlanChanges:
        old, hybrid, new = (side.plan(name) for side in self._sides)
        known = new.plan or old.plan
        troubles = [say("before: {place}: {error}", place=f.place, error=f.message) for f in old.wrong]
        troubles += [say("now: {place}: {error}", place=f.place, error=f.message) for f in new.wrong]
        touched = any(path.startswith((f"{TEMPLATES}/", f"{AGREEMENTS}/{name}/")) for path in forms)
        reworded = any(path.startswith(f"{AGREEMENTS}/{name}/") for path in forms)
        documents = tuple(_document(*both, old, hybrid if touched else old, new, reworded)
                          for both in pairs(old.plan, new.plan))  # fmt: skip
        title = known.helhedsplan.navn if known else ""
        shared = (*_moved(self._moves.get(name, ""), name), *shared_changes(old.plan, new.plan))
        own = reworded and not any(path.startswith(f"{TEMPLATES}/") for path in forms)
        plan = PlanChanges(names.shown(name), title, shared, documents, old.plan, new.plan, tuple(troubles),
                           reworded=own)  # fmt: skip
        return told(plan, {one.name: both for one in documents if (both := self._both(name, one))}, touched)

    def _both(self, name: str, document: DocumentChanges) -> Both | None:
        """The document before and after, where it prints another text than it did."""
        old, new = document.old, document.new
        if not (old and new and old.document and new.document) or old.document.blocks == new.document.blocks:
            return None
        before, _, after = self._sides
        return Both(old.document, new.document, (before.traced(name, old), after.traced(name, new)))


class _Read(Struct, frozen=True):
    """A plan as one side has it, its documents by name, and the errors that kept some of it away.

    `files` are the names of all that there are, readable or not.
    """

    plan: Plan | None
    documents: Mapping[str, Document]
    texts: Mapping[str, str]
    wrong: tuple[Finding, ...]
    look: Reference | None = None
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    files: frozenset[str] = frozenset()

    def version(self, aftale: Aftale | None) -> Version | None:
        if self.plan is None or aftale is None:
            return None
        document, text = self.documents.get(aftale.navn), self.texts.get(aftale.navn, "")
        return Version(self.plan, aftale, document, text, self.look, self.stamps.get(aftale.navn))


class _Side:
    def __init__(self, workspace: Workspace, looks: bool = False) -> None:
        self._workspace, self._looks = workspace, looks
        self._reader = Reader(workspace)
        self._builder = Builder(workspace, lambda _path, _data: None, None)
        self._tracer: Tracer | None = None

    def plan(self, name: str) -> _Read:
        """Read and print the plan."""
        if name not in self._workspace.plan_names():
            return _Read(None, {}, {}, ())
        folder = PlanFolder(self._workspace, name)
        plan, found, *_ = self._reader.plan(folder)
        wrong = [finding for finding in found if finding.is_error and rules.rule(finding.code) is None]
        documents, texts, stamps = {}, {}, {}
        for file in folder.aftaler():
            aftale = next((a for a in plan.aftaler if a.navn == file.name), None) if plan else None
            if plan is None or aftale is None:
                continue
            if made := attempt(wrong, self._builder.render, folder, file, plan, aftale):
                documents[file.name] = made.document
                signed = attempt(wrong, self._builder.texts.signed, folder, file, plan, aftale)
                texts[file.name] = aftryk_of(signed) if signed else ""
                if self._looks:
                    stamps[file.name] = self._builder.stamp(folder, file, plan, aftale)
        look = attempt(wrong, self._builder.reference, folder) if self._looks else None
        files = frozenset(file.name for file in folder.aftaler())
        return _Read(plan, documents, texts, tuple(wrong), look, stamps, files)


    def forget(self) -> None:
        """Let go of the plan that was traced."""
        self._tracer = None

    def traced(self, name: str, version: Version) -> Traced | None:
        """The document with its sources; None where they cannot be found."""
        folder = PlanFolder(self._workspace, name)
        file = next((file for file in folder.aftaler() if file.name == version.aftale.navn), None)
        self._tracer = self._tracer or Tracer(folder, version.plan)
        return attempt([], self._tracer.trace, file, version.aftale) if file else None


def _document(
    was: Aftale | None, is_: Aftale | None, old: _Read, hybrid: _Read, new: _Read, reworded: bool
) -> DocumentChanges:
    """Find what has changed in a document; `reworded` where the plan's own wording has."""
    before, after = old.version(was), new.version(is_)
    known = after or before
    assert known is not None
    both = known.plan, known.aftale
    about = known.aftale.navn, known.aftale.kind, title_of(*both), mention_of(*both)
    if known.aftale.navn in (old.files if before is None else new.files if after is None else ()):
        return DocumentChanges(*about, Fate.UNKNOWN, before, after)
    if before is None or after is None:
        fate = Fate.NEW if before is None else Fate.GONE
        return DocumentChanges(*about, fate, before, after, by_data=True)
    changes = own_changes(before, after)
    between_text = hybrid.texts.get(was.navn, "") if was else ""
    by_form = before.text != between_text
    by_data = bool(changes) if not between_text else between_text != after.text
    by_data = by_data or (by_form and reworded) or before.final != after.final
    fate = Fate.CHANGED if by_data or before.text != after.text else Fate.SAME
    if after.document is None:
        fate = Fate.UNKNOWN
    return DocumentChanges(*about, fate, before, after, changes, by_data=by_data, by_form=by_form)


def _moved(old: str, new: str) -> Iterator[Change]:
    if old:
        yield Change((say("The plan's folder"),), Kind.RENAMED, names.shown(old), names.shown(new))

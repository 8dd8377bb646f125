"""Loading of a plan's folder: all files as models, with what is wrong in any of them by itself gathered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from msgspec import Struct, field

from generator.base.border import names
from generator.base.findings import Finding, Rejected
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.base.values import replace
from generator.plan.kinds import HELHEDSPLAN, FileKind
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import Loaded, load
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.reader import Unreadable, value_of
from generator.plan.model.record import Model
from generator.plan.model.round_keys import EVERY_KEY
from generator.plan.model.values import Linje
from generator.plan.rules.texts_of_plan import sources
from generator.plan.source.codes import MISSING_KEY, NOT_A_CHOICE
from generator.plan.source.read import Source, read_yaml
from generator.run.kept_files import KeptFiles
from generator.run.read_what_is_sound import Salvage, salvage
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace
from generator.workspace.rounds import Rounds
from generator.workspace.unreadable import cannot_be_read

P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M", bound=Model)


def attempt(found: list[Finding], stage: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """Call the stage; None, with its findings added to `found`, when it rejects its input.

    A file that cannot be opened, of which the stage did not know what to say, is a finding too.
    """
    try:
        return stage(*args, **kwargs)
    except Rejected as rejected:
        found.extend(rejected.findings)
    except OSError as error:
        found.append(cannot_be_read(error, names.shown(str(error.filename or "a file"))))
    return None


class _Files(Struct):
    """Files that have been read of one plan. `broken` are those with errors, of which the rest is kept.

    `form` is that of the round that helhedsplan.yaml names; None while there is none that can be read.
    `unfinished` are files with no other fault than that something in a list has no name yet.
    """

    found: list[Finding]
    rounds: Rounds
    kept: KeptFiles | None = None
    form: Form | None = None
    broken: set[str] = field(default_factory=set)
    unfinished: dict[str, tuple[Salvage[Any], tuple[Finding, ...]]] = field(default_factory=dict)


class PlanLoaded(Struct, frozen=True):
    """A plan with all that could be read of it, and what is wrong in its files.

    There is no plan when helhedsplan.yaml or the form of its round cannot be read. `broken` are the files
    with errors, of which the rest is there; `unread` the names of documents of which nothing is.
    """

    plan: Plan | None
    findings: list[Finding]
    broken: set[str]
    unread: set[str]

    @property
    def sound(self) -> Plan | None:
        """The plan without the agreements that are in error; None when what they share is."""
        if self.plan is None or self.plan.kilde.source.name in self.broken:
            return None
        sound = tuple(aftale for aftale in self.plan.aftaler if aftale.kilde.source.name not in self.broken)
        return replace(self.plan, aftaler=sound)


class Loader:
    """Loads the plans of one workspace; a form that several plans use is read once.

    Whoever loads them again and again hands in the files that it has `kept`.
    """

    def __init__(self, workspace: Workspace, kept: KeptFiles | None = None) -> None:
        self._workspace, self._kept = workspace, kept
        self._rounds: dict[tuple[Path, ...], Rounds] = {}

    def plan(self, folder: PlanFolder) -> PlanLoaded:
        """Read every file of the plan."""
        files = _Files(folder.stray_files(), self._rounds_of(folder), self._kept)
        shared = attempt(files.found, lambda: self._source(folder.helhedsplan))
        files.form = attempt(files.found, _form, shared, files.rounds) if shared else None
        kilde = attempt(files.found, _model, shared, HELHEDSPLAN, Helhedsplan, files) if shared else None
        aftaler = [a for file in folder.aftaler() if (a := attempt(files.found, self._aftale, file, files))]
        if kilde is None or files.form is None:
            return PlanLoaded(None, files.found, files.broken, set())
        plan = Plan(folder.name, kilde, tuple(aftaler), files.form)
        _judge_unfinished(files, plan)
        unread = {file.name for file in folder.aftaler()} - {aftale.navn for aftale in aftaler}
        return PlanLoaded(plan, files.found, files.broken, unread)

    def _aftale(self, file: AftaleFile, files: _Files) -> Aftale:
        kilde = _model(self._source(file.path), file.kind, file.kind.model, files)
        return Aftale(file.name, file.kind, kilde)

    def _source(self, path: Path) -> Source:
        return (self._kept.read if self._kept else read_yaml)(path, self._workspace.name_of(path))

    def _rounds_of(self, folder: PlanFolder) -> Rounds:
        roots = folder.template_roots()
        if roots not in self._rounds:
            self._rounds[roots] = Rounds(roots, self._workspace.name_of)
        return self._rounds[roots]


def _form(shared: Source, rounds: Rounds) -> Form | None:
    """Read the form of the round that helhedsplan.yaml names; None where its model will say what is wrong.

    Raises Rejected when there is no form of that round, or none that can be read.
    """
    try:
        midler = value_of(Linje, shared.data["midler"] if isinstance(shared.data, dict) else None)
    except (KeyError, Unreadable):
        return None
    if midler not in rounds.files:
        message = "midler: " + say("there is no form of the round `{midler}`", midler=midler)
        place = shared.places["midler",]
        raise Rejected([Finding(NOT_A_CHOICE, message, suggestion(midler, rounds.files), place)])
    return rounds.form(midler)


def _model(source: Source, kind: FileKind, model: type[M], files: _Files) -> Loaded[M]:
    """Read the source as its model; of one in error what is left. Raises Rejected when nothing is."""
    keys = files.rounds.keys(files.form, kind) if files.form else EVERY_KEY
    try:
        return (files.kept.load if files.kept else load)(source, model, keys)
    except Rejected as rejected:
        left = salvage(source, model, keys)
        if left is None:
            raise
        if all(finding.code == MISSING_KEY for finding in rejected.findings):
            files.unfinished[source.name] = left, rejected.findings
        else:
            files.found.extend(rejected.findings)
            files.broken.add(source.name)
            left.forget()
        return left.loaded


def _judge_unfinished(files: _Files, plan: Plan) -> None:
    """Take what is only unfinished for an error in a final agreement; a draft is made without it."""
    for source in sources(plan):
        if source.place().file not in files.unfinished:
            continue
        left, found = files.unfinished[source.place().file]
        if plan.is_final(source):
            files.found += found
            files.broken.add(source.place().file)
            left.forget()
        else:
            files.found += [replace(f, code=MISSING_KEY.milder, hint=_until_then(f.hint)) for f in found]


def _until_then(hint: str) -> str:
    return say("{hint}; until then the draft is made without it", hint=hint)

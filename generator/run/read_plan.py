"""A plan's folder → the plan: every file read, and everything that is wrong with any of them gathered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

from generator.base.border import names
from generator.base.border.refused import GitRefused
from generator.base.findings import Accepted, Finding, Rejected
from generator.base.nearest import suggestion
from generator.plan import rules
from generator.plan.model.delaftale import Delaftale
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import Loaded, load
from generator.plan.model.plan import STRATEGISK, Aftale, Plan, Uvist
from generator.plan.model.strategisk import StrategiskSamarbejdsaftale
from generator.plan.source.read import read_yaml
from generator.run.read_what_is_sound import salvage
from generator.workspace.folders import AftaleFile, NotFound, PlanFolder, Workspace
from generator.workspace.unreadable import cannot_be_read
from generator.workspace.versions import Lineage

P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M", Form, Helhedsplan, StrategiskSamarbejdsaftale, Delaftale)


def attempt(found: list[Finding], stage: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """What the stage makes; None, with its findings added to `found`, when it rejects its input.

    A file that cannot be opened, of which the stage did not know what to say, is a finding too.
    """
    try:
        return stage(*args, **kwargs)
    except Rejected as rejected:
        found.extend(rejected.findings)
    except OSError as error:
        found.append(cannot_be_read(error, names.shown(str(error.filename or "a file"))))
    return None


def read_form(workspace: Workspace, midler: str) -> Form:
    """The form of a round; NotFound when there is none, Rejected when it cannot be read."""
    rounds = workspace.form_files()
    if midler not in rounds:
        raise NotFound(f"there is no form for `{midler}`", suggestion(midler, rounds))
    path = rounds[midler]
    return load(read_yaml(path, workspace.name_of(path)), Form).value


@dataclass(slots=True)
class _Files:
    """What has been read of one plan. `broken` are the files with errors, of which the rest is kept."""

    found: list[Finding]
    broken: set[str] = field(default_factory=set)
    lost: dict[str, frozenset[str]] = field(default_factory=dict)


class Reader:
    """Reads the plans of one workspace; a form that several plans use is read once.

    `accepted` is what the plan that was read last has looked at and lives with.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._forms: dict[Path, Form] = {}
        self._lineage = Lineage(workspace)
        self.accepted: tuple[Accepted, ...] = ()

    def plan(self, folder: PlanFolder) -> tuple[Plan | None, list[Finding]]:
        """The plan with the agreements that are sound, and what is wrong with all of its files.

        There is no plan when helhedsplan.yaml or the form of its round cannot be read.
        """
        self.accepted = ()
        files = _Files(folder.stray_files())
        kilde = attempt(files.found, lambda: self._read(folder.helhedsplan, Helhedsplan, files))
        aftaler = [a for file in folder.aftaler() if (a := attempt(files.found, self._aftale, file, files))]
        form = attempt(files.found, self._form, folder, kilde.value.midler) if kilde else None
        if kilde is None or form is None:
            return None, files.found
        plan = Plan(folder.name, kilde, tuple(aftaler), form)
        ændret, uvist = _changed(folder, plan, self._lineage)
        plan = replace(plan, ændret=ændret, uvist=uvist)
        lost = files.lost.get(kilde.source.name, frozenset())
        unread = {file.name for file in folder.aftaler()} - {aftale.navn for aftale in aftaler}
        checked = rules.examine(plan, files.broken, lost, unread)
        files.found += checked.findings
        self.accepted = checked.accepted
        return _sound(plan, files.broken), files.found

    def _aftale(self, file: AftaleFile, files: _Files) -> Aftale:
        if file.kind == STRATEGISK:
            return Aftale(file.name, file.kind, self._read(file.path, StrategiskSamarbejdsaftale, files))
        return Aftale(file.name, file.kind, self._read(file.path, Delaftale, files))

    def _form(self, folder: PlanFolder, midler: str) -> Form:
        path = folder.form_file(midler, "form.yaml")
        if path not in self._forms:
            self._forms[path] = load(read_yaml(path, self._workspace.name_of(path)), Form).value
        return self._forms[path]

    def _read(self, path: Path, model: type[M], files: _Files) -> Loaded[M]:
        """The file's model; of a file in error what is left of it. Raises Rejected when nothing is."""
        read = read_yaml(path, self._workspace.name_of(path))
        try:
            return load(read, model)
        except Rejected as rejected:
            left = salvage(read, model)
            if left is None:
                raise
            files.found.extend(rejected.findings)
            files.broken.add(read.name)
            files.lost[read.name] = left.lost
            return left.loaded


def _changed(folder: PlanFolder, plan: Plan, lineage: Lineage) -> tuple[dict[str, str], dict[str, Uvist]]:
    """The final agreements that have changed since their last version, and the commit that they were at;
    and those of which nobody can tell, and why."""
    final = {a.navn: a for a in plan.aftaler if a.version and plan.status(a) == "endelig"}
    changed: dict[str, str] = {}
    unknown: dict[str, Uvist] = {}
    for file in folder.aftaler():
        if file.name not in final:
            continue
        try:
            commit = lineage.changed_since_version(folder, file, final[file.name].kilde.source.data)
        except GitRefused as refused:
            unknown[file.name] = Uvist(refused.why, refused.hint)
        else:
            changed |= {file.name: f"{commit.short} of {commit.day}"} if commit else {}
    return changed, unknown


def _sound(plan: Plan, broken: set[str]) -> Plan | None:
    """The plan without the agreements that are in error; None when what they share is."""
    if plan.kilde.source.name in broken:
        return None
    sound = tuple(aftale for aftale in plan.aftaler if aftale.kilde.source.name not in broken)
    return Plan(plan.navn, plan.kilde, sound, plan.form)

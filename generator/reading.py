"""A plan's folder → the plan: every file read, and everything that is wrong with any of them gathered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from generator import source
from generator.findings import Finding, Rejected
from generator.model.delaftale import Delaftale
from generator.model.form import Form
from generator.model.helhedsplan import Helhedsplan
from generator.model.load import Loaded, load
from generator.model.plan import STRATEGISK, Aftale, Plan
from generator.model.strategisk import StrategiskSamarbejdsaftale
from generator.nearest import suggestion
from generator.workspace import AftaleFile, NotFound, PlanFolder, Workspace

P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M", Form, Helhedsplan, StrategiskSamarbejdsaftale, Delaftale)


def attempt(found: list[Finding], stage: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """What the stage makes; None, with its findings added to `found`, when it rejects its input."""
    try:
        return stage(*args, **kwargs)
    except Rejected as rejected:
        found.extend(rejected.findings)
        return None


def read_form(workspace: Workspace, midler: str) -> Form:
    """The form of a round; NotFound when there is none, Rejected when it cannot be read."""
    rounds = workspace.form_files()
    if midler not in rounds:
        raise NotFound(f"there is no form for `{midler}`", suggestion(midler, rounds))
    path = rounds[midler]
    return load(source.read(path, workspace.name_of(path)), Form).value


class Reader:
    """Reads the plans of one workspace; a form that several plans use is read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._forms: dict[Path, Form] = {}

    def plan(self, folder: PlanFolder) -> tuple[Plan | None, list[Finding]]:
        """The plan with the agreements that could be read, and what is wrong, in the order of the files.

        There is no plan when helhedsplan.yaml or the form of its round cannot be read.
        """
        found = folder.stray_files()
        kilde = attempt(found, lambda: self._load(folder.helhedsplan, Helhedsplan))
        form = attempt(found, self._form, folder, kilde.value.midler) if kilde else None
        aftaler = [attempt(found, self._aftale, file) for file in folder.aftaler()]
        if kilde is None or form is None:
            return None, found
        return Plan(folder.name, kilde, tuple(aftale for aftale in aftaler if aftale), form), found

    def _aftale(self, file: AftaleFile) -> Aftale:
        if file.kind == STRATEGISK:
            return Aftale(file.name, file.kind, self._load(file.path, StrategiskSamarbejdsaftale))
        return Aftale(file.name, file.kind, self._load(file.path, Delaftale))

    def _form(self, folder: PlanFolder, midler: str) -> Form:
        path = folder.form_file(midler, "form.yaml")
        if path not in self._forms:
            self._forms[path] = self._load(path, Form).value
        return self._forms[path]

    def _load(self, path: Path, model: type[M]) -> Loaded[M]:
        return load(source.read(path, self._workspace.name_of(path)), model)

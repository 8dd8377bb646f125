"""A plan with the texts of its files, one of its documents traced, and the same with other texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.base.findings import Finding, Rejected
from generator.base.values import replace
from generator.plan.kinds import HELHEDSPLAN, FileKind
from generator.plan.model.load import Loaded, load
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Model
from generator.plan.source.read import Source, read_source, read_yaml_bytes
from generator.render.tracing import Traced
from generator.run.read_plan import Reader
from generator.run.read_what_is_sound import salvage
from generator.run.traced import Tracer
from generator.workspace.folders import AftaleFile, PlanFolder
from generator.workspace.rounds import Rounds


class File(Struct, frozen=True):
    """A file of the plan: its name in the workspace, its text, its data and the model that it is of."""

    name: str
    text: str
    source: Source
    model: type[Model]


class State(Struct, frozen=True, eq=False):
    """A plan as it stands in some texts, and the document of it that is meant."""

    folder: PlanFolder
    file: AftaleFile
    plan: Plan
    files: Mapping[str, File]
    tracer: Tracer
    rounds: Rounds

    @classmethod
    def of(cls, folder: PlanFolder, file: AftaleFile) -> State:
        """The state of the files in the folder. Raises Rejected where the document cannot be made of them."""
        read = Reader(folder.workspace).loaded(folder)
        plan = read.sound if read.plan else None
        if plan is None or all(aftale.navn != file.name for aftale in plan.aftaler):
            raise Rejected([finding for finding in read.findings if finding.is_error])
        rounds = Rounds(folder.template_roots(), folder.workspace.name_of)
        paths = {folder.workspace.name_of(one.path): one.path for one in folder.aftaler()}
        paths[folder.workspace.name_of(folder.helhedsplan)] = folder.helhedsplan
        loaded: list[Loaded[Any]] = [plan.kilde, *(one.kilde for one in plan.aftaler)]
        files = {one.source.name: _file(one, paths[one.source.name]) for one in loaded}
        return cls(folder, file, plan, files, Tracer(folder, plan), rounds)

    @property
    def aftale(self) -> Aftale:
        """The agreement that the document is of."""
        return next(one for one in self.plan.aftaler if one.navn == self.file.name)

    def traced(self) -> Traced:
        """The document with its sources. Raises Rejected."""
        return self.tracer.trace(self.file, self.aftale)

    def with_texts(self, texts: Mapping[str, str]) -> State:
        """The same plan with other texts in those files. Raises Rejected for one that its model refuses."""
        if not texts:
            return self
        files, plan = dict(self.files), self.plan
        for name, text in texts.items():
            loaded = self._loaded(name, text)
            files[name] = replace(files[name], text=text, source=loaded.source)
            if name == plan.kilde.source.name:
                plan = replace(plan, kilde=loaded)
            else:
                plan = replace(plan, aftaler=tuple([
                    replace(one, kilde=loaded) if one.kilde.source.name == name else one
                    for one in plan.aftaler]))
        return replace(self, plan=plan, files=files, tracer=self.tracer.of(plan))

    def _loaded(self, name: str, text: str) -> Loaded[Any]:
        """The file with that text; of one that lacked something already, what is there. Raises Rejected."""
        file = self.files[name]
        keys = self.rounds.keys(self.plan.form, self._kind(name))
        source = read_yaml_bytes(text.encode(), name)
        try:
            return load(source, file.model, keys)
        except Rejected as rejected:
            new = [one for one in rejected.findings if _said(one) not in self._wrong(name)]
            left = None if new else salvage(source, file.model, keys)
            if left is None:
                raise Rejected(new or rejected.findings) from rejected
            return left.loaded

    def _wrong(self, name: str) -> set[tuple[object, str]]:
        """All that was wrong with the file before."""
        file = self.files[name]
        try:
            load(file.source, file.model, self.rounds.keys(self.plan.form, self._kind(name)))
        except Rejected as rejected:
            return {_said(one) for one in rejected.findings}
        return set()

    def _kind(self, name: str) -> FileKind:
        """The kind of a file."""
        kinds = (one.kind for one in self.plan.aftaler if one.kilde.source.name == name)
        return next(kinds, HELHEDSPLAN)


def _file(loaded: Loaded[Any], path: Path) -> File:
    name = loaded.source.name
    return File(name, read_source(path, name).decode(), loaded.source, type(loaded.value))


def _said(finding: Finding) -> tuple[object, str]:
    return finding.code, finding.message

"""Notes beside a page: what must be mended, looked at and filled in, each at the field it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from generator.authoring.edits.data import holds
from generator.base.findings import Finding, Rejected
from generator.base.language import say
from generator.page.fields import Spot, first_text
from generator.page.her_words import for_page
from generator.page.reading import PlanState
from generator.page.titles import titles
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.rules.completeness import C1, empty_paths
from generator.plan.rules.revision import R5
from generator.plan.rules.texts_of_plan import sources
from generator.plan.source.read import Data, Source
from generator.plan.source.tree import KeyPath
from generator.run.kept_files import KeptFiles
from generator.workspace.folders import PlanFolder


class Note(Struct, frozen=True):
    """One note: what it says, what helps, the file that it is about and the field that it opens, if any.

    `entry` names the entry of a list that it is about, where its words do not.
    """

    words: str
    hint: str = ""
    file: str = ""
    path: KeyPath = ()
    entry: str = ""


class Notes(Struct, frozen=True):
    """Notes in their three kinds: errors of the whole plan; of one document and the plan itself the rest."""

    mend: tuple[Note, ...]
    look: tuple[Note, ...]
    empty: tuple[Note, ...]
    is_whole: bool = True
    """Told of what is empty: it is not, where a file is in error that it would be told of."""


def notes(state: PlanState, folder: PlanFolder, name: str = "") -> Notes:
    """The notes beside the document of that name; without a name those of all the plan's files."""
    files = {HELHEDSPLAN.name, *(file.name for file in folder.aftaler())}
    names = {folder.name_of(one): one for one in files}
    own = {folder.name_of(one) for one in ((HELHEDSPLAN.name, name) if name else files)}
    found = list(state.read.findings)
    if not any(one.is_error and one.code != C1 for one in found):  # else it is what a form makes of them
        found += state.wrong.get(name, ())
    errors = [one for one in found if one.is_error and one.code != C1]
    others = [one for one in found if not one.is_error and one.code != C1 and one.place.file in own]
    placed = _Placed(folder, names, state.files, titles(folder, state.read.plan))
    empty = _empty(state, own, names)
    is_whole = state.read.plan is not None and (not name or state.aftale(name) is not None)
    return Notes(tuple(placed.notes(errors)), tuple(placed.notes(others)), tuple(empty), is_whole)


def _empty(state: PlanState, own: set[str], names: dict[str, str]) -> Iterator[Note]:
    plan = state.read.plan
    for source in sources(plan) if plan else ():
        file = source.place().file
        if plan and file in own:
            data = source.kilde.source.data
            for words, path in empty_paths(plan, source):
                yield Note(words, _holder(data, path), names[file], path)


def _holder(data: Data, path: KeyPath) -> str:
    """The name of the entry of a list that the path is in, by which it is told from its neighbours."""
    name = ""
    for step, following in pairwise((*path, "")):
        if not holds(data, step):
            break
        data = data[step]  # type: ignore[index]
        name = first_text(data) if isinstance(step, int) and isinstance(following, str) else name
    return name


def _unkept() -> tuple[str, str]:
    """R5 without git's words."""
    return (say("No version of the final agreement is kept, so nobody can see whether it has changed since."),
            say("Keep a version."))


class _Placed:
    """Findings as notes; the sources that they are about are read once each."""

    def __init__(
        self, folder: PlanFolder, names: dict[str, str], files: KeptFiles, documents: Mapping[str, str]
    ) -> None:
        self._folder, self._names, self._files, self._documents = folder, names, files, documents
        self._models = {HELHEDSPLAN.name: HELHEDSPLAN.model,
                        **{one.name: one.kind.model for one in folder.aftaler()}}
        self._sources: dict[str, Source | None] = {}

    def notes(self, findings: Iterable[Finding]) -> Iterator[Note]:
        """Each finding once, at its field."""
        for one in dict.fromkeys(findings):
            path = self._path(one)
            file = self._names.get(one.place.file, "")
            at = Spot(self._folder.path / f"{file}.yaml", self._models[file], path) if file else None
            message, hint = _unkept() if one.code == R5 else (one.message, one.hint)
            source = self._sources.get(file)
            entry = _holder(source.data, path) if source else ""
            known = "" if entry in message or entry.isdecimal() else entry
            yield Note(*for_page(message, hint, at, self._documents), file, path, known)

    def _path(self, finding: Finding) -> KeyPath:
        name = self._names.get(finding.place.file)
        if not name or not finding.place.line:
            return ()
        if name not in self._sources:
            try:
                self._sources[name] = self._files.read(self._folder.path / f"{name}.yaml", finding.place.file)
            except Rejected:  # it cannot be read at all, and that is among the findings
                self._sources[name] = None
        source = self._sources[name]
        return source.path_at(finding.place) if source else ()

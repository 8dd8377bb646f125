"""Versions and sources as git knows them: when an agreement became final, what a document was made from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from msgspec import Struct

from generator.base.border import files
from generator.base.border.refused import GitRefused
from generator.base.cache import Answers
from generator.base.findings import Rejected
from generator.base.language import say
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.source.read import read_yaml_bytes
from generator.workspace import stamp
from generator.workspace.folders import AGREEMENTS, RECORDS, AftaleFile, PlanFolder, Workspace, form_roots
from generator.workspace.git import Commit, Objects, Repository, working_files
from generator.workspace.history import History, Step
from generator.workspace.made_from import SUFFIX, file_hash
from generator.workspace.renamed import outline, renamed

SAID: Answers[tuple[str, str]] = Answers("said", ("generator.plan.source", "yaml"), 20_000, as_data=True)
UNLIKE_ANY = "?"


class BecameFinal(Struct, frozen=True):
    """The first commit at which an agreement was final in a version, and its plan's folder in it."""

    commit: Commit
    folder: str


class _Held(NamedTuple):
    """A commit, its plan's folder, the status of the agreement's own file, and the id of the shared one."""

    ident: str
    folder: str
    status: str
    shared: str


class Lineage:
    """Versions of a workspace's agreements as git knows them; git is asked when there is one."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._outlines: dict[str, dict[str, bytes]] = {}
        self._named: dict[str, Commit] = {}
        self._moved: set[str] = set()

    @cached_property
    def _found(self) -> Repository | GitRefused:
        try:
            assert self._state is not None
            return Repository.found(self._workspace.root)
        except GitRefused as refused:
            return refused.again()

    @cached_property
    def _state(self) -> str:
        """State of git that every answer follows from, taken before the first of them."""
        return Repository.state_of(self._workspace.root)

    def state(self, folder: PlanFolder) -> str:
        """State of git that answers about the plan follow from; none that it has where that is not all."""
        return UNLIKE_ANY if folder.name in self._moved else self._state

    @property
    def _repository(self) -> Repository:
        if isinstance(self._found, GitRefused):
            raise self._found.again()
        return self._found

    @cached_property
    def _objects(self) -> Objects:
        return Objects(self._repository)

    @cached_property
    def _history(self) -> History:
        return History(self._repository)

    def became_final(
        self, folder: PlanFolder, file: AftaleFile, number: str, newer: Collection[str] = ()
    ) -> BecameFinal | None:
        """The first time that the agreement was final while that was its newest version.

        It may have been a draft again since, and `newer` are versions that it has got since. None where it
        never was final. Raises GitRefused where that cannot be known: without git, or without the history
        that would tell.
        """
        in_version: list[_Held] = []
        seen_before = False
        with SAID.kept():
            for ident, name, (own, shared) in self._commits(folder, file):
                last, status = self._said(own)
                if last == number:
                    in_version.append(_Held(ident, name, status, shared))
                elif last not in newer or self._first_final(in_version):
                    seen_before = True
                    break
            first = self._first_final(in_version)
        if self._repository.is_shallow and not seen_before:
            hint = say("fetch the rest: git fetch --unshallow")
            raise GitRefused(say("this clone has only the newest of the history"), hint)
        return BecameFinal(self._commit(first.ident), first.folder) if first else None

    def _first_final(self, commits: Sequence[_Held]) -> _Held | None:
        """The oldest of the commits at which the agreement was final; the shared file of no newer is read."""
        finals = (held for held in reversed(commits)
                  if (held.status or self._said(held.shared)[1]) == "endelig")  # fmt: skip
        return next(finals, None)

    def sources(self, then: BecameFinal) -> dict[str, bytes]:
        """Contents of the plan's own files then, by their names in its folder. Raises GitRefused."""
        start = f"{AGREEMENTS}/{then.folder}/"
        found = self._history.files(then.commit.ident, start)
        return {path.removeprefix(start): self._objects.content(blob).replace(b"\r\n", b"\n")
                for path, blob in found.items()
                if path.endswith((".yaml", SUFFIX)) and f"/{RECORDS}/" not in path}  # fmt: skip

    def _said(self, blob: str) -> tuple[str, str]:
        """Newest version and status in the file that held this; found out once, whatever commits have it."""
        return SAID.recall(blob, lambda: _said(self._objects.content(blob))) if blob else ("", "")

    def _commits(
        self, folder: PlanFolder, file: AftaleFile
    ) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield the commits that changed the agreement, the newest first, with the name of its plan's folder.

        Where the folder came, it is looked for under another name before that.
        """
        name, start = folder.name, self._history.last
        while name and start:
            first = None
            for first, blobs in self._history.of(_paths(name, file), start):
                yield first.ident, name, blobs
            if first is None and start != self._history.last:
                return
            name, start = self._before(first, name, folder)

    def _before(self, first: Step | None, name: str, folder: PlanFolder) -> tuple[str, str]:
        """The name of the plan's folder before the first commit that has it, and the commit to go on from.

        Without one it may have been renamed since the last commit, which the files tell that are there now.
        """
        last = next(iter(first.parents), "") if first else self._history.last
        if not last or self._history.held(_shared(name)).get(last):
            return "", ""
        if first is None:
            self._moved.add(folder.name)
        now = self._outline(first.ident) if first else outline(
            working_files(self._workspace, (AGREEMENTS,)))  # fmt: skip
        return renamed(self._outline(last), now).get(name, ""), last

    def _outline(self, commit: str) -> dict[str, bytes]:
        if commit not in self._outlines:
            files = self._history.files(commit, f"{AGREEMENTS}/")
            shared = f"/{HELHEDSPLAN.pattern}"
            self._outlines[commit] = {
                path: self._objects.content(blob) if path.endswith(shared) else blob.encode()
                for path, blob in files.items()
            }
        return self._outlines[commit]

    def _commit(self, ident: str) -> Commit:
        if ident not in self._named:
            found = self._repository.commit(ident)
            assert found
            self._named[ident] = found
        return self._named[ident]


def _paths(plan: str, file: AftaleFile) -> tuple[str, str]:
    """The agreement's own file and the one that all share, in a plan's folder of that name."""
    return f"{AGREEMENTS}/{plan}/{file.path.name}", _shared(plan)


def _shared(plan: str) -> str:
    return f"{AGREEMENTS}/{plan}/{HELHEDSPLAN.pattern}"


def commit_of(workspace: Workspace, found: stamp.Stamp) -> Commit | None:
    """The newest commit, of those that changed one of its sources, at which they gave that source hash.

    Files of the form that came with the program, and not from git, count as they are now.
    """
    repository = Repository.of(workspace.root)
    if repository is None:
        return None
    names = [path for path, _ in found.files]
    shipped = _shipped(names)
    hashes: dict[str, str] = {}
    for commit in repository.touching(names, everywhere=True):
        blobs = repository.blobs(commit.ident, names)
        new = {blob: path for path, blob in blobs.items() if blob not in hashes}
        hashes |= {b: file_hash(new[b], data) for b, data in repository.contents(new).items()}
        known = shipped | {path: hashes[blob] for path, blob in blobs.items()}
        if stamp.source_hash({path: known.get(path, "") for path in names}) == found.sources:
            return commit
    return None


def _shipped(names: list[str]) -> dict[str, str]:
    """The hashes of the program's own forms, by their names in a stamp."""
    paths = ((name, root / name.split("/", 1)[-1]) for root in form_roots(None) for name in names)
    return {name: file_hash(name, files.read(path)) for name, path in paths
            if name.startswith("templates/") and files.is_there(path)}  # fmt: skip


def _said(raw: bytes) -> tuple[str, str]:
    """Newest version and status in a YAML file; nothing where it cannot be read."""
    try:
        data = read_yaml_bytes(raw, "").data
    except Rejected:
        return "", ""
    return (_last_version(data), str(data.get("status") or "")) if isinstance(data, dict) else ("", "")


def _last_version(data: Mapping[str, Any]) -> str:
    versions = data.get("versioner")
    last = versions[-1] if isinstance(versions, list) and versions else None
    number = last.get("nummer") if isinstance(last, dict) else None
    return number.strip() if isinstance(number, str) else ""

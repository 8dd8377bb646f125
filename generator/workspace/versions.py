"""Versions and sources as git knows them: when an agreement became final, what a document was made from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from generator.base.border import files
from generator.base.border.refused import GitRefused
from generator.base.findings import Rejected
from generator.base.language import say
from generator.plan.kinds import HELHEDSPLAN
from generator.plan.source.read import read_yaml_bytes
from generator.workspace import stamp
from generator.workspace.folders import AGREEMENTS, RECORDS, AftaleFile, PlanFolder, Workspace, form_roots
from generator.workspace.git import Commit, Objects, Repository, working_files
from generator.workspace.made_from import SUFFIX, file_hash
from generator.workspace.renamed import outline, renamed


class BecameFinal(Struct, frozen=True):
    """The first commit at which an agreement was final in a version, and its plan's folder in it."""

    commit: Commit
    folder: str


class Lineage:
    """Versions of a workspace's agreements as git knows them; git is asked when there is one."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def _found(self) -> Repository | GitRefused:
        try:
            return Repository.found(self._workspace.root)
        except GitRefused as refused:
            return refused.again()

    @property
    def _repository(self) -> Repository:
        if isinstance(self._found, GitRefused):
            raise self._found.again()
        return self._found

    @cached_property
    def _objects(self) -> Objects:
        return Objects(self._repository)

    def became_final(
        self, folder: PlanFolder, file: AftaleFile, number: str, newer: Collection[str] = ()
    ) -> BecameFinal | None:
        """The first time that the agreement was final while that was its newest version.

        It may have been a draft again since, and `newer` are versions that it has got since. None where it
        never was final. Raises GitRefused where that cannot be
        known: without git, or without the history that would tell.
        """
        first, seen_before = None, False
        for commit, name in self._history(folder, file):
            own, shared = (_parsed(self._objects.content(commit.ident, path))
                           for path in _paths(name, file))  # fmt: skip
            last = _last_version(own)
            if last in newer and first is None:
                continue
            if last != number:
                seen_before = True
                break
            if _final(own, shared):
                first = BecameFinal(commit, name)
        if self._repository.is_shallow and not seen_before:
            hint = say("fetch the rest: git fetch --unshallow")
            raise GitRefused(say("this clone has only the newest of the history"), hint)
        return first

    def sources(self, then: BecameFinal) -> dict[str, bytes]:
        """Contents of the plan's own files then, by their names in its folder. Raises GitRefused."""
        start = f"{AGREEMENTS}/{then.folder}/"
        found = self._repository.files(then.commit.ident, [start])
        return {path.removeprefix(start): data.replace(b"\r\n", b"\n") for path, data in found.items()
                if path.endswith((".yaml", SUFFIX)) and f"/{RECORDS}/" not in path}  # fmt: skip

    def _history(self, folder: PlanFolder, file: AftaleFile) -> Iterator[tuple[Commit, str]]:
        """The commits that changed the agreement, the newest first, with the name of its plan's folder.

        Where the folder came, it is looked for under another name before that.
        """
        name: str | None = folder.name
        start = ""
        while name:
            last = None
            for commit in self._repository.touching(_paths(name, file), start):
                yield commit, name
                last = commit
            if last is None and start:
                return
            name, start = self._before(last, name)

    def _before(self, first: Commit | None, name: str) -> tuple[str | None, str]:
        """The name of the plan's folder before the first commit that has it, and the commit to go on from.

        Without one it may have been renamed since the last commit.
        """
        last = self._repository.commit(f"{first.ident}^" if first else "HEAD")
        if last is None:
            return None, ""
        then = self._outline(last)
        if f"{AGREEMENTS}/{name}/{HELHEDSPLAN.pattern}" in then:
            return None, ""
        now = self._outline(first) if first else outline(working_files(self._workspace, (AGREEMENTS,)))
        return renamed(then, now).get(name), last.ident

    def _outline(self, commit: Commit) -> dict[str, bytes]:
        blobs = self._repository.blobs(commit.ident, (AGREEMENTS,))
        shared = {path: blob for path, blob in blobs.items() if path.endswith(f"/{HELHEDSPLAN.pattern}")}
        contents = self._repository.contents(shared.values())
        return {path: contents[blob] if path in shared else blob.encode() for path, blob in blobs.items()}


def _paths(plan: str, file: AftaleFile) -> tuple[str, str]:
    """The agreement's own file and the one that all share, in a plan's folder of that name."""
    return f"{AGREEMENTS}/{plan}/{file.path.name}", f"{AGREEMENTS}/{plan}/{HELHEDSPLAN.pattern}"


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


def _parsed(raw: bytes) -> Mapping[str, Any]:
    """The keys of a YAML file; none where it cannot be read."""
    try:
        data = read_yaml_bytes(raw, "").data
    except Rejected:
        return {}
    return data if isinstance(data, dict) else {}


def _last_version(data: Mapping[str, Any]) -> str:
    versions = data.get("versioner")
    last = versions[-1] if isinstance(versions, list) and versions else None
    number = last.get("nummer") if isinstance(last, dict) else None
    return number.strip() if isinstance(number, str) else ""


def _final(own: Mapping[str, Any], shared: Mapping[str, Any]) -> bool:
    return (own.get("status") or shared.get("status")) == "endelig"

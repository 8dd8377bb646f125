"""Versions and sources as git knows them: whether an agreement has changed since its last version, and
which commit a document was made from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from generator.base.border import files
from generator.base.border.refused import GitRefused
from generator.base.findings import Rejected
from generator.base.language import say
from generator.plan.source.read import read_yaml_bytes
from generator.workspace import stamp
from generator.workspace.folders import AftaleFile, PlanFolder, Workspace, form_roots
from generator.workspace.git import Commit, Objects, Repository
from generator.workspace.made_from import file_hash

BOOKKEEPING = frozenset({"versioner", "accepter", "status", "godkendelser"})
"""Keys that may change without the agreement being another one."""


class Lineage:
    """Versions of a workspace's agreements as git knows them; git is asked when there is one."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def _found(self) -> Repository | GitRefused:
        try:
            return Repository.found(self._workspace.root)
        except GitRefused as refused:
            return refused

    @property
    def _repository(self) -> Repository:
        if isinstance(self._found, GitRefused):
            raise self._found
        return self._found

    @cached_property
    def _objects(self) -> Objects:
        return Objects(self._repository)

    def changed_since_version(self, folder: PlanFolder, file: AftaleFile, data: object) -> Commit | None:
        """The commit at which the last version became final, if the agreement has changed since then.

        `data` is the agreement's YAML as it is now. Some kinds include what all documents of the plan
        share. None where nothing has changed, and where git does not know the version as final.
        Raises GitRefused where it cannot know: without git, or without the history that would tell.
        """
        own_now = data if isinstance(data, dict) else {}
        number = _last_version(own_now)
        if not number:
            return None
        shared_name, own_name = folder.sources([file])
        since, then, seen_before = None, None, False
        for commit in self._repository.touching((own_name, shared_name)):
            own, shared = (
                _parsed(self._objects.content(commit.ident, name)) for name in (own_name, shared_name)
            )
            if _last_version(own) != number or not _final(own, shared):
                seen_before = True
                break
            since, then = commit, (own, shared)
        if since is None or then is None:
            return None
        now = (own_now, _parsed(files.read(folder.helhedsplan)))
        if _said(file, then) != _said(file, now):
            return since
        if self._repository.is_shallow and not seen_before:
            hint = say("fetch the rest: git fetch --unshallow")
            raise GitRefused(say("this clone has only the newest of the history"), hint)
        return None


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


def _said(file: AftaleFile, sources: tuple[Mapping[str, Any], Mapping[str, Any]]) -> list[Any]:
    """Words of the agreement, apart from line breaks and bookkeeping."""
    own, shared = sources
    wanted = [own, shared] if file.kind.includes_shared else [own]
    return [{k: _plain(v) for k, v in source.items() if k not in BOOKKEEPING} for source in wanted]


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else value

"""Issued versions as something to compare with: the plan's files as each document's record has them.

Where a version was never issued, git's first final commit of it serves. Documents of one plan may have been
issued on different days; those whose plans were the same then are compared together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from generator.base.border.refused import GitRefused
from generator.base.language import say
from generator.workspace.folders import AGREEMENTS, TEMPLATES, NotFound, PlanFolder, Workspace
from generator.workspace.git import Commit, repository_of, working_files
from generator.workspace.issued import Records, own_sources
from generator.workspace.versions import Lineage

WORD = "version-"
Files = Mapping[str, bytes]


class Issued(Struct, frozen=True):
    """The version of that number, of every document that has one."""

    number: str

    @property
    def ident(self) -> str:
        """The word that asks for it."""
        return f"{WORD}{self.number}"


class Then(NamedTuple):
    """Files of a workspace with one plan before and after, and the documents that they are about.

    `texts` has the hash of what each of them printed when it was issued.
    """

    plan: str
    old: Files
    new: Files
    documents: frozenset[str]
    texts: Mapping[str, str]


def issued_named(word: str) -> Issued | None:
    """The version that a word such as `version-1` asks for; None for any other word."""
    number = word.removeprefix(WORD)
    return Issued(number) if number and number != word else None


def versions(
    workspace: Workspace, since: Issued, until: Issued | Commit | None, only: Iterable[str]
) -> Iterator[Then]:
    """Yield what is to be compared, plan by plan. NotFound where no document has such a version."""
    forms = working_files(workspace, (TEMPLATES,))
    wanted, some = set(only), False
    for name in workspace.plan_names():
        if wanted and name not in wanted:
            continue
        folder = PlanFolder(workspace, name)
        old = _sources(folder, since)
        new = _sources(folder, until) if isinstance(until, Issued) else dict.fromkeys(old, _of(folder, until))
        groups: dict[int, tuple[Files, Files, set[str]]] = {}
        for document in old.keys() & new.keys():
            before, after = old[document], new[document]
            key = hash((frozenset(before.items()), frozenset(after.items())))
            groups.setdefault(key, (before, after, set()))[2].add(document)
        fresh = _fresh(old, new)
        for before, after, documents in groups.values():
            some = True
            documents |= fresh
            fresh = set()
            records = Records(folder)
            texts = {one: record.aftryk for one in documents if (record := records.of(one, since.number))}
            yield Then(name, forms | _in_folder(name, before), forms | _in_folder(name, after),
                       frozenset(documents), texts)
    if not some:
        raise NotFound(say("no document has {version}", version=since.ident),
                       say("issue versions with `aftale sign`, or compare with a commit"))


def _fresh(old: Mapping[str, Files], new: Mapping[str, Files]) -> set[str]:
    """The names of the files that no document was issued beside: new documents are told once."""
    before, after = ({name.removesuffix(".yaml") for held in files.values() for name in held}
                     for files in (old, new))  # fmt: skip
    return after - before


def _sources(folder: PlanFolder, version: Issued) -> dict[str, Files]:
    """The plan's files as they were when each of its documents was issued in the version."""
    records, lineage = Records(folder), Lineage(folder.workspace)
    found: dict[str, Files] = {}
    for file in folder.aftaler():
        if record := records.of(file.name, version.number):
            found[file.name] = records.sources(record)
            continue
        try:
            then = lineage.became_final(folder, file, version.number)
        except GitRefused:
            continue
        if then:
            found[file.name] = lineage.sources(then)
    return {document: sources for document, sources in found.items() if sources}


def _of(folder: PlanFolder, commit: Commit | None) -> Files:
    """The plan's own files as they are, or as a commit has them."""
    if commit is None:
        return own_sources(folder)
    start = f"{AGREEMENTS}/{folder.name}/"
    held = repository_of(folder.workspace).files(commit.ident, [start])
    return {path.removeprefix(start): data for path, data in held.items()}


def _in_folder(plan: str, sources: Files) -> dict[str, bytes]:
    return {f"{AGREEMENTS}/{plan}/{name}": data for name, data in sources.items()}

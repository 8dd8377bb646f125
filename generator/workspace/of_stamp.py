"""The document of a workspace that a stamp is of, and its sources as they were when it was made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from generator.base.findings import Rejected
from generator.base.language import say
from generator.workspace.folders import AGREEMENTS, AftaleFile, NotFound, PlanFolder, Workspace
from generator.workspace.git import Commit, Repository, laid_out
from generator.workspace.made_from import SUFFIX, Dependencies
from generator.workspace.stamp import Stamp, source_hash
from generator.workspace.versions import commit_of

FORM = "form.yaml"


class AsMade(Struct, frozen=True):
    """A document with the sources that it was made from.

    `commit` has them where they have changed since; they `are_others` where no commit is known that has,
    and those of now stand in for them.
    """

    folder: PlanFolder
    file: AftaleFile
    commit: Commit | None = None
    are_others: bool = False


def document_of(workspace: Workspace, stamp: Stamp, stem: str = "") -> tuple[PlanFolder, AftaleFile]:
    """The document that the stamp names the sources of; `stem` is its file's name, where that must settle it.

    Raises NotFound.
    """
    paths = [path for path, _ in stamp.files]
    names = {path.split("/")[1] for path in paths if path.startswith(f"{AGREEMENTS}/")}
    if len(names) != 1:
        hint = say("see that the document is one that `aftale build` has made")
        raise NotFound(say("the document does not say which plan it is of"), hint)
    folder = workspace.plan(names.pop())
    there = (file for file in folder.aftaler() if folder.name_of(file.name) in paths)
    found = [file for file in there if _is_made_by(file, paths)]
    named = [file for file in found if file.name == stem] or found
    if len(named) != 1:
        message = say("the plan {plan} does not say which of its documents this is", plan=folder.name)
        raise NotFound(message, say("give the file the name that `aftale build` gives it"))
    return folder, named[0]


def _is_made_by(file: AftaleFile, paths: list[str]) -> bool:
    """Tell whether one of the templates is that of the file or of its kind."""
    own = (f"/{file.name}{SUFFIX}", f"/{file.kind.name}{SUFFIX}")
    return any(path.endswith(own) for path in paths)


@contextmanager
def as_made(workspace: Workspace, stamp: Stamp, stem: str = "") -> Iterator[AsMade]:
    """The document with its sources as they were when it was made. Raises NotFound."""
    folder, file = document_of(workspace, stamp, stem)
    if _now(folder, file, stamp) == stamp.sources:
        yield AsMade(folder, file)
        return
    commit = commit_of(workspace, stamp)
    repository = Repository.of(workspace.root)
    if commit is None or repository is None:
        yield AsMade(folder, file, are_others=True)
        return
    with laid_out(repository.files(commit.ident)) as then:
        yield AsMade(*document_of(then, stamp, file.name), commit)


def _now(folder: PlanFolder, file: AftaleFile, stamp: Stamp) -> str:
    """The hash of the document's sources as they are; nothing where one of them is gone."""
    rounds = (path.split("/")[-2] for path, _ in stamp.files if path.endswith(f"/{FORM}"))
    try:
        return source_hash(Dependencies().of(folder, file, next(rounds, "")))
    except (OSError, Rejected):
        return ""

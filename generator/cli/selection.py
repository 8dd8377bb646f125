"""Plans and documents that a command is about, by their names on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.base.language import later, say
from generator.base.nearest import suggestion
from generator.workspace.folders import NotFound, PlanFolder, Workspace

MAKE_ONE = later("make one with: aftale new PLAN --midler 2019-26")


def chosen(names: tuple[str, ...]) -> tuple[Workspace, tuple[PlanFolder, ...]]:
    """Workspace and the plans of those names; all when none is named. NotFound when there are none."""
    workspace = Workspace.find(Path.cwd())
    folders = workspace.plans(names)
    if not folders:
        raise NotFound(say("there are no plans in agreements/"), say(MAKE_ONE))
    return workspace, folders


def documents_of(folders: Iterable[PlanFolder], wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """Name the plans' documents as `<plan>/<document>`, all or those wanted; NotFound for one not there.

    A wanted one may be named with its plan or without, by its source or as it is printed:
    `delaftale-x`, `delaftale-x.docx`, `viborg-2025-2029/delaftale-x.docx`.
    """
    known = {folder.whole(file): file.name for folder in folders for file in folder.aftaler()}
    alone = dict.fromkeys(known.values())
    names = dict.fromkeys(map(_plain, wanted))
    for name in names:
        others = known if "/" in name else alone
        if name not in others:
            raise NotFound(say("there is no document `{name}`", name=name), suggestion(name, others))
    return tuple(whole for whole, name in known.items() if not names or {whole, name} & names.keys())


def widest_document(names: Iterable[str]) -> int:
    """The width of the longest of the documents' names, which are named with their plan."""
    return max((len(name.partition("/")[2]) for name in names), default=0)


def with_any_of(folders: tuple[PlanFolder, ...], documents: tuple[str, ...]) -> tuple[PlanFolder, ...]:
    """Plans that have one of the documents, which are named with their plan."""
    plans = {name.partition("/")[0] for name in documents}
    return tuple(folder for folder in folders if folder.name in plans)


def _plain(name: str) -> str:
    """`delaftale-x` or `<plan>/delaftale-x`, of a name with folders above it, an ending, or neither."""
    path = PurePosixPath(name.replace("\\", "/"))
    plain = path.name.removesuffix(".yaml").removesuffix(".docx")
    return f"{path.parent.name}/{plain}" if path.parent.name not in ("", ".", "..") else plain

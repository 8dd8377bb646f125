"""`aftale return FILE.docx`: what people have edited in a document, taken into the YAML of its plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.border import files
from generator.base.border.refused import GitRefused
from generator.base.findings import Rejected
from generator.base.language import later, say, say_count
from generator.cli.echo import echo
from generator.workspace.folders import NotFound, Workspace
from generator.workspace.git import repository_of

if TYPE_CHECKING:
    from generator.compare.returned import Returned, Told
    from generator.compare.returned.from_file import Back
    from generator.compare.returned.into_now import Taken
    from generator.compare.returned.state import State

MOST_WORDS = 70
NEXT = later("Now `aftale check {plan}` says whether it holds together, and `aftale diff` what has changed.")


class Way(NamedTuple):
    """Manner of taking documents back: is anything written, are comments only told, on which branch."""

    dry_run: bool = False
    list_comments: bool = False
    branch: str = ""


def take(documents: Sequence[Path], way: Way) -> int:
    """Take the documents back, one after the other. The exit code: 1 where something did not come back."""
    workspace = Workspace.find(Path.cwd())
    complete = True
    with ExitStack() as open_:  # each is of the sources as they are before any of them is written
        back = [(path, _back(path, workspace, open_)) for path in documents]
        for path, one in back:
            if len(back) > 1:
                echo(f"{path}:")
            complete &= _taken(workspace, one, way)
    return 0 if complete else 1


def sum_of(path: Path, workspace: Workspace) -> str:
    """One line on what taking a document back that was changed by hand would come to."""
    from generator.compare.returned.into_now import into_now

    with ExitStack() as open_:
        try:
            one = _back(path, workspace, open_)
            back = one.returned
            taken = into_now(one.state, back, one.as_it_is(workspace))
        except (NotFound, Rejected, GitRefused):
            return say("`aftale return` cannot tell what was changed")
    kept = len(back.told) + len(taken.conflicts)
    if not (taken.texts or kept):
        return say("all that was changed in it stands in the YAML: the file can be deleted")
    return say("`aftale return` would change: {n}; it would not take back: {kept}",
               n=len(taken.changes) + len(back.remarks), kept=kept)


def _back(path: Path, workspace: Workspace, open_: ExitStack) -> Back:
    from generator.compare.returned.from_file import Back

    return Back.of(path.name, files.read(path), workspace, open_)


def _taken(workspace: Workspace, one: Back, way: Way) -> bool:
    """Take what comes back into the files, tell of it, and say whether it is all."""
    from generator.compare.returned.into_now import into_now

    state, back = one.state, one.returned
    now = _on_branch(workspace, state, way.branch) if way.branch else one.as_it_is(workspace)
    taken = into_now(state, back.without_remarks() if way.list_comments else back, now)
    if way.branch and taken.texts and not way.dry_run:
        _commit(workspace, way.branch, one.people, taken)
    elif not way.dry_run:
        _write(workspace, taken, now)
    echo("\n".join(_told(back, taken, state, way)))
    return not (back.told or taken.conflicts)


def _on_branch(workspace: Workspace, state: State, branch: str) -> dict[str, str]:
    """The files of the plan as the branch has them, or is to begin with."""
    from generator.workspace.on_branch import tip_of

    repository = repository_of(workspace)
    held = repository.files(tip_of(repository, branch).ident, list(state.files))
    return {name: held[name].decode() if name in held else file.text for name, file in state.files.items()}


def _commit(workspace: Workspace, branch: str, who: Sequence[str], taken: Taken) -> None:
    """Commit the texts on the branch, as of the first of those who edited them."""
    from generator.workspace.on_branch import commit_on

    keys = "\n".join(f"{one.key}: {_short(one.old)} → {_short(one.new)}" for one in taken.changes)
    also = "".join(f"\nCo-authored-by: {name} <>" for name in who[1:])
    subject = say("Edited in Word")
    message = f"{subject}\n\n{keys}\n{also}"
    files_of = {name: text.encode() for name, text in taken.texts.items()}
    commit_on(repository_of(workspace), branch, files_of, who[0] if who else "", message)


def _write(workspace: Workspace, taken: Taken, now: dict[str, str]) -> None:
    from generator.base.border.writing import ChangedMeanwhile, write_through

    for name, text in taken.texts.items():
        try:
            write_through(workspace.root / name, text.encode(), now[name].encode(), workspace.root)
        except ChangedMeanwhile as changed:
            message = say("the file {file} was changed meanwhile", file=name)
            raise NotFound(message, say("give the command again")) from changed


def _told(back: Returned, taken: Taken, state: State, way: Way) -> Iterator[str]:
    """The lines that tell what came of the document."""
    for one in taken.changes:
        yield f"  {one.key}: {_short(one.old)} → {_short(one.new)}"
    for one in taken.there:
        yield "  " + say("{key}: stands in the YAML already", key=one.key)
    yield from _comments(back, way)
    yield from _listed(say("Not taken back:"), (*taken.conflicts, *back.told))
    yield from _listed(say("The document will say otherwise too:"), back.follows)
    yield ""
    yield _counted(taken, len(back.told) + len(taken.conflicts), way)
    if taken.texts and way.branch and not way.dry_run:
        yield say("It stands on the branch {branch}; `git diff HEAD {branch}` shows it.", branch=way.branch)
    elif taken.texts and not way.dry_run:
        yield say(NEXT, plan=state.folder.name)


def _comments(back: Returned, way: Way) -> Iterator[str]:
    for one in back.remarks:
        if way.list_comments:
            yield "  " + say("{key}: {comment}", key=one.key, comment=one.line)
        else:
            yield "  " + say("{key}: the comment {comment}", key=one.key, comment=f"`{one.line}`")


def _listed(title: str, told: Iterable[Told]) -> Iterator[str]:
    found = list(told)
    if not found:
        return
    yield f"\n{title}"
    heading = None
    for one in found:
        if one.heading != heading:
            heading = one.heading
            yield f"  {heading}" if heading else ""
        yield f"    {_short(one.old)} → {_short(one.new)}"
        yield f"      {one.why}"
        if one.hint:
            yield f"      {one.hint}"


def _counted(taken: Taken, kept: int, way: Way) -> str:
    number = len(taken.changes)
    if way.dry_run:
        return say_count(
            "{n} key would be changed, {kept} not taken back",
            "{n} keys would be changed, {kept} not taken back",
            number, kept=kept,
        )  # fmt: skip
    return say_count("{n} key changed, {kept} not taken back", "{n} keys changed, {kept} not taken back",
                     number, kept=kept)  # fmt: skip


def _short(words: str) -> str:
    """The words on a line, in the middle of which some may lack; nothing is a dash."""
    line = " ".join(words.split())
    return (line if len(line) <= MOST_WORDS else f"{line[: MOST_WORDS - 1]}…") or "–"

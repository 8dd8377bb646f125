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
from generator.workspace.git import Repository, repository_of

if TYPE_CHECKING:
    from generator.compare.returned import Returned, Told
    from generator.compare.returned.into_now import Taken
    from generator.compare.returned.state import State

MOST_WORDS = 70
NEXT = later("Now `aftale check {plan}` says whether it holds together, and `aftale diff` what has changed.")
NO_DOCUMENT = later("choose a document, or a redline, that this program has made")


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
        back = [(path, *_back(path, workspace, open_)) for path in documents]
        for path, state, found, who in back:
            if len(back) > 1:
                echo(f"{path}:")
            complete &= _taken(workspace, state, found, way, who)
    return 0 if complete else 1


def sum_of(path: Path, workspace: Workspace) -> str:
    """One line on what taking a document back that was changed by hand would come to."""
    from generator.compare.returned.into_now import into_now

    with ExitStack() as open_:
        try:
            state, back, _ = _back(path, workspace, open_)
            taken = into_now(state, back, _as_it_is(workspace, state))
        except (NotFound, Rejected, GitRefused):
            return say("`aftale return` cannot tell what was changed")
    kept = len(back.told) + len(taken.conflicts)
    if not (taken.texts or kept):
        return say("all that was changed in it stands in the YAML: the file can be deleted")
    return say("`aftale return` would change: {n}; it would not take back: {kept}",
               n=len(taken.changes) + len(back.remarks), kept=kept)


def _back(path: Path, workspace: Workspace, open_: ExitStack) -> tuple[State, Returned, list[str]]:
    """The state that the document was made of, what of it comes back, and who edited it."""
    from generator.compare.returned import returned
    from generator.compare.returned.people import people
    from generator.compare.returned.state import State
    from generator.formats.word.reading import read_document
    from generator.workspace import stamp
    from generator.workspace.of_stamp import as_made

    data = files.read(path)
    read, found = read_document(data), stamp.read(data)
    if found.stamp is None or not found.stamp.sources:
        raise NotFound(say("{file} does not say what it was made from", file=path), say(NO_DOCUMENT))
    made = open_.enter_context(as_made(workspace, found.stamp, _stem(path)))
    state = State.of(made.folder, made.file)
    back = returned(state, read)
    if made.are_others and (back.changes or back.told):  # what differs may be what the sources say since
        hint = say("keep a version with `aftale save` before a document is sent; then its sources are known")
        raise NotFound(say("no commit has the sources that {file} was made from", file=path), hint)
    repository = Repository.of(workspace.root)
    return state, back, people(read, [repository.author] if repository else [])


def _taken(workspace: Workspace, state: State, back: Returned, way: Way, who: Sequence[str]) -> bool:
    """Take what comes back into the files, tell of it, and say whether it is all."""
    from generator.compare.returned.into_now import into_now

    now = _on_branch(workspace, state, way.branch) if way.branch else _as_it_is(workspace, state)
    taken = into_now(state, back.without_remarks() if way.list_comments else back, now)
    if way.branch and taken.texts and not way.dry_run:
        _commit(workspace, way.branch, who, taken)
    elif not way.dry_run:
        _write(workspace, taken, now)
    echo("\n".join(_told(back, taken, state, way)))
    return not (back.told or taken.conflicts)


def _stem(path: Path) -> str:
    """The name of the document, without what tells of a redline or of a copy."""
    return path.stem.split(" (")[0].removesuffix(".redline")


def _as_it_is(workspace: Workspace, state: State) -> dict[str, str]:
    """The files of the plan as they are now."""
    from generator.plan.source.read import read_source

    return {name: read_source(workspace.root / name, name).decode() for name in state.files}


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

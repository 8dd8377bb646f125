"""`aftale return FILE.docx`: what people have edited in a document, taken into the YAML of its plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from generator.base.border import files
from generator.base.border.refused import GitRefused
from generator.base.findings import Rejected
from generator.base.language import say
from generator.base.values import replace
from generator.cli.echo import echo
from generator.workspace.folders import NotFound, Workspace
from generator.workspace.git import repository_of

if TYPE_CHECKING:
    from generator.cli.returned_screen import Way
    from generator.compare.returned.from_file import Back
    from generator.compare.returned.into_now import Taken
    from generator.compare.returned.state import State
    from generator.compare.returned.wording import Worded



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
    from generator.cli import returned_screen
    from generator.compare.returned.forced import forced
    from generator.compare.returned.into_now import into_now
    from generator.compare.returned.wording import worded

    state, found = one.state, one.returned
    words = worded(state, one.read, found) if way.wording else None
    if words:
        found = words.left(found)
    found, guesses = forced(state, found) if way.force else (found, ())
    names = [*state.files, *([words.file] if words else [])]
    now = _on_branch(workspace, state, way.branch, names) if way.branch else one.as_it_is(workspace, names)
    taken = into_now(state, found.without_remarks() if way.list_comments else found, now, force=way.force)
    if words and words.taken:
        taken = _with_wording(words, taken, now)
    if way.branch and taken.texts and not way.dry_run:
        _commit(workspace, way.branch, one.people, taken)
    elif not way.dry_run:
        _write(workspace, taken, now)
    echo("\n".join(returned_screen.told(found, taken, guesses, words, state.folder.name, way)))
    return not (found.told or taken.conflicts)


def _with_wording(words: Worded, taken: Taken, now: Mapping[str, str]) -> Taken:
    """The same with the plan's own template among the texts; NotFound where it is another by now."""
    if now[words.file] != words.was:
        message = say("the file {file} is another than when the document was made", file=words.file)
        raise NotFound(message, say("write the wording by hand, or leave --wording out"))
    return replace(taken, texts={**taken.texts, words.file: words.text})


def _on_branch(workspace: Workspace, state: State, branch: str, names: Iterable[str]) -> dict[str, str]:
    """The files of those names as the branch has them, or is to begin with."""
    from generator.workspace.on_branch import tip_of

    repository = repository_of(workspace)
    held = repository.files(tip_of(repository, branch).ident, list(names))
    then = {name: file.text for name, file in state.files.items()}
    return {name: held[name].decode() if name in held else then.get(name, "") for name in names}


def _commit(workspace: Workspace, branch: str, who: Sequence[str], taken: Taken) -> None:
    """Commit the texts on the branch, as of the first of those who edited them."""
    from generator.cli.returned_screen import both
    from generator.workspace.on_branch import commit_on

    keys = "\n".join(f"{one.key}: {both(one.old, one.new)}" for one in taken.changes)
    also = "".join(f"\nCo-authored-by: {name} <>" for name in who[1:])
    subject = say("Edited in Word")
    message = f"{subject}\n\n{keys}\n{also}"
    files_of = {name: text.encode() for name, text in taken.texts.items()}
    commit_on(repository_of(workspace), branch, files_of, who[0] if who else "", message)


def _write(workspace: Workspace, taken: Taken, now: Mapping[str, str]) -> None:
    from generator.base.border.writing import ChangedMeanwhile, make_folder, new_file, write_through

    for name, text in taken.texts.items():
        path = workspace.root / name
        try:
            if files.is_there(path):
                write_through(path, text.encode(), now[name].encode(), workspace.root)
            else:
                make_folder(path.parent, workspace.root)
                new_file(path, text.encode())
        except ChangedMeanwhile as changed:
            message = say("the file {file} was changed meanwhile", file=name)
            raise NotFound(message, say("give the command again")) from changed

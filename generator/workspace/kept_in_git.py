"""The plans kept as a version in git, for those who know none: their files alone, whatever else is staged."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from generator.base.border import environment, files, git, names, writing
from generator.base.border.refused import GitRefused, NoGit
from generator.base.language import later, listed, say
from generator.workspace.folders import AGREEMENTS, OUTPUT, SCHEMAS, TEMPLATES, Workspace
from generator.workspace.git import Commit, Repository

IGNORE = ".gitignore"
PARTS = (AGREEMENTS, TEMPLATES, SCHEMAS, IGNORE, ".gitattributes")
IGNORED = f"""\
# Det her gemmes ikke i git: Dokumenterne kan altid bygges igen, og resten lægger Word og LibreOffice fra sig.
/{OUTPUT}/
~$*
.~lock.*#
"""
UNDER_WAY: Mapping[str, str] = MappingProxyType({
    "MERGE_HEAD": later("a merge is not finished in git"),
    "rebase-merge": later("a rebase is not finished in git"),
    "rebase-apply": later("a rebase is not finished in git"),
    "CHERRY_PICK_HEAD": later("a cherry-pick is not finished in git"),
    "REVERT_HEAD": later("a revert is not finished in git"),
})  # fmt: skip
"""Files and folders of git that are there while something is under way."""
FINISH = later("finish it, or give it up, as `git status` says; then save again")
_COMMIT = ("commit", "-q", "--no-verify", "--no-gpg-sign", "--cleanup=whitespace", "--only")
_IN_UTF_8 = ("-c", "i18n.commitEncoding=utf-8")
_PLAIN = ("--no-ext-diff", "--no-textconv", "--no-renames", "-z")

Change = Literal["A", "M", "D", "T"]


class KeptFile(Struct, frozen=True):
    """One file of a version: what became of it, and how many lines came and went, where it has lines."""

    name: str
    change: Change
    lines: tuple[int, int] | None


class Kept(Struct, frozen=True):
    """A version, its branch and its files; the newest version, and no files, where nothing has changed."""

    version: Commit | None
    branch: str
    files: tuple[KeptFile, ...]


def leave_out_what_is_made(workspace: Workspace) -> bool:
    """Write the .gitignore beside agreements/ where there is none, and tell whether it was written."""
    try:
        writing.new_file(workspace.root / IGNORE, IGNORED.encode())
    except writing.ChangedMeanwhile:
        return False
    return True


def repository_for(workspace: Workspace) -> tuple[Repository, bool]:
    """The repository that the workspace is in, made where there is none, and whether it was. GitRefused."""
    try:
        return Repository.found(workspace.root), False
    except NoGit:
        if git.program() is None:
            raise
    git.answer(workspace.root, "-c", "init.defaultBranch=main", "init", "-q")
    leave_out_what_is_made(workspace)
    return Repository.found(workspace.root), True


def keep(workspace: Workspace, repository: Repository, message: str = "") -> Kept:
    """Commit the workspace's files as they are. Raises GitRefused where that would spoil something.

    What is staged of other files stays staged, and is not in the version. No program that a setting of the
    repository names is run: no hook, no filter, no signer.
    """
    if not workspace.root.is_relative_to(files.resolved(repository.top)):
        raise GitRefused(say("the git repository is of another folder"), say(FINISH))
    branch = _branch(workspace.root)
    _nothing_is_under_way(workspace.root)
    _all_can_be_kept(workspace)
    changed = _staged(workspace.root)
    if changed:
        settings = (*_author(repository), *git.without_filters(workspace.root), *_IN_UTF_8)
        text = message.strip() or _message(changed)
        git.answer(workspace.root, *settings, *_COMMIT, "-m", text, "--", *_parts(changed))
    version = repository.commit("HEAD")
    return Kept(version, branch, _files(repository) if changed else ())


def _branch(folder: Path) -> str:
    try:
        return names.of_bytes(git.answer(folder, "symbolic-ref", "--short", "HEAD")).strip()
    except GitRefused as refused:
        hint = say("go to a branch first, such as with: git switch main")
        raise GitRefused(say("git stands at an old version here, and on no branch"), hint) from refused


def _nothing_is_under_way(folder: Path) -> None:
    asked = [word for name in UNDER_WAY for word in ("--git-path", name)]
    places = names.of_bytes(git.answer(folder, "rev-parse", *asked)).splitlines()
    for place, why in zip(places, UNDER_WAY.values(), strict=True):
        if files.is_there(folder / place):
            raise GitRefused(say(why), say(FINISH))
    if git.answer(folder, "ls-files", "--unmerged"):
        raise GitRefused(say("git has files with conflicts that nobody has settled"), say(FINISH))


def _all_can_be_kept(workspace: Workspace) -> None:
    """Refuse plans that git would leave out, or of which it would keep no more than a number."""
    plans = [workspace.plan(name).path for name in workspace.plan_names()]
    for folder in (workspace.root / AGREEMENTS, *plans):
        if files.is_there(folder / ".git"):
            hint = say("give the command there, or delete what is called .git in it")
            why = say("{folder} is a git repository of its own", folder=workspace.name_of(folder))
            raise GitRefused(why, hint)
    if plans and AGREEMENTS not in _parts(_known(workspace.root)):
        hint = say("take it out of that file; `git check-ignore -v agreements/*` tells which")
        raise GitRefused(say("a .gitignore leaves out agreements/"), hint)


def _known(folder: Path) -> list[str]:
    """Files of the plans that git keeps, or would."""
    listing = ("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *PARTS)
    return _names(git.answer(folder, *listing))


def _staged(folder: Path) -> list[str]:
    """Stage the files of the plans, and name those that differ from the newest version."""
    parts = _parts(_known(folder))
    if parts:
        git.answer(folder, *git.without_filters(folder), "add", "-A", "--", *parts)
    return _names(git.answer(folder, "diff", "--cached", "--relative", "--name-only", *_PLAIN, "--", *PARTS))


def _parts(paths: list[str]) -> list[str]:
    """Parts that one of the files is in."""
    there = {path.partition("/")[0] for path in paths}
    return [part for part in PARTS if part in there]


def _message(changed: list[str]) -> str:
    plans = dict.fromkeys(path.split("/")[1] for path in changed if path.startswith(f"{AGREEMENTS}/"))
    return say("Saved: {plans}", plans=listed(plans or _parts(changed), most=5))


def _author(repository: Repository) -> list[str]:
    """Settings for who saves, where git does not know: the user of the computer."""
    user = environment.user()
    known = {"user.name": user, "user.email": f"{user}@localhost"}
    return [word for name, value in known.items() if not repository.setting(name)
            for word in ("-c", f"{name}={value}")]  # fmt: skip


def _files(repository: Repository) -> tuple[KeptFile, ...]:
    """The files of the newest version, by name."""
    asked = ("diff-tree", "--root", "--no-commit-id", "-r", *_PLAIN)
    words = iter(_names(git.answer(repository.top, *asked, "--name-status", "HEAD")))
    changes = {name: change for change, name in zip(words, words, strict=True)}
    lines = (one.split("\t", 2) for one in _names(git.answer(repository.top, *asked, "--numstat", "HEAD")))
    counts = {name: (int(new), int(gone)) for new, gone, name in lines if new.isdigit() and gone.isdigit()}
    return tuple(
        KeptFile(names.shown(name.removeprefix(repository.prefix)), change, counts.get(name))  # type: ignore[arg-type]
        for name, change in sorted(changes.items())
    )


def _names(answer: bytes) -> list[str]:
    return [name for name in names.of_bytes(answer).split("\0") if name]

"""Files committed on a branch by somebody else's hand, whatever is checked out and staged."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.border import environment, git, names
from generator.base.border.refused import GitRefused
from generator.base.language import say
from generator.workspace.git import Commit, Repository


def tip_of(repository: Repository, branch: str) -> Commit:
    """The commit that the branch is to go on from: its newest, or that of now. Raises GitRefused."""
    git.answer(repository.top, "check-ref-format", "--branch", branch)
    if _checked_out(repository) == branch:
        hint = say("name another branch, or leave the option out and save with `aftale save`")
        raise GitRefused(say("the branch {branch} is the one that you are on", branch=branch), hint)
    found = repository.commit(f"refs/heads/{branch}") or repository.commit("HEAD")
    if found is None:
        raise GitRefused(say("there is no commit yet"), say("make one with `aftale save`"))
    return found


def commit_on(
    repository: Repository, branch: str, files: Mapping[str, bytes], author: str, message: str
) -> Commit:
    """Commit the workspace's files of those names on the branch, as of that author. Raises GitRefused."""
    tip = tip_of(repository, branch)
    asked = git.answer(repository.top, *_known(repository), "var", "GIT_COMMITTER_IDENT")
    who = names.of_bytes(asked).strip()
    moment = who.rpartition("> ")[2]
    by = " ".join(author.replace("<", " ").replace(">", " ").split())
    lines = [f"commit refs/heads/{branch}", f"author {by} <> {moment}" if by else f"author {who}",
             f"committer {who}"]  # fmt: skip
    stream = [*(line.encode() + b"\n" for line in lines), _data(message.encode()),
              f"from {tip.ident}\n".encode()]
    for name, data in files.items():
        path = names.in_bytes(f"{repository.prefix}{name}")
        stream += [b"M 100644 inline " + path + b"\n", _data(data)]
    git.answer(repository.top, "fast-import", "--quiet", "--date-format=raw", text=b"".join(stream))
    made = repository.commit(f"refs/heads/{branch}")
    assert made
    return made


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _checked_out(repository: Repository) -> str:
    try:
        return names.of_bytes(git.answer(repository.top, "symbolic-ref", "--short", "HEAD")).strip()
    except GitRefused:
        return ""


def _known(repository: Repository) -> list[str]:
    """Settings for who commits, where git does not know: the user of the computer."""
    user = environment.user()
    known = {"user.name": user, "user.email": f"{user}@localhost"}
    return [word for name, value in known.items() if not repository.setting(name)
            for word in ("-c", f"{name}={value}")]  # fmt: skip

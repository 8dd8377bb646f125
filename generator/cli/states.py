"""Words of `aftale diff` that say what to compare: git revisions and issued versions first, then plans."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from generator.base.language import say
from generator.base.nearest import suggestion
from generator.workspace.folders import AGREEMENTS, NotFound, Workspace

if TYPE_CHECKING:
    from generator.compare.issued_versions import Issued
    from generator.workspace.git import Commit, Repository

MOST = 2


class Asked(NamedTuple):
    """Two states to compare, and the plans; `until` is None for the files as they are now."""

    since: Commit | Issued
    until: Commit | Issued | None
    plans: tuple[str, ...]


def asked(words: tuple[str, ...], workspace: Workspace) -> Asked:
    """Part the words; FROM is HEAD when left out. NotFound for a word that is nothing of the kind."""
    return _Words(workspace).parted(words)


class _Words:
    """Words in a workspace; git is asked where a word needs it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def _repository(self) -> Repository:
        from generator.workspace.git import repository_of

        return repository_of(self._workspace)

    def parted(self, words: tuple[str, ...]) -> Asked:
        from generator.compare.issued_versions import issued_named

        states: list[Commit | Issued] = []
        plans: list[str] = []
        for word in _apart(words):
            may_be_state = not plans and len(states) < MOST
            if self._is_plan(word):
                plans.append(self._workspace.plan(word).name)
            elif state := (may_be_state and (issued_named(word) or self._repository.commit(word))):
                states.append(state)
            elif self._was_plan(word, states):
                plans.append(word)
            else:
                message = say("`{word}` is neither a git revision nor a plan", word=word)
                raise NotFound(message, suggestion(word, self._workspace.plan_names()))
        since = states[0] if states else self._head()
        return Asked(since, states[1] if len(states) == MOST else None, tuple(plans))

    def _is_plan(self, word: str) -> bool:
        try:
            self._workspace.plan(word)
        except NotFound:
            return False
        return True

    def _was_plan(self, word: str, states: list[Commit | Issued]) -> bool:
        """Tell whether one of the revisions has a plan of that name, which is gone since."""
        from generator.workspace.git import Commit

        folder = f"{AGREEMENTS}/{word}"
        commits = [state for state in states or [self._head()] if isinstance(state, Commit)]
        return any(self._repository.blobs(commit.ident, [folder]) for commit in commits)

    def _head(self) -> Commit:
        head = self._repository.commit("HEAD")
        if head is None:
            raise NotFound(say("there is no commit yet to compare with"),
                           say("make one with `aftale save`"))  # fmt: skip
        return head


def _apart(words: tuple[str, ...]) -> list[str]:
    """Part the words: `FROM..TO` is two."""
    if words and ".." in words[0] and "/" not in words[0].replace("..", ""):
        since, _, until = words[0].partition("..")
        return [since or "HEAD", until.lstrip(".") or "HEAD", *words[1:]]
    return list(words)

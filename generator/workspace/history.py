"""History of the plans' files, told by git in one answer: every commit, and what it put in place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from generator.base.border import git, names
from generator.base.border.refused import NoGit
from generator.workspace.folders import AGREEMENTS
from generator.workspace.git import FILE_MODES, PLAIN, Repository

_ASKED = ("log", *PLAIN, "--format=%H %P", "-z", "--raw", "--no-abbrev", "--no-renames", "--root",
          "--diff-merges=first-parent", "--full-history", "--sparse", "--date-order")  # fmt: skip

MOST_FILES = 8
"""Files whose blobs are at hand: those of one plan, however many there are."""


class Step(Struct, frozen=True):
    """A commit by its id, those before it, and the id of what it left in each file that it changed."""

    ident: str
    parents: tuple[str, ...]
    blobs: dict[str, str]


class History:
    """Commits from the last one back to the first. Raises GitRefused."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._held: dict[str, dict[str, str]] = {}

    @cached_property
    def steps(self) -> dict[str, Step]:
        """Every commit by its id, none before one that follows it."""
        where = f":(top,literal){self._repository.prefix}{AGREEMENTS}"
        try:
            told = names.of_bytes(git.answer(self._repository.top, *_ASKED, "--", where))
        except NoGit:  # no commit yet
            return {}
        return {step.ident: step for step in self._steps(iter(told.split("\0")))}

    @property
    def last(self) -> str:
        """Id of the last commit; empty where there is none."""
        return next(iter(self.steps), "")

    def held(self, path: str) -> dict[str, str]:
        """Id of what was in the workspace's file at each commit; empty where it was not there."""
        if path not in self._held:
            if len(self._held) >= MOST_FILES:
                self._held.clear()
            held: dict[str, str] = {}
            for ident, step in reversed(self.steps.items()):
                before = held.get(step.parents[0], "") if step.parents else ""
                held[ident] = step.blobs.get(path, before)
            self._held[path] = held
        return self._held[path]

    def files(self, ident: str, below: str) -> dict[str, str]:
        """The workspace's files below the folder at the commit, each with the id of what was in it."""
        line = [ident]
        while before := self.steps[line[-1]].parents:
            line.append(before[0])
        held: dict[str, str] = {}
        for one in reversed(line):
            held.update(self.steps[one].blobs)
        return {path: blob for path, blob in held.items() if blob and path.startswith(below)}

    def of(self, paths: tuple[str, ...], start: str) -> Iterator[tuple[Step, tuple[str, ...]]]:
        """Yield the commits that changed one of the files, with the ids of what they held, the newest first.

        Those that `start` has; of what was merged in and dropped, none, as git itself tells it.
        """
        held, wanted = [self.held(path) for path in paths], {start}
        for ident, step in self.steps.items():
            if ident not in wanted:
                continue
            now = tuple(one[ident] for one in held)
            before = [(parent, tuple(one.get(parent, "") for one in held)) for parent in step.parents]
            if same := next((parent for parent, then in before if then == now), ""):
                wanted.add(same)
                continue
            wanted.update(step.parents)
            if before or any(now):
                yield step, now

    def _steps(self, words: Iterator[str]) -> Iterator[Step]:
        """Read git's answer: of each commit its facts, and then mode, ids and name of each file."""
        step: Step | None = None
        for word in words:
            if word.lstrip("\n").startswith(":") and step:
                _, mode, _, blob, _ = word.split(" ")
                path = next(words).removeprefix(self._repository.prefix)
                step.blobs[path] = blob if mode in FILE_MODES else ""
            elif word:
                if step:
                    yield step
                ident, *parents = word.split()
                step = Step(ident, tuple(parents), {})
        if step:
            yield step

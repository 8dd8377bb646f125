"""Lines of a file with the commit that last changed each, as git knows it: one process a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from generator.base.border import git, names
from generator.base.border.refused import GitRefused
from generator.workspace.git import Repository

SHORT = 7
_HERE_ALONE = "0" * 40


class Change(NamedTuple):
    """The commit that last changed a line: its id in short, its day as ISO, who made it, and its subject.

    `short` is empty for a line that no commit has yet.
    """

    short: str
    day: str
    author: str
    subject: str


class Blame:
    """Changes of the lines of a workspace's files, as they are now or as a commit has them."""

    def __init__(self, repository: Repository, commit: str = "") -> None:
        self._repository, self._commit = repository, commit
        self._files: dict[str, Mapping[int, Change] | GitRefused] = {}

    def newest(self, file: str, lines: Iterable[int]) -> Change | None:
        """The newest of the changes of those lines (from 1); None where git has none of them.

        Raises GitRefused where git does not know the file.
        """
        if file not in self._files:
            self._files[file] = self._asked(file)
        changes = self._files[file]
        if isinstance(changes, GitRefused):
            raise changes.again()
        found = [changes[line] for line in lines if line in changes]
        return max(found, key=lambda change: (not change.short, change.day), default=None)

    def _asked(self, file: str) -> Mapping[int, Change] | GitRefused:
        """The account of a file; no program of the folder's own is run for it."""
        at = [self._commit] if self._commit else []
        words = ("blame", "--porcelain", "--no-textconv", *at, "--", self._repository.prefix + file)
        try:
            return _read(names.of_bytes(git.answer(self._repository.top, *words)))
        except GitRefused as refused:
            return refused.again()


def _read(porcelain: str) -> Mapping[int, Change]:
    """The change of each line; git tells of a commit once, at the first line that it changed."""
    known: dict[str, Change] = {}
    facts: dict[str, str] = {}
    found: dict[int, Change] = {}
    ident, line = "", 0
    for told in porcelain.split("\n"):
        if told.startswith("\t"):
            if ident not in known:
                known[ident] = _change(ident, facts)
            found[line] = known[ident]
            ident, facts = "", {}
        elif not ident:
            ident, _, place = told.partition(" ")
            line = int(place.split()[1]) if place else 0
        else:
            name, _, value = told.partition(" ")
            facts[name] = value
    return found


def _change(ident: str, facts: Mapping[str, str]) -> Change:
    if ident == _HERE_ALONE:
        return Change("", "", "", "")
    zone = facts.get("committer-tz", "+0000")
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    away = timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes)) if minutes else UTC
    day = datetime.fromtimestamp(int(facts["committer-time"]), away).date().isoformat()
    return Change(ident[:SHORT], day, facts["author"], facts["summary"])

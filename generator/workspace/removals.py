"""Lines that are gone from a file, with the commit that took each out, as git knows it: a process a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.base.border import git, names
from generator.base.border.refused import GitRefused
from generator.workspace.blame import SHORT, Change
from generator.workspace.git import Repository

_HEAD = "\x01"
_FORMAT = f"--format={_HEAD}%H%x1f%cs%x1f%an%x1f%s"
_PLAIN = ("--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-notes", "--no-mailmap", "--no-color")
_HERE_ALONE = Change("", "", "", "")


class Removals:
    """Changes that took lines out of a workspace's files, between a commit and another one or what is now.

    A line that is gone is known by its text: of commits that took out such a line the newest is meant.
    """

    def __init__(self, repository: Repository, since: str, until: str = "") -> None:
        self._repository, self._since, self._until = repository, since, until
        self._taken_out: dict[str, Mapping[str, Change]] = {}
        self._old: dict[str, list[str]] = {}

    def newest(self, file: str, lines: Iterable[int]) -> Change | None:
        """The newest of the changes that took out those lines (from 1) of the file as it was.

        What no commit has taken out is told as not committed, where the files are as they are now. None where
        git knows nothing of it. Raises GitRefused where it does not answer.
        """
        if file not in self._old:
            self._old[file] = self._text(file)
            self._taken_out[file] = self._asked(file)
        old, known = self._old[file], self._taken_out[file]
        texts = [old[line - 1] for line in lines if line <= len(old)]
        found = [known[text] for text in texts if text in known]
        if texts and not found and not self._until:
            return _HERE_ALONE
        return max(found, key=lambda change: change.day, default=None)

    def _text(self, file: str) -> list[str]:
        """The lines of the file as it was."""
        held = self._repository.files(self._since, [file]).get(file, b"")
        return names.of_bytes(held).replace("\r\n", "\n").split("\n")

    def _asked(self, file: str) -> Mapping[str, Change]:
        """The newest change that took out each line; no program of the folder's own is run for it."""
        path = f":(top,literal){self._repository.prefix}{file}"
        span = f"{self._since}..{self._until or 'HEAD'}"
        words = ("log", "-p", "-U0", "--no-merges", "--no-renames", *_PLAIN, _FORMAT, span, "--", path)
        try:
            return _read(names.of_bytes(git.answer(self._repository.top, *words)))
        except GitRefused:
            return {}


def _read(log: str) -> Mapping[str, Change]:
    """The newest change of each line that one took out; git tells the newest commit first."""
    found: dict[str, Change] = {}
    for told in log.split(_HEAD)[1:]:
        head, *lines = told.split("\n")
        ident, day, author, subject = head.split("\x1f", 3)
        change = Change(ident[:SHORT], day, author, subject)
        in_hunk = False
        for line in lines:
            in_hunk = line.startswith("@@") or (in_hunk and not line.startswith("diff "))
            if in_hunk and line.startswith("-"):
                found.setdefault(line[1:].rstrip("\r"), change)
    return found

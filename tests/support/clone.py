"""A git repository that a test may commit to, with the same commits every time."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

MOMENT = "2026-03-01T12:00:00+00:00"
WHO = {
    "GIT_AUTHOR_NAME": "Sekretariatet", "GIT_AUTHOR_EMAIL": "s@example.org", "GIT_AUTHOR_DATE": MOMENT,
    "GIT_COMMITTER_NAME": "Sekretariatet", "GIT_COMMITTER_EMAIL": "s@example.org",
    "GIT_COMMITTER_DATE": MOMENT, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


@dataclass(frozen=True)
class Clone:
    """The repository in a folder."""

    root: Path

    def git(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """What git answers."""
        return subprocess.run(
            ["git", "-C", str(self.root), *words],
            env={**os.environ, **WHO}, check=check, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip

    def commit(self, message: str) -> str:
        """Commit everything as it is; the commit's id."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
        return self.git("rev-parse", "HEAD").stdout.strip()


def clone_in(folder: Path) -> Clone:
    """A new repository there."""
    clone = Clone(folder)
    clone.git("init", "-q", "-b", "main")
    return clone

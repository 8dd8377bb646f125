"""The exception for what git does not answer, apart from git: to name it costs no import of processes."""

from __future__ import annotations


class GitRefused(Exception):
    """Git does not answer, and why, with what to do about it."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.why, self.hint = why, hint

    def again(self) -> GitRefused:
        """Make the same refusal without a traceback: one that is kept would hold all that ever asked."""
        return type(self)(self.why, self.hint)


class NoGit(GitRefused):
    """There is no git, or no repository: nothing is wrong, and nothing is known."""

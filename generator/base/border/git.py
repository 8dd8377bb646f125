"""Git as a process: asked by its full path, for what it has itself, and for no longer than a while.

A folder's own settings name programs (hooks, a file monitor, a pager, ssh, helpers of a remote) and a
repository may lack objects that git would fetch. Nothing of that is run, and no network is used: the
settings are overruled on the command line, and protocols by GIT_ALLOW_PROTOCOL, which no setting overrules.
"""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Timer
from typing import IO

from generator.base.border import environment, files
from generator.base.border.refused import GitRefused, NoGit
from generator.base.language import later, say

PATIENCE = 60.0
"""Seconds that an answer may take."""
LARGEST = 512_000_000
"""Bytes of one answer: all files of a revision."""
_OVERRULED = (
    "core.quotepath=off", f"core.hooksPath={os.devnull}", "core.fsmonitor=false", "core.pager=cat",
    "core.askPass=", "credential.helper=", "log.showSignature=false", "protocol.allow=never",
    "gc.auto=0", "maintenance.auto=false", "submodule.recurse=false",
)  # fmt: skip
_SETTINGS = {
    "GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat", "GIT_CONFIG_PARAMETERS": "", "LC_ALL": "C",
}  # fmt: skip
_THE_USERS_OWN = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
FETCH = later("fetch it: `git fetch --unshallow`, or `git fetch --refetch`; else see what `git fsck` says")
FSCK = later("see what `git fsck` says")
_LACKING = ("missing", "unable to read", "could not fetch", "bad object", "promisor", "lazy fetching",
            "unable to find", "is corrupt", "loose object", "bad tree")  # fmt: skip


def answer(folder: Path, *words: str, text: bytes = b"") -> bytes:
    """Answer of git in that folder; `text` is what it is given to read. Raises GitRefused."""
    import tempfile

    try:
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as complaint:
            given.write(text)
            given.seek(0)
            process = _started(folder, words, given, complaint)
            said = _within_limits(process)
            complaint.seek(0)
            complaints = complaint.read(4000).decode("utf-8", "replace")
    except OSError as error:
        why = say("git cannot be asked: {reason}", reason=files.reason(error))
        raise GitRefused(why, say("see that there is room in the folder for temporary files")) from error
    if process.returncode:
        raise _refusal(complaints, process.returncode, folder)
    return said


class Conversation:
    """A git that answers as long as it is asked, a line or so many bytes at a time. Raises GitRefused."""

    def __init__(self, folder: Path, *words: str) -> None:
        import weakref

        self._process = _started(folder, words, subprocess.PIPE, subprocess.DEVNULL)
        weakref.finalize(self, _end, self._process)

    def ask(self, question: bytes) -> bytes:
        """The first line of the answer to a question of one line."""
        asked, answers = self._process.stdin, self._process.stdout
        assert asked and answers
        line = b""
        with _Clock(self._process), suppress(OSError):
            asked.write(question + b"\n")
            asked.flush()
            line = answers.readline(10_000)
        if not line.endswith(b"\n"):
            raise GitRefused(say("git ended before it had answered"), say(FSCK))
        return line[:-1]

    def rest(self, size: int) -> bytes:
        """Read so many bytes more."""
        assert self._process.stdout
        if size > LARGEST:
            why = say("git has a file of over {size} MB", size=LARGEST // 1_000_000)
            raise GitRefused(why, say("see what was committed"))
        with _Clock(self._process):
            data = self._process.stdout.read(size)
        if len(data) != size:
            raise GitRefused(say("git ended before it had answered"), say(FSCK))
        return data


def without_filters(folder: Path) -> tuple[str, ...]:
    """Settings that overrule the filters which the folder's own settings name: each is a program."""
    with suppress(GitRefused):  # there is none
        told = answer(folder, "config", "--show-scope", "--name-only", "-z", "--get-regexp", r"^filter\.")
        words = told.decode("utf-8", "surrogateescape").split("\0")
        names = {name.rpartition(".")[0] for scope, name in zip(words[::2], words[1::2], strict=False)
                 if scope in ("local", "worktree")}  # fmt: skip
        values = ("clean=", "smudge=", "process=", "required=false")
        return tuple(word for name in sorted(names) for value in values for word in ("-c", f"{name}.{value}"))
    return ()


def run(*words: str, folder: Path | None = None) -> tuple[int, str]:
    """Exit status and complaint of git, when it is to do something here. Raises GitRefused."""
    process = _started(folder, words, subprocess.DEVNULL, subprocess.PIPE)
    try:
        _, complaint = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired as late:
        process.kill()
        process.communicate()
        raise _too_late() from late
    return process.returncode, complaint.decode("utf-8", "replace").strip()


@cache
def program() -> str | None:
    """The full path of git, from the folders of PATH that are named whole; None where it is in none."""
    import shutil

    folders = [name for name in os.get_exec_path() if Path(name).is_absolute()]
    found = shutil.which("git", path=os.pathsep.join(folders))
    return found if found and str(Path(found).parent) in {str(Path(name)) for name in folders} else None


def _started(
    folder: Path | None, words: tuple[str, ...], given: int | IO[bytes], complaint: int | IO[bytes]
) -> subprocess.Popen[bytes]:
    git = program()
    if git is None:
        raise NoGit(say("git is not installed"), say("install git, and clone the repository"))
    overruled = [word for setting in _OVERRULED for word in ("-c", setting)]
    where = ["-C", str(folder)] if folder else []
    command = [git, "--no-pager", *overruled, *where, *words]
    pipe, settings = subprocess.PIPE, _settings()
    try:
        return subprocess.Popen(command, stdin=given, stdout=pipe, stderr=complaint, env=settings)
    except (OSError, ValueError) as error:  # a NUL among the words
        why = say("git cannot be started: {reason}", reason=_reason(error))
        raise GitRefused(why, say("see whether git works here")) from error


def _settings() -> dict[str, str]:
    """The environment without what would lead git elsewhere, make it talk, or name it a program."""
    return {**environment.without("GIT_", "SSH_ASKPASS"), **environment.only(*_THE_USERS_OWN), **_SETTINGS}


def _within_limits(process: subprocess.Popen[bytes]) -> bytes:
    """All that the process says, of which there may not be too much, in a time that may not be too long."""
    assert process.stdout
    with _Clock(process) as clock, process.stdout as answers:
        try:
            said = answers.read(LARGEST + 1)
            if len(said) > LARGEST:
                why = say("git answers with over {size} MB", size=LARGEST // 1_000_000)
                raise GitRefused(why, say("see what was committed"))
            process.wait()
        except BaseException:
            process.kill()
            process.wait()
            raise
    if clock.is_late:
        raise _too_late()
    return said


class _Clock:
    """Ends the process when it has taken too long: an object may be a pipe that nobody writes to."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.is_late = False
        self._process = process
        self._timer = Timer(PATIENCE, self._ring)
        self._timer.daemon = True

    def __enter__(self) -> _Clock:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _ring(self) -> None:
        self.is_late = True
        self._process.kill()


def _too_late() -> GitRefused:
    why = say("git has not answered within {seconds} seconds", seconds=f"{PATIENCE:.0f}")
    return GitRefused(why, say(FSCK))


def _reason(error: OSError | ValueError) -> str:
    return files.reason(error) if isinstance(error, OSError) else str(error)


def _end(process: subprocess.Popen[bytes]) -> None:
    """No more questions: it ends by itself, or is ended."""
    try:
        process.communicate(timeout=5)
    except (subprocess.TimeoutExpired, OSError, ValueError):
        process.kill()
        process.communicate()


def _refusal(complaint: str, code: int, folder: Path) -> GitRefused:
    """Complaint of git, in our words where we know the case."""
    words = complaint.lower()
    last = complaint.strip().splitlines()[-1] if complaint.strip() else f"exit {code}"
    if "dubious ownership" in words:
        why = say("the repository belongs to another user, and git does not open it")
        command = f"git config --global --add safe.directory {folder}"
        return GitRefused(why, say("if you trust it, give the command `{command}`", command=command))
    if ".lock': file exists" in words:
        hint = say("wait a moment; if there is none, delete the file {file}", file=complaint.split("'")[1])
        return GitRefused(say("another git is at work here, or one ended before it was done"), hint)
    if "does not have any commits" in words:
        return NoGit(say("there is no commit yet"), say("make one with `aftale save`"))
    if "not a git repository" in words:
        why = say("{folder} is not in a git repository", folder=folder)
        return NoGit(why, say("make one with `aftale save`, or go to the clone"))
    if any(sign in words for sign in _LACKING):
        return GitRefused(say("git lacks some of its history here: `{words}`", words=last), say(FETCH))
    return GitRefused(say("git refuses: `{words}`", words=last), say("see what `git status` says"))

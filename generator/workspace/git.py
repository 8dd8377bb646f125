"""A plan as it stood at a git revision, read from git's objects: no checkout, no index, nothing touched."""

from __future__ import annotations

import os
import subprocess
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.workspace.folders import AGREEMENTS, TEMPLATES, NotFound, Workspace

PARTS = (AGREEMENTS, TEMPLATES)
WORKING_TREE = ""
_FORMAT = "%H%x1f%h%x1f%cs%x1f%s"
_ENDED = "git ended before it had answered"
_FILE_MODES = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its id whole and short, its day as ISO, and the first line of its message."""

    ident: str
    short: str
    day: str
    subject: str


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository that holds a workspace; `prefix` is the workspace's folder within it."""

    top: Path
    prefix: str

    @classmethod
    def of(cls, folder: Path) -> Repository | None:
        """The repository that the folder is in; None outside of git, or where git is not installed."""
        asked = ("rev-parse", "--show-toplevel", "--show-prefix")
        try:
            lines = _git(folder, *asked).decode().splitlines()
        except (OSError, subprocess.CalledProcessError):
            return None
        return cls(Path(lines[0]), lines[1] if len(lines) > 1 else "") if lines else None

    @classmethod
    def state_of(cls, folder: Path) -> str:
        """What all that git can tell of the folder's history follows from; empty where it tells nothing.

        Of a shallow clone also where its history is cut off: that moves with `git fetch --deepen`.
        """
        asked = ("rev-parse", "--git-path", "shallow", "--show-prefix", "HEAD", "--glob=refs/replace/*")
        try:
            told = os.fsdecode(_git(folder, *asked))
        except (OSError, subprocess.CalledProcessError):
            return ""
        cut_off_at = folder / told.partition("\n")[0]
        return told + (cut_off_at.read_text("ascii") if cut_off_at.exists() else "")

    def commit(self, revision: str) -> Commit | None:
        """The commit that a revision names (`HEAD~3`, a branch, a tag, an id); None where it names none."""
        if revision.startswith("-"):
            return None
        try:
            ident = self._text("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        except subprocess.CalledProcessError:
            return None
        return next(self._commits("-1", ident.strip()))

    @property
    def author(self) -> str:
        """Who commits here, by git's own setting; empty where it has none."""
        try:
            return self._text("config", "user.name").strip()
        except subprocess.CalledProcessError:
            return ""

    def touching(self, paths: Iterable[str], *, everywhere: bool = False) -> Iterator[Commit]:
        """The commits that changed one of the workspace's files of those names, the newest first.

        Those that HEAD has; with `everywhere` those of all branches and tags.
        """
        names = [f":(top,literal){self.prefix}{path}" for path in paths]
        try:
            yield from self._commits(*(["--all"] if everywhere else []), "--", *names)
        except subprocess.CalledProcessError:  # no commit yet
            return

    def blobs(self, commit: str, parts: Iterable[str] = PARTS) -> dict[str, str]:
        """The files of those folders or names as they stood: their name here → the id of what was in them."""
        places = [self.prefix + part for part in parts]
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", commit, "--", *places)
        found = {}
        for entry in listed.decode("utf-8", "surrogateescape").split("\0"):
            head, _, path = entry.partition("\t")
            mode, _, blob = head.partition(" blob ")
            if mode in _FILE_MODES:
                found[path.removeprefix(self.prefix)] = blob
        return found

    def contents(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """The content of each blob, all read by one process."""
        wanted = list(dict.fromkeys(blobs))
        if not wanted:
            return {}
        answer = self._run("cat-file", "--batch", text="\n".join(wanted) + "\n")
        found, position = {}, 0
        for blob in wanted:
            end = answer.index(b"\n", position)
            size = int(answer[position:end].rsplit(b" ", 1)[-1])
            found[blob] = answer[end + 1 : end + 1 + size]
            position = end + 1 + size + 1
        return found

    def files(self, commit: str, parts: Iterable[str] = PARTS) -> dict[str, bytes]:
        """The files of those folders or names as they stood, with what was in them."""
        blobs = self.blobs(commit, parts)
        contents = self.contents(blobs.values())
        return {path: contents[blob] for path, blob in blobs.items()}

    def _commits(self, *asked: str) -> Iterator[Commit]:
        # A setting may put signatures among the lines; a subject may hold what Python calls a line end.
        answer = self._text("log", "--no-show-signature", f"--format={_FORMAT}", *asked)
        for line in answer.removesuffix("\n").split("\n") if answer else ():
            yield Commit(*line.split("\x1f", 3))

    def _text(self, *words: str) -> str:
        return self._run(*words).decode("utf-8", "replace")

    def _run(self, *words: str, text: str | None = None) -> bytes:
        return _git(self.top, *words, text=text)


class Objects:
    """What stood in files at commits, asked of one process of git, which ends with this object."""

    def __init__(self, repository: Repository) -> None:
        self._prefix = repository.prefix
        process = _started(repository.top, "cat-file", "--batch")
        assert process.stdin and process.stdout
        self._asked, self._answers = process.stdin, process.stdout
        weakref.finalize(self, _end, process)

    def content(self, commit: str, path: str) -> bytes:
        """What the workspace's file of that name held; nothing where there was none. Raises OSError."""
        if "\n" in path:  # it would be two questions
            return b""
        try:
            self._asked.write(os.fsencode(f"{commit}:{self._prefix}{path}\n"))
            self._asked.flush()
        except BrokenPipeError as error:
            raise OSError(_ENDED) from error
        answer = self._answers.readline().split()
        if not answer:
            raise OSError(_ENDED)
        if not answer[-1].isdigit():  # the question again, and `missing`
            return b""
        data = self._answers.read(int(answer[-1]) + 1)[:-1]
        return data if answer[-2] == b"blob" else b""


@contextmanager
def laid_out(files: Mapping[str, bytes]) -> Iterator[Workspace]:
    """A workspace with these files and no others, in a folder of its own that is gone afterwards.

    NotFound for a name that leads out of the folder: git's objects can hold one, whatever a checkout says.
    """
    with tempfile.TemporaryDirectory(prefix="aftale-") as name:
        root = Path(name).resolve()
        (root / AGREEMENTS).mkdir()
        for path, data in files.items():
            place = root.joinpath(*path.split("/")).resolve()
            if not place.is_relative_to(root):
                message = f"git has a file `{path}`, which is outside of the plans"
                raise NotFound(message, "choose another revision")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        yield Workspace(root)


def working_files(workspace: Workspace, parts: Iterable[str] = PARTS) -> dict[str, bytes]:
    """The files of those folders as they are now, git or no git; hidden ones are left out."""
    found = {}
    for part in parts:
        for path in sorted((workspace.root / part).rglob("*")):
            hidden = any(name.startswith((".", "~$")) for name in path.relative_to(workspace.root).parts)
            if path.is_file() and not hidden:
                found[workspace.name_of(path)] = path.read_bytes()
    return found


def repository_of(workspace: Workspace) -> Repository:
    """The workspace's repository; NotFound where there is none."""
    repository = Repository.of(workspace.root)
    if repository is None:
        hint = "make one with: git init; or go to the clone"
        raise NotFound(f"{workspace.root} is not in a git repository", hint)
    return repository


def _git(folder: Path, *words: str, text: str | None = None) -> bytes:
    """What git answers. Raises CalledProcessError; it takes no lock and asks for nothing."""
    given = text.encode() if text is not None else b""
    command = _command(folder, *words)
    return subprocess.run(command, input=given, capture_output=True, check=True, env=_settings()).stdout


def _started(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    """A git that answers as long as it is asked."""
    pipe = subprocess.PIPE
    command = _command(folder, *words)
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=_settings())


def _end(process: subprocess.Popen[bytes]) -> None:
    process.communicate()  # no more questions: it ends by itself


def _command(folder: Path, *words: str) -> list[str]:
    return ["git", "-c", "core.quotepath=off", "-C", str(folder), *words]


def _settings() -> dict[str, str]:
    return {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}

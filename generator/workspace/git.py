"""A plan as it stood at a git revision, read from git's objects: no checkout, no index, nothing touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from generator.base.border import files as border
from generator.base.border import git, names, writing
from generator.base.border.refused import GitRefused, NoGit
from generator.base.language import say
from generator.workspace.folders import AGREEMENTS, RECORDS, TEMPLATES, NotFound, Workspace

PARTS = (AGREEMENTS, TEMPLATES)
_FORMAT = "%H%x1f%h%x1f%cs%x1f%s"
FILE_MODES = ("100644", "100755")
PLAIN = ("--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-notes", "--no-mailmap", "--no-color")


class Commit(Struct, frozen=True):
    """A commit: its id whole and short, its day as ISO, and the first line of its message."""

    ident: str
    short: str
    day: str
    subject: str

    @property
    def dato(self) -> str:
        """The day as people write it: `1.3.2026`."""
        year, month, day = map(int, self.day.split("-"))
        return f"{day}.{month}.{year}"


class Repository(Struct, frozen=True):
    """The git repository that holds a workspace; `prefix` is the workspace's folder within it.

    Of a shallow one the history has been cut off. Whatever is asked of it may raise GitRefused.
    """

    top: Path
    prefix: str
    is_shallow: bool = False

    @classmethod
    def of(cls, folder: Path) -> Repository | None:
        """The repository that the folder is in; None where git does not open one, for whatever reason."""
        try:
            return cls.found(folder)
        except GitRefused:
            return None

    @classmethod
    def found(cls, folder: Path) -> Repository:
        """The repository that the folder is in. Raises GitRefused with the reason why there is none."""
        asked = ("rev-parse", "--show-toplevel", "--show-prefix", "--is-shallow-repository")
        told = names.of_bytes(git.answer(folder, *asked))
        top, prefix, shallow = told.removesuffix("\n").rsplit("\n", 2)
        return cls(Path(top), prefix, shallow == "true")

    @classmethod
    def state_of(cls, folder: Path) -> str:
        """State of git from which its answers on the folder's history follow; where it has none, why.

        Of a shallow clone also where its history is cut off: that moves with `git fetch --deepen`.
        """
        asked = ("rev-parse", "--git-path", "shallow", "--show-prefix", "HEAD", "--glob=refs/replace/*")
        try:
            told = names.of_bytes(git.answer(folder, *asked))
        except GitRefused as refused:
            return refused.why
        cut_off_at = folder / told.partition("\n")[0]
        return told + (repr(border.read(cut_off_at)) if border.is_there(cut_off_at) else "")

    def commit(self, revision: str) -> Commit | None:
        """The commit that a revision names (`HEAD~3`, a branch, a tag, an id); None where it names none."""
        if revision.startswith("-"):
            return None
        try:
            ident = self._text("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        except GitRefused:
            return None
        return next(self._commits("-1", ident.strip()))

    @property
    def author(self) -> str:
        """Name of who commits here, by git's own setting; empty where it has none."""
        return self.setting("user.name")

    def setting(self, name: str) -> str:
        """The value of a setting of git; empty where it has none."""
        try:
            return self._text("config", name).strip()
        except GitRefused:
            return ""

    def touching(
        self, paths: Iterable[str], start: str = "", *, everywhere: bool = False
    ) -> Iterator[Commit]:
        """The commits that changed one of the workspace's files of those names, the newest first.

        Those that the start has, else HEAD; with `everywhere` those of all branches and tags.
        """
        pathspecs = [f":(top,literal){self.prefix}{path}" for path in paths]
        try:
            yield from self._commits(*filter(None, ["--all" if everywhere else start]), "--", *pathspecs)
        except NoGit:  # no commit yet
            return

    def blobs(self, commit: str, parts: Iterable[str] = PARTS) -> dict[str, str]:
        """The files of those folders or names as they stood: their name here → the id of what was in them."""
        places = [self.prefix + part for part in parts]
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", commit, "--", *places)
        found = {}
        for entry in listed.decode("utf-8", "surrogateescape").split("\0"):
            head, _, path = entry.partition("\t")
            mode, _, blob = head.partition(" blob ")
            if mode in FILE_MODES:
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
            end = answer.find(b"\n", position)
            head = answer[position:end].split() if end >= 0 else []
            if not head or not head[-1].isdigit():  # the question again, and `missing`
                raise _lacks(blob)
            size = int(head[-1])
            found[blob] = answer[end + 1 : end + 1 + size]
            position = end + 1 + size + 1
        return found

    def files(self, commit: str, parts: Iterable[str] = PARTS) -> dict[str, bytes]:
        """The files of those folders or names as they stood, with what was in them; no papers of records."""
        blobs = {path: blob for path, blob in self.blobs(commit, parts).items() if not is_paper(path)}
        contents = self.contents(blobs.values())
        return {path: contents[blob] for path, blob in blobs.items()}

    def _commits(self, *asked: str) -> Iterator[Commit]:
        # A setting may put signatures among the lines; a subject may hold what Python calls a line end.
        answer = self._text("log", *PLAIN, f"--format={_FORMAT}", *asked)
        for line in answer.removesuffix("\n").split("\n") if answer else ():
            yield Commit(*line.split("\x1f", 3))

    def _text(self, *words: str) -> str:
        return self._run(*words).decode("utf-8", "replace")

    def _run(self, *words: str, text: str = "") -> bytes:
        return git.answer(self.top, *words, text=text.encode())


class Objects:
    """Contents of files, asked of one process of git, which ends with this object."""

    def __init__(self, repository: Repository) -> None:
        self._git = git.Conversation(repository.top, "cat-file", "--batch")

    def content(self, blob: str) -> bytes:
        """Contents of a file, by the id that git has for them. Raises GitRefused."""
        answer = self._git.ask(blob.encode()).split()
        if not answer or not answer[-1].isdigit():  # the question again, and `missing`
            raise _lacks(blob)
        return self._git.rest(int(answer[-1]) + 1)[:-1]


def _lacks(blob: str) -> GitRefused:
    return GitRefused(say("git lacks what a file held ({blob})", blob=blob[:12]), say(git.FETCH))


@contextmanager
def laid_out(files: Mapping[str, bytes]) -> Iterator[Workspace]:
    """A workspace with these files and no others, in a folder of its own that is gone afterwards.

    NotFound for a name that leads out of the folder: git's objects can hold one, whatever a checkout says.
    """
    with writing.scratch_folder() as root:
        writing.make_folder(root / AGREEMENTS, root)
        try:
            writing.fill(root, files)
        except border.Unfit as unfit:
            file = unfit.filename
            message = say("git has a file `{file}`, which is outside of the plans", file=file)
            raise NotFound(message, unfit.hint) from unfit
        yield Workspace(root)


def working_files(workspace: Workspace, parts: Iterable[str] = PARTS) -> dict[str, bytes]:
    """The files of those folders as they are now, git or no git; hidden ones and papers are left out."""
    found = {}
    for folder in (workspace.root / part for part in parts):
        for path in border.below(folder) if border.is_folder(folder) else ():
            name = path.relative_to(workspace.root).as_posix()
            hidden = any(part.startswith((".", "~$")) for part in name.split("/"))
            if not (hidden or is_paper(name) or border.is_folder(path)):
                found[name] = _now(path)
    return found


def not_kept(workspace: Workspace, paths: Iterable[Path]) -> list[Path]:
    """List those of the files that the last commit does not have as they are; none where there is no git."""
    repository = Repository.of(workspace.root)
    if repository is None:
        return []
    names = {path.relative_to(workspace.root).as_posix(): path for path in paths}
    try:
        blobs = repository.blobs("HEAD", names) if names else {}
        held = repository.contents(blobs.values())
    except GitRefused:  # no commit yet
        return list(names.values())
    plain = {name: held[blob].replace(b"\r\n", b"\n") for name, blob in blobs.items()}
    return [path for name, path in names.items() if plain.get(name) != _now(path).replace(b"\r\n", b"\n")]


def is_paper(name: str) -> bool:
    """Tell whether the workspace's file of that name is a record's as it was issued: large, and no source."""
    return f"/{RECORDS}/" in name and not name.endswith(".json")


def _now(path: Path) -> bytes:
    """Contents of the file; nothing where it cannot be read, which is told where they are used."""
    try:
        return border.read(path)
    except OSError:
        return b""


def repository_of(workspace: Workspace) -> Repository:
    """The workspace's repository; NotFound where there is none."""
    try:
        return Repository.found(workspace.root)
    except GitRefused as refused:
        raise NotFound(refused.why, refused.hint) from refused

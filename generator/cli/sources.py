"""`aftale inspect --sources`: where each passage of a document comes from, and who last changed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.base.border import files
from generator.base.border.refused import GitRefused
from generator.base.findings import Rejected
from generator.base.language import later, listed, say
from generator.plan.model.load import key_path
from generator.plan.source.read import Source as YamlFile
from generator.render.tracing import Kind, Source
from generator.run.passages import Lines, Passage, lines_of, passages
from generator.run.read_plan import Reader
from generator.run.traced import Tracer
from generator.workspace.blame import Blame
from generator.workspace.folders import NotFound, Workspace
from generator.workspace.git import Repository
from generator.workspace.of_stamp import AsMade, as_made
from generator.workspace.stamp import Found

MOST_WORDS = 100
MOST_KEYS = 4
CHANGED = later("The document was changed by hand since; this is where what was written comes from.")


def sources_of(path: Path, found: Found) -> Iterator[str]:
    """The lines that tell of a document's passages, under their headings. Raises NotFound and Rejected."""
    if found.stamp is None or not found.stamp.sources:
        hint = say("choose a document that `aftale build` has made")
        raise NotFound(say("{file} does not say what it was made from", file=path), hint)
    workspace = _workspace(path)
    with as_made(workspace, found.stamp, path.stem) as made:
        read = Reader(made.folder.workspace).plan(made.folder)
        aftale = next((a for a in read.plan.aftaler if a.navn == made.file.name), None) if read.plan else None
        if read.plan is None or aftale is None:
            raise Rejected([finding for finding in read.findings if finding.is_error])
        tracer = Tracer(made.folder, read.plan)
        traced = tracer.trace(made.file, aftale)
        git, why = _blame(workspace, made)
        yield from filter(None, (_of_what(made), why, "" if found.intact else say(CHANGED)))
        heading = ""
        for passage in passages(traced):
            if passage.heading != heading:
                heading = passage.heading
                yield f"\n{heading}"
            yield f"  {_short(passage.words)}"
            for line in _told(passage, tracer.files, git, made.folder.workspace.root):
                yield f"      {line}"


def _workspace(path: Path) -> Workspace:
    """The workspace of the command, or of the document."""
    try:
        return Workspace.find(Path.cwd())
    except NotFound:
        return Workspace.find(files.resolved(path).parent)


def _blame(workspace: Workspace, made: AsMade) -> tuple[Blame | None, str]:
    """Whom git says to have changed each line; else why it does not."""
    try:
        repository = Repository.found(workspace.root)
    except GitRefused as refused:
        return None, say("No commits are told: {reason}.", reason=refused.why)
    return Blame(repository, made.commit.ident if made.commit else ""), ""


def _of_what(made: AsMade) -> str:
    """The state of the sources that are told, where it is not that of now."""
    if made.commit:
        commit = made.commit
        return say("The sources have changed since; this is as they were in {commit} of {day}.",
                   commit=commit.short, day=commit.day)
    if made.are_others:
        return say("The sources have changed since, and no commit has them; this is as they are now.")
    return ""


def _told(
    passage: Passage, sources: Mapping[str, YamlFile], git: Blame | None, root: Path
) -> Iterator[str]:
    """Origin of a passage, then the commit that last changed it."""
    source = passage.source
    if source.kind is Kind.TEMPLATE:
        if source.line:
            yield f"{source.file}:{source.line}  {_form(source.block)}"
            yield from _changed(Lines(source.file, source.line, source.line), git, root)
        return
    if source.kind is Kind.COMPUTED:
        yield _computed(source)
        return
    lines = lines_of(passage, source.keys[0], sources)
    yield f"{lines.file}:{lines.first}  {_key(source)}"
    yield from _changed(lines, git, root)


def _computed(source: Source) -> str:
    """The keys that a passage follows from, a file at a time."""
    if not source.keys:
        return say("computed")
    of_file: dict[str, list[str]] = {}
    for key in source.keys:
        of_file.setdefault(key.file, []).append(key_path(key.path))
    told = [say("{keys} in {file}", keys=listed(keys, most=MOST_KEYS), file=file) if any(keys) else file
            for file, keys in of_file.items()]  # fmt: skip
    return say("computed from {keys}", keys="; ".join(told))


def _form(block: str) -> str:
    if block:
        return say("the form's own text, in the block `{block}`", block=block)
    return say("the form's own text")


def _key(source: Source) -> str:
    """`parter[1].navn`, with the filters that it came through; or the key that is to be filled in."""
    key = key_path(source.path)
    if source.gap:
        return say("`{key}` is to be filled in", key=key)
    return f"{key} | {source.filter}" if source.filters else key


def _changed(lines: Lines, git: Blame | None, root: Path) -> Iterator[str]:
    if not files.is_there(root / lines.file):
        yield say("comes with the program")
        return
    if git is None:
        return
    try:
        change = git.newest(lines.file, range(lines.first, lines.last + 1))
    except GitRefused as refused:
        yield say("no commit is told: {reason}", reason=refused.why)
        return
    if change and change.short:
        yield say("{commit} of {day} by {author}: {subject}", commit=change.short, day=change.day,
                  author=change.author, subject=change.subject)
    elif change:
        yield say("not committed yet")


def _short(words: str) -> str:
    return words if len(words) <= MOST_WORDS else f"{words[: MOST_WORDS - 1].rstrip()}…"

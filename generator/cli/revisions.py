"""`aftale diff`: changes between two revisions, in the agreement's own terms."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.border.files import resolved
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.cli import extras, shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.workspace.folders import AGREEMENTS, NotFound, Workspace

if TYPE_CHECKING:
    from generator.compare.data.plans import DocumentChanges, PlanChanges
    from generator.compare.revisions import Comparison
    from generator.workspace.git import Commit, Repository

EXAMPLES = (
    "aftale diff",
    "aftale diff main viborg-2025-2029",
    "aftale diff HEAD~3 HEAD --format html > ændringer.html",
)


@commands.command(examples=EXAMPLES, short_help="Tell what has changed in plans, and what follows from it.")
@argument("words", metavar="[FROM [TO]] [PLAN]...", nargs=-1, shell_complete=shell_completion.plans)
@option("--format", "form", type=click.Choice(["text", "markdown", "json", "html"]), default="text",
              help="For a terminal, a pull request, programs, or one page for a board.")  # fmt: skip
@option("--verbose", "-v", is_flag=True, help="Tell every passage that has changed, word by word.")
@option("--redline", is_flag=True, help="Write each changed document with tracked changes too.")
@option("--pdf", is_flag=True, help="Write each redline as a PDF too; pip install aftale[pdf].")
@option("--out", metavar="DIR", type=PathOf(file_okay=False),
              help="Where redlines are written; output/ when left out.")  # fmt: skip
@option("--author", metavar="NAME", help="Whose the tracked changes are, else git's user.name.")
@option("--date", metavar="DAY", help="The day of the tracked changes, such as 2026-03-01.")
def diff(
    words: tuple[str, ...], form: str, verbose: bool, redline: bool, pdf: bool, out: Path | None,
    author: str | None, date: str | None,
) -> None:
    """Tell what has changed in each PLAN, or in all plans, and what follows from it.

    FROM and TO are git revisions: a commit, a branch, a tag, HEAD~3. FROM is HEAD when left out, TO the
    files as they are now. They are read from git's objects; nothing is checked out. A redline is
    output/<plan>/<document>.redline.docx.
    """
    day = _day(date) if date else ""
    if (author or date or out or pdf) and not redline:
        raise click.UsageError(say("--author, --date, --pdf and --out are for --redline"))
    if pdf:
        extras.needs_pdf()
    from generator.compare.revisions import compare, redlines
    from generator.workspace.git import repository_of

    workspace = Workspace.find(Path.cwd())
    repository = repository_of(workspace)
    revisions, plans = _sorted(words, workspace, repository)
    since = revisions[0] if revisions else _head(repository)
    until = revisions[1] if len(revisions) > 1 else None
    comparison = compare(workspace, since, until, plans, looks=redline)
    told = _formatted(comparison, form, verbose)
    echo(told.encode() if form == "html" else told)  # which says that it is UTF-8
    if redline:
        by = author or repository.author or "aftale"
        day = day or (until.day if until else "")
        where = resolved(out) if out else workspace.output
        for path, kept in _written(redlines(comparison, by, day, pdf), where):
            echo(f"  {_told(workspace.name_of(path), kept)}", err=form != "text")


def _told(name: str, kept: Path | None) -> str:
    if kept is None:
        return name
    return say("{file} (the one that somebody has changed is now {kept})", file=name, kept=kept.name)


def _written(
    made: Iterable[tuple[PlanChanges, DocumentChanges, str, bytes]], out: Path
) -> Iterator[tuple[Path, Path | None]]:
    """Tell of the redlines, each as it is written, and where one with somebody's remarks was moved."""
    from generator.base.findings import Rejected
    from generator.run.outcomes import not_written
    from generator.workspace.saved_documents import REDLINE, Shelf

    save, wrong = Shelf(str, out, force=True), []
    for plan, document, suffix, data in made:
        path = out / plan.name / f"{document.name}{REDLINE}{suffix}"
        try:
            yield path, save(path, data).kept
        except OSError as error:
            wrong.append(not_written(error, str(path)))
    if wrong:
        raise Rejected(wrong)


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        message = say("--date is `{value}`; write a day as 2026-03-01", value=text)
        raise click.UsageError(message) from error


def _sorted(
    words: tuple[str, ...], workspace: Workspace, repository: Repository
) -> tuple[list[Commit], list[str]]:
    """Part the words into revisions, at most two and first, and plans. NotFound for one that is neither."""
    revisions: list[Commit] = []
    plans: list[str] = []
    for word in _apart(words):
        commit = repository.commit(word)
        if _is_plan(word, workspace):
            plans.append(workspace.plan(word).name)
        elif commit and not plans and len(revisions) < 2:
            revisions.append(commit)
        elif _was_plan(word, repository, revisions or [_head(repository)]):
            plans.append(word)
        else:
            message = say("`{word}` is neither a git revision nor a plan", word=word)
            raise NotFound(message, suggestion(word, workspace.plan_names()))
    return revisions, plans


def _apart(words: tuple[str, ...]) -> list[str]:
    """Part the words: `FROM..TO` is two."""
    if words and ".." in words[0] and "/" not in words[0].replace("..", ""):
        since, _, until = words[0].partition("..")
        return [since or "HEAD", until.lstrip(".") or "HEAD", *words[1:]]
    return list(words)


def _is_plan(word: str, workspace: Workspace) -> bool:
    try:
        workspace.plan(word)
    except NotFound:
        return False
    return True


def _was_plan(word: str, repository: Repository, revisions: list[Commit]) -> bool:
    """Tell whether one of the revisions has a plan of that name, which is gone since."""
    folder = f"{AGREEMENTS}/{word}"
    return any(repository.blobs(revision.ident, [folder]) for revision in revisions)


def _head(repository: Repository) -> Commit:
    head = repository.commit("HEAD")
    if head is None:
        raise NotFound(say("there is no commit yet to compare with"),
                       say("make one with `aftale save`"))  # fmt: skip
    return head


def _formatted(comparison: Comparison, form: str, verbose: bool) -> str:
    if form == "json":
        from generator.cli.reports.changes_json import as_json

        return as_json(comparison)
    if form == "markdown":
        from generator.cli.reports.changes_markdown import as_markdown

        return as_markdown(comparison, verbose)
    if form == "html":
        from generator.cli.reports.changes_html import as_html

        return as_html(comparison)
    from generator.cli.reports.changes_text import as_text

    return as_text(comparison, verbose)

"""`aftale diff`: changes between two revisions, in the agreement's own terms."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.border.files import resolved
from generator.base.language import say
from generator.cli import extras, shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.cli.states import asked
from generator.workspace.folders import Workspace

if TYPE_CHECKING:
    from generator.compare.data.plans import DocumentChanges, PlanChanges
    from generator.compare.revisions import Comparison

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
@option("--reasons", is_flag=True, help="Tell who last changed each thing, when and why, as git knows it.")
@option("--part", metavar="NAME", help="Tell only what concerns that party, and what it signs.")
@option("--since", metavar="VERSION", help="Compare with an issued version, such as version-1; needs no git.")
@option("--redline", is_flag=True, help="Write each changed document with tracked changes too.")
@option("--pdf", is_flag=True, help="Write each redline as a PDF too; pip install aftale[pdf].")
@option("--out", metavar="DIR", type=PathOf(file_okay=False),
              help="Where redlines are written; output/ when left out.")  # fmt: skip
@option("--author", metavar="NAME", help="Whose the tracked changes are, else git's user.name.")
@option("--date", metavar="DAY", help="The day of the tracked changes, such as 2026-03-01.")
def diff(
    words: tuple[str, ...], form: str, verbose: bool, reasons: bool, part: str | None, since: str | None,
    redline: bool, pdf: bool, out: Path | None, author: str | None, date: str | None,
) -> None:
    """Tell what has changed in each PLAN, or in all plans, and what follows from it.

    FROM and TO are git revisions – a commit, a branch, a tag, HEAD~3 – or issued versions: version-1. FROM
    is HEAD when left out, TO the files as they are now. Revisions are read from git's objects; nothing is
    checked out. A redline is output/<plan>/<document>.redline.docx.
    """
    day = _day(date) if date else ""
    if (author or date or out or pdf) and not redline:
        raise click.UsageError(say("--author, --date, --pdf and --out are for --redline"))
    if pdf:
        extras.needs_pdf()
    from generator.compare.revisions import compare, redlines
    from generator.workspace.git import Commit, Repository

    workspace = Workspace.find(Path.cwd())
    comparison = compare(workspace, *asked((*filter(None, [since]), *words), workspace), looks=redline)
    comparison = _narrowed(comparison, workspace, reasons, part)
    told = _formatted(comparison, form, verbose)
    echo(told if form == "text" else told.encode())  # programs read UTF-8, whatever the console has
    if redline:
        repository, until = Repository.of(workspace.root), comparison.until
        by = author or (repository.author if repository else "") or "aftale"
        day = day or (until.day if isinstance(until, Commit) else "")
        where = resolved(out) if out else workspace.output
        for path, kept in _written(redlines(comparison, by, day, pdf), where):
            echo(f"  {_told(workspace.name_of(path), kept)}", err=form != "text")


def _narrowed(comparison: Comparison, workspace: Workspace, reasons: bool, part: str | None) -> Comparison:
    """The comparison with the reasons of its changes, and with what concerns one party alone."""
    from generator.compare.told.for_party import for_party
    from generator.compare.told.reasons import with_reasons
    from generator.workspace.git import Commit, repository_of

    plans = comparison.plans
    if reasons:
        repository, until = repository_of(workspace), comparison.until
        commit = until.ident if isinstance(until, Commit) else ""
        plans = tuple(with_reasons(plan, repository, commit) for plan in plans)
    return replace(comparison, plans=for_party(plans, part) if part else plans)


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
    from generator.workspace.saved_documents import Shelf
    from generator.workspace.standing import REDLINE

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

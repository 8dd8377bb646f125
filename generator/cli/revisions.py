"""`aftale diff`: changes between two revisions, in the agreement's own terms."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.border.files import resolved
from generator.base.findings import Finding, Rejected
from generator.base.language import say
from generator.base.values import replace
from generator.cli import extras, shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.cli.states import asked
from generator.workspace.folders import Workspace

if TYPE_CHECKING:
    from generator.compare.data.plans import PlanChanges
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
    from generator.compare.revisions import compare

    workspace = Workspace.find(Path.cwd())
    comparison = compare(workspace, *asked((*filter(None, [since]), *words), workspace), looks=redline)
    comparison = _narrowed(comparison, workspace, reasons, part)
    where = resolved(out) if out else workspace.output
    written = _Redlines(workspace, comparison, where, author or "", day, pdf) if redline else None
    if written:
        comparison = replace(comparison, plans=map(written.of, comparison.plans))
    for told in _formatted(comparison, form, verbose):
        echo(told if form == "text" else told.encode())  # programs read UTF-8, whatever the console has
    for name in written.names if written else ():
        echo(f"  {name}", err=form != "text")
    if written and written.wrong:
        raise Rejected(written.wrong)


def _narrowed(comparison: Comparison, workspace: Workspace, reasons: bool, part: str | None) -> Comparison:
    """The comparison with the reasons of its changes, and with what concerns one party alone."""
    from generator.compare.told.for_party import for_party
    from generator.compare.told.reasons import with_reasons
    from generator.workspace.git import Commit, repository_of

    plans = comparison.plans
    if reasons:
        since, until = (one.ident if isinstance(one, Commit) else ""
                        for one in (comparison.since, comparison.until))  # fmt: skip
        asked_of = repository_of(workspace)
        plans = map(partial(with_reasons, repository=asked_of, since=since, until=until), plans)
    return replace(comparison, plans=for_party(plans, part) if part else plans)


class _Redlines:
    """Writes the redlines of plans as they go by; `names` tells of the files, `wrong` what kept any away."""

    def __init__(
        self, workspace: Workspace, comparison: Comparison, out: Path, author: str, day: str, pdf: bool
    ) -> None:
        from generator.workspace.git import Commit, Repository
        from generator.workspace.saved_documents import Shelf

        repository, until = Repository.of(workspace.root), comparison.until
        self._name_of, self._out, self._pdf = workspace.name_of, out, pdf
        self._author = author or (repository.author if repository else "") or "aftale"
        self._day = day or (until.day if isinstance(until, Commit) else "")
        self._save = Shelf(str, out, force=True)
        self.names: list[str] = []
        self.wrong: list[Finding] = []

    def of(self, plan: PlanChanges) -> PlanChanges:
        """Write those of the plan, which goes on as it is."""
        from generator.compare.revisions import redlines
        from generator.run.outcomes import not_written
        from generator.workspace.standing import REDLINE

        try:
            for document, suffix, data in redlines(plan.documents, self._author, self._day, self._pdf):
                path = self._out / plan.name / f"{document.name}{REDLINE}{suffix}"
                try:
                    self.names.append(_told(self._name_of(path), self._save(path, data).kept))
                except OSError as error:
                    self.wrong.append(not_written(error, str(path)))
        except Rejected as rejected:
            self.wrong += rejected.findings
        return plan


def _told(name: str, kept: Path | None) -> str:
    if kept is None:
        return name
    return say("{file} (the one that somebody has changed is now {kept})", file=name, kept=kept.name)


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        message = say("--date is `{value}`; write a day as 2026-03-01", value=text)
        raise click.UsageError(message) from error


def _formatted(comparison: Comparison, form: str, verbose: bool) -> Iterator[str]:
    """Yield the report in pieces, a plan at a time."""
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

"""`aftale build` and `aftale check`: what a plan says, made into documents or only looked at."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from generator.base.border import files
from generator.base.language import listed, say, say_count
from generator.cli import extras, runs, shell_completion, status
from generator.cli.group import commands
from generator.cli.help import PathOf, WholeNumber, argument, option
from generator.cli.selection import chosen, documents_of, with_any_of
from generator.cli.status import epoch
from generator.run.outcomes import COMMENTS

BUILD_EXAMPLES = (
    "aftale build",
    "aftale build viborg-2017-2021 --only strategisk-samarbejdsaftale",
    "aftale build --jobs 4",
)
CHECK_EXAMPLES = ("aftale check viborg-2025-2029", "aftale check --strict --format github")

PLANS = argument("plans", metavar="[PLAN]...", nargs=-1, shell_complete=shell_completion.plans)
FORMAT = option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text",
    help="For people, programs, GitHub Actions or code scanners.",
)  # fmt: skip
PDF = option("--pdf", is_flag=True, help="Write a PDF beside each .docx; pip install aftale[pdf].")
SHEET = option(
    "--sheet", is_flag=True,
    help="Write the figures of a budget beside its .docx, as .xlsx; pip install aftale[sheet].",
)  # fmt: skip
PAGE = option("--html", is_flag=True, help="Write a web page beside a resumé and a forord.")
SAID = option("--comments", is_flag=True, help="Put what is found in the margin of each draft.")
JOBS = option(
    "--jobs", metavar="N", type=WholeNumber(min=0), default=0,
    help="Share the plans among N processes; as many as help when left out.",
)  # fmt: skip
VERBOSE = option(
    "-v", "--verbose", is_flag=True, help="List every required field that is empty, and what plans accept."
)


@commands.command(examples=BUILD_EXAMPLES)
@PLANS
@option("--only", metavar="DOCUMENT", multiple=True, shell_complete=shell_completion.documents,
              help="Only this document; may be given several times.")  # fmt: skip
@option("--out", metavar="DIR", type=PathOf(file_okay=False),
              help="Where to write; output/ when left out.")  # fmt: skip
@option("--check", "look", is_flag=True, help="Write nothing; fail when a document is out of date.")
@option("--force", is_flag=True, help="Keep a document that was changed by hand beside the new one.")
@PDF
@SHEET
@PAGE
@SAID
@JOBS
@FORMAT
@VERBOSE
@click.pass_context
def build(
    ctx: click.Context,
    plans: tuple[str, ...],
    only: tuple[str, ...],
    out: Path | None,
    look: bool,
    force: bool,
    pdf: bool,
    sheet: bool,
    html: bool,
    comments: bool,
    jobs: int,
    form: str,
    verbose: bool,
) -> None:
    """Write the Word documents of each PLAN, or of all plans.

    agreements/<plan>/<document>.yaml becomes output/<plan>/<document>.docx, and with --pdf a PDF beside it,
    which is PDF/UA-1 and PDF/A-2a. With --sheet a budget has a spreadsheet beside it, whose figures may be
    typed over and taken back by `aftale return`. With --html a resumé and a forord have a web page beside
    them. Only what differs is written.
    A document in error is not written, nor one that somebody has changed in Word; the others are. Exit
    code: 0 done, 1 something is wrong, 2 wrong use.
    """
    if look and (force or verbose or form != "text"):
        raise click.UsageError(
            say("--check tells how documents stand, as `aftale status` does; it takes neither --format, "
                "--verbose nor --force")
        )  # fmt: skip
    if pdf:
        extras.needs_pdf()
    if sheet:
        extras.needs_sheet()
    beside = tuple(suffix for suffix, asked in ((".pdf", pdf), (".xlsx", sheet), (".html", html)) if asked)
    workspace, folders = chosen(plans)
    documents = documents_of(folders, only)
    where, wanted = files.resolved(out) if out else None, documents if only else ()
    folders = with_any_of(folders, documents) if only else folders
    folder = f"{workspace.name_of(where or workspace.output)}/"
    from generator.cli.telling import Teller, Telling

    teller = Teller(workspace, documents, partial(_written, folder, (".docx", *beside)))
    made = (*beside, COMMENTS) if comments else beside
    if look:
        events = runs.status(workspace, folders, wanted, where, epoch(), jobs, made)
        ctx.exit(int(status.told(events, workspace, folders, documents, where).outdated))
    events = runs.build(workspace, folders, wanted, where, epoch(), force=force, jobs=jobs, beside=made)
    ctx.exit(teller.tell(events, Telling(form, verbose)))


@commands.command(
    examples=CHECK_EXAMPLES,
    short_help="Say what is wrong with plans, and how complete they are.",
)  # fmt: skip
@PLANS
@option("--strict", is_flag=True, help="Warnings fail too.")
@JOBS
@FORMAT
@VERBOSE
@click.pass_context
def check(
    ctx: click.Context, plans: tuple[str, ...], strict: bool, jobs: int, form: str, verbose: bool
) -> None:
    """Say what is wrong with each PLAN, or with all plans, and how complete it is.

    Goes through all that build makes, and writes nothing; what stands in output/ is not looked at.
    `aftale explain CODE` tells more of a finding. Exit code: 0 no errors (with --strict: no warnings
    either), 1 errors, 2 wrong use.
    """
    workspace, folders = chosen(plans)
    from generator.cli.telling import Teller, Telling

    teller = Teller(workspace, documents_of(folders), _sound)
    ctx.exit(teller.tell(runs.check(workspace, folders, jobs), Telling(form, verbose, strict)))


def _written(folder: str, kinds: tuple[str, ...], n: int) -> str:
    if len(kinds) == 1:
        return say_count("{n} document written to {folder}", "{n} documents written to {folder}", n,
                         folder=folder)  # fmt: skip
    return say_count("{n} document written to {folder} as {kinds}",
                     "{n} documents written to {folder} as {kinds}", n, folder=folder, kinds=listed(kinds))


def _sound(n: int) -> str:
    return say_count("{n} document without errors", "{n} documents without errors", n)



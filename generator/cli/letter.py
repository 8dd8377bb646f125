"""`aftale letter`: the letter to Landsbyggefonden about changes that need its approval."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.border import files
from generator.base.findings import Finding, Rejected
from generator.base.language import listed, say
from generator.cli import extras, shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.cli.selection import chosen
from generator.cli.status import epoch
from generator.workspace.folders import NotFound, Workspace

if TYPE_CHECKING:
    from generator.compare.issued_versions import Issued
    from generator.compare.letter.make import Letter
    from generator.plan.model.dates import Dato
    from generator.workspace.git import Commit

EXAMPLES = (
    "aftale letter viborg-2017-2021",
    "aftale letter viborg-2017-2021 --since main --date 2018-02-10 --pdf",
)


@commands.command(examples=EXAMPLES, short_help="Write the letter to Landsbyggefonden about changes.")
@argument("plan", metavar="PLAN", shell_complete=shell_completion.plans)
@option("--since", metavar="FROM", help="What to compare with, as in `aftale diff`; else the version before.")
@option("--date", metavar="DAY", help="The day of the letter, such as 2026-03-01; a gap when left out.")
@option("--author", metavar="NAME", help="Whose the tracked changes are, else git's user.name.")
@option("--pdf", is_flag=True, help="Write each file as a PDF too; pip install aftale[pdf].")
@option("--out", metavar="DIR", type=PathOf(file_okay=False),
              help="Where to write; output/breve/ when left out.")  # fmt: skip
@click.pass_context
def letter(
    ctx: click.Context, plan: str, since: str | None, date: str | None, author: str | None, pdf: bool,
    out: Path | None,
) -> None:
    """Write the letter that asks Landsbyggefonden to approve what has changed in a PLAN.

    It says what has changed, before and now, who has decided it, and what is enclosed: each document with
    tracked changes, which is written beside it. What the plan does not say is a gap in it. Exit code: 0
    written, 1 nothing needs the approval of Landsbyggefonden or it cannot be written, 2 wrong use.
    """
    day = _day(date) if date else None
    if pdf:
        extras.needs_pdf()
    from generator.compare.letter import make
    from generator.workspace.git import Repository

    workspace, (folder,) = chosen((plan,))
    repository = Repository.of(workspace.root)
    wish = make.Wish(author or (repository.author if repository else "") or "aftale", day, pdf, epoch())
    try:
        start = _since(since, workspace) if since else make.before(workspace, folder)
        made = make.letter(workspace, folder, start, wish)
    except make.NotComparable as broken:
        echo(say("There is no letter: not all of it can be compared."))
        for trouble in broken.troubles:
            echo(f"  {trouble}")
        ctx.exit(1)
    except make.LacksVersion as same:
        echo(say("There is no letter: what has changed in {documents} has no version of its own yet.",
                 documents=listed(same.documents)))  # fmt: skip
        echo("  " + say("Write a new version under `versioner`, or `status: udkast` until it is decided."))
        ctx.exit(1)
    except make.NothingToApprove as nothing:
        echo(say("There is no letter: nothing in {plan} needs the approval of Landsbyggefonden.",
                 plan=folder.name))  # fmt: skip
        for one in nothing.instead:
            echo(f"  {one.what}: {one.detail}")
        ctx.exit(1)
    where = files.resolved(out) if out else make.default_folder(workspace)
    for path, kept in _written(made, where / folder.name, where if out else workspace.root):
        name = workspace.name_of(path)
        if kept:
            name = say("{file} (the one that somebody has changed is now {kept})", file=name, kept=kept.name)
        echo(f"  {name}")
    if made.gaps:
        echo(say("To be filled in: {gaps}", gaps=listed(dict.fromkeys(made.gaps))))


def _since(word: str, workspace: Workspace) -> Commit | Issued:
    """The state that the word asks for: an issued version, else a revision of git. NotFound for any other."""
    from generator.compare.issued_versions import issued_named
    from generator.workspace.git import repository_of

    found = issued_named(word) or repository_of(workspace).commit(word)
    if found is None:
        message = say("`{word}` is no git revision", word=word)
        raise NotFound(message, say("write version-1, a commit, a branch or a tag; git log shows them"))
    return found


def _day(text: str) -> Dato:
    """The day; UsageError where it is none, or only a month."""
    from generator.plan.model.dates import Dato
    from generator.plan.model.refusal import Refused

    try:
        day = Dato.parse(text)
    except Refused as refused:
        raise click.UsageError(say("--date is `{text}`; write a day as 2026-03-01", text=text)) from refused
    if day.dag is None:
        raise click.UsageError(say("--date is `{text}`; write a day as 2026-03-01", text=text))
    return day


def _written(made: Letter, folder: Path, top: Path) -> Iterator[tuple[Path, Path | None]]:
    """Tell of the files, each as it is written, and where one that somebody has changed was moved."""
    from generator.run.outcomes import not_written
    from generator.workspace.saved_documents import Shelf

    save, wrong = Shelf(str, top, force=True), list[Finding]()
    for name, data in made.files.items():
        path = folder / name
        try:
            yield path, save(path, data).kept
        except OSError as error:
            wrong.append(not_written(error, str(path)))
    if wrong:
        raise Rejected(wrong)

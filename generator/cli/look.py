"""`aftale look`: the look of the documents, out of a municipality's own Word template."""

from __future__ import annotations

from pathlib import Path

import click

from generator.base.border import files
from generator.base.language import later, say
from generator.cli import shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.cli.reports.text_report import findings_text
from generator.workspace.folders import Workspace

EXAMPLES = (
    "aftale look brevskabelon.dotx",
    "aftale look brevskabelon.dotx --logo 'Bakkeby Kommunes logo' --force",
    "aftale look brevskabelon.dotx --plan viborg-2025-2029",
)
A_FILE = PathOf(dir_okay=False)


@commands.command(examples=EXAMPLES, short_help="Make the look of the documents of a Word template.")
@argument("file", metavar="FILE", type=A_FILE)
@option("--plan", metavar="PLAN", shell_complete=shell_completion.plans,
              help="For this plan alone: in agreements/PLAN/templates/.")  # fmt: skip
@option("--out", metavar="PATH", type=A_FILE,
              help="Where to write; templates/reference.docx when left out.")  # fmt: skip
@option("--logo", metavar="TEXT", default="", help="The text alternative for pictures that have none.")
@option("--force", is_flag=True, help="Replace the reference.docx that is there.")
def look(file: Path, plan: str | None, out: Path | None, logo: str, force: bool) -> None:
    """Make the look of the documents of FILE, a Word template (.dotx) or document (.docx).

    Its fonts, colours, paper, margins, logo, header and footer are taken over. The styles that it lacks
    are made in its manner; the draft mark and the fields with plan, document, status and page are added
    where its header and footer do not show them. Its text, macros and the like are left behind. All of
    that is told. FILE itself is not changed.
    """
    from generator.authoring.look import made
    from generator.workspace.saved_look import place_of, save, shipped

    if plan and out:
        message, hint = say("--plan and --out both say where to write"), say("give one of them")
        raise click.UsageError(f"{message}\n{hint}")
    workspace = Workspace.find_or_here(Path.cwd())
    target = files.resolved(out) if out else place_of(workspace, plan)
    ours = shipped()
    result = made(file, files.read(file), ours, files.read(ours), target, logo)
    save(workspace, target, result.data, force)
    echo("\n".join(result.told))
    if result.findings:
        echo(findings_text(result.findings))
    said = later("{look} is made of {file}; `aftale build` writes the documents in its look")
    echo(say(said, look=workspace.name_of(target), file=file.name))

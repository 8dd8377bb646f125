"""`aftale calendar`: the milestones of a plan for a calendar."""

from __future__ import annotations

from pathlib import Path

from generator.base.border.files import resolved
from generator.base.findings import Rejected
from generator.base.language import say
from generator.cli import shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.cli.selection import chosen

EXAMPLES = ("aftale calendar viborg-2017-2021",)
SUFFIX = ".ics"


@commands.command(examples=EXAMPLES, short_help="Write a plan's milestones as a file for a calendar.")
@argument("plans", metavar="[PLAN]...", nargs=-1, shell_complete=shell_completion.plans)
@option("--out", metavar="DIR", type=PathOf(file_okay=False),
              help="Where to write; output/ when left out.")  # fmt: skip
def calendar(plans: tuple[str, ...], out: Path | None) -> None:
    """Write the milestones of each PLAN, or of all plans, as an .ics file that a calendar program opens.

    milepaelsplan.yaml becomes output/<plan>/milepaelsplan.ics: an all-day event for each milestone and for
    each meeting, over the month or the quarter where no day is known. Opened again after a revision, an
    event moves; it is not doubled. A file that somebody has changed is kept beside the new one. Exit code: 0
    done, 1 something is wrong, 2 wrong use.
    """
    from generator.run.milestones_calendar import calendar as made_of
    from generator.run.read_plan import Reader
    from generator.workspace.saved_calendars import save

    workspace, folders = chosen(plans)
    reader, where = Reader(workspace), resolved(out) if out else None
    written = 0
    for folder in folders:
        read = reader.plan(folder)
        if errors := [finding for finding in read.findings if finding.is_error]:
            raise Rejected(errors)
        for aftale in read.plan.aftaler if read.plan else ():
            if read.plan and (data := made_of(read.plan, aftale)):
                path = folder.output(aftale.navn, where).with_suffix(SUFFIX)
                kept = save(path, data, where or workspace.root)
                echo(f"  {workspace.name_of(path)}")
                if kept:
                    echo("    " + say("the one that was changed is now {file}", file=workspace.name_of(kept)))
                written += 1
    if not written:
        echo(say("no milestones with a date: write them in milepaelsplan.yaml"))

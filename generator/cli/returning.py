"""`aftale return`: what stands in a spreadsheet or a table, taken into the YAML of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.border import files
from generator.base.language import later, say, say_count
from generator.cli import extras, measured, shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.workspace.folders import AftaleFile, NotFound, Workspace

if TYPE_CHECKING:
    from generator.authoring.returned import Returned
    from generator.formats.sheet.reader import Read

EXAMPLES = (
    "aftale return output/koege-2027-2031/budget.xlsx --dry-run",
    "aftale return ~/Downloads/budget.xlsx koege-2027-2031",
    "aftale return fraflytninger.csv koege-2027-2031 --mapping kolonner.yaml",
)
NO_SHEET = later("choose a spreadsheet that `aftale build --sheet` has written")


@commands.command("return", examples=EXAMPLES, short_help="Take what stands in a spreadsheet or a table.")
@argument("file", metavar="FILE", type=PathOf(exists=True, dir_okay=False))
@argument("plan", metavar="[PLAN]", required=False, shell_complete=shell_completion.plans)
@option("--mapping", metavar="MAP.yaml", type=PathOf(exists=True, dir_okay=False),
              help="Take figures that were measured: the columns of FILE, a .csv or .xlsx.")  # fmt: skip
@option("--dry-run", is_flag=True, help="Say what would be changed, and change nothing.")
@click.pass_context
def return_(ctx: click.Context, file: Path, plan: str | None, mapping: Path | None, dry_run: bool) -> None:
    """Take what was typed over in FILE, a spreadsheet of `aftale build --sheet`, back into the YAML.

    Only what was typed over is changed, each at its key; all else stays as the YAML says now. Sums, headings
    and new rows do not come back, and what both have changed is left to you: each is told with its cell. The
    plan is the one that the spreadsheet was made of, or PLAN. Exit code: 0 all came back, 1 something did
    not, 2 wrong use.

    With --mapping, FILE is a table from elsewhere, and its figures are put in the PLAN's målinger. One that
    stands there already is told before and after; what the mapping does not settle is left out.
    """
    if mapping:
        ctx.exit(0 if measured.take(file, mapping, plan, dry_run) else 1)
    extras.needs_sheet(say("a spreadsheet"))
    found = _read(file)
    workspace, source = _source(found, plan)
    made = _returned(found, workspace, source, dry_run)
    echo(_told(made, workspace.name_of(source.path), dry_run))
    ctx.exit(1 if made.kept else 0)


def _read(file: Path) -> Read:
    from generator.base.border.workbooks import NoWorkbook
    from generator.formats.sheet.reader import read

    try:
        found = read(files.read(file))
    except NoWorkbook as error:
        message = say("the file {file} cannot be read: {reason}", file=file, reason=error)
        raise NotFound(message, say(NO_SHEET)) from error
    if found is None:
        message = say("the file {file} was not made here, or its hidden sheet was taken away", file=file)
        raise NotFound(message, say(NO_SHEET))
    return found


def _source(found: Read, plan: str | None) -> tuple[Workspace, AftaleFile]:
    """The file that the spreadsheet comes back to: in the plan that is named, else the one it was made of."""
    workspace = Workspace.find(Path.cwd())
    *_, folder, name = ["", "", *found.source.split("/")]
    chosen = workspace.plan(plan or folder)
    source = next((file for file in chosen.aftaler() if file.path.name == name), None)
    if source is None:
        message = say("the plan {plan} has no file {file}", plan=chosen.name, file=name)
        raise NotFound(message, say("name the plan that the spreadsheet belongs to"))
    return workspace, source


def _returned(found: Read, workspace: Workspace, source: AftaleFile, dry_run: bool) -> Returned:
    from generator.authoring.edits import Conflict, Refused
    from generator.authoring.edits.saving import save
    from generator.authoring.returned import returned
    from generator.plan.source.read import read_source

    name = workspace.name_of(source.path)
    made = returned(found, read_source(source.path, name).decode(), source.kind.model)
    if made.edits and not dry_run:
        try:
            save(source.path, made.edits, source.kind.model, workspace.root)
        except (Conflict, Refused) as error:
            message = say("the file {file} was changed meanwhile: {reason}", file=name, reason=error)
            raise NotFound(message, say("give the command again")) from error
    return made


def _told(made: Returned, name: str, dry_run: bool) -> str:
    nothing = say("nothing")
    lines = [f"  {one.key}: {one.old or nothing} → {one.new or nothing}   ({one.place})"
             for one in made.changes]  # fmt: skip
    lines += [*[""] * bool(lines), say("Not taken back:")] if made.kept else []
    lines += [f"  {one.place}: {one.why}" for one in made.kept]
    lines += [""] * bool(lines) + [_counted(made, name, dry_run)]
    if made.changes and not dry_run:
        lines.append(say(measured.NEXT, plan=Path(name).parent.name))
    return "\n".join(lines)


def _counted(made: Returned, name: str, dry_run: bool) -> str:
    number, kept = len(made.changes), len(made.kept)
    if dry_run:
        return say_count(
            "{n} value of {file} would be changed, {kept} not taken back",
            "{n} values of {file} would be changed, {kept} not taken back",
            number, file=name, kept=kept,
        )  # fmt: skip
    return say_count(
        "{n} value of {file} changed, {kept} not taken back",
        "{n} values of {file} changed, {kept} not taken back",
        number, file=name, kept=kept,
    )  # fmt: skip

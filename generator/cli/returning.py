"""`aftale return`: what stands in a document, a spreadsheet or a table, taken into the YAML of a plan."""

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
    "aftale return output/koege-2027-2031/delaftale-uddannelse.docx --dry-run",
    "aftale return ~/Downloads/delaftale-fra-bestyrelsen.docx ~/Downloads/delaftale-fra-advokaten.docx",
    "aftale return output/koege-2027-2031/budget.xlsx --dry-run",
    "aftale return ~/Downloads/budget.xlsx koege-2027-2031",
    "aftale return fraflytninger.csv koege-2027-2031 --mapping kolonner.yaml",
)
NO_SHEET = later("choose a spreadsheet that `aftale build --sheet` has written")


@commands.command("return", examples=EXAMPLES,
                  short_help="Take back what was edited in a document or a spreadsheet.")  # fmt: skip
@argument("words", metavar="FILE... [PLAN]", nargs=-1, required=True, shell_complete=shell_completion.plans)
@option("--mapping", metavar="MAP.yaml", type=PathOf(exists=True, dir_okay=False),
              help="Take figures that were measured: the columns of FILE, a .csv or .xlsx.")  # fmt: skip
@option("--comments", type=click.Choice(["yaml", "list"]), default="yaml",
              help="Comments of a .docx: above their keys in the YAML, or only listed.")  # fmt: skip
@option("--branch", metavar="NAME",
        help="Commit it on that branch, as of who edited the .docx; no file changes.")  # fmt: skip
@option("--wording", is_flag=True,
        help="Take the form's own text too, as the plan's own wording.")  # fmt: skip
@option("--force", is_flag=True, help="Write what is unclear too, as the .docx has it.")
@option("--dry-run", is_flag=True, help="Say what would be changed, and change nothing.")
@click.pass_context
def return_(
    ctx: click.Context, words: tuple[str, ...], mapping: Path | None, comments: str, branch: str | None,
    wording: bool, force: bool, dry_run: bool,
) -> None:
    """Take what was edited in FILE, a document or a spreadsheet made here, back into the YAML.

    A .docx may be a document or a redline, with tracked changes or without, edited in Word or LibreOffice;
    several may be named at once. What comes from the YAML is written there, at its key, once it is proven:
    made again, the document says what it says in FILE. All else is listed with its words, its place and the
    reason: the form's own text, what is computed, what the YAML says otherwise meanwhile. Comments come to
    stand above their keys.

    Of a spreadsheet only what was typed over is changed; sums, headings and new rows do not come back. The
    plan is the one that the spreadsheet was made of, or PLAN. With --mapping, FILE is a table from
    elsewhere, and its figures are put in the PLAN's målinger; what the mapping does not settle is left out.

    Exit code: 0 all came back, 1 something did not, 2 wrong use.
    """
    found, plan = _sorted(ctx, words)
    if mapping:
        ctx.exit(0 if measured.take(_only(found), mapping, plan, dry_run) else 1)
    if all(file.suffix.lower() == ".docx" for file in found) and plan is None:
        from generator.cli import returned_screen, returning_words

        way = returned_screen.Way(dry_run, comments == "list", branch or "", wording, force)
        ctx.exit(returning_words.take(found, way))
    extras.needs_sheet(say("a spreadsheet"))
    sheet = _read(_only(found))
    workspace, source = _source(sheet, plan)
    made = _returned(sheet, workspace, source, dry_run)
    echo(_told(made, workspace.name_of(source.path), dry_run))
    ctx.exit(1 if made.kept else 0)


def _sorted(ctx: click.Context, words: tuple[str, ...]) -> tuple[list[Path], str | None]:
    """The files, and the plan that is named after them."""
    first, *more = words
    plan = more.pop() if more and not files.is_there(Path(more[-1])) else None
    kind = PathOf(exists=True, dir_okay=False)
    return [kind.convert(word, None, ctx) for word in (first, *more)], plan


def _only(found: list[Path]) -> Path:
    if len(found) > 1:
        raise click.UsageError(say("several files can be taken back at once where all of them are .docx"))
    return found[0]


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

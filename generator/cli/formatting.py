"""`aftale format`: every YAML file in the one form that reviews are made in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.language import say_count
from generator.cli import shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import argument, option
from generator.cli.reports.text_report import findings_text
from generator.cli.selection import chosen
from generator.plan.kinds import FORM, HELHEDSPLAN
from generator.workspace.folders import PlanFolder, Workspace

if TYPE_CHECKING:
    from generator.base.findings import Finding
    from generator.plan.model.record import Model

EXAMPLES = ("aftale format", "aftale format viborg-2025-2029 --check")


@commands.command(
    "format", examples=EXAMPLES,
    short_help="Put the YAML of plans, and of forms beside them, in order.",
)  # fmt: skip
@argument("plans", metavar="[PLAN]...", nargs=-1, shell_complete=shell_completion.plans)
@option("--check", "look", is_flag=True, help="Write nothing; fail when a file is not in order.")
@click.pass_context
def format_(ctx: click.Context, plans: tuple[str, ...], look: bool) -> None:
    """Put the YAML of each PLAN in order, or of all plans and of the forms beside them.

    One sentence a line, the keys in their order, quotes only where they are needed; comments stay where
    they stand. What a file means never changes, and a second run changes nothing.
    """
    workspace, folders = chosen(plans)
    found: list[Finding] = []
    sources = [file for folder in folders for file in _of_plan(folder, found)]
    if not plans:
        sources += _forms(workspace)
    changed = 0
    for path, model in sources:
        name = workspace.name_of(path)
        if _put_in_order(path, name, model, found, None if look else workspace.root):
            changed += 1
            echo(f"  {name}")
    if found:
        echo(findings_text(found))
    if look:
        done = say_count("{n} file of {all} would be changed", "{n} files of {all} would be changed", changed,
                         all=len(sources))  # fmt: skip
    else:
        done = say_count("{n} file of {all} put in order", "{n} files of {all} put in order", changed,
                         all=len(sources))  # fmt: skip
    echo(done)
    ctx.exit(1 if any(f.is_error for f in found) or (look and changed) else 0)


def _of_plan(folder: PlanFolder, found: list[Finding]) -> Iterator[tuple[Path, type[Model]]]:
    from generator.base.findings import Rejected

    found.extend(folder.stray_files())
    try:
        yield folder.helhedsplan, HELHEDSPLAN.model
    except Rejected as rejected:
        found.extend(rejected.findings)
    yield from ((file.path, file.kind.model) for file in folder.aftaler())


def _forms(workspace: Workspace) -> list[tuple[Path, type[Model]]]:
    """List the forms of the workspace itself; those that came with the program are not the user's."""
    from generator.workspace.rounds import Rounds

    mine = (path for path in Rounds.of(workspace).files.values() if path.is_relative_to(workspace.root))
    return [(path, FORM.model) for path in mine]


def _put_in_order(
    path: Path, name: str, model: type[Model], found: list[Finding], top: Path | None
) -> bool:
    """Put the file in order and tell whether it was not; what is wrong with it is added to `found`.

    It is written where `top` is given, the folder that links do not lead out of.
    """
    from generator.authoring.format import in_order
    from generator.base.border.writing import write_through
    from generator.base.findings import Rejected
    from generator.plan.source.read import read_source, read_yaml_bytes
    from generator.workspace.unreadable import cannot_be_written

    try:
        typed = read_source(path, name)
        read_yaml_bytes(typed, name)
        lines = typed.decode().replace("\r\n", "\n")
        result = in_order(lines, model, name)
        found.extend(result.findings)
        if result.findings or result.text == lines:
            return False
        if top:
            write_through(path, result.text.encode(), typed, top)
    except Rejected as rejected:
        found.extend(rejected.findings)
        return False
    except OSError as error:
        found.append(cannot_be_written(error, name))
        return False
    return True

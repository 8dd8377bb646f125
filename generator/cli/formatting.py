"""`aftale format`: every YAML file in the one form that reviews are made in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.reports.text_report import counted, findings_text
from generator.cli.selection import chosen
from generator.plan.kinds import FORM, HELHEDSPLAN
from generator.workspace.folders import PlanFolder, Workspace

if TYPE_CHECKING:
    from generator.base.findings import Finding
    from generator.plan.model.record import Model

EXAMPLES = "\b\nExamples:\n  aftale format\n  aftale format viborg-2025-2029 --check"


@commands.command(
    "format", epilog=EXAMPLES,
    short_help="Put the YAML of plans, and of forms beside them, in order.",
)  # fmt: skip
@click.argument("plans", metavar="[PLAN]...", nargs=-1, shell_complete=shell_completion.plans)
@click.option("--check", "look", is_flag=True, help="Write nothing; fail when a file is not in order.")
@click.pass_context
def format_(ctx: click.Context, plans: tuple[str, ...], look: bool) -> None:
    """Put the YAML of each PLAN in order, or of all plans and of the forms beside them.

    One sentence a line, the keys in their order, quotes only where they are needed; comments stay where
    they stand. What a file means never changes, and a second run changes nothing.
    """
    workspace, folders = chosen(plans)
    files = [file for folder in folders for file in _of_plan(folder)]
    if not plans:
        files += _forms(workspace)
    changed = 0
    found: list[Finding] = []
    for path, model in files:
        name = workspace.name_of(path)
        if _put_in_order(path, name, model, found, look):
            changed += 1
            echo(f"  {name}")
    if found:
        echo(findings_text(found))
    done = "would be changed" if look else "put in order"
    echo(f"{counted(changed, 'file')} of {len(files)} {done}")
    ctx.exit(1 if any(f.is_error for f in found) or (look and changed) else 0)


def _of_plan(folder: PlanFolder) -> Iterator[tuple[Path, type[Model]]]:
    yield folder.helhedsplan, HELHEDSPLAN.model
    yield from ((file.path, file.kind.model) for file in folder.aftaler())


def _forms(workspace: Workspace) -> list[tuple[Path, type[Model]]]:
    """List the forms of the workspace itself; those that came with the program are not the user's."""
    from generator.workspace.rounds import Rounds

    mine = (path for path in Rounds.of(workspace).files.values() if path.is_relative_to(workspace.root))
    return [(path, FORM.model) for path in mine]


def _put_in_order(path: Path, name: str, model: type[Model], found: list[Finding], look: bool) -> bool:
    """Put the file in order and tell whether it was not; what is wrong with it is added to `found`."""
    from generator.authoring.format import in_order
    from generator.base.findings import Rejected
    from generator.base.replace_file import replace_file
    from generator.plan.source.read import read_yaml

    try:
        read_yaml(path, name)
        typed = path.read_bytes().decode()
        lines = typed.replace("\r\n", "\n")
        result = in_order(lines, model, name)
    except Rejected as rejected:
        found.extend(rejected.findings)
        return False
    found.extend(result.findings)
    if result.findings or result.text == lines:
        return False
    if not look:
        replace_file(path, result.text.encode())
    return True

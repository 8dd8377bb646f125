"""`aftale return --mapping`: a table of figures from elsewhere, taken into the målepunkter of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.border import files
from generator.base.findings import Rejected
from generator.base.language import later, listed, say, say_count
from generator.cli import extras
from generator.cli.echo import echo
from generator.plan import kinds
from generator.workspace.folders import AftaleFile, NotFound, PlanFolder, Workspace

if TYPE_CHECKING:
    from generator.authoring.measured import Taken
    from generator.plan.model.plan import Aftale, Plan

LIST = "målepunkter"
"""Key of the file that has what is measured."""
NEXT = later("see what it means with: aftale check {plan}")


def take(table: Path, mapping: Path, plan: str | None, dry_run: bool) -> bool:
    """Take the table into the plan and say what came of it; True where all of it was taken.

    The plan may be left out where there is one alone. Raises Rejected and NotFound.
    """
    workspace = Workspace.find(Path.cwd())
    folder = _folder(workspace, plan)
    source = _source(folder)
    made = _taken(workspace, folder, source, table, mapping)
    if made.edits and not dry_run:
        _save(workspace, source, made)
    echo(_told(made, workspace.name_of(source.path), dry_run))
    return not made.kept


def _folder(workspace: Workspace, plan: str | None) -> PlanFolder:
    if plan:
        return workspace.plan(plan)
    folders = workspace.plans()
    if len(folders) != 1:
        names = listed((folder.name for folder in folders), "or")
        raise click.UsageError(
            say("which plan are the figures of? Name it behind the table: {plans}", plans=names)
        )
    return folders[0]


def _source(folder: PlanFolder) -> AftaleFile:
    """The plan's file that has what is measured."""
    found = next((file for file in folder.aftaler() if LIST in file.kind.model.fields), None)
    if found is None:
        kind = next(kind for kind in kinds.DOCUMENTS if LIST in kind.model.fields)
        hint = say("make its file with: aftale add {plan} {document}", plan=folder.name, document=kind.name)
        missing = say("the plan {plan} has no document {document}", plan=folder.name, document=kind.name)
        raise NotFound(missing, hint)
    return found


def _taken(
    workspace: Workspace, folder: PlanFolder, source: AftaleFile, table: Path, mapping: Path
) -> Taken:
    from generator.authoring.measured import ColumnMap, figures, table_of, taken
    from generator.authoring.measured.table import LARGEST
    from generator.plan.model.load import load
    from generator.plan.source.read import read_yaml

    plan, aftale = _read(workspace, folder, source)
    columns = load(read_yaml(mapping, workspace.name_of(mapping)), ColumnMap)
    data = files.read(table, LARGEST)
    if data.startswith(b"PK"):
        extras.needs_sheet(say("a spreadsheet"))
    found = figures(table_of(data, table.name, columns.value), columns)
    return taken(found, aftale.kilde.source.data, aftale.målepunkter, plan.helhedsplan, columns.value)


def _read(workspace: Workspace, folder: PlanFolder, source: AftaleFile) -> tuple[Plan, Aftale]:
    """The plan, and its agreement of that file. Raises Rejected where one of them is in error."""
    from generator.run.read_plan import Reader

    read = Reader(workspace).plan(folder)
    aftale = next((one for one in read.plan.aftaler if one.navn == source.name), None) if read.plan else None
    if read.plan is None or aftale is None:
        raise Rejected(finding for finding in read.findings if finding.is_error)
    return read.plan, aftale


def _save(workspace: Workspace, source: AftaleFile, made: Taken) -> None:
    from generator.authoring.edits import Conflict, Refused
    from generator.authoring.edits.saving import save

    try:
        save(source.path, made.edits, source.kind.model, workspace.root)
    except (Conflict, Refused) as error:
        hint, name = say("mend it there, and give the command again"), workspace.name_of(source.path)
        cannot = say("the file {file} cannot be changed: {reason}", file=name, reason=error)
        raise NotFound(cannot, hint) from error


def _told(made: Taken, name: str, dry_run: bool) -> str:
    lines = [f"  {one.what}: {f'{one.old} → ' if one.old else ''}{one.new}   ({one.place})"
             for one in made.changes]  # fmt: skip
    lines += ["", say("Not taken:")] if made.kept else []
    lines += [f"  {one.place}: {one.why}" for one in made.kept]
    lines += [""] * bool(lines) + [_counted(made, name, dry_run)]
    if made.changes and not dry_run:
        lines.append(say(NEXT, plan=Path(name).parent.name))
    return "\n".join(lines)


def _counted(made: Taken, name: str, dry_run: bool) -> str:
    changed = sum(bool(one.old) for one in made.changes)
    numbers = {"file": name, "changed": changed, "same": made.same, "kept": len(made.kept)}
    if dry_run:
        return say_count(
            "{n} figure would be put in {file}, {changed} changed, {same} as they were, {kept} not taken",
            "{n} figures would be put in {file}, {changed} changed, {same} as they were, {kept} not taken",
            len(made.changes) - changed, **numbers,
        )  # fmt: skip
    return say_count(
        "{n} figure put in {file}, {changed} changed, {same} as they were, {kept} not taken",
        "{n} figures put in {file}, {changed} changed, {same} as they were, {kept} not taken",
        len(made.changes) - changed, **numbers,
    )  # fmt: skip

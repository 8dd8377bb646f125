"""The folder of a plan that begins, with what lies beside it for editors and for git."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.authoring.json_schema import schema_files
from generator.plan.model.form import Form
from generator.workspace.folders import Workspace
from generator.workspace.kept_in_git import leave_out_what_is_made
from generator.workspace.rounds import Rounds


def begin(
    workspace: Workspace, name: str, files: Mapping[str, str], rounds: Rounds, form: Form
) -> tuple[Path, bool]:
    """Make the plan's folder, whole or not at all; tell where it is, and whether .gitignore was written.

    Raises NotFound when it is there.
    """
    folder = workspace.create(name, files)
    save_schemas(workspace, rounds, form)
    return folder, leave_out_what_is_made(workspace)


def save_schemas(workspace: Workspace, rounds: Rounds, form: Form) -> None:
    """Write the schemas that files of the form name for an editor."""
    workspace.save_schemas(schema_files(list(rounds.files), [form]))

"""The pages of the guide that are made from the program itself: its rules, and the keys of its files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.authoring.pages import key_list, rules_page
from generator.authoring.pages.key_examples import Files
from generator.plan.kinds import FORM, HELHEDSPLAN, FileKind
from generator.plan.source.read import read_yaml
from generator.workspace.folders import Workspace
from generator.workspace.rounds import Rounds


def made(workspaces: Sequence[Workspace]) -> dict[str, str]:
    """The text of each page by the name of its file. Raises Rejected for a file that cannot be read.

    The rounds are those of the first workspace; examples of keys are taken from the plans of all, and
    from one only where those before it say nothing.
    """
    rounds = Rounds.of(workspaces[0])
    forms = [rounds.form(midler) for midler in rounds.files]
    keys = key_list.KeyList(forms, [typed_files(workspace) for workspace in workspaces])
    return {rules_page.NAME: rules_page.page(), key_list.NAME: keys.page()}


def typed_files(workspace: Workspace) -> Files:
    """The files of the workspace as they were typed, by kind, in the order of their paths."""
    paths: list[tuple[FileKind, Path]] = [(FORM, path) for path in Rounds.of(workspace).files.values()]
    for folder in workspace.plans():
        paths += [(HELHEDSPLAN, folder.helhedsplan), *((file.kind, file.path) for file in folder.aftaler())]
    typed: dict[str, list[Any]] = {}
    for kind, path in paths:
        typed.setdefault(kind.name, []).append(read_yaml(path, workspace.name_of(path)).data)
    return typed

"""Place of the look of documents: that of all plans, and that of one."""

from __future__ import annotations

from pathlib import Path

from generator.base.border import files, writing
from generator.base.language import say
from generator.workspace.folders import TEMPLATES, NotFound, Workspace, form_roots

REFERENCE = "reference.docx"


def place_of(workspace: Workspace, plan: str | None) -> Path:
    """The path of the look of all plans, or of that one. Raises NotFound."""
    home = workspace.plan(plan).path if plan else workspace.root
    return home / TEMPLATES / REFERENCE


def shipped() -> Path:
    """The look that came with the program."""
    return form_roots(None)[0] / REFERENCE


def save(workspace: Workspace, path: Path, data: bytes, force: bool) -> None:
    """Write the look; NotFound where there is another one already, unless `force` says to replace it."""
    writing.make_folder(writing.no_link(path, workspace.root).parent, workspace.root)
    try:
        if force and files.is_there(path):
            writing.replace_file(path, data)
        else:
            writing.new_file(path, data)
    except writing.ChangedMeanwhile as there:
        hint = say("give --force to replace it, or --out to write elsewhere; nothing was changed")
        raise NotFound(say("{file} is already there", file=workspace.name_of(path)), hint) from there

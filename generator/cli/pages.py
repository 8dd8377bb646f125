"""`aftale pages`: the pages of the guide that are made from the program. It is for those who change it."""

from __future__ import annotations

from pathlib import Path

from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.workspace.folders import Workspace

A_FOLDER = PathOf(exists=True, file_okay=False)


@commands.command(hidden=True)
@argument("folder", metavar="FOLDER", type=A_FOLDER)
@option("--plans", "workspaces", metavar="DIR", type=A_FOLDER, multiple=True,
              help="A folder with agreements/ to take examples from; several times.")  # fmt: skip
def pages(folder: Path, workspaces: tuple[Path, ...]) -> None:
    """Write the list of rules and the list of keys in FOLDER."""
    from generator.authoring.pages import made
    from generator.base.border.writing import replace_file

    found = [Workspace.find(start) for start in workspaces or (Path.cwd(),)]
    for name, text in made(found).items():
        replace_file(folder / name, text.encode())
        echo(f"  {folder.as_posix()}/{name}")

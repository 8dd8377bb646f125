"""`aftale schema`: what an editor needs to complete and underline the YAML."""

from __future__ import annotations

from pathlib import Path

import click

from generator.base.border.files import resolved
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.workspace.folders import Workspace

EXAMPLE = "\b\nExample:\n  aftale schema"


@commands.command(epilog=EXAMPLE)
@click.option("--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
              help="Where to write; .aftale/ beside agreements/ when left out.")  # fmt: skip
def schema(out: Path | None) -> None:
    """Write the JSON Schema of each kind of file, for editors.

    With the YAML extension of VS Code, a file whose first line names its schema is completed and
    underlined as you type; `aftale new` writes that line, and the schemas too. Write them anew when
    aftale has a new version.
    """
    from generator.authoring.json_schema import schema_files

    workspace = Workspace.find_or_here(Path.cwd())
    files = schema_files()
    where = workspace.name_of(workspace.save_schemas(files, resolved(out) if out else None))
    echo("\n".join(f"  {where}/{name}" for name in files))
    echo("The first line of a plan's file names its schema, such as:")
    echo("  # yaml-language-server: $schema=../../.aftale/helhedsplan.schema.json")

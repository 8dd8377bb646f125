"""`aftale schema`: schemas with which an editor completes and underlines the YAML."""

from __future__ import annotations

from pathlib import Path

from generator.base.border.files import resolved
from generator.base.language import say
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, option
from generator.workspace.folders import SCHEMAS, Workspace

EXAMPLES = ("aftale schema",)


@commands.command(examples=EXAMPLES)
@option("--out", metavar="DIR", type=PathOf(file_okay=False),
              help="Where to write; .aftale/ beside agreements/ when left out.")  # fmt: skip
def schema(out: Path | None) -> None:
    """Write the JSON Schema of each kind of file, for editors.

    With the YAML extension of VS Code, a file whose first line names its schema is completed and
    underlined as you type; `aftale new` writes that line, and the schemas too. Each funding round has
    schemas of its own, with the keys of its form. Write them anew when aftale or a form.yaml is new.
    """
    from generator.authoring.json_schema import schema_files
    from generator.workspace.rounds import Rounds

    workspace = Workspace.find_or_here(Path.cwd())
    rounds = Rounds.of(workspace)
    files = schema_files(list(rounds.files), map(rounds.form, rounds.files))
    where = workspace.name_of(workspace.save_schemas(files, resolved(out) if out else None))
    echo("\n".join(f"  {where}/{name}" for name in files))
    echo(say("The first line of a plan's file names its schema, such as:"))
    echo(f"  # yaml-language-server: $schema=../../{SCHEMAS}/{list(files)[-1]}")

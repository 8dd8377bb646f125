"""`aftale new`: the folder of a new plan, asked for at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from generator.base.nearest import suggestion
from generator.cli import shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.plan import kinds
from generator.workspace.folders import NotFound, Workspace

EXAMPLE = (
    "\b\nExample:\n  aftale new koege-2027-2031 --midler 2019-26 --navn 'Helhedsplanen i Køge' \\\n"
    "    --indsatsområde beskæftigelse --part 'Køge Kommune:kommune' --område Ellemarken"
)


@commands.command(epilog=EXAMPLE)
@click.argument("name", metavar="PLAN")
@click.option("--midler", metavar="ROUND", shell_complete=shell_completion.rounds,
              help="The funding round, such as 2019-26.")  # fmt: skip
@click.option("--navn", help="The plan's name, as it stands in the agreements.")
@click.option("--fra", metavar="DATE", help="The first day, such as 1.8.2025.")
@click.option("--til", metavar="DATE", help="The last day, such as 31.7.2029.")
@click.option("--part", "parter", metavar="NAVN:TYPE", multiple=True,
              help="A party: boligorganisation, kommune or anden; may be given several times.")  # fmt: skip
@click.option("--område", "områder", metavar="NAVN", multiple=True, help="A boligområde; several times.")
@click.option("--indsatsområde", "indsatsområder", metavar="KEY", multiple=True,
              help="A chosen indsatsområde of the round; several times.")  # fmt: skip
@click.option("--document", "dokumenter", metavar="KIND:NAVN", multiple=True, hidden=not kinds.several(),
              help="A document of a kind that a plan can have several of; several times.")  # fmt: skip
def new(name: str, midler: str | None, **given: Any) -> None:
    """Make the folder of a new PLAN, which builds at once as a draft.

    Every key is there, with what belongs in it and an example. At a terminal, what is left out is
    asked for. Nothing that exists is overwritten. The schemas that the files name for an editor are
    written too, in .aftale/.
    """
    from generator.authoring.json_schema import schema_files
    from generator.authoring.new_plan import PARTY_TYPES, NewPlan, ascii_name, plan_files
    from generator.workspace.rounds import Rounds

    folder_name = Path(name).name
    if folder_name != ascii_name(folder_name):
        hint = f"a folder's name has a-z, 0-9 and hyphens: {ascii_name(folder_name) or 'viborg-2025-2029'}"
        raise NotFound(f"`{folder_name}` cannot be the name of a plan's folder", hint)
    workspace = Workspace.find_or_here(Path.cwd())
    workspace.must_be_free(folder_name)
    rounds = Rounds.of(workspace)
    form = rounds.asked_for(midler or _asked_round(list(rounds.files)))
    answers = _asked(given, [område.nøgle for område in form.indsatsområder]) if _at_terminal() else given
    _know_types(answers["parter"], PARTY_TYPES)
    files = plan_files(NewPlan.of(answers, name=folder_name), form)
    where = workspace.name_of(workspace.create(folder_name, files))
    workspace.save_schemas(schema_files(list(rounds.files), [form]))
    echo("\n".join(f"  {where}/{file}" for file in files))
    echo(f"{len(files)} files made. Fill in what you know, and build the drafts with:")
    echo(f"  aftale build {folder_name}")


def _know_types(parties: Iterable[str], known: tuple[str, ...]) -> None:
    """Raise NotFound for a party `navn:type` of an unknown type, with the nearest that there is."""
    for text in parties:
        name, _, kind = (part.strip() for part in text.rpartition(":"))
        if name and kind and kind not in known:
            raise NotFound(f"`{kind}` is no type of a party, in `{text}`", suggestion(kind, known))


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked_round(rounds: list[str]) -> str:
    if not _at_terminal():
        raise click.UsageError(f"Missing option '--midler'. Choose from: {', '.join(rounds)}")
    return str(click.prompt("Funding round (midler)", type=click.Choice(rounds)))


def _asked(given: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    """Ask for what was not given; an empty answer leaves it out."""
    single = {"navn": "Name of the plan", "fra": "First day", "til": "Last day"}
    several = {
        "parter": "Party, as navn:type (boligorganisation, kommune, anden)",
        "områder": "Boligområde",
        "indsatsområder": f"Indsatsområde ({', '.join(keys)})",
    }
    answers = given | {key: given[key] or _answer(question) for key, question in single.items()}
    return answers | {key: given[key] or _answers(question) for key, question in several.items()}


def _answer(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False)).strip()


def _answers(question: str) -> list[str]:
    return list(iter(lambda: _answer(f"{question}; empty when done"), ""))

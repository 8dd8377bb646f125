"""`aftale package`: all documents of a plan in one folder, with a cover and a manifest."""

from __future__ import annotations

from pathlib import Path

import click

from generator.base.border import files
from generator.base.language import say, say_count
from generator.cli import extras, shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.cli.selection import chosen
from generator.cli.status import epoch

EXAMPLES = (
    "aftale package viborg-2017-2021 --zip",
    "aftale package viborg-2025-2029 --draft --out til-bestyrelsen",
)


@commands.command(examples=EXAMPLES, short_help="Pack all documents of a plan, with a cover and a manifest.")
@argument("plan", metavar="PLAN", shell_complete=shell_completion.plans)
@option("--zip", "zipped", is_flag=True, help="Write one .zip of it too: the same bytes every time.")
@option("--draft", "drafts", is_flag=True, help="Pack drafts too, and what is there of the annexes.")
@option("--out", metavar="DIR", type=PathOf(file_okay=False),
              help="Where to write; output/pakker/ when left out.")  # fmt: skip
@click.pass_context
def package(ctx: click.Context, plan: str, zipped: bool, drafts: bool, out: Path | None) -> None:
    """Pack all documents of a PLAN as .docx and PDF, and as sheets, with a cover that lists them.

    The cover has the annexes with their status, the known gaps, who signs on which page, and the hash of
    every file; manifest.json says the same to programs. Where a check fails, a document is a draft or a
    required annex is not there, it says what is missing, and writes nothing. Exit code: 0 packed, 1 not
    packed, 2 wrong use.
    """
    workspace, (folder,) = chosen((plan,))
    extras.needs_pdf("`aftale package`")
    if any(file.kind.sheet for file in folder.aftaler()):
        extras.needs_sheet("`aftale package`")
    from generator.cli.telling import Teller, Telling
    from generator.run import package as packing

    where = files.resolved(out) if out else packing.default_folder(workspace)
    wish = packing.Wish(where, drafts, zipped, epoch())
    names = [folder.whole(file) for file in packing.documents(folder)]
    teller = Teller(workspace, (*names, f"{folder.name}/{packing.COVER}"), _made)
    failed = teller.tell(packing.package(workspace, folder, wish), Telling("text"))
    name = f"{workspace.name_of(where)}/{folder.name}"
    if failed:
        echo(say("Nothing was written."))
    elif zipped:
        echo(say("The package is in {folder} and in {file}.", folder=name, file=f"{name}.zip"))
    else:
        echo(say("The package is in {folder}.", folder=name))
    ctx.exit(failed)


def _made(n: int) -> str:
    return say_count("{n} document made", "{n} documents made", n)

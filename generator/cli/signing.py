"""`aftale sign`: the issue of a version, and what is kept of it with the plan."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.border import files
from generator.base.language import listed, say, say_count
from generator.cli import shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.cli.reports.text_report import findings_text
from generator.cli.selection import chosen, documents_of
from generator.cli.status import epoch

if TYPE_CHECKING:
    from generator.authoring.signing import Issued
    from generator.workspace.folders import Workspace

EXAMPLES = (
    "aftale sign viborg-2017-2021 strategisk-samarbejdsaftale",
    "aftale sign viborg-2017-2021 strategisk-samarbejdsaftale --scan ~/Downloads/underskrevet.pdf",
)


@commands.command(examples=EXAMPLES, short_help="Issue a version, and keep what is signed.")
@argument("plan", metavar="PLAN", shell_complete=shell_completion.plans)
@argument("documents", metavar="[DOCUMENT]...", nargs=-1, shell_complete=shell_completion.documents)
@option("--scan", metavar="SCAN.pdf", type=PathOf(exists=True, dir_okay=False),
              help="The signed paper; its version may have been issued before.")  # fmt: skip
@click.pass_context
def sign(ctx: click.Context, plan: str, documents: tuple[str, ...], scan: Path | None) -> None:
    """Issue the newest version of each final DOCUMENT of a PLAN, or of all that are final.

    Keeps in agreements/<plan>/underskrevet/ the .docx and the PDF as they are built, the text in them, and
    what the plan said; and writes the hash of the text at the version, under `aftryk`. From then on the
    document is what was issued, until it has a new version. Exit code: 0 all are issued, 1 some are not, 2
    wrong use.
    """
    from generator.authoring.signing import Issued, Refused, Signing
    from generator.base.findings import Finding
    from generator.formats import pdf

    workspace, (folder,) = chosen((plan,))
    names = {name.rpartition("/")[2] for name in documents_of((folder,), documents)}
    wanted = [file for file in folder.aftaler() if file.name in names]
    data = _scan(scan, len(documents)) if scan else None
    told = list(Signing(workspace, folder, epoch()).issue(wanted, data))
    issued = [one for one in told if isinstance(one, Issued)]
    refused = [one for one in told if isinstance(one, Refused)]
    found = [one for one in told if isinstance(one, Finding)]
    for one in issued:
        echo("\n".join(_issued(one, workspace)))
    for no in refused:
        echo(f"  {no.why}\n      {no.hint}")
    if found:
        echo(f"\n{findings_text(found)}")
    if missing := pdf.missing() if any(one.files for one in issued) else []:
        echo("\n" + say("no PDF is kept, for lack of {packages}: pip install aftale[pdf]",
                        packages=listed(missing)))  # fmt: skip
    _tell_of_git(workspace, issued)
    ctx.exit(int(not issued or any(no.is_wrong or documents for no in refused)))


def _scan(path: Path, documents: int) -> bytes:
    if documents != 1:
        raise click.UsageError(say("--scan is the paper of one document: name it"))
    data = files.read(path)
    if not data.startswith(b"%PDF-"):
        raise click.UsageError(say("--scan is {file}, which is no PDF", file=path))
    return data


def _issued(one: Issued, workspace: Workspace) -> Iterable[str]:
    if not one.files:
        told = say("version {version} of {document} is issued already",
                   document=one.document, version=one.version)  # fmt: skip
        yield f"  {told}"
        return
    told = say("version {version} of {document} is issued", document=one.document, version=one.version)
    yield f"  {told}"
    for folder, inside in groupby(one.files, lambda path: path.parent):
        yield f"      {workspace.name_of(folder)}/: {', '.join(path.name for path in inside)}"


def _tell_of_git(workspace: Workspace, issued: Iterable[Issued]) -> None:
    """Say what of it git does not keep yet, where there is git."""
    from generator.workspace.git import not_kept

    paths = list(dict.fromkeys(path for one in issued for path in one.files))
    if missing := not_kept(workspace, paths):
        told = say_count("git does not keep {n} of these files yet: aftale save -m TEXT",
                         "git does not keep {n} of these files yet: aftale save -m TEXT",
                         len(missing))  # fmt: skip
        echo(f"\n{told}")

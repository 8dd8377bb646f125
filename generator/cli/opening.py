"""`aftale open`: the plans as pages in the browser, for those who write neither YAML nor in a terminal."""

from __future__ import annotations

from pathlib import Path

from generator.cli import shell_completion
from generator.cli.group import commands
from generator.cli.help import WholeNumber, argument, option
from generator.cli.served import pages_of
from generator.workspace.folders import Workspace

EXAMPLES = ("aftale open", "aftale open viborg-2025-2029 --no-browser")


@commands.command("open", examples=EXAMPLES, short_help="Open the plans as pages in the browser.")
@argument("plan", metavar="[PLAN]", required=False, shell_complete=shell_completion.plans)
@option("--port", metavar="N", type=WholeNumber(min=0), default=0,
        help="The port of this computer; a free one when left out.")  # fmt: skip
@option("--no-browser", "quiet", is_flag=True, help="Print the address, and open nothing.")
def open_(plan: str | None, port: int, quiet: bool) -> None:
    """Open the plans, or one PLAN, as pages in the browser.

    Click on a passage to write it; it is saved in the same files that others write in. In a folder without
    plans a first one is begun there. Only this computer's browser is let in, by the address that is printed
    first: it holds a word that is good for once. The program ends a minute after the last page is closed, or
    with Ctrl-C.
    """
    workspace = Workspace.find_or_here(Path.cwd())
    pages_of(workspace, f"/plan/{workspace.plan(plan).name}" if plan else "/", port, quiet=quiet)

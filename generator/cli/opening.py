"""`aftale open`: the plans as pages in the browser, for those who write neither YAML nor in a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.language import say
from generator.cli import shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import WholeNumber, argument, option
from generator.workspace.folders import PlanFolder, Workspace

if TYPE_CHECKING:
    from generator.workspace.git import Commit

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


def pages_of(workspace: Workspace, first: str = "/", port: int = 0, *, quiet: bool = False) -> bool:
    """Show the plans in the browser; tell whether that ended by closing them, and not with Ctrl-C."""
    from generator.base.border.browser import show
    from generator.base.border.web_server import LocalServer

    try:
        server = LocalServer(lambda request: application.respond(request), port, first=first)
    except (OSError, OverflowError) as error:
        raise click.UsageError(say("the port {port} cannot be used: choose another", port=port)) from error
    echo(server.door.address)
    if not quiet and not show(server.door.address):
        echo(say("No browser was found: open the address in one."))
    try:
        from generator.page.application import Application  # loaded while the browser starts

        application = Application(workspace, _changes)
        server.serve(lambda: application.tell_of_changes(server))
    except KeyboardInterrupt:
        echo("")
        return False
    return True


class _Changes:
    """Changes of a plan, as the page for a board tells them."""

    @property
    def style(self) -> str:
        from generator.cli.reports.changes_style import STYLE

        return STYLE

    def __call__(self, folder: PlanFolder, since: Commit) -> str:
        from generator.cli.reports.changes_html import as_html
        from generator.compare.revisions import compare

        return "\n".join(as_html(compare(folder.workspace, since, None, [folder.name])))


_changes = _Changes()

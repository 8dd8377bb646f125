"""The pages of `aftale open`, served to the browser until the last of them is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.base.language import say
from generator.cli.echo import echo
from generator.workspace.folders import PlanFolder, Workspace

if TYPE_CHECKING:
    from generator.workspace.git import Commit


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

        application = Application(workspace, changes)
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


changes = _Changes()

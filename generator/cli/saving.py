"""`aftale save`: the plans kept as a version in git, for those who know none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.base.language import say, say_count
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import option
from generator.workspace.folders import SCHEMAS, Workspace

if TYPE_CHECKING:
    from generator.workspace.kept_in_git import Kept, KeptFile

EXAMPLES = ("aftale save", "aftale save -m 'Jobcaféen får flere timer fra 2028'")


@commands.command(examples=EXAMPLES, short_help="Keep the plans as they are now as a version in git.")
@option("-m", "message", metavar="TEXT", default="",
        help="What has changed, and why; else the plans' names.")  # fmt: skip
def save(message: str) -> None:
    """Keep the plans as they are now as a version in git.

    agreements/, templates/, .aftale/ and .gitignore are kept; output/ can be built again. Where there is no
    git repository yet, one is made. Nothing is asked, and nothing is sent to others. What else is staged in
    git stays as it is.
    """
    from generator.workspace.kept_in_git import keep, repository_for

    workspace = Workspace.find(Path.cwd())
    repository, is_new = repository_for(workspace)
    if is_new:
        echo(say("A git repository is made in {folder}.", folder=repository.top))
    echo("\n".join(_told(keep(workspace, repository, message))))


def _told(kept: Kept) -> Iterator[str]:
    if kept.version is None:
        yield say("There is nothing to keep yet.")
    elif not kept.files:
        yield say(
            "Nothing has changed since version {version} of {day}: {subject}",
            version=kept.version.short, day=kept.version.dato, subject=kept.version.subject,
        )  # fmt: skip
    else:
        yield say_count(
            "{n} file is kept in git as version {version} on the branch {branch}:",
            "{n} files are kept in git as version {version} on the branch {branch}:",
            len(kept.files), version=kept.version.short, branch=kept.branch,
        )  # fmt: skip
        schemas = [one for one in kept.files if one.name.startswith(f"{SCHEMAS}/")]
        if schemas:
            yield "  " + say_count("{n} file in {folder}", "{n} files in {folder}", len(schemas),
                                   folder=f"{SCHEMAS}/")  # fmt: skip
        yield from (f"  {_file(one)}" for one in kept.files if one not in schemas)


def _file(one: KeptFile) -> str:
    if one.change == "D":
        return say("{file} is deleted", file=one.name)
    if one.lines is None:
        return say("{file} is kept whole", file=one.name)
    new, gone = one.lines
    if one.change == "A":
        return say_count("{file} is new, {n} line", "{file} is new, {n} lines", new, file=one.name)
    return say("{file}, lines: {new} new and {gone} gone", file=one.name, new=new, gone=gone)

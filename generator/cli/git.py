"""`aftale git-setup`: git shows the text of a .docx, names the key above a change, and merges YAML safely."""

from __future__ import annotations

from pathlib import Path

import click

from generator.base.border import files, writing
from generator.base.border.refused import GitRefused
from generator.base.language import later, say
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.cli.reports.text_report import findings_text
from generator.workspace.folders import NotFound

KEY_ABOVE = (
    r"^[[:space:]]*(- )?[^[:space:]#:'\"-][^:#]*:[[:space:]]*[|>]?[-+]?$"
    "\n"
    r"^[[:space:]]*- [^[:space:]#:]+: .+$"
)
SETTINGS = {
    "diff.aftale-docx.textconv": "aftale inspect --text",
    "diff.aftale-docx.binary": "true",
    "diff.aftale-yaml.xfuncname": KEY_ABOVE,
    "merge.aftale-yaml.name": "YAML that can still be read",
    "merge.aftale-yaml.driver": "aftale git-merge %O %A %B %P",
}
WHY = {
    "diff.aftale-docx.textconv": later("git diff shows the text of a .docx"),
    "diff.aftale-yaml.xfuncname": later("a change in a YAML file is shown with the key above it"),
    "merge.aftale-yaml.driver": later("a merge that would break a YAML file becomes a conflict"),
}
NOT_THERE = 5
"""Exit code of git when a setting that is to be taken away is not there."""
ATTRIBUTES = ("*.docx -text -merge diff=aftale-docx", "*.yaml diff=aftale-yaml merge=aftale-yaml")


@commands.command(
    "git-setup", examples=("aftale git-setup",),
    short_help="Set this clone up to show and merge agreements.",
)  # fmt: skip
@option("--undo", is_flag=True, help="Take the settings away again.")
def git_setup(undo: bool) -> None:
    """Set this clone up to show and merge agreements, and tell what was set.

    Only the settings of this clone are changed, in .git/config. Which files they hold for stands in
    .gitattributes, which everybody has.
    """
    from generator.workspace.git import Repository

    try:
        repository = Repository.found(Path.cwd())
    except GitRefused as refused:
        raise NotFound(refused.why, refused.hint) from refused
    for name, value in SETTINGS.items():
        _set(repository.top, name, None if undo else value)
        if undo:
            echo("  " + say("taken away {setting}", setting=name))
        elif name in WHY:
            echo("  " + say("set {setting}: {why}", setting=name, why=say(WHY[name])))
    missing = _missing(repository.top)
    if missing and not undo:
        echo("\n" + say("Add these lines to .gitattributes, and commit it:"))
        echo("\n".join(f"  {line}" for line in missing))
    if not undo:
        echo("\n" + say("To undo it: aftale git-setup --undo"))


@commands.command("git-merge", hidden=True)
@argument("base", metavar="BASE", type=PathOf())
@argument("mine", metavar="MINE", type=PathOf())
@argument("theirs", metavar="THEIRS", type=PathOf())
@argument("name", metavar="NAME")
@click.pass_context
def git_merge(ctx: click.Context, base: Path, mine: Path, theirs: Path, name: str) -> None:
    """Merge a YAML file for git: BASE, MINE (which gets the result), THEIRS, and the file's NAME."""
    from generator.authoring import merge_driver
    from generator.base.border import git

    whole = files.read(mine)
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    if git.run("merge-file", *labels, *map(str, (mine, base, theirs)))[0]:
        ctx.exit(1)
    wrong = merge_driver.trouble(files.read(mine), name)
    if wrong:
        echo(say("merging {file} would break it:", file=name), err=True)
        echo(findings_text(wrong), err=True)
        writing.replace_file(mine, merge_driver.conflict(whole, files.read(theirs)))
        ctx.exit(1)


def _set(top: Path, name: str, value: str | None) -> None:
    from generator.base.border import git

    words = ["--unset-all", name] if value is None else ["--replace-all", name, value]
    code, complaint = git.run("config", "--local", *words, folder=top)
    if code not in (0, NOT_THERE if value is None else 0):
        reason = complaint or say("it does not say why")
        if value is None:
            raise click.ClickException(
                say("git cannot take away {setting}: {reason}", setting=name, reason=reason)
            )
        raise click.ClickException(say("git cannot set {setting}: {reason}", setting=name, reason=reason))


def _missing(top: Path) -> list[str]:
    """List the lines that .gitattributes does not have yet."""
    path = top / ".gitattributes"
    text = files.read(path).decode("utf-8", "replace") if files.is_there(path) else ""
    drivers = ("diff=aftale-docx", "merge=aftale-yaml")
    return [line for line, driver in zip(ATTRIBUTES, drivers, strict=True) if driver not in text]

"""`aftale git-setup`: git shows the text of a .docx, names the key above a change, and merges YAML safely."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from generator.base.border import files, started, writing
from generator.base.border.refused import GitRefused
from generator.base.language import later, say
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.cli.reports.text_report import findings_text
from generator.workspace.folders import NotFound

KEY_ABOVE = (
    r"^([[:space:]]*(- )?[^[:space:]#:'\"-][^:#]*:[[:space:]]*[|>]?[-+]?)$"
    "\n"
    r"^([[:space:]]*- [^[:space:]#:]+: .+)$"
)
"""Lines that are told above a change: git prints the first group of the one that matches."""
TEXT_OF = 'f() {{ if {there}; then {aftale} inspect --text "$1"; else git hash-object "$1"; fi; }}; f'
MERGE = "if {there}; then {aftale} git-merge %O %A %B %P; else git merge-file %A %O %B; fi"
"""Commands of git, which does what it does without the program where that is gone."""
WHY = {
    "diff.aftale-docx.textconv": later("git diff shows the text of a .docx"),
    "diff.aftale-yaml.xfuncname": later("a change in a YAML file is shown with the key above it"),
    "merge.aftale-yaml.driver": later("YAML files are merged by key and by sentence"),
}
NOT_THERE = 5
"""Exit code of git when a setting that is to be taken away is not there."""
ATTRIBUTES = (
    "agreements/**/*.docx -text -merge diff=aftale-docx",
    "agreements/**/*.yaml diff=aftale-yaml merge=aftale-yaml",
)


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
    for name, value in _settings().items():
        _set(repository.top, name, None if undo else value)
        if undo:
            echo("  " + say("taken away {name}", name=name))
        elif name in WHY:
            echo("  " + say("set {name}: {why}", name=name, why=say(WHY[name])))
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
    from generator.authoring.merging import merged

    done = merged(files.read(base), files.read(mine), files.read(theirs), name)
    writing.replace_file(mine, done.text)
    if done.trouble:
        echo(say("merging {file} would break it:", file=name), err=True)
        echo(findings_text(done.trouble), err=True)
    if done.conflicts:
        ctx.exit(1)


def _settings() -> dict[str, str]:
    """Settings of git, with the program as it was started, wherever that lies."""
    words = [shlex.quote(word) for word in started.command()]
    aftale, there = " ".join(words), f"[ -x {words[0]} ]"
    return {
        "diff.aftale-docx.textconv": TEXT_OF.format(aftale=aftale, there=there),
        "diff.aftale-docx.binary": "true",
        "diff.aftale-yaml.xfuncname": KEY_ABOVE,
        "merge.aftale-yaml.name": "YAML by key and by sentence",
        "merge.aftale-yaml.driver": MERGE.format(aftale=aftale, there=there),
    }


def _set(top: Path, name: str, value: str | None) -> None:
    from generator.base.border import git

    words = ["--unset-all", name] if value is None else ["--replace-all", name, value]
    code, complaint = git.run("config", "--local", *words, folder=top)
    if code not in (0, NOT_THERE if value is None else 0):
        cannot = later("git cannot set {name}: {reason}")
        if value is None:
            cannot = later("git cannot take away {name}: {reason}")
        raise click.ClickException(say(cannot, name=name, reason=complaint or say("it does not say why")))


def _missing(top: Path) -> list[str]:
    """List the lines that .gitattributes does not have yet."""
    path = top / ".gitattributes"
    text = files.read(path).decode("utf-8", "replace") if files.is_there(path) else ""
    drivers = ("diff=aftale-docx", "merge=aftale-yaml")
    return [line for line, driver in zip(ATTRIBUTES, drivers, strict=True) if driver not in text]

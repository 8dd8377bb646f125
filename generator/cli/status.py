"""`aftale status` and `aftale inspect`: documents against their sources, and the stamp of one."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from generator.base.border import environment, files
from generator.base.border.refused import GitRefused
from generator.base.language import say, say_count
from generator.cli import editions, runs, shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import PathOf, argument, option
from generator.cli.reports import words
from generator.cli.reports.screen import Screen
from generator.cli.reports.sections import TO_MEND, section
from generator.cli.selection import chosen, documents_of, widest_document
from generator.workspace.folders import NotFound, Workspace
from generator.workspace.standing import Standing, State, left_over

if TYPE_CHECKING:
    from generator.run.outcomes import Event, Outcome
    from generator.workspace.folders import PlanFolder
    from generator.workspace.stamp import Found

STATUS_EXAMPLES = ("aftale status viborg-2025-2029",)
INSPECT_EXAMPLES = (
    "aftale inspect output/viborg-2017-2021/strategisk-samarbejdsaftale.docx",
    "aftale inspect output/viborg-2017-2021/strategisk-samarbejdsaftale.docx --sources",
    "aftale inspect viborg-2017-2021 --signers",
)
COLOURS = {
    State.CURRENT: "green", State.OUTDATED: "magenta", State.MISSING: "magenta", State.EDITED: "red",
}  # fmt: skip
MOST_FILES = 4
LEAST_NAME = 9
"""Columns for the names of facts, whichever there are."""
LAST_OF_A_ZIP = 4_354_819_199
"""The end of 2107 as seconds since 1970: a zip holds no later year."""


class Told(NamedTuple):
    """Sum of what was told of a run's documents: is anything in error, and is any of them not up to date."""

    in_error: bool
    outdated: bool


@commands.command(examples=STATUS_EXAMPLES)
@argument("plans", metavar="[PLAN]...", nargs=-1, shell_complete=shell_completion.plans)
@option("--out", metavar="DIR", type=PathOf(file_okay=False),
              help="Where the documents are; output/ when left out.")  # fmt: skip
@click.pass_context
def status(ctx: click.Context, plans: tuple[str, ...], out: Path | None) -> None:
    """Tell how each document stands to its sources.

    Up to date; out of date, and because of which files; missing; changed by hand; or in error. Nothing
    is written. `aftale build --check` does the same and fails unless all are up to date. Exit code: 0 all
    can be made, 1 something is in error, 2 wrong use.
    """
    workspace, folders = chosen(plans)
    where = files.resolved(out) if out else None
    events = runs.status(workspace, folders, (), where, epoch())
    said = told(events, workspace, folders, documents_of(folders), where)
    ctx.exit(int(said.in_error))


@commands.command(
    examples=INSPECT_EXAMPLES,
    short_help="Tell what a document was made from, and if it was changed.",
)  # fmt: skip
@argument("file", metavar="FILE.docx|PLAN", type=PathOf())
@option("--text", is_flag=True, help="Print the text of the document, for git diff.")
@option("--sources", is_flag=True,
        help="Print where each passage comes from, and who last changed it.")  # fmt: skip
@option("--signers", is_flag=True,
              help="Print who signs as JSON, for an e-signing service.")  # fmt: skip
def inspect(file: Path, text: bool, sources: bool, signers: bool) -> None:
    """Tell what a document was made from, and whether anybody has changed it since.

    The commit is the newest at which the sources were those of the document. With --signers a plan may be
    named in place of a file: all its documents in output/ are then told. With --sources each passage is told
    under its heading: file, line and key, and the commit that last changed the line.
    """
    if signers:
        from generator.cli.signers import signers_as_json

        echo(signers_as_json(file))
        return
    file = PathOf(exists=True, dir_okay=False).convert(file, None, None)
    data = files.read(file)
    if text:
        from generator.formats.word.reading.as_text import text_of_docx

        echo(text_of_docx(data).encode(), nl=False)
        return
    from generator.workspace import stamp

    found = stamp.read(data)
    if not found.is_whole:
        raise NotFound(say("{file} is no .docx, or is not whole", file=file),
                       say("choose a document that Word can open"))
    if sources:
        from generator.cli.sources import sources_of

        for line in sources_of(file, found):
            echo(line)
        return
    facts = list(_facts(file, found))
    width = max(LEAST_NAME, *(len(name) for name, _ in facts))
    for name, value in facts:
        echo(f"{name + ':':<{width + 1}} {value}")


def told(
    events: Iterable[Event],
    workspace: Workspace,
    folders: tuple[PlanFolder, ...],
    documents: tuple[str, ...],
    out: Path | None = None,
) -> Told:
    """Print how each document stands, and the errors that keep any from being made."""
    from generator.base.findings import Finding
    from generator.cli.returning_words import sum_of
    from generator.run.outcomes import Outcome

    column, screen = widest_document(documents) + len(".docx"), Screen.of(sys.stdout, workspace.root)
    errors: list[Finding] = []
    states: list[State | None] = []
    plan = ""
    for event in events:
        if isinstance(event, Finding) and event.is_error:
            errors.append(event)
        elif isinstance(event, Outcome):
            states.append(_state(event))
            if event.plan != plan:
                plan = event.plan
                echo(click.style(plan, bold=True))
            echo("\n".join(_lines(event, column)))
            if _standing(event) == (".docx", event.standing) and states[-1] is State.EDITED:
                echo(f"    {sum_of(workspace.plan(event.plan).output(event.document, out), workspace)}")
    for path in _left_over(folders, out):
        echo("  " + say("{file}: no source makes it any more", file=workspace.name_of(path)))
    if errors:
        echo(f"\n{section(TO_MEND, errors, screen)}")
    echo("\n" + ", ".join(words.documents(state, number) for state, number in _counts(states)))
    return Told(bool(errors) or None in states, any(state is not State.CURRENT for state in states))


def epoch() -> int | None:
    """SOURCE_DATE_EPOCH as seconds since 1970; None where it is not set."""
    text = environment.variable("SOURCE_DATE_EPOCH") or ""
    if text and not (text.isascii() and text.isdecimal() and int(text[:20]) <= LAST_OF_A_ZIP):
        raise click.UsageError(
            say("SOURCE_DATE_EPOCH is `{value}`; it must be seconds since 1970, before 2108", value=text)
        )
    return int(text) if text else None


def _state(outcome: Outcome) -> State | None:
    """State of the document; None when it is in error."""
    _, standing = _standing(outcome)
    return standing.state if standing else None


def _standing(outcome: Outcome) -> tuple[str, Standing | None]:
    """Suffix and standing of the document; of the first beside it that is not up to date, if it itself is."""
    first = outcome.standing
    if first and first.state is State.CURRENT:
        late = (one for one in outcome.beside if one[1].state is not State.CURRENT)
        return next(late, (".docx", first))
    return ".docx", first


def _lines(outcome: Outcome, column: int) -> Iterator[str]:
    """`  strategisk-samarbejdsaftale.docx   out of date`, and below it because of what."""
    suffix, standing = _standing(outcome)
    name = f"{outcome.document}{suffix}".ljust(column)
    state = _state(outcome)
    word = click.style(words.state(state), fg=COLOURS[state] if state else "red")
    yield f"  {name}  {word}" + (f": {outcome.reason}" if outcome.reason else "")
    if said := editions.told(outcome):
        yield f"    {said}"
    if standing is None or state in (State.CURRENT, State.MISSING):
        return
    because = standing.because
    yield from ("    " + say("changed: {file}", file=item) for item in because[:MOST_FILES])
    if more := len(because[MOST_FILES:]):
        yield "    " + say_count("and {n} file more", "and {n} files more", more)
    if not because and state is State.OUTDATED:
        yield "    " + say("no source has changed: another program or SOURCE_DATE_EPOCH made it")


def _left_over(folders: tuple[PlanFolder, ...], out: Path | None) -> Iterator[Path]:
    for folder in folders:
        names = frozenset(file.name for file in folder.aftaler())
        yield from left_over(folder.output("x", out).parent, names)


def _counts(states: list[State | None]) -> Iterator[tuple[State | None, int]]:
    for state in (*COLOURS, None):
        if number := states.count(state):
            yield state, number


def _facts(file: Path, found: Found) -> Iterator[tuple[str, str]]:
    """Facts of the document's stamp, each with the name that it is printed under."""
    from generator.workspace import stamp

    if found.stamp is None:
        yield say("document"), say("not made by aftale, or its properties were taken away")
        return
    names = ((stamp.DOCUMENT, say("title")), (stamp.PLAN, say("plan")), (stamp.STATUS, say("status")))
    yield from ((name, found.properties[key]) for key, name in names if found.properties.get(key))
    if found.stamp.version:
        yield say("version"), found.stamp.version
        yield say("issued"), editions.record_of(file)
    yield say("program"), found.stamp.program
    if found.stamp.sources:  # a redline of long ago names none
        yield say("sources"), found.stamp.sources
        yield say("commit"), _commit(file, found)
    yield say("state"), say("as generated") if found.intact else say("changed by hand since it was written")


def _commit(file: Path, found: Found) -> str:
    """Newest commit with those sources, looked for where the command is given, or by the document."""
    from generator.workspace.versions import commit_of

    unknown = ""
    for start in (Path.cwd(), files.resolved(file).parent):
        try:
            commit = commit_of(Workspace.find(start), found.stamp) if found.stamp else None
        except NotFound:
            continue
        except GitRefused as refused:
            unknown = say("not known: {why}", why=refused.why)
            continue
        if commit:
            return say("{short} of {day}: {subject}", short=commit.short, day=commit.day,
                       subject=commit.subject)  # fmt: skip
    return unknown or say("none has these sources")

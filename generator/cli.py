"""The command `aftale`; the only module that prints or exits.

What is slow to import (the model, the templates, the Word writer) is imported by the command that
needs it, so that `--help` and a mistyped name answer at once.
"""

from __future__ import annotations

import os
import shlex
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__, completion, report
from generator.findings import Finding, Rejected
from generator.workspace import NotFound, Workspace

if TYPE_CHECKING:
    from generator.build import Event
    from generator.outcome import Outcome
    from generator.workspace import PlanFolder

PATIENCE = 1.0
"""Seconds before progress is shown."""

EXAMPLES = {
    "build": "\b\nExamples:\n  aftale build\n"
    "  aftale build viborg-2017-2021 --only strategisk-samarbejdsaftale",
    "check": "\b\nExample:\n  aftale check viborg-2025-2029",
    "new": "\b\nExample:\n  aftale new koege-2027-2031 --midler 2019-26 --navn 'Helhedsplanen i Køge' \\\n"
    "    --indsatsområde beskæftigelse --part 'Køge Kommune:kommune' --område Ellemarken",
}


class Commands(click.Group):
    """The group of commands: what the user did wrong exits 2, a crash of ours is told without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        ctx.color = False if os.environ.get("NO_COLOR") else ctx.color
        try:
            return super().invoke(ctx)
        except NotFound as not_found:
            raise click.UsageError(f"{not_found.message}\n{not_found.hint}") from not_found
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Rejected as rejected:
            raise click.ClickException(report.findings_text(rejected.findings)) from rejected
        except OSError as error:
            raise click.ClickException(f"{error.filename or 'a file'}: {error.strerror or error}") from error
        except Exception as crash:
            if ctx.params["debug"]:
                raise
            _tell_of(crash)
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, envvar="AFTALE_DEBUG", help="Show where a crash happened.")
@click.version_option(__version__, prog_name="aftale")
def commands(debug: bool) -> None:
    """From an agreement in YAML to the Word documents that Landsbyggefonden requires.

    A folder with agreements/ is looked for from here upwards.
    """


@commands.command(epilog=EXAMPLES["build"])
@click.argument("plans", metavar="[PLAN]...", nargs=-1, shell_complete=completion.plans)
@click.option("--only", metavar="DOCUMENT", multiple=True, shell_complete=completion.documents,
              help="Only this document; may be given several times.")  # fmt: skip
@click.option("--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
              help="Where to write; output/ when left out.")  # fmt: skip
@click.pass_context
def build(ctx: click.Context, plans: tuple[str, ...], only: tuple[str, ...], out: Path | None) -> None:
    """Write the Word documents of each PLAN, or of all plans.

    agreements/<plan>/<document>.yaml becomes output/<plan>/<document>.docx. A document in error is not
    written, the others are. Exit code: 0 done, 1 something is wrong, 2 wrong use.
    """
    workspace, folders = _chosen(plans)
    documents = workspace.documents(folders, only)
    from generator import build as stages

    events = stages.build(workspace, folders, documents if only else (), out.resolve() if out else None)
    where = workspace.name_of(out.resolve() if out else workspace.output)
    ctx.exit(_report(events, folders, documents, f"written to {where}/"))


@commands.command(epilog=EXAMPLES["check"])
@click.argument("plans", metavar="[PLAN]...", nargs=-1, shell_complete=completion.plans)
@click.pass_context
def check(ctx: click.Context, plans: tuple[str, ...]) -> None:
    """Say what is wrong with each PLAN, or with all plans.

    Does everything that build does, but writing. Exit code: 0 no errors, 1 errors, 2 wrong use.
    """
    workspace, folders = _chosen(plans)
    from generator import build as stages

    events = stages.check(workspace, folders)
    ctx.exit(_report(events, folders, workspace.documents(folders), "checked"))


@commands.command(epilog=EXAMPLES["new"])
@click.argument("name", metavar="PLAN")
@click.option("--midler", metavar="ROUND", shell_complete=completion.rounds,
              help="The funding round, such as 2019-26.")  # fmt: skip
@click.option("--navn", help="The plan's name, as it stands in the agreements.")
@click.option("--fra", metavar="DATE", help="The first day, such as 1.8.2025.")
@click.option("--til", metavar="DATE", help="The last day, such as 31.7.2029.")
@click.option("--part", "parter", metavar="NAVN:TYPE", multiple=True,
              help="A party: boligorganisation, kommune or anden; may be given several times.")  # fmt: skip
@click.option("--område", "områder", metavar="NAVN", multiple=True, help="A boligområde; several times.")
@click.option("--indsatsområde", "indsatsområder", metavar="KEY", multiple=True,
              help="A chosen indsatsområde of the round; several times.")  # fmt: skip
def new(name: str, midler: str | None, **given: Any) -> None:
    """Make the folder of a new PLAN, which builds at once as a draft.

    Every key is there, with what belongs in it and an example. At a terminal, what is left out is
    asked for. Nothing that exists is overwritten.
    """
    from generator.reading import read_form
    from generator.scaffold import NewPlan, ascii_name, plan_files

    folder_name = Path(name).name
    if folder_name != ascii_name(folder_name):
        hint = f"a folder's name has a-z, 0-9 and hyphens: {ascii_name(folder_name) or 'viborg-2025-2029'}"
        raise NotFound(f"`{folder_name}` cannot be the name of a plan's folder", hint)
    workspace = Workspace.find_or_here(Path.cwd())
    workspace.must_be_free(folder_name)
    form = read_form(workspace, midler or _asked_round(list(workspace.form_files())))
    answers = _asked(given, [område.nøgle for område in form.indsatsområder]) if _at_terminal() else given
    files = plan_files(NewPlan.of(answers, name=folder_name), form)
    where = workspace.name_of(workspace.create(folder_name, files))
    click.echo("\n".join(f"  {where}/{file}" for file in files))
    click.echo(f"{len(files)} files made. Fill in what you know, and build the drafts with:")
    click.echo(f"  aftale build {folder_name}")


def main() -> None:
    """Run the command and end the process with its exit code; Ctrl-C ends quietly with 130."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(commands.main(prog_name="aftale", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort as abort:
        sys.exit(130 if isinstance(abort.__cause__, KeyboardInterrupt) else 1)


def _chosen(names: tuple[str, ...]) -> tuple[Workspace, tuple[PlanFolder, ...]]:
    """The workspace and the plans of those names; all when none is named. NotFound when there are none."""
    workspace = Workspace.find(Path.cwd())
    folders = workspace.plans(names)
    if not folders:
        raise NotFound("there are no plans in agreements/", "make one with: aftale new PLAN --midler 2019-26")
    return workspace, folders


def _report(
    events: Iterable[Event], folders: tuple[PlanFolder, ...], documents: tuple[str, ...], done: str
) -> int:
    """Print each outcome as it comes, then the findings and the summary; the exit code."""
    names = [f"{f.name}/{a.name}.docx" for f in folders for a in f.aftaler() if a.name in documents]
    layout = report.Layout.of(names, sys.stdout.encoding)
    progress = Progress(len(names))
    outcomes: list[Outcome] = []
    findings: list[Finding] = []
    for event in events:
        if isinstance(event, Finding):
            findings.append(event)
            continue
        outcomes.append(event)
        progress.clear()
        click.echo(report.document_line(event, layout))
        progress.show(len(outcomes))
    progress.clear()
    if findings:
        click.echo(f"\n{report.findings_text(findings)}\n")
    click.echo(report.summary(outcomes, findings, done))
    return int(any(outcome.reason for outcome in outcomes) or any(f.is_error for f in findings))


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked_round(rounds: list[str]) -> str:
    if not _at_terminal():
        raise click.UsageError(f"Missing option '--midler'. Choose from: {', '.join(rounds)}")
    return str(click.prompt("Funding round (midler)", type=click.Choice(rounds)))


def _asked(given: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    """What was given, and answers to what was not; an empty answer leaves it out."""
    single = {"navn": "Name of the plan", "fra": "First day", "til": "Last day"}
    several = {
        "parter": "Party, as navn:type (boligorganisation, kommune, anden)",
        "områder": "Boligområde",
        "indsatsområder": f"Indsatsområde ({', '.join(keys)})",
    }
    answers = {key: given[key] or _answer(question) for key, question in single.items()}
    return answers | {key: given[key] or _answers(question) for key, question in several.items()}


def _answer(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False)).strip()


def _answers(question: str) -> list[str]:
    return list(iter(lambda: _answer(f"{question}; empty when done"), ""))


class Progress:
    """How far a run is, on a terminal's stderr, from the moment it has taken a second."""

    def __init__(self, total: int) -> None:
        self._total, self._shown, self._began = total, 0, time.monotonic()

    def show(self, number: int) -> None:
        """Show how many documents are done."""
        if number < self._total and sys.stderr.isatty() and time.monotonic() - self._began > PATIENCE:
            text = f"  {number} of {self._total} documents"
            click.echo(text, err=True, nl=False)
            self._shown = len(text)

    def clear(self) -> None:
        """Take the line away, so that another can be printed in its place."""
        if self._shown:
            click.echo("\r" + " " * self._shown + "\r", err=True, nl=False)
            self._shown = 0


def _tell_of(crash: Exception) -> None:
    click.echo(
        f"aftale has crashed: {type(crash).__name__}: {crash}\n"
        "This is a fault in aftale, not in what you did. Please report it with the command that you gave\n"
        f"and what it prints with --debug: {shlex.join(['aftale', '--debug', *sys.argv[1:]])}",
        err=True,
    )

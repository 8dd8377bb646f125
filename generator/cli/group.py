"""The group of commands and how it ends: exit codes, Ctrl-C, and a crash of ours."""

from __future__ import annotations

import gc
import shlex
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import click

from generator import __version__
from generator.base.border import environment, files, names, started, streams
from generator.base.border.refused import GitRefused
from generator.base.findings import Rejected
from generator.base.language import say, speak, spoken
from generator.cli import window
from generator.cli.echo import echo
from generator.cli.help import Command, Option, Said, option
from generator.cli.reports.text_report import findings_text
from generator.run.processes import WorkerLost
from generator.workspace.folders import NotFound, Workspace

TYPED = "generator.cli.typed"
"""Name that the words of the command line have in click's context."""
BEGIN = "aftale new viborg-2025-2029 --midler 2019-26"


class _Findings(click.ClickException):
    """Findings that stopped a command; each says itself that it is an error."""

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002
        """Write them as they are."""
        echo(self.format_message(), err=True)


class Commands(Command, click.Group):
    """The group of commands: what the user did wrong exits 2, a crash of ours is told without a traceback."""

    command_class = Command
    subcommand_metavar = Said()

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write how to begin, where there are no plans yet."""
        try:
            Workspace.find(Path.cwd())
        except NotFound:
            begin = say("There are no plans here yet. Begin with:")
            formatter.write(f"\n{begin}\n  {BEGIN}\n")

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words as they were typed, for a crash to quote; options without a command ask for help."""
        ctx.meta[TYPED] = tuple(args)
        rest = super().parse_args(ctx, args)
        if not (ctx._protected_args or ctx.args or ctx.resilient_parsing):
            raise click.exceptions.NoArgsIsHelpError(ctx)
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        ctx.color = False if environment.variable("NO_COLOR") else ctx.color
        try:
            return super().invoke(ctx)
        except NotFound as not_found:
            raise click.UsageError(f"{not_found.message}\n{not_found.hint}") from not_found
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Rejected as rejected:
            raise _Findings(findings_text(rejected.findings)) from rejected
        except WorkerLost as lost:
            raise click.ClickException(str(lost)) from lost
        except GitRefused as refused:
            raise click.ClickException(f"{refused.why}\n{refused.hint}") from refused
        except OSError as error:
            raise click.ClickException(_told(error)) from error
        except Exception as crash:
            if ctx.params["debug"]:
                raise
            _tell_of(crash, ctx.meta[TYPED])
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@option("--debug", is_flag=True, envvar="AFTALE_DEBUG", help="Show where a crash happened.")
@click.version_option(__version__, prog_name="aftale", cls=Option, help="Show the version.")
def commands(debug: bool) -> None:
    """From an agreement in YAML to the Word documents that Landsbyggefonden requires.

    A folder with agreements/ is looked for from here upwards.
    """


def main() -> None:
    """Run the command and end the process with its exit code; Ctrl-C ends quietly with 130."""
    started.let_workers_begin()
    spoken()
    streams.open_missing()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        words = sys.argv[1:]
        sys.exit(window.serve(_status_of) if window.is_wanted(words) else _status_of(words))
    finally:
        gc.freeze()  # what is left goes with the process; the interpreter need not look through it first


def _status_of(words: Sequence[str]) -> int:
    """Run the command of these words; its exit status. The language that it asks for is its own alone."""
    language = spoken()
    try:
        return int(commands.main(list(words), prog_name="aftale", standalone_mode=False) or 0)
    except click.ClickException as error:
        with suppress(BrokenPipeError):
            error.show()
        return error.exit_code
    except click.Abort as abort:
        return 130 if isinstance(abort.__context__, KeyboardInterrupt) else 1
    finally:
        speak(language)


def _told(error: OSError) -> str:
    why = files.reason(error)
    if error.filename:
        why = say("{file}: {reason}", file=names.shown(str(error.filename)), reason=why)
    hint = files.hint(error, "")
    return f"{why}\n{hint}" if hint else why


def _tell_of(crash: Exception, typed: Sequence[str]) -> None:
    crashed = say("aftale has crashed: {crash}", crash=f"{type(crash).__name__}: {crash}")
    fault = say(
        "This is a fault in aftale, not in what you did. Please report it with the command that you gave "
        "and what it prints with --debug:"
    )
    command = shlex.join(["aftale", "--debug", *typed])
    echo(f"{crashed}\n{fault}\n  {command}", err=True)

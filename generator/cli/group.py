"""The group of commands and how it ends: exit codes, Ctrl-C, and a crash of ours."""

from __future__ import annotations

import gc
import shlex
import sys
from contextlib import suppress
from typing import Any

import click

from generator import __version__
from generator.base.border import environment, files, names, streams
from generator.base.border.refused import GitRefused
from generator.base.findings import Rejected
from generator.base.language import LANGUAGES, speak, spoken
from generator.cli.echo import echo
from generator.cli.reports.text_report import findings_text
from generator.run.processes import WorkerLost
from generator.workspace.folders import NotFound

COLLECT_AFTER = 200_000
"""Objects between two searches for cycles: a run makes many that live, and next to none that need it."""


class Commands(click.Group):
    """The group of commands: what the user did wrong exits 2, a crash of ours is told without a traceback."""

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
            raise click.ClickException(findings_text(rejected.findings)) from rejected
        except WorkerLost as lost:
            raise click.ClickException(str(lost)) from lost
        except GitRefused as refused:
            raise click.ClickException(f"{refused.why}\n{refused.hint}") from refused
        except OSError as error:
            raise click.ClickException(_told(error)) from error
        except Exception as crash:
            if ctx.params["debug"]:
                raise
            _tell_of(crash)
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--sprog",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=lambda _, __, language: speak(language) if language else None,
    help="Language of what is printed: da or en; else that of AFTALE_SPROG, or of the computer.",
)
@click.option("--debug", is_flag=True, envvar="AFTALE_DEBUG", help="Show where a crash happened.")
@click.version_option(__version__, prog_name="aftale")
def commands(debug: bool) -> None:
    """From an agreement in YAML to the Word documents that Landsbyggefonden requires.

    A folder with agreements/ is looked for from here upwards.
    """


def main() -> None:
    """Run the command and end the process with its exit code; Ctrl-C ends quietly with 130."""
    gc.set_threshold(COLLECT_AFTER)
    spoken()
    streams.open_missing()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(commands.main(prog_name="aftale", standalone_mode=False))
    except click.ClickException as error:
        with suppress(BrokenPipeError):
            error.show()
        sys.exit(error.exit_code)
    except click.Abort as abort:
        sys.exit(130 if isinstance(abort.__context__, KeyboardInterrupt) else 1)
    finally:
        gc.freeze()  # what is left goes with the process; the interpreter need not look through it first


def _told(error: OSError) -> str:
    name = names.shown(str(error.filename)) if error.filename else "a file"
    hint = files.hint(error, "")
    return f"{name}: {error.strerror or error}" + (f"\n{hint}" if hint else "")


def _tell_of(crash: Exception) -> None:
    echo(
        f"aftale has crashed: {type(crash).__name__}: {crash}\n"
        "This is a fault in aftale, not in what you did. Please report it with the command that you gave\n"
        f"and what it prints with --debug: {shlex.join(['aftale', '--debug', *sys.argv[1:]])}",
        err=True,
    )

"""Output of the commands: printed while somebody reads it, dropped once nobody does; who sits there."""

from __future__ import annotations

import sys

import click

from generator.base.border.streams import fall_silent


def at_terminal() -> bool:
    """Tell whether somebody sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def echo(text: str | bytes, *, err: bool = False, nl: bool = True) -> None:
    """Print the text; bytes go out as they are, whatever the console has for letters.

    When the reader of a pipe has gone (`aftale build | head`), work goes on unheard.
    """
    try:
        click.echo(text, err=err, nl=nl)
    except BrokenPipeError:
        fall_silent(sys.stderr if err else sys.stdout)

"""Output of the commands: printed while somebody reads it, dropped once nobody does."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print the text. When the reader of a pipe has gone (`aftale build | head`), work goes on unheard."""
    try:
        click.echo(text, err=err, nl=nl)
    except BrokenPipeError:
        fall_silent(sys.stderr if err else sys.stdout)


def fall_silent(stream: TextIO) -> None:
    """Let what is still said on the stream, and what waits in it, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)

"""Progress of a run, on a terminal's stderr."""

from __future__ import annotations

import sys
import time

from generator.base.language import say
from generator.cli.echo import echo

PATIENCE = 1.0
"""Seconds before progress is shown."""


class Progress:
    """Progress of a run, on a terminal's stderr, from the moment it has taken a second."""

    def __init__(self, total: int) -> None:
        self._total, self._shown, self._began = total, 0, time.monotonic()

    def show(self, number: int) -> None:
        """Show how many documents are done."""
        if number < self._total and sys.stderr.isatty() and time.monotonic() - self._began > PATIENCE:
            text = "  " + say("{number} of {total} documents", number=number, total=self._total)
            echo(text, err=True, nl=False)
            self._shown = len(text)

    def clear(self) -> None:
        """Take the line away, so that another can be printed in its place."""
        if self._shown:
            echo("\r" + " " * self._shown + "\r", err=True, nl=False)
            self._shown = 0

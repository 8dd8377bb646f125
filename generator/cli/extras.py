"""Extras of the package: what a command needs that is not installed with the rest."""

from __future__ import annotations

import click


def needs_pdf() -> None:
    """Raise UsageError where the packages that a PDF is made with are not installed."""
    from generator.formats.pdf import missing

    if names := missing():
        raise click.UsageError(f"--pdf needs {' and '.join(names)}: pip install aftale[pdf]")

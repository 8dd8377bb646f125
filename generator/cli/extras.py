"""Extras of the package: what a command needs that is not installed with the rest."""

from __future__ import annotations

import click

from generator.base.language import later, listed, say


def needs_pdf(what: str = "--pdf") -> None:
    """Raise UsageError where the packages that a PDF is made with are not installed."""
    from generator.formats.pdf import missing

    _need(what, "pdf", missing())


def needs_sheet(what: str = "--sheet") -> None:
    """Raise UsageError where the packages that read and write spreadsheets are not installed."""
    from generator.formats.sheet import missing

    _need(what, "sheet", missing())


def _need(what: str, extra: str, names: list[str]) -> None:
    if names:
        needs = later("{what} needs {packages}: pip install aftale[{extra}]")
        raise click.UsageError(say(needs, what=what, packages=listed(names), extra=extra))

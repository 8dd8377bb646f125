"""The measurements as Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version

PACKAGES = ("docxtpl", "python-docx", "jinja2", "lxml", "click")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column is words and whose others are figures."""
    marks = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, marks, *rows))


def machine(*more: str) -> str:
    """When and on what it was measured; `more` are versions beside those of our packages."""
    packages = ", ".join([*(f"{name} {version(name)}" for name in PACKAGES), *more])
    cores = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    return f"{datetime.now(UTC):%Y-%m-%d}; {cores}; Python {platform.python_version()}; {packages}."


def top(spent: Mapping[str, float], count: int = 10) -> str:
    """The packages that take longest to import, with their milliseconds."""
    return ", ".join(f"{name} {milliseconds:.0f}" for name, milliseconds in list(spent.items())[:count])

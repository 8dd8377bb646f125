"""Workbook ↔ .xlsx. Knows the workbook, and of the document beside it its properties alone."""

from __future__ import annotations

from importlib.util import find_spec

from generator.formats.sheet.writer import write

NEEDED = ("xlsxwriter", "openpyxl")
"""The packages of the extra `sheet`."""


def missing() -> list[str]:
    """Names of the packages that a spreadsheet needs and that are not installed."""
    return [name for name in NEEDED if find_spec(name) is None]


__all__ = ["missing", "write"]

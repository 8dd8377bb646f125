"""Document → PDF, in the look of a reference document. Knows the document and findings alone."""

from __future__ import annotations

from importlib.util import find_spec

from generator.formats.pdf.writer import Written, write

NEEDED = ("typst", "pikepdf")
"""The packages of the extra `pdf`."""


def missing() -> list[str]:
    """Names of the packages that a PDF needs and that are not installed."""
    return [name for name in NEEDED if find_spec(name) is None]


__all__ = ["Written", "missing", "write"]

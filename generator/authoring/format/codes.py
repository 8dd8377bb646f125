"""Codes of findings about the form of a file: F is files, most of which are in `workspace.folders`."""

from __future__ import annotations

from generator.base.findings import Code, Severity

NOT_CANONICAL = Code("F20", Severity.WARNING)

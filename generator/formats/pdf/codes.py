"""Codes of findings about a PDF: what it needs and does not have, and what its pages show."""

from __future__ import annotations

from generator.base.findings import Code, Severity

NOT_INSTALLED = Code("E1")
NO_FONT = Code("E2")
TWIN_FONT = Code("E3", Severity.INFO)
NO_GLYPH = Code("E4")
NOT_SET = Code("E5")

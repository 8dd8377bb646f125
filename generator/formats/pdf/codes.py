"""Codes of findings about a PDF: fonts that it lacks, pages that look odd, pictures that it cannot show."""

from __future__ import annotations

from generator.base.findings import Code, Severity

NO_FONT = Code("E1")
TWIN_FONT = Code("E2", Severity.INFO)
NO_GLYPH = Code("E3")
HOLE = Code("E4", Severity.WARNING)
PICTURE = Code("E5")
TOLD_ONCE = frozenset({NO_FONT, TWIN_FONT, NO_GLYPH, HOLE, PICTURE})
"""Equal findings of these are one: documents of several plans find the same of the look that they share."""

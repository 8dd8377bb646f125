"""Codes of findings about markup."""

from __future__ import annotations

from generator.base.findings import Code

NOT_WELL_FORMED = Code("M1")
UNKNOWN_TAG = Code("M2")
UNKNOWN_ATTRIBUTE = Code("M3")
UNKNOWN_CLASS = Code("M4")
MISPLACED_TAG = Code("M5")
MISPLACED_TEXT = Code("M6")
BAD_ATTRIBUTE = Code("M7")
COLUMNS = Code("M8")
EMPTY = Code("M9")
HEADING_LEVEL = Code("M10")
NOT_MARKUP = Code("M11")

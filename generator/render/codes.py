"""Codes of findings about templates."""

from __future__ import annotations

from generator.base.findings import Code

UNDEFINED = Code("T1")
UNFORMATTED = Code("T2")
SYNTAX = Code("T3")
UNKNOWN_FILTER = Code("T4")
NO_TEMPLATE = Code("T5")
WRONG_VALUE = Code("T6")
FORBIDDEN = Code("T7")
UNREADABLE = Code("T8")
UNKNOWN_BLOCK = Code("T9")
FAILED = Code("T10")
ENDLESS = Code("T11")
EMPTY = Code("T12")

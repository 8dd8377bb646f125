"""Codes of findings about the sources: Y is the YAML itself, N keys and shapes, V the value of a key."""

from __future__ import annotations

from generator.base.findings import Code, GradedCode

UNREADABLE = Code("Y1")
TOO_LARGE = Code("Y2")
NOT_UTF8 = Code("Y3")
EMPTY = Code("Y4")
CONTROL_CHARACTER = Code("Y5")
TAB = Code("Y6")
TOO_DEEP = Code("Y7")
ALIAS = Code("Y8")
DUPLICATE_KEY = Code("Y9")
TAG = Code("Y10")
MERGE_KEY = Code("Y11")
MANY_DOCUMENTS = Code("Y12")
KEY_NOT_TEXT = Code("Y13")
COLON_IN_TEXT = Code("Y14")
QUOTE = Code("Y15")
MISSING_COLON = Code("Y16")
INDENTATION = Code("Y17")
BRACKET = Code("Y18")
RESERVED_CHARACTER = Code("Y19")
SYNTAX = Code("Y20")

UNKNOWN_KEY = Code("N1")
MISSING_KEY = GradedCode("N2")
WRONG_TYPE = Code("N3")
NOT_A_CHOICE = Code("N4")
KEY_OF_ANOTHER_ROUND = Code("N5")

AMOUNT = Code("V1")
PERCENT = Code("V2")
COUNT = Code("V3")
HOURS = Code("V4")
MEASURE = Code("V5")
DATE = Code("V6")
PERIOD = Code("V7")
LINE = Code("V8")
YEAR = Code("V9")
PROSE = Code("V10")

EMPTY_FIELD = GradedCode("C1")
"""Of a field that the form requires: a rule finds it, and reports tell it apart without loading the rules."""

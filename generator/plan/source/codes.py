"""The codes of findings about the sources, each with its meaning in one line.

A code is published: it is never renumbered and never used again for something else.
Y is the YAML itself, N is keys and shapes, V is the value of a key.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

UNREADABLE = "Y1"
TOO_LARGE = "Y2"
NOT_UTF8 = "Y3"
EMPTY = "Y4"
CONTROL_CHARACTER = "Y5"
TAB = "Y6"
TOO_DEEP = "Y7"
ALIAS = "Y8"
DUPLICATE_KEY = "Y9"
TAG = "Y10"
MERGE_KEY = "Y11"
MANY_DOCUMENTS = "Y12"
KEY_NOT_TEXT = "Y13"
COLON_IN_TEXT = "Y14"
QUOTE = "Y15"
MISSING_COLON = "Y16"
INDENTATION = "Y17"
BRACKET = "Y18"
RESERVED_CHARACTER = "Y19"
SYNTAX = "Y20"

UNKNOWN_KEY = "N1"
MISSING_KEY = "N2"
WRONG_TYPE = "N3"
NOT_A_CHOICE = "N4"
KEY_OF_ANOTHER_ROUND = "N5"

AMOUNT = "V1"
PERCENT = "V2"
COUNT = "V3"
HOURS = "V4"
MEASURE = "V5"
DATE = "V6"
PERIOD = "V7"
LINE = "V8"
YEAR = "V9"
PROSE = "V10"

MEANING: Mapping[str, str] = MappingProxyType({
    UNREADABLE: "the file cannot be read",
    TOO_LARGE: "the file is over 5 MB",
    NOT_UTF8: "the file is not UTF-8",
    EMPTY: "the file holds no keys",
    CONTROL_CHARACTER: "a character that cannot be seen and does not belong in text",
    TAB: "a tab where spaces are wanted",
    TOO_DEEP: "lists and keys stand too deep inside each other",
    ALIAS: "an alias to nothing, to itself, or that makes the file grow without bound",
    DUPLICATE_KEY: "a key stands twice in one place",
    TAG: "a YAML tag (a word with ! in front)",
    MERGE_KEY: "a merge key (<<)",
    MANY_DOCUMENTS: "more than one YAML document in a file",
    KEY_NOT_TEXT: "a key that is not text",
    COLON_IN_TEXT: "a colon inside text without quotes",
    QUOTE: "a quote that is not closed, or closed too early",
    MISSING_COLON: "a line that is neither a key with a colon nor part of a text",
    INDENTATION: "a line that is indented otherwise than its neighbours",
    BRACKET: "a bracket or brace that is not closed",
    RESERVED_CHARACTER: "a text without quotes that begins with a character YAML keeps for itself",
    SYNTAX: "other YAML that cannot be read",
    UNKNOWN_KEY: "a key that does not exist there",
    MISSING_KEY: "a key that must be there is missing or empty",
    WRONG_TYPE: "text, a list or keys where something else is wanted",
    NOT_A_CHOICE: "a word that is not one of those possible",
    KEY_OF_ANOTHER_ROUND: "a key that other rounds have, and the plan's has not",
    AMOUNT: "an amount that cannot be read",
    PERCENT: "a percentage that cannot be read",
    COUNT: "a count that cannot be read",
    HOURS: "a number of hours that cannot be read",
    MEASURE: "neither a percentage nor a count nor the words ikke opgjort",
    DATE: "a date that cannot be read or does not exist",
    PERIOD: "a period that ends before it starts",
    LINE: "a name or label that is empty or has more than one line",
    YEAR: "a year that cannot be read",
    PROSE: "prose with a form that it cannot have",
})

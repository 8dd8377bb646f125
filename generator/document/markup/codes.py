"""The codes of findings about markup, each with its meaning in one line.

A code is published: it is never renumbered and never used again for something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NOT_WELL_FORMED = "M1"
UNKNOWN_TAG = "M2"
UNKNOWN_ATTRIBUTE = "M3"
UNKNOWN_CLASS = "M4"
MISPLACED_TAG = "M5"
MISPLACED_TEXT = "M6"
BAD_ATTRIBUTE = "M7"
COLUMNS = "M8"
EMPTY = "M9"
HEADING_LEVEL = "M10"
NOT_MARKUP = "M11"

MEANING: Mapping[str, str] = MappingProxyType({
    NOT_WELL_FORMED: "a tag that is not closed, or other markup that cannot be read",
    UNKNOWN_TAG: "a tag that does not exist",
    UNKNOWN_ATTRIBUTE: "an attribute that the tag does not have",
    UNKNOWN_CLASS: "a class that the tag does not have",
    MISPLACED_TAG: "a tag inside one that cannot hold it",
    MISPLACED_TEXT: "text where only blocks may stand",
    BAD_ATTRIBUTE: "an attribute that is missing or has a value it cannot have",
    COLUMNS: "a row that does not fill the columns of its table",
    EMPTY: "a tag with nothing in it",
    HEADING_LEVEL: "a heading that skips a level",
    NOT_MARKUP: "a comment, an instruction or a character that the document cannot hold",
})

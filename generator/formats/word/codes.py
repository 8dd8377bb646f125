"""The codes of findings about the reference document and about what Word cannot hold.

A code is published: it is never renumbered and never used again for something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

REFERENCE_UNREADABLE = "W1"
STYLE_MISSING = "W2"
STYLE_UNKNOWN = "W3"
PROPERTY_UNKNOWN = "W4"
LIST_SHAPE = "W5"
TABLE_SHAPE = "W6"
TABLES_TOUCH = "W7"
ANCHOR = "W8"
PLACEMENT = "W9"

MEANING: Mapping[str, str] = MappingProxyType({
    REFERENCE_UNREADABLE: "the reference document cannot be read",
    STYLE_MISSING: "the reference document lacks a style that every document needs",
    STYLE_UNKNOWN: "a document names a style that the reference document lacks",
    PROPERTY_UNKNOWN: "a header or footer shows a property that the document does not have",
    LIST_SHAPE: "a list is nested too deep, or an item does not begin with text",
    TABLE_SHAPE: "a table has no rows, or a row does not fill its columns",
    TABLES_TOUCH: "two tables stand together with nothing between",
    ANCHOR: "a signature's anchor cannot be a bookmark, or stands twice",
    PLACEMENT: "a block stands where Word cannot have it",
})

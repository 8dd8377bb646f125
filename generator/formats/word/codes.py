"""Codes of findings about the reference document and about what Word cannot hold."""

from __future__ import annotations

from generator.base.findings import Code, Finding, Place, Rejected, Severity
from generator.base.language import say

NO_DOCX = Code("F7")
REFERENCE_UNREADABLE = Code("W1")
STYLE_MISSING = Code("W2")
STYLE_UNKNOWN = Code("W3")
PROPERTY_UNKNOWN = Code("W4")
LIST_SHAPE = Code("W5")
TABLE_SHAPE = Code("W6")
TABLES_TOUCH = Code("W7")
ANCHOR = Code("W8")
PLACEMENT = Code("W9")
PICTURE_UNDESCRIBED = Code("W10", Severity.WARNING)
DRAFT_UNMARKED = Code("W11", Severity.WARNING)
COLUMN_NARROW = Code("W12", Severity.WARNING)
DIAGRAM_TALL = Code("W13", Severity.WARNING)


def no_docx() -> Rejected:
    """The exception for bytes that Word cannot open."""
    hint = say("choose a document that Word can open")
    return Rejected([Finding(NO_DOCX, say("this is no .docx, or it is not whole"), hint, Place(""))])

"""Document → .docx. Knows the document and findings, and nothing of plans, templates or commands."""

from __future__ import annotations

from generator.formats.word.comments import Comments
from generator.formats.word.page_estimate import pages
from generator.formats.word.reference.reference import Reference
from generator.formats.word.writer import check, write

__all__ = ["Comments", "Reference", "check", "pages", "write"]

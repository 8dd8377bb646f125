"""Document → .docx. Knows the document and findings, and nothing of plans, templates or commands."""

from __future__ import annotations

from generator.word.extent import pages
from generator.word.package import replace_file
from generator.word.reference import Reference
from generator.word.writer import check, write

__all__ = ["Reference", "check", "pages", "replace_file", "write"]

""".docx → Document: the writer turned round, for files that anybody may have edited and saved."""

from __future__ import annotations

from generator.formats.word.reading.comments import Comment
from generator.formats.word.reading.read import Read, read_document
from generator.formats.word.reading.story import Seen, Spot, TablePlace, Told

__all__ = ["Comment", "Read", "Seen", "Spot", "TablePlace", "Told", "read_document"]

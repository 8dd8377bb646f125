"""Two Documents → one Document with marks, from which both can be had back.

Made from the documents, not from two .docx; `generator.formats.word` makes tracked changes of the marks.
"""

from __future__ import annotations

from generator.base.values import replace
from generator.compare.documents.blocks import merged_body
from generator.document.model import Document

__all__ = ["redline"]


def redline(old: Document, new: Document) -> Document:
    """The new document with marks on all that differs from the old; without any where nothing does.

    Title, properties, date and whether it is a draft are the new document's; `was` has the old one's. Marks
    in `old` and `new` themselves are not expected.
    """
    if old.blocks == new.blocks:
        return new
    return replace(new, blocks=merged_body(old.blocks, new.blocks), was=old.edition)

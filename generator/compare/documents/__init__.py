"""Two Documents → one Document with marks, from which both can be had back.

Made from the documents, not from two .docx; `generator.formats.word` makes tracked changes of the marks.
"""

from __future__ import annotations

from generator.base.values import replace
from generator.compare.documents.blocks import merged_body
from generator.document.model import Block, Document, Paragraph

__all__ = ["compared", "redline"]
_DRAFT_MARK = "Draft Mark"


def redline(old: Document, new: Document) -> Document:
    """The new document with marks on all that differs from the old, as `compared` puts them.

    The mark of a draft is no part of what is agreed: where it alone came or went, nothing is marked.
    """
    return new if _agreed(old) == _agreed(new) else compared(old, new)


def compared(old: Document, new: Document) -> Document:
    """The new document with marks on all that differs from the old; without any where nothing does.

    Title, properties, date and whether it is a draft are the new document's; `was` has the old one's. Marks
    in `old` and `new` themselves are not expected.
    """
    return replace(new, blocks=merged_body(old.blocks, new.blocks), was=old.edition)


def _agreed(document: Document) -> tuple[Block, ...]:
    """The blocks but for the mark of a draft."""
    return tuple([block for block in document.blocks
                  if not (isinstance(block, Paragraph) and block.style == _DRAFT_MARK)])

"""Plain text as the blocks that a document would have of it."""

from __future__ import annotations

from generator.document.model import Block, Paragraph, Run


def plain(text: str) -> tuple[Block, ...]:
    """A paragraph of the text."""
    return (Paragraph((Run(text),)),)

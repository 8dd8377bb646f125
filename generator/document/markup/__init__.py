"""Markup → document: a small closed vocabulary of XHTML, read strictly.

The vocabulary is in vocabulary.py and nowhere else; the codes of findings are in codes.py.
"""

from __future__ import annotations

from generator.base import pause_gc
from generator.base.findings import Rejected
from generator.document.markup.blocks import blocks
from generator.document.markup.check import complaints
from generator.document.markup.xhtml import read
from generator.document.model import Block
from generator.document.numbering import numbered

__all__ = ["parse"]


def parse(markup: str, name: str = "markup") -> tuple[Block, ...]:
    """The blocks that the markup stands for, each with its origin where a tag has `at="template:line"`.

    Raises Rejected with all that is wrong in it; only markup that is not well-formed stops at the
    first. `name` is the file that findings name when no tag has a place.
    """
    with pause_gc.paused():
        return _blocks(markup, name)


def _blocks(markup: str, name: str) -> tuple[Block, ...]:
    root = read(markup, name)
    found = complaints(root)
    if found:
        raise Rejected(found)
    return numbered(blocks(root))

"""Markup → document: a small closed vocabulary of XHTML, read strictly.

The vocabulary is in vocabulary.py and nowhere else; the codes of findings are in codes.py.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from generator.document import Block
from generator.findings import Rejected
from generator.markup.blocks import blocks
from generator.markup.check import complaints
from generator.markup.xhtml import read

__all__ = ["parse"]


def parse(markup: str, name: str = "markup") -> tuple[Block, ...]:
    """The blocks that the markup stands for, each with its origin where a tag has `at="template:line"`.

    Raises Rejected with all that is wrong in it; only markup that is not well-formed stops at the
    first. `name` is the file that findings name when no tag has a place.
    """
    with _collector_paused():
        return _blocks(markup, name)


def _blocks(markup: str, name: str) -> tuple[Block, ...]:
    root = read(markup, name)
    found = complaints(root)
    if found:
        raise Rejected(found)
    return tuple(blocks(root))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nothing in a tree or a document refers back, so that looking for cycles finds none.

    In a table of thousands of rows it would take more time than the rest. So that it does not begin as soon
    as it may, what there is now counts as old.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()

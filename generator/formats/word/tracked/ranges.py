"""What stands one after another in a document with marks, and moved or came or went together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from generator.document.model import Mark
from generator.formats.word.state import Ledger


class Marked(Protocol):
    """What may carry a mark: blocks, items, groups of blocks."""

    @property
    def mark(self) -> Mark | None:
        """The mark, if it carries one."""


T = TypeVar("T", bound=Marked)


def in_stretches(things: Sequence[T], ledger: Ledger, write: Callable[[T], str]) -> str:
    """The XML of the things in their order, each under its mark; a move has its range around it."""
    if not ledger.revisions.active:
        return "".join([write(thing) for thing in things])
    return "".join([_stretch(mark, list(together), ledger, write)
                    for mark, together in groupby(things, key=lambda thing: thing.mark)])


def _stretch(mark: Mark | None, together: Sequence[T], ledger: Ledger, write: Callable[[T], str]) -> str:
    xml = ledger.under(mark, lambda: "".join([write(thing) for thing in together]))
    return ledger.revisions.range(mark, xml) if mark is not None and mark.move and xml else xml

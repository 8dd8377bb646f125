"""Marks of a revision, and the places that blocks come from. Imports nothing of ours."""

from __future__ import annotations

from typing import Literal, assert_never

from msgspec import Struct

from generator.base.values import EqualBut


class Origin(Struct, frozen=True):
    """The template and the line (from 1) that a block comes from."""

    template: str
    line: int


class Mark(EqualBut, frozen=True):
    """A revision of the thing that carries the mark; without a mark it stands as it stood.

    `move` names a move: what carries the one mark `moved-from` and the other `moved-to` with that name is
    the same. A mark holds for all that is inside, which then carries none of its own. `author` and `date`
    (as the file has it) are known of a revision that was read, and are not part of its equality.
    """

    aside = ("author", "date")
    kind: Literal["inserted", "deleted", "moved-from", "moved-to"]
    move: str = ""
    author: str = ""
    date: str = ""

    @property
    def is_old(self) -> bool:
        """Tell whether it stands in the old document only."""
        match self.kind:
            case "deleted" | "moved-from":
                return True
            case "inserted" | "moved-to":
                return False
            case unknown:
                assert_never(unknown)

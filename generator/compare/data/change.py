"""One change of an agreement, in the agreement's own terms. What people read of it is Danish."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What has happened; the value is the word that is printed."""

    ADDED = "tilføjet"
    REMOVED = "fjernet"
    CHANGED = "ændret"
    RENAMED = "omdøbt"
    MOVED = "flyttet"


class Side(Enum):
    """Where a piece of text stands: in both versions, in the old one only, in the new one only."""

    BOTH = "="
    OLD = "-"
    NEW = "+"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text that has changed."""

    side: Side
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `crumbs` say where: the section, what in it, and what of that.

    A value that is short has `old` and `new` (empty where there was or is none), and `note` what follows
    from it; a text has its `words` instead, a paragraph at a time.
    """

    crumbs: tuple[str, ...]
    kind: Kind
    old: str = ""
    new: str = ""
    note: str = ""
    words: tuple[Piece, ...] = ()

    @property
    def section(self) -> str:
        """The part of the document that it is in."""
        return self.crumbs[0]

    @property
    def where(self) -> str:
        """`Delmål 2: baseline`."""
        first, *rest = self.crumbs
        return f"{first}: {', '.join(rest)}" if rest else first

    @property
    def line(self) -> str:
        """The change on one line; of a text only where it is and what happened to it."""
        note = f" ({self.note})" if self.note else ""
        if self.words:
            return self.where if self.kind is Kind.CHANGED else f"{self.where} {self.kind.value}"
        if self.kind is Kind.CHANGED:
            colon = "" if len(self.crumbs) > 1 else ":"
            return f"{self.where}{colon} {self.old} → {self.new}{note}"
        if self.kind is Kind.RENAMED:
            return f"{self.where} omdøbt: {self.old} → {self.new}{note}"
        return f"{self.where} {self.kind.value}: {self.new or self.old}{note}"

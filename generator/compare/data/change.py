"""One change of an agreement, in the agreement's own terms, and how it is told on a line."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from msgspec import Struct

from generator.base.language import later, say
from generator.base.values import EqualBut


class Kind(Enum):
    """Kind of change; `word` says it to people."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"


_WORDS = {
    Kind.ADDED: later("added"), Kind.REMOVED: later("removed"), Kind.CHANGED: later("changed"),
    Kind.RENAMED: later("renamed"), Kind.MOVED: later("moved"),
}  # fmt: skip
_HAPPENED = {
    Kind.ADDED: later("{what} added"), Kind.REMOVED: later("{what} removed"),
    Kind.RENAMED: later("{what} renamed"), Kind.MOVED: later("{what} moved"),
}  # fmt: skip
def word(kind: Kind) -> str:
    """The word for what happened."""
    return say(_WORDS[kind])


YES_OR_NO = ("ja", "nej")
"""Values that say nothing without the quotes of a value."""


class Side(Enum):
    """Side that a piece of text stands on: in both versions, in the old one only, in the new one only."""

    BOTH = "="
    OLD = "-"
    NEW = "+"


class Piece(Struct, frozen=True):
    """Some words of a text that has changed."""

    side: Side
    text: str


class Reason(NamedTuple):
    """The commit of a change: its id in short, its day as ISO, who made it, and its subject."""

    short: str
    day: str
    author: str
    subject: str


class Place(Struct, frozen=True):
    """A passage of a document that a change has made another one, under its heading."""

    document: str
    heading: str
    kind: Kind
    words: tuple[Piece, ...]


class Change(EqualBut, frozen=True):
    """One change. `crumbs` say where: the section, what in it, and what of that.

    A value that is short has `old` and `new` (empty where there was or is none), and `note` what follows
    from it; a text has its `words`, a paragraph at a time, and `note` what happened to it as a whole.
    `typed` values are words that somebody wrote, and not figures or dates. `was` and `is_` are the values
    themselves. `places` are the passages of documents that the change has made others; `because` names the
    changes that this one follows from.
    `reason` is the commit that last changed it, where somebody asked for that.
    """

    aside = ("was", "is_", "places", "reason")
    crumbs: tuple[str, ...]
    kind: Kind
    old: str = ""
    new: str = ""
    note: str = ""
    words: tuple[Piece, ...] = ()
    typed: bool = False
    was: object = None
    is_: object = None
    places: tuple[Place, ...] = ()
    because: tuple[str, ...] = ()
    reason: Reason | None = None

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
    def happening(self) -> str:
        """Place and what happened there, without the values: `Part tilføjet`."""
        return self._happened(self.where)

    @property
    def brief(self) -> str:
        """The change as another one names it, without its values: `Aktivitet Havnekor flyttet`."""
        known = self.new or self.old
        named = self.kind is not Kind.CHANGED and known and not self.words
        return self._happened(f"{self.where} {known}" if named else self.where)

    @property
    def line(self) -> str:
        """The change on one line with one colon; of a text only where it is and what happened to it."""
        note = f" ({self.note})" if self.note else ""
        if self.words:
            return self._happened(self.where) + note
        old, new = self._quoted()
        if len(self.crumbs) == 1:
            return f"{self._happened(self.where)}: {f'{old} → {new}' if old and new else old or new}{note}"
        if self.kind is Kind.CHANGED:
            return f"{self.where} {old} → {new}{note}"
        if self.kind is Kind.RENAMED:
            return say("{where} {old} renamed to {new}", where=self.where, old=old, new=new) + note
        return self._happened(f"{self.where} {new or old}") + note

    def _happened(self, what: str) -> str:
        """The thing and what happened to it; that it was changed is seen from what is told of it."""
        return what if self.kind is Kind.CHANGED else say(_HAPPENED[self.kind], what=what)

    def _quoted(self) -> tuple[str, str]:
        """Old and new, in quotes where a reader could not see where the words end."""
        several = any(" " in text or text in YES_OR_NO for text in (self.old, self.new))
        left, right = ("”", "”") if self.typed and several else ("", "")
        old, new = (text and f"{left}{text}{right}" for text in (self.old, self.new))
        return old, new

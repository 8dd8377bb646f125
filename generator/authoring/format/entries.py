"""A file as entries: keys and items with the comments that belong to them."""

from __future__ import annotations

from msgspec import Struct, field

from generator.authoring.format.comments import Comment, Position


class Node(Struct, eq=False):
    """A value: a text (None for nothing), or the entries of a list or of keys.

    `typed` are the lines of a text that YAML has joined and its writer may have meant to stand apart.
    """

    text: str | None = None
    typed: str = ""
    entries: list[Entry] | None = None
    has_keys: bool = False
    flow: bool = False
    anchor: str | None = None


class Entry(Struct, eq=False):
    """A key (in NFC) with its value, an item of a list, or (without a parent) the file as a whole.

    `above`, `inside` and `below` are lines of comments and blank lines: before it, after what it holds
    and one level in, after it. `beside` are comments on its own lines.
    """

    parent: Entry | None
    column: int
    key: str | None = None
    node: Node = field(default_factory=Node)
    above: list[str] = field(default_factory=list)
    beside: list[Comment] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def lineage(self) -> list[Entry]:
        """The file as a whole, …, the entry that holds this one, this one."""
        found: list[Entry] = []
        entry: Entry | None = self
        while entry:
            found.append(entry)
            entry = entry.parent
        return found[::-1]


class Leaf(Struct, frozen=True):
    """Something typed that comments can stand before or after; `flow` counts the brackets open then."""

    start: Position
    end: Position
    entry: Entry
    flow: int
    closes: bool = False

"""YAML text → a tree of entries that knows the style of each value and, after `attach`, its comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.authoring.format.comments import (
    LINES,
    Comment,
    Position,
    comments_in,
    last_line,
    without_texts,
)
from generator.plan.source.folded import folded
from generator.plan.source.tree import LOADER


@dataclass(slots=True, eq=False)
class Node:
    """A value: a text (None for nothing), or the entries of a list or of keys.

    `typed` are the lines of a text that YAML has joined and its writer may have meant to stand apart.
    """

    text: str | None = None
    typed: str = ""
    entries: list[Entry] | None = None
    has_keys: bool = False
    flow: bool = False
    anchor: str | None = None


@dataclass(slots=True, eq=False)
class Entry:
    """A key with its value, an item of a list, or (without a parent) the file as a whole.

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


@dataclass(frozen=True, slots=True)
class Leaf:
    """Something typed that comments can stand before or after; `flow` is how many brackets are open then."""

    start: Position
    end: Position
    entry: Entry
    flow: int
    closes: bool = False


def grow(text: str) -> Entry:
    """The entry of the file as a whole, with all comments in their places. The text must be valid."""
    from generator.authoring.format.place_comments import attach

    reading = _Reading(LINES.split(text), yaml.parse(text, Loader=LOADER))
    root = reading.document()
    masked = without_texts(reading.lines, text)
    attach(root, reading.leaves, masked, comments_in(reading.lines, masked))
    return root


@dataclass(slots=True)
class _Reading:
    lines: list[str]
    events: Iterator[Any]
    leaves: list[Leaf] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)
    flow: int = 0

    def document(self) -> Entry:
        root = Entry(None, -1)
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                root.node = self.node(event, root)
        return root

    def node(self, event: Any, entry: Entry) -> Node:
        if isinstance(event, yaml.AliasEvent):
            self.leaf(event, entry)
            return self.anchors[str(event.anchor)]
        node = Node(anchor=event.anchor)
        if event.anchor:
            self.anchors[event.anchor] = node
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event, node, entry)
        else:
            self.collection(event, node, entry)
        return node

    def scalar(self, event: Any, node: Node, entry: Entry) -> None:
        if event.value or event.style in ("'", '"', "|", ">"):
            node.text = event.value
            joined = folded(event, self.lines, "")
            if joined and any(joined.doubts()):
                node.typed = "\n".join(line for _, line in joined.lines)
        self.leaf(event, entry)

    def collection(self, event: Any, node: Node, entry: Entry) -> None:
        node.flow, node.has_keys = bool(event.flow_style), isinstance(event, yaml.MappingStartEvent)
        node.entries = []
        self.flow += node.flow
        if node.flow or node.anchor:
            start = _position(event.start_mark)
            self.leaves.append(Leaf(start, start, entry, self.flow))
        for inner in self.events:
            if isinstance(inner, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self.flow -= node.flow
                if node.flow:
                    end = _position(inner.end_mark)
                    self.leaves.append(Leaf((end[0], end[1] - 1), end, entry, self.flow, closes=True))
                break
            node.entries.append(self.entry(inner, node, entry, event.start_mark.column))

    def entry(self, event: Any, holder: Node, parent: Entry, column: int) -> Entry:
        if not holder.has_keys:
            item = Entry(parent, column)
            item.node = self.node(event, item)
            return item
        pair = Entry(parent, event.start_mark.column)
        key = self.node(event, pair)
        pair.key = key.text or ""
        pair.node = self.node(next(self.events), pair)
        return pair

    def leaf(self, event: Any, entry: Entry) -> None:
        """Note where the scalar or alias stands; nothing stands where a value is left out."""
        start, end = _position(event.start_mark), _position(event.end_mark)
        if isinstance(event, yaml.ScalarEvent):
            if start == end:
                return
            if event.style in ("|", ">"):
                end = (last_line(self.lines, event), len(self.lines[last_line(self.lines, event)]))
        self.leaves.append(Leaf(start, end, entry, self.flow))


def _position(mark: Any) -> Position:
    return mark.line, mark.column

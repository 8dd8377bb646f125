"""YAML text → its entries, each with the style of its value and the comments that belong to it."""

from __future__ import annotations

from typing import Any

import yaml
from msgspec import Struct, field

from generator.authoring.format.comments import (
    LINES,
    Comment,
    Position,
    comments_in,
    last_line,
    without_texts,
)
from generator.authoring.format.entries import Entry, Leaf, Node
from generator.authoring.format.place_comments import attach
from generator.plan.source.parse import parse
from generator.plan.source.tree import Keys, Tree


def entries_of(text: str) -> Entry:
    """The entry of the file as a whole, with all comments in their places. The text must be valid."""
    tree, _ = parse(text, "", with_events=True)
    lines = LINES.split(text)
    masked = without_texts(lines, text)
    return entries_in(tree, lines, masked, comments_in(lines, masked))


def entries_in(tree: Tree | None, lines: list[str], masked: list[str], comments: list[Comment]) -> Entry:
    """The same for a text that is read: a tree with its events, its lines and the comments in them."""
    reading = _Reading(lines)
    root = Entry(None, -1)
    if tree:
        root.node = reading.node(tree, root)
    attach(root, reading.leaves, masked, comments)
    return root


class _Reading(Struct):
    """`nodes` has by identity what the values of the tree became; `flow` is how many brackets are open."""

    lines: list[str]
    leaves: list[Leaf] = field(default_factory=list)
    nodes: dict[int, Node] = field(default_factory=dict)
    flow: int = 0

    def node(self, tree: Tree, entry: Entry) -> Node:
        """The node of a value, the same for an alias; where it is typed is noted."""
        if tree.original:
            self.leaf(tree, entry)
            return self.nodes[id(tree.original)]
        first, _ = _events(tree)
        node = self.nodes[id(tree)] = Node(anchor=first.anchor)
        if isinstance(tree.value, str | None):
            node.text = tree.value
            if tree.folded and any(tree.folded.doubts()):
                node.typed = "\n".join(line for _, line in tree.folded.lines)
            self.leaf(tree, entry)
        else:
            self.collection(tree, tree.value, node, entry)
        return node

    def collection(self, tree: Tree, value: list[Tree] | Keys, node: Node, entry: Entry) -> None:
        first, last = _events(tree)
        node.flow, node.has_keys = bool(first.flow_style), isinstance(value, dict)
        self.flow += node.flow
        start = _position(first.start_mark)
        if node.flow or node.anchor:
            self.leaves.append(Leaf(start, start, entry, self.flow))
        if isinstance(value, dict):
            node.entries = [self.pair(key, typed, inner, entry) for key, (typed, inner) in value.items()]
        else:
            node.entries = [self.item(item, entry, start[1]) for item in value]
        self.flow -= node.flow
        if node.flow:
            end = _position(last.end_mark)
            self.leaves.append(Leaf((end[0], end[1] - 1), end, entry, self.flow, closes=True))

    def item(self, tree: Tree, parent: Entry, column: int) -> Entry:
        entry = Entry(parent, column)
        entry.node = self.node(tree, entry)
        return entry

    def pair(self, key: str, typed: Tree, value: Tree, parent: Entry) -> Entry:
        first, _ = _events(typed)
        entry = Entry(parent, first.start_mark.column, key)
        self.node(typed, entry)
        entry.node = self.node(value, entry)
        return entry

    def leaf(self, tree: Tree, entry: Entry) -> None:
        """Note where the text or alias stands; nothing stands where a value is left out."""
        event, _ = _events(tree)
        start, end = _position(event.start_mark), _position(event.end_mark)
        if start == end:
            return
        if isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">"):
            last = last_line(self.lines, event)
            end = last, len(self.lines[last])
        self.leaves.append(Leaf(start, end, entry, self.flow))


def _events(tree: Tree) -> tuple[Any, Any]:
    assert tree.events is not None
    return tree.events


def _position(mark: Any) -> Position:
    return mark.line, mark.column

"""YAML events → a tree of nodes with places, and the tree → data.

The tree shares what aliases share; its size and depth are counted as it grows, as if every alias were
written out, so that a small file cannot become a large plan.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.base.findings import Code, Finding, Place, Rejected
from generator.plan.source import codes
from generator.plan.source.syntax_error import quoted
from generator.plan.source.syntax_errors import syntax_finding

DEEPEST = 50
MOST_ALIASED = 20_000
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

KeyPath = tuple[str | int, ...]
"""The keys (in NFC) and the positions in lists (from 0) that lead to a value."""


@dataclass(slots=True)
class Tree:
    """A node: a string or None, a list of nodes, or pairs of key and node by key.

    `size` counts the nodes in it (long texts count for more), `depth` the levels.
    """

    value: str | list[Tree] | dict[str, tuple[Place, Tree]] | None
    place: Place
    size: int = 1
    depth: int = 0
    block: Place | None = None


@dataclass(slots=True)
class _Reading:
    """What is known while the events of one text go by."""

    text: str
    lines: list[str]
    name: str
    unwanted: re.Pattern[str]
    findings: list[Finding] = field(default_factory=list)
    anchors: dict[str, Tree | None] = field(default_factory=dict)
    unused: dict[str, Place] = field(default_factory=dict)
    aliased: int = 0
    last: Any = None

    def place(self, mark: Any) -> Place:
        return Place(self.name, mark.line + 1, mark.column + 1)

    def complain(
        self, code: Code, message: str, hint: str, place: Place, second: Place | None = None
    ) -> None:
        self.findings.append(Finding(code, message, hint, place, second))


def grow(text: str, name: str, unwanted: re.Pattern[str]) -> tuple[Tree | None, list[Finding]]:
    """The tree of the text, None for an empty one, and what is wrong with it.

    `unwanted` matches the characters that no value may hold, not even by an escape. Raises Rejected
    where the text cannot be read to its end.
    """
    reading = _Reading(text, text.splitlines(), name, unwanted)
    try:
        tree = _document(reading, _events(reading))
    except yaml.MarkedYAMLError as error:
        stop = syntax_finding(error, reading.lines, name, reading.last)
        raise Rejected([*reading.findings, stop]) from error
    except Rejected as stopped:
        raise Rejected([*reading.findings, *stopped.findings]) from stopped
    _unused_anchors(reading)
    return tree, reading.findings


def _events(reading: _Reading) -> Iterator[Any]:
    for event in yaml.parse(reading.text, Loader=LOADER):
        yield event
        reading.last = event


def _document(reading: _Reading, events: Iterator[Any]) -> Tree | None:
    tree = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                reading.complain(
                    codes.MANY_DOCUMENTS, "a second YAML document begins here",
                    "delete the line with ---; a file is one agreement", reading.place(event.start_mark),
                )  # fmt: skip
        elif isinstance(event, yaml.NodeEvent):
            node = _node(reading, event, events, 1)
            tree = tree or node
    return tree


def _node(reading: _Reading, event: Any, events: Iterator[Any], level: int) -> Tree:
    place = reading.place(event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        return _alias(reading, str(event.anchor), place, level)
    if level > DEEPEST:
        raise _too_deep(place)
    if event.tag is not None:
        reading.complain(
            codes.TAG, f"the tag `{event.tag.replace('tag:yaml.org,2002:', '!!')}` is not wanted",
            "leave it out; if the ! belongs to the text, put the text in quotes", place,
        )  # fmt: skip
    if event.anchor:
        reading.anchors[event.anchor] = None
        reading.unused[event.anchor] = place
    if isinstance(event, yaml.ScalarEvent):
        tree = _scalar(reading, event, place)
    elif isinstance(event, yaml.SequenceStartEvent):
        tree = _sequence(reading, place, events, level)
    else:
        tree = _mapping(reading, place, events, level)
    if event.anchor:
        reading.anchors[event.anchor] = tree
    return tree


def _scalar(reading: _Reading, event: Any, place: Place) -> Tree:
    value = event.value
    escaped = reading.unwanted.search(value) if event.style == '"' else None
    if escaped:
        reading.complain(
            codes.CONTROL_CHARACTER, f"the text holds the control character U+{ord(escaped[0]):04X}",
            "delete the escape that begins with \\ in it", place,
        )  # fmt: skip
    if not value and event.style not in ("'", '"', "|", ">"):
        return Tree(None, place)
    block = _first_character(reading, event) if event.style == "|" else None
    return Tree(value, place, 1 + len(value) // 100, 0, block)


def _first_character(reading: _Reading, event: Any) -> Place:
    """Where the text of a | block begins: the line after the sign, in the column of its indentation."""
    first = event.start_mark.line + 1
    blank = len(event.value) - len(event.value.lstrip("\n"))
    raw = reading.lines[first + blank] if first + blank < len(reading.lines) else ""
    typed = event.value[blank:]
    indent = (len(raw) - len(raw.lstrip(" "))) - (len(typed) - len(typed.lstrip(" ")))
    return Place(reading.name, first + 1, indent + 1)


def _sequence(reading: _Reading, place: Place, events: Iterator[Any], level: int) -> Tree:
    items = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        items.append(_node(reading, event, events, level + 1))
    return Tree(items, place, 1 + sum(i.size for i in items), 1 + max((i.depth for i in items), default=0))


def _mapping(reading: _Reading, place: Place, events: Iterator[Any], level: int) -> Tree:
    pairs: dict[str, tuple[Place, Tree]] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key_place = reading.place(event.start_mark)
        key = _key(reading, event, _node(reading, event, events, level + 1))
        value = _node(reading, next(events), events, level + 1)
        if key in pairs:
            reading.complain(
                codes.DUPLICATE_KEY, f"the key `{key}` stands here again",
                f"keep one of the two (the first is in line {pairs[key][0].line}); a list is written with -",
                key_place, pairs[key][0],
            )  # fmt: skip
        elif key is not None:
            pairs[key] = (key_place, value)
    values = [value for _, value in pairs.values()]
    return Tree(pairs, place, 1 + sum(v.size for v in values), 1 + max((v.depth for v in values), default=0))


def _key(reading: _Reading, event: Any, node: Tree) -> str | None:
    """The key in NFC, or None when it cannot be one; then it is complained of."""
    if not isinstance(event, yaml.ScalarEvent) or not isinstance(node.value, str) or not node.value.strip():
        hint = "write a key and a colon; text that begins with { or [ stands in quotes"
        reading.complain(codes.KEY_NOT_TEXT, "a key must be text", hint, node.place)
        return None
    if node.value == "<<" and not event.style:
        hint = "write the keys out where they are wanted"
        reading.complain(codes.MERGE_KEY, "the merge key `<<` is not wanted", hint, node.place)
        return None
    if node.value[0].isspace() and not event.style:
        hint = "indent with plain spaces"
        reading.complain(codes.TAB, "a hard space stands in the indentation", hint, node.place)
    return unicodedata.normalize("NFC", node.value.strip())


def _alias(reading: _Reading, anchor: str, place: Place, level: int) -> Tree:
    reading.unused.pop(anchor, None)
    target = reading.anchors.get(anchor)
    if target is None:
        what = "refers to itself" if anchor in reading.anchors else "refers to nothing"
        hint = f"put text that begins with * in quotes: {quoted('*' + anchor)}; a list is written with -"
        reading.complain(codes.ALIAS, f"the alias `*{anchor}` {what}", hint, place)
        return Tree(None, place)
    if level + target.depth > DEEPEST:
        raise _too_deep(place)
    reading.aliased += target.size
    if reading.aliased > MOST_ALIASED:
        raise Rejected([Finding(codes.ALIAS, "the aliases make the file grow without bound",
                                "write out what is needed, without * and &", place)])
    return target


def _too_deep(place: Place) -> Rejected:
    message = f"lists and keys stand more than {DEEPEST} deep inside each other"
    hint = "a plan needs fewer than ten levels; a bracket or an indentation repeats by mistake"
    return Rejected([Finding(codes.TOO_DEEP, message, hint, place)])


def _unused_anchors(reading: _Reading) -> None:
    for anchor, place in reading.unused.items():
        hint = f"put text that begins with & in quotes: {quoted('&' + anchor + ' …')}"
        reading.complain(codes.ALIAS, f"the name `&{anchor}` is given and never used", hint, place)


@dataclass(slots=True)
class Noted:
    """The places of values, of keys and of the texts in | blocks, by path."""

    values: dict[KeyPath, Place] = field(default_factory=dict)
    keys: dict[KeyPath, Place] = field(default_factory=dict)
    blocks: dict[KeyPath, Place] = field(default_factory=dict)


def flatten(tree: Tree, path: KeyPath, noted: Noted) -> Any:
    """The tree as strings, lists and dicts; its places are noted."""
    noted.values[path] = tree.place
    if tree.block:
        noted.blocks[path] = tree.block
    if isinstance(tree.value, list):
        return [flatten(item, (*path, at), noted) for at, item in enumerate(tree.value)]
    if isinstance(tree.value, dict):
        noted.keys.update({(*path, key): place for key, (place, _) in tree.value.items()})
        return {key: flatten(node, (*path, key), noted) for key, (_, node) in tree.value.items()}
    return tree.value

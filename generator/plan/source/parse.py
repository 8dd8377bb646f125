"""YAML text → the tree of what is typed in it, and a finding for everything that no plan may have.

The text is read as a stream of events and not composed by PyYAML. The tree's size and depth are counted as
it grows, as if every alias were written out, so that a small file cannot become a large plan.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import yaml
from msgspec import Struct, field

from generator.base.findings import Code, Finding, Place, Rejected
from generator.base.language import say
from generator.base.values import replace
from generator.plan.source import codes
from generator.plan.source.characters import unwanted
from generator.plan.source.folded import cut_short, first_character, folded
from generator.plan.source.scalars import quoted
from generator.plan.source.syntax_errors import syntax_finding
from generator.plan.source.tree import Keys, Tree

DEEPEST = 50
MOST_ALIASED = 20_000
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Reading(Struct):
    """State of one reading: what is known while the events of a text go by."""

    text: str
    lines: list[str]
    name: str
    loader: Any
    with_events: bool
    signs: frozenset[str]
    findings: list[Finding] = field(default_factory=list)
    anchors: dict[str, Tree | None] = field(default_factory=dict)
    unused: dict[str, Place] = field(default_factory=dict)
    aliased: int = 0
    last: Any = None

    def event(self) -> Any:
        """Take the next event; it is the `last` one when that after it cannot be read."""
        self.last = event = self.loader.get_event()
        return event

    def place(self, mark: Any) -> Place:
        return Place(self.name, mark.line + 1, mark.column + 1)

    def complain(
        self, code: Code, message: str, hint: str, place: Place, second: Place | None = None
    ) -> None:
        self.findings.append(Finding(code, message, hint, place, second))


def parse(text: str, name: str, *, with_events: bool = False) -> tuple[Tree | None, list[Finding]]:
    """The tree of the text, None for an empty one, and what is wrong with it.

    The tree has the events that it was made from only where they are asked for: they take more room than all
    the rest. Raises Rejected where the text cannot be read to its end.
    """
    reading = _Reading(text, text.splitlines(), name, LOADER(text), with_events,
                       frozenset([sign for sign in "\\#" if sign in text]))
    try:
        tree = _document(reading)
    except yaml.MarkedYAMLError as error:
        stop = syntax_finding(error, reading.lines, name, reading.last)
        raise Rejected([*reading.findings, stop]) from error
    except Rejected as stopped:
        raise Rejected([*reading.findings, *stopped.findings]) from stopped
    _unused_anchors(reading)
    return tree, reading.findings


def _document(reading: _Reading) -> Tree | None:
    tree = None
    documents = 0
    while not isinstance(event := reading.event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                reading.complain(
                    codes.MANY_DOCUMENTS, say("a second YAML document begins here"),
                    say("delete the line with ---; a file is one agreement"), reading.place(event.start_mark),
                )  # fmt: skip
        elif isinstance(event, yaml.NodeEvent):
            node = _node(reading, event, 1)
            tree = tree or node
    return tree


def _node(reading: _Reading, event: Any, level: int) -> Tree:
    is_plain = type(event) is yaml.ScalarEvent and event.tag is None and not event.anchor and level <= DEEPEST
    tree = (_scalar(reading, event, reading.place(event.start_mark)) if is_plain  # so they are nearly always
            else _value(reading, event, level))
    if reading.with_events:
        original = tree if isinstance(event, yaml.AliasEvent) else None
        tree = replace(tree, original=original) if original else tree
        tree.events = (event, reading.last)
    return tree


def _value(reading: _Reading, event: Any, level: int) -> Tree:
    place = reading.place(event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        return _alias(reading, str(event.anchor), place, level)
    if level > DEEPEST:
        raise _too_deep(place)
    if event.tag is not None:
        message = say("the tag `{tag}` is not wanted", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        hint = say("leave it out; if the ! belongs to the text, put the text in quotes")
        reading.complain(codes.TAG, message, hint, place)
    if event.anchor:
        reading.anchors[event.anchor] = None
        reading.unused[event.anchor] = place
    if isinstance(event, yaml.ScalarEvent):
        tree = _scalar(reading, event, place)
    elif isinstance(event, yaml.SequenceStartEvent):
        tree = _sequence(reading, place, level)
    else:
        tree = _mapping(reading, place, level)
    if event.anchor:
        reading.anchors[event.anchor] = tree
    return tree


def _scalar(reading: _Reading, event: Any, place: Place) -> Tree:
    value, style = event.value, event.style
    if style == '"' and "\\" in reading.signs:
        _no_escape_of_what_cannot_stand(reading, value, place)
    cut = None if style or "#" not in reading.signs else cut_short(event, reading.lines, reading.name)
    if not value and not style:
        return Tree(None, place, cut=cut)
    tree = Tree(value, place, 1 + len(value) // 100, cut=cut)
    if style == "|":
        tree.block = first_character(event, reading.lines, reading.name)
    elif event.start_mark.line != event.end_mark.line:
        tree.folded = folded(event, reading.lines, reading.name)
    return tree


def _no_escape_of_what_cannot_stand(reading: _Reading, value: str, place: Place) -> None:
    escaped = next(unwanted(value), None)
    if escaped and escaped.character not in reading.text:
        hint = say("delete the escape that begins with \\ in the text")
        reading.complain(codes.CONTROL_CHARACTER, escaped.message, hint, place)


def _sequence(reading: _Reading, place: Place, level: int) -> Tree:
    items = []
    while not isinstance(event := reading.event(), yaml.SequenceEndEvent):
        items.append(_node(reading, event, level + 1))
    return _holding(items, items, place)


def _mapping(reading: _Reading, place: Place, level: int) -> Tree:
    pairs: Keys = {}
    while not isinstance(event := reading.event(), yaml.MappingEndEvent):
        typed = _node(reading, event, level + 1)
        key = _key(reading, event, typed)
        value = _node(reading, reading.event(), level + 1)
        if key in pairs:
            first = pairs[key][0].place
            message = say("the key `{key}` stands here again", key=key)
            hint = say("keep one of the two (the first is in line {line}); a list is written with -",
                       line=first.line)  # fmt: skip
            reading.complain(codes.DUPLICATE_KEY, message, hint, typed.place, first)
        elif key is not None:
            pairs[key] = (typed, value)
    return _holding(pairs, [value for _, value in pairs.values()], place)


def _holding(value: list[Tree] | Keys, inner: list[Tree], place: Place) -> Tree:
    """The list or the keys, one larger and one deeper than what is in them."""
    return Tree(value, place, 1 + sum(i.size for i in inner), 1 + max((i.depth for i in inner), default=0))


def _key(reading: _Reading, event: Any, node: Tree) -> str | None:
    """The key in NFC, or None when it cannot be one; then it is complained of."""
    typed = node.value if isinstance(node.value, str) else ""
    key = typed.strip()
    if not key or not isinstance(event, yaml.ScalarEvent):
        hint = say("write a key and a colon; text that begins with { or [ stands in quotes")
        reading.complain(codes.KEY_NOT_TEXT, say("a key must be text"), hint, node.place)
        return None
    if typed == "<<" and not event.style:
        hint = say("write the keys out where they are wanted")
        reading.complain(codes.MERGE_KEY, say("the merge key `<<` is not wanted"), hint, node.place)
        return None
    if typed[0].isspace() and not event.style:
        hint = say("indent with plain spaces")
        reading.complain(codes.TAB, say("a hard space stands in the indentation"), hint, node.place)
    return unicodedata.normalize("NFC", key)


def _alias(reading: _Reading, anchor: str, place: Place, level: int) -> Tree:
    reading.unused.pop(anchor, None)
    target = reading.anchors.get(anchor)
    if target is None:
        is_own = anchor in reading.anchors
        message = say("the alias `*{name}` refers to itself", name=anchor) if is_own else say(
            "the alias `*{name}` refers to nothing", name=anchor
        )
        hint = say("put text that begins with * in quotes: {shown}; a list is written with -",
                   shown=quoted(f"*{anchor}"))  # fmt: skip
        reading.complain(codes.ALIAS, message, hint, place)
        return Tree(None, place)
    if level + target.depth > DEEPEST:
        raise _too_deep(place)
    reading.aliased += target.size
    if reading.aliased > MOST_ALIASED:
        message = say("the aliases make the file grow without bound")
        hint = say("write out what is needed, without * and &")
        raise Rejected([Finding(codes.ALIAS, message, hint, place)])
    return target


def _too_deep(place: Place) -> Rejected:
    message = say("lists and keys stand more than {most} deep inside each other", most=DEEPEST)
    hint = say("a plan needs fewer than ten levels; a bracket or an indentation repeats by mistake")
    return Rejected([Finding(codes.TOO_DEEP, message, hint, place)])


def _unused_anchors(reading: _Reading) -> None:
    for anchor, place in reading.unused.items():
        message = say("the name `&{name}` is given and never used", name=anchor)
        hint = say("put text that begins with & in quotes: {shown}", shown=quoted(f"&{anchor} …"))
        reading.complain(codes.ALIAS, message, hint, place)

"""A YAML text as what stands where: each key and item with its lines, its value and its comments."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache
from itertools import accumulate
from typing import Any

import yaml
from msgspec import Struct, field

from generator.authoring.edits.edit import Refused
from generator.authoring.format.comments import Comment, Position, comments_in, last_line, without_texts
from generator.authoring.format.entries import Entry
from generator.authoring.format.parse import entries_in
from generator.base.findings import Rejected
from generator.base.language import say, spoken
from generator.base.values import replace
from generator.plan.source.codes import EMPTY
from generator.plan.source.parse import parse
from generator.plan.source.read import Data, Source, read_yaml_bytes
from generator.plan.source.tree import KeyPath, Tree

BOM = "\ufeff"


class Way(Enum):
    """Ways to type a value."""

    NOTHING = auto()
    TEXT = auto()
    BLOCK_TEXT = auto()
    BRACKETS = auto()
    BELOW = auto()
    """A list or keys on lines of their own."""
    ALIAS = auto()


class Spot(Struct, eq=False):
    """A key with its value, an item of a list, or the file as a whole.

    `head` is where the key, or the dash, stands; the value stands from `start` to `end`. `first` and `last`
    are its lines with the comments that belong to it, `final` the last one without. Within brackets the
    lines mean nothing.
    """

    tree: Tree
    key: str | None
    parent: Spot | None
    way: Way
    anchored: bool
    head: Position
    start: Position
    end: Position
    first: int = 0
    final: int = 0
    last: int = 0
    behind: Position = (0, 0)
    """End of the colon or the dash."""
    inner: list[Spot] = field(default_factory=list)

    @property
    def among_brackets(self) -> bool:
        return self.parent is not None and self.parent.way is Way.BRACKETS

    @property
    def shares_its_line(self) -> bool:
        """Tell whether the dash of the item that it is the first key of stands before it on its line."""
        above = self.parent
        return above is not None and above.parent is not None and above.head[0] == self.head[0]


class Standing(Struct, eq=False):
    """A text, its data, and its root. `starts` has where each line begins, `masked` only YAML's own signs."""

    text: str
    data: Data
    lines: list[str]
    starts: list[int]
    masked: list[str]
    comments: list[Comment]
    root: Spot

    def offset(self, place: Position) -> int:
        return self.starts[place[0]] + place[1]

    def at(self, path: KeyPath) -> Spot:
        """The spot at a path that is there."""
        spot = self.root
        for step in path:
            if isinstance(step, int):
                spot = spot.inner[step]
            else:
                spot = next(inner for inner in spot.inner if inner.key == step)
        return spot

    def has_comments(self, start: Position, end: Position) -> bool:
        return any(start <= (comment.line, comment.column) < end for comment in self.comments)


@lru_cache(4)
def source_of(text: str, _language: str) -> Source:
    """The text as strings with places, once for all that ask of it. Raises Rejected."""
    return read_yaml_bytes(text.encode(errors="surrogatepass"), "")


def data_of(text: str) -> Data:
    """The data of a text, None where it holds nothing. Raises Rejected, for any error in it."""
    try:
        source = source_of(text, spoken())
    except Rejected as rejected:
        if [finding.code for finding in rejected.findings] == [EMPTY]:
            return None
        raise
    if source.findings:
        raise Rejected(list(source.findings))
    return source.data


@lru_cache(2)
def standing(text: str) -> Standing:
    """The text as spots. Raises Refused where it cannot be read without an error."""
    try:
        data = data_of(text)
    except Rejected as rejected:
        told = rejected.findings[0]
        reason = say("the file has an error in line {line}: {error}",
                     line=told.place.line, error=told.message)
        raise Refused((), reason, told.hint) from rejected
    plain = text.removeprefix(BOM)
    tree, _ = parse(plain, "", with_events=True)
    ended = plain.splitlines(keepends=True) or [""]
    if ended[-1].endswith(("\n", "\r")):
        ended.append("")
    lines = [line.rstrip("\r\n") for line in ended]
    before = len(text) - len(plain)
    starts = [before, *(before + end for end in accumulate(map(len, ended)))]
    masked = without_texts(lines, plain)
    comments = comments_in(lines, masked)
    numbered = [replace(comment, text=str(comment.line)) for comment in comments]
    entry = entries_in(tree, lines, masked, numbered)
    reading = _Reading(lines, masked)
    end = (len(lines) - 1, len(lines[-1]))
    root = Spot(tree or Tree(None, None), None, None, Way.NOTHING, False, (0, 0), end, end)  # type: ignore[arg-type]
    if tree:
        reading.value(root, entry)
    root.last = end[0]
    return Standing(text, data, lines, starts, masked, comments, root)


class _Reading(Struct):
    lines: list[str]
    masked: list[str]

    def value(self, spot: Spot, entry: Entry) -> None:
        """Fill in how the value stands, and what is in it."""
        assert spot.tree.events
        first, last = spot.tree.events
        spot.way, spot.anchored = _way(spot.tree), bool(getattr(first, "anchor", None))
        spot.start, spot.end = _at(first.start_mark), _at(last.end_mark)
        if spot.way is Way.BLOCK_TEXT:
            line = last_line(self.lines, first)
            spot.end = line, len(self.lines[line])
        elif spot.way is Way.TEXT:
            spot.end = _at(first.end_mark)
        elif spot.way in (Way.BELOW, Way.BRACKETS):
            spot.inner = self.inner(spot, entry)
        if spot.way is Way.BELOW:
            spot.start, spot.end = spot.inner[0].head, spot.inner[-1].end
        if spot.way is Way.NOTHING and spot.key is None and spot.parent:
            spot.start = spot.end = spot.behind

    def inner(self, spot: Spot, entry: Entry) -> list[Spot]:
        value = spot.tree.value
        entries = entry.node.entries or []
        if isinstance(value, dict):
            pairs = zip(value.items(), entries, strict=True)
            return [self.spot(spot, key, typed, tree, inner) for (key, (typed, tree)), inner in pairs]
        assert isinstance(value, list)
        items = zip(value, entries, strict=True)
        return [self.spot(spot, None, tree, tree, inner) for tree, inner in items]

    def spot(self, parent: Spot, key: str | None, typed: Tree, tree: Tree, entry: Entry) -> Spot:
        assert typed.events
        head = _at(typed.events[0].start_mark)
        behind = head
        if key is not None:
            behind = self.colon(_at(typed.events[0].end_mark))
        elif parent.way is Way.BELOW:
            head = self.dash(head, entry.column)
            behind = head[0], head[1] + 1
        spot = Spot(tree, key, parent, Way.NOTHING, False, head, head, head, behind=behind)
        self.value(spot, entry)
        spot.final = max(spot.end[0], behind[0])
        spot.first = self.with_comments(head[0], entry.above)
        spot.last = max(spot.final, *_comment_lines(entry), *(inner.last for inner in spot.inner), 0)
        return spot

    def dash(self, value: Position, column: int) -> Position:
        """Place of the dash of an item whose value may stand on a line below it."""
        line = value[0]
        while self.masked[line][column : column + 1] != "-" or (line == value[0] and column >= value[1]):
            line -= 1
        return line, column

    def colon(self, end: Position) -> Position:
        """End of the colon behind a key; of the key where there is none."""
        line, column = end
        rest = self.masked[line][column:]
        found = rest.lstrip()
        return (line, column + len(rest) - len(found) + 1) if found.startswith(":") else end

    def with_comments(self, line: int, above: list[str]) -> int:
        """The first line of an entry with its comments, and the blank ones, that stand right above."""
        numbers = {int(number) for number in above if number}
        blank = above.count("")
        while line and (line - 1 in numbers or (blank and not self.masked[line - 1].strip())):
            blank -= line - 1 not in numbers
            line -= 1
        return line


def _way(tree: Tree) -> Way:
    assert tree.events
    first, _ = tree.events
    if tree.original:
        return Way.ALIAS
    if tree.value is None:
        return Way.NOTHING
    if isinstance(first, yaml.ScalarEvent):
        return Way.BLOCK_TEXT if first.style in ("|", ">") else Way.TEXT
    return Way.BRACKETS if first.flow_style else Way.BELOW


def _comment_lines(entry: Entry) -> list[int]:
    return [int(line) for line in (*entry.inside, *entry.below) if line] + [c.line for c in entry.beside]


def _at(mark: Any) -> Position:
    return mark.line, mark.column

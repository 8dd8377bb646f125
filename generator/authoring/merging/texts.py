"""Texts of three versions → one text, or one with conflicts where both sides changed the same.

Lines are merged with lines, and within a line that both changed words with words; what must be said after it
is merged by key. Only where both come to the same is it taken, so that a merge is never silently wrong. A
conflict stands at the lines of its key; where even that is not certain, the whole file is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from generator.authoring.edits.standing import BOM
from generator.authoring.merging import three_way
from generator.authoring.merging.by_key import ABSENT, ByKey, Value, said_alike
from generator.authoring.merging.three_way import Agreed, Clash
from generator.base.findings import Finding, Rejected
from generator.plan.source.read import read_yaml_bytes
from generator.plan.source.tree import KeyPath

MINE, BETWEEN, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"
_WORDS = re.compile(r"\w+|\s+|.")


class Merged(Struct, frozen=True):
    """Text after the merge, number of its conflicts, and what is wrong with a merge that is one conflict."""

    text: bytes
    conflicts: int = 0
    trouble: tuple[Finding, ...] = ()


Part = Agreed[str] | Clash[str]


def merged(base: bytes, mine: bytes, theirs: bytes, name: str) -> Merged:
    """The three as one. Never a text that cannot be read and has no marks; never one that loses a side."""
    try:
        texts = [text.decode("utf-8") for text in (base, mine, theirs)]
        sides = _Sides.of(_data(base, name, ABSENT), _data(mine, name), _data(theirs, name))
    except UnicodeDecodeError:
        return Merged(conflict(mine, theirs), 1)
    except Rejected as rejected:
        return Merged(conflict(mine, theirs), 1, rejected.findings)
    file = _File(texts[1], name)
    lines = [file.lines(text) for text in texts]
    found = list(three_way.merge(*lines))
    best = [_joined(part) for part in found]
    if not sides.clashes:
        text = file.text(best)
        if file.says(text, sides.mine):
            return Merged(text)
        return Merged(conflict(mine, theirs), 1, file.wrong(text))
    for parts in (*_attempts(found, best), list(three_way.merge(*lines, whole=True))):
        both = file.text(parts), file.text(parts, mine=False)
        if all(map(file.says, both, (sides.mine, sides.theirs))):
            conflicts = sum(isinstance(part, Clash) for part in parts)
            return Merged(file.marked(parts), conflicts)
    return Merged(conflict(mine, theirs), 1, file.wrong(file.text(best)))


def conflict(mine: bytes, theirs: bytes) -> bytes:
    """Both files whole, one after the other, between the marks of a conflict."""
    ours, other = (text if text.endswith(b"\n") or not text else text + b"\n" for text in (mine, theirs))
    start, between, end = (f"{mark}\n".encode() for mark in (MINE, BETWEEN, THEIRS))
    return start + ours + between + other + end


class _Sides(Struct, frozen=True):
    """Data that must stand after the merge, with mine at each clash, and with theirs."""

    mine: Value
    theirs: Value
    clashes: Sequence[KeyPath]

    @classmethod
    def of(cls, base: Value, mine: Value, theirs: Value) -> _Sides:
        ours, others = ByKey(), ByKey(takes_mine=False)
        return cls(ours.merge(base, mine, theirs), others.merge(base, mine, theirs), ours.clashes)


class _File(Struct, frozen=True):
    """Lines of a file, which end as those of `like` do."""

    like: str
    name: str

    def lines(self, text: str) -> list[str]:
        """The lines of a text without what ends them."""
        return re.split("\r\n|\r|\n", text.removeprefix(BOM))

    def text(self, parts: Iterable[Part], *, mine: bool = True) -> bytes:
        """The lines with mine, or theirs, at each clash."""
        lines: list[str] = []
        for part in parts:
            lines += part.items if isinstance(part, Agreed) else part.mine if mine else part.theirs
        return self._bytes(lines)

    def marked(self, parts: Iterable[Part]) -> bytes:
        """The lines with both sides at each clash, between its marks."""
        lines: list[str] = []
        for part in parts:
            if isinstance(part, Agreed):
                lines += part.items
            else:
                lines += (MINE, *part.mine, BETWEEN, *part.theirs, THEIRS)
        return self._bytes(lines)

    def says(self, text: bytes, wanted: Value) -> bool:
        """Tell whether the text is read without an error, and says what is wanted."""
        try:
            return said_alike(_data(text, self.name), wanted)
        except Rejected:
            return False

    def wrong(self, text: bytes) -> tuple[Finding, ...]:
        """Findings for which nobody should commit the text; none where it can be read."""
        try:
            _data(text, self.name)
        except Rejected as rejected:
            return rejected.findings
        return ()

    def _bytes(self, lines: Iterable[str]) -> bytes:
        end = "\r\n" if "\r\n" in self.like else "\n"
        return ((BOM if self.like.startswith(BOM) else "") + end.join(lines)).encode()


def _data(text: bytes, name: str, of_nothing: Value | None = None) -> Value:
    """Data of the text; `of_nothing` where it cannot be read, if that is given. Raises Rejected."""
    try:
        source = read_yaml_bytes(text, name)
    except Rejected:
        if of_nothing is None:
            raise
        return of_nothing
    if source.findings:
        raise Rejected(source.findings)
    return source.data


def _joined(part: Part) -> Part:
    """The clash as what stands after it: both insertions, or the words of a line; else as it is."""
    if isinstance(part, Agreed):
        return part
    if not part.base:
        return Agreed((*part.mine, *part.theirs))
    if not len(part.base) == len(part.mine) == len(part.theirs) == 1:
        return part
    sides = (_WORDS.findall(line) for (line,) in (part.base, part.mine, part.theirs))
    words = list(three_way.merge(*sides))
    return part if any(isinstance(word, Clash) for word in words) else Agreed(("".join(_said(words)),))


def _said(words: Iterable[Part]) -> Iterator[str]:
    for part in words:
        assert isinstance(part, Agreed)
        yield from part.items


def _attempts(found: list[Part], best: list[Part]) -> Iterator[list[Part]]:
    """Ways to leave conflicts: where nothing joins them, at one place more, wherever there was a clash."""
    yield best
    for number, part in enumerate(found):
        if part != best[number]:
            yield [*best[:number], part, *best[number + 1 :]]
    yield found

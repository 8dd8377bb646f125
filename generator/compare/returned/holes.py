"""Parts of a leaf: holes, which have a key, between the form's words; and what now stands in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from generator.base.values import replace
from generator.compare.documents.matching import matches
from generator.compare.documents.words import tokens
from generator.compare.returned.leaves import Leaf, plain, text_of
from generator.document.model import Inline, LineBreak, Run, Split
from generator.plan.model.identity import Key
from generator.plan.source.tree import KeyPath
from generator.render.tracing import Kind, Source, Span, Traced
from generator.render.typed_again import COMPUTED

PROSE = "prosa"
LIST = "liste"
Content: TypeAlias = tuple[Inline, ...]


class Slot(NamedTuple):
    """A key of a file that fills a hole, by what stands at it, or by the key itself where that `is_key`."""

    file: str
    path: KeyPath
    is_key: bool = False


class Segment(Struct, frozen=True):
    """Characters of a leaf that have one source; `slot` is the key that fills them, if they are a hole."""

    start: int
    end: int
    source: Source

    @property
    def slot(self) -> Slot | None:
        """The key that what stands here can be typed at."""
        source = self.source
        key = source.reference or Key(source.file, source.path, source.is_name)
        typed = source.kind is Kind.VALUE and not COMPUTED.intersection(source.filters)
        return Slot(key.file, key.path, key.is_name) if typed else None

    @property
    def is_prose(self) -> bool:
        """Tell whether it may have paragraphs and lists."""
        return self.slot is not None and self.source.filters[-1:] == (PROSE,)


class Held(Struct, frozen=True):
    """A segment with what it held and what it holds now; None where nobody can tell."""

    segment: Segment
    old: Content
    new: Content | None

    @property
    def is_same(self) -> bool:
        """Tell whether it holds what it held."""
        return self.new is not None and plain(self.new) == plain(self.old)


def segments(leaf: Leaf, traced: Traced) -> list[Segment]:
    """The segments of a leaf of the traced document, in order and without gaps."""
    signed = leaf.field not in ("", "caption")
    spans = traced.sources(leaf.block, leaf.field) if signed else traced.sources(leaf.block)
    return list(_joined(spans))


def _joined(spans: Iterable[Span]) -> Iterator[Segment]:
    for source, together in groupby(spans, lambda span: span.source):
        of_one = list(together)
        yield Segment(of_one[0].start, of_one[-1].end, source)


def held(parts: Sequence[Segment], old: Content, new: Content) -> list[Held]:
    """The content that each segment of a leaf holds now that its content is another."""
    if not parts:
        return []
    before, after = list(_letters(old)), list(_letters(new))
    kept = _around_one_hole(parts, before, after) or _kept(old, new, before, after)
    places: list[int | None] = [0, *(_boundary(one, other, kept) for one, other in
                                     pairwise(parts)), len(after)]
    return [Held(part, cut(old, part.start, part.end), _between(new, start, end))
            for part, start, end in zip(parts, places, places[1:], strict=False)]


def _between(content: Content, start: int | None, end: int | None) -> Content | None:
    return None if start is None or end is None or end < start else cut(content, start, end)


def cut(content: Iterable[Inline], start: int, end: int) -> Content:
    """The characters of some content; a line break is one."""
    found: list[Inline] = []
    at = 0
    for one in content:
        length = len(one.text) if isinstance(one, Run) else 1
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            found.append(replace(one, text=one.text[first:last]) if isinstance(one, Run) else one)
        at += length
    return tuple(found)


_Letter: TypeAlias = tuple[str, object]


def _letters(content: Iterable[Inline]) -> Iterator[_Letter]:
    """Each character with its look."""
    for one in content:
        if isinstance(one, (LineBreak, Split)):
            yield "\n", None
        else:
            look = (one.bold, one.italic, one.link)
            yield from ((letter, look) for letter in text_of([one]))


def _around_one_hole(
    parts: Sequence[Segment], before: Sequence[_Letter], after: Sequence[_Letter]
) -> dict[int, int] | None:
    """The characters around the only hole, where they stand as they stood; else None."""
    holes = [part for part in parts if part.slot]
    if len(holes) != 1:
        return None
    start, rest = holes[0].start, len(before) - holes[0].end
    if len(after) < start + rest or before[:start] != after[:start]:
        return None
    if rest and before[-rest:] != after[-rest:]:
        return None
    return {at: at for at in range(start)} | {
        len(before) - rest + at: len(after) - rest + at for at in range(rest)}


def _kept(
    old: Content, new: Content, before: Sequence[_Letter], after: Sequence[_Letter]
) -> dict[int, int]:
    """Place of each character that stays, in the old and in the new content: word by word, then by letter."""
    one, other = (list(tokens(plain(content))) for content in (old, new))
    starts, ends = ([*_starts(side)] for side in (one, other))
    kept: dict[int, int] = {}
    at, to = 0, 0
    for a, b in (*matches(one, other), (len(one), len(other))):
        _ends_alike(kept, before, after, (at, starts[a], to, ends[b]))
        if a < len(one):
            length = starts[a + 1] - starts[a]
            kept |= {starts[a] + step: ends[b] + step for step in range(length)}
            at, to = starts[a + 1], ends[b + 1]
    return kept


def _ends_alike(
    kept: dict[int, int], before: Sequence[_Letter], after: Sequence[_Letter], gap: tuple[int, int, int, int]
) -> None:
    """Note the first and the last letters of what differs that do not."""
    low, high, start, end = gap
    while low < high and start < end and before[low] == after[start]:
        kept[low] = start
        low, start = low + 1, start + 1
    while low < high and start < end and before[high - 1] == after[end - 1]:
        high, end = high - 1, end - 1
        kept[high] = end


def _starts(inlines: Iterable[Inline]) -> Iterator[int]:
    at = 0
    for one in inlines:
        yield at
        at += len(one.text) if isinstance(one, Run) else 1
    yield at


def _boundary(one: Segment, other: Segment, kept: dict[int, int]) -> int | None:
    """The place in the new content between two segments; None where nobody can tell."""
    last, first = kept.get(one.end - 1), kept.get(other.start)
    if last is not None and first == last + 1:
        return first
    if last is not None and one.slot is None:  # all that comes before the other is the other's
        return last + 1
    if first is not None and other.slot is None:
        return first
    if one.slot is None and other.slot is None:
        return first if first is not None else last + 1 if last is not None else None
    return None

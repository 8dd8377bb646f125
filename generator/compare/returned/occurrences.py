"""The holes of a document with all that stands in them now, be it in one leaf or over many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from generator.compare.returned.aligned import Pair
from generator.compare.returned.elements import Lists, lists_of
from generator.compare.returned.holes import LIST, PROSE, Content, Held, Segment, Slot, cut, held, segments
from generator.compare.returned.leaves import Leaf, text_of
from generator.compare.returned.sections import with_sections
from generator.compare.returned.told import Told, reason
from generator.render.tracing import Kind, Source, Traced

TWO_KEYS, TWO_PROSES = "two keys", "two proses"
"""Ways of being unclear: where one key ends and the next begins, and which of two proses goes on."""


class Occurrence(Struct, eq=False):
    """A place where a key is printed: what stood in it, leaf by leaf, and what stands there now."""

    slot: Slot
    source: Source
    heading: str
    old: list[tuple[Leaf, Content]] = field(default_factory=list)
    new: list[tuple[Leaf, Content]] = field(default_factory=list)
    changed: bool = False
    unclear: str = ""

    @property
    def words(self) -> tuple[str, str]:
        """The words that stood, and that stand."""
        old, new = (" ".join(text_of(said) for _, said in side) for side in (self.old, self.new))
        return old.strip(), new.strip()

    @property
    def where(self) -> frozenset[int]:
        """The numbers of the paragraphs that were read."""
        return frozenset(leaf.number for leaf, _ in self.new)


class Computed(NamedTuple):
    """Words that follow from keys: the leaf that they stand in now, and where they come from."""

    leaf: Leaf
    content: Content
    source: Source


class Found(Struct):
    """All occurrences in their order, and what stands in no hole."""

    occurrences: list[Occurrence] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    computed: list[Computed] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)
    left: list[Pair] = field(default_factory=list)
    """Leaves that came or went and belong to no prose."""


def occurrences(pairs: Sequence[Pair], traced: Traced) -> Found:
    """Find what stands in each hole; `pairs` are the leaves of the traced document beside those read."""
    return _Finding(pairs, traced).all()


class _Finding:
    def __init__(self, pairs: Sequence[Pair], traced: Traced) -> None:
        self._pairs = pairs
        self._parts = [segments(pair.old, traced) if pair.old else [] for pair in pairs]
        self._found = Found(lists=with_sections(lists_of(pairs, self._parts), pairs, self._parts))
        self._in_lists = self._found.lists.leaves()
        self._open: Occurrence | None = None

    def all(self) -> Found:
        """All of it."""
        for at, pair in enumerate(self._pairs):
            if not self._in_lists.isdisjoint((id(pair.old), id(pair.new))):
                self._open = None
            elif pair.old is None:
                self._came(at)
            elif pair.new is None:
                self._went(at)
            else:
                self._stayed(at)
        return self._found

    def _stayed(self, at: int) -> None:
        pair, parts = self._pairs[at], self._parts[at]
        assert pair.old and pair.new
        if pair.old.kind != pair.new.kind:
            self._tell(pair.old.text, pair.new.text, pair.new, parts[0].source if parts else None)
        if pair.is_same:
            whole = pair.old.content
            inside = [Held(part, said, said) for part in parts
                      for said in (cut(whole, part.start, part.end) if len(parts) > 1 else whole,)]
        else:
            inside = held(parts, pair.old.content, pair.new.content)
        if not parts and not pair.is_same:
            self._tell(pair.old.text, pair.new.text, pair.new, None)
        for one in inside:
            self._held(one, pair)

    def _held(self, one: Held, pair: Pair) -> None:
        assert pair.old and pair.new
        segment = one.segment
        if segment.slot is None:
            self._open = None
            if segment.source.kind in (Kind.COMPUTED, Kind.VALUE):
                content = pair.new.content if one.new is None else one.new
                self._found.computed.append(Computed(pair.new, content, segment.source))
            if not one.is_same:
                self._tell(text_of(one.old), text_of(one.new or ()), pair.new, segment.source)
            return
        occurrence = self._at(segment, pair.old)
        occurrence.old.append((pair.old, one.old))
        if one.new is None:
            occurrence.changed = True
            occurrence.unclear = TWO_KEYS
            occurrence.new.append((pair.new, pair.new.content))
        else:
            occurrence.new.append((pair.new, one.new))
            occurrence.changed |= not one.is_same

    def _went(self, at: int) -> None:
        leaf, parts = self._pairs[at].old, self._parts[at]
        assert leaf
        if not (len(parts) == 1 and parts[0].slot):
            self._open = None
            self._found.left.append(self._pairs[at])
            return
        if not parts[0].is_prose and leaf.holders:
            self._open = None
            self._found.left.append(self._pairs[at])
            return
        occurrence = self._at(parts[0], leaf)
        occurrence.old.append((leaf, leaf.content))
        occurrence.changed = True

    def _came(self, at: int) -> None:
        """A leaf that came belongs to the prose that it stands in, or beside."""
        leaf = self._pairs[at].new
        assert leaf
        if not leaf.text.strip():
            return
        before = self._open if self._open and self._takes(self._open, leaf) else None
        after = self._prose_after(at, leaf)
        if before and after and before.slot == after.slot:
            after = None
        if before is None and after is None:
            self._open = None  # what came with a heading of its own goes on with nothing before that
            self._found.left.append(self._pairs[at])
            return
        if before and after:
            before.unclear = TWO_PROSES
        if before is None:
            assert after
            before = self._open = Occurrence(after.slot or Slot("", ()), after.source, leaf.heading)
            self._found.occurrences.append(before)
        before.new.append((leaf, leaf.content))
        before.changed = True

    def _takes(self, occurrence: Occurrence, leaf: Leaf) -> bool:
        """Tell whether the prose that has been read last may go on in the leaf."""
        goes_on = (PROSE, LIST) if occurrence.source.gap else (PROSE,)
        if not occurrence.source.filters or occurrence.source.filters[-1] not in goes_on:
            return False
        styles = {one.kind[1] for one, _ in (*occurrence.old, *occurrence.new) if one.kind[0] == "paragraph"}
        if leaf.kind[0] != "paragraph" or leaf.kind[1] not in {None, *styles}:
            return False
        return _same_place([one for one, _ in occurrence.new[-1:]], leaf)

    def _prose_after(self, at: int, leaf: Leaf) -> Segment | None:
        """The prose that the next leaf that stood before begins with."""
        for pair, parts in zip(self._pairs[at:], self._parts[at:], strict=True):
            if pair.old is None:
                continue
            beside = [pair.new] if pair.new else []
            kind = leaf.kind[:2]
            is_like = kind[0] == "paragraph" and kind in (("paragraph", None), pair.old.kind[:2])
            fits = parts and parts[0].is_prose and is_like and _same_place(beside, leaf)
            return parts[0] if fits else None
        return None

    def _at(self, segment: Segment, leaf: Leaf) -> Occurrence:
        """The occurrence that goes on in the segment, or that begins with it."""
        slot = segment.slot
        assert slot
        if self._open and self._open.slot == slot and segment.is_prose:
            return self._open
        self._open = Occurrence(slot, segment.source, leaf.heading)
        self._found.occurrences.append(self._open)
        return self._open

    def _tell(self, old: str, new: str, leaf: Leaf, source: Source | None) -> None:
        why, hint = reason(source)
        self._found.told.append(
            Told(leaf.heading, old.strip(), new.strip(), why, hint, source, frozenset([leaf.number])))


def _same_place(beside: Iterable[Leaf], leaf: Leaf) -> bool:
    return all(one.cell is leaf.cell for one in beside)


def changed(found: Found) -> Iterator[Occurrence]:
    """The occurrences in which something else stands now."""
    return (one for one in found.occurrences if one.changed)

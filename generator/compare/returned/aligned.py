"""The leaves of a document as it was made beside those of what was read: which became which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from generator.compare.documents import compared
from generator.compare.returned.leaves import Leaf, comparable, leaves, plain
from generator.document.model import Document, Split


class Pair(Struct, eq=False):
    """A leaf as it was made and as it was read; None where it came or went."""

    old: Leaf | None
    new: Leaf | None
    _same: bool | None = None

    @property
    def is_same(self) -> bool:
        """Tell whether a reader sees no difference."""
        if self._same is None:
            self._same = (self.old is not None and self.new is not None and self.old.kind == self.new.kind
                          and plain(self.old.content) == plain(self.new.content))
        return self._same


def aligned(made: Document, read: Document) -> list[Pair]:
    """The leaves of both in one order; `read` is comparable. The leaves hold the documents' own objects."""
    old, new = iter(leaves(made)), iter(leaves(read))
    marked = compared(comparable(made), read)
    found: list[Pair] = []
    for leaf in leaves(marked):
        mark = leaf.mark
        splits = [one.mark.is_old for one in leaf.content if isinstance(one, Split)]
        gone = [next(old) for _ in range(1 + sum(splits))] if mark is None or mark.is_old else []
        come = [next(new) for _ in range(1 + splits.count(False))] if mark is None or not mark.is_old else []
        found += [Pair(before, after) for before, after in zip_longest(gone, come)]
    if next(old, None) or next(new, None):
        raise AssertionError("a leaf was lost between the documents")
    found = list(_paired(found))
    _begin_with_headings(found)
    return found


def _begin_with_headings(pairs: list[Pair]) -> None:
    """Let leaves that came with a heading begin with it, where those before it are as those behind them.

    Of two texts that are alike either may be the one that came.
    """
    start = 0
    while start < len(pairs):
        end = start
        while end < len(pairs) and pairs[end].old is None:
            end += 1
        levels = [level for one in pairs[start:end] if one.new and (level := one.new.level)]
        first = next((at for at in range(start, end) if levels and (new := pairs[at].new)
                      and new.level == min(levels)), start)
        behind = pairs[end : end + first - start]
        if len(behind) == first - start and all(map(_is_like, pairs[start:first], behind)):
            pairs[start:first] = [Pair(one.old, came.new) for came, one in
                                  zip(pairs[start:first], behind, strict=True)]
            pairs[end : end + len(behind)] = [Pair(None, one.new) for one in behind]
            end += len(behind)
        start = end + 1


def _is_like(came: Pair, stays: Pair) -> bool:
    one, other = came.new, stays.new
    return (one is not None and other is not None and stays.old is not None and one.kind == other.kind
            and plain(one.content) == plain(other.content))


def _paired(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs; where as many leaves came as went side by side, one took the place of the other."""
    at = 0
    while at < len(pairs):
        end = at
        while end < len(pairs) and (pairs[end].old is None or pairs[end].new is None):
            end += 1
        yield from _replaced(pairs[at:end])
        if end < len(pairs):
            yield pairs[end]
        at = end + 1


def _replaced(gap: Sequence[Pair]) -> Iterator[Pair]:
    gone = [one.old for one in gap if one.old]
    come = [one.new for one in gap if one.new]
    alike = len(gone) == len(come) and all(
        old.kind == new.kind and len(old.holders) == len(new.holders)
        for old, new in zip(gone, come, strict=True))
    if alike:
        yield from (Pair(old, new) for old, new in zip(gone, come, strict=True))
    else:
        yield from gap

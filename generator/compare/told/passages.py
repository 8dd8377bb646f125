"""Passages of a redline: each paragraph or row in which something is marked, with the sources of that."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TypeAlias

from msgspec import Struct

from generator.base.values import replace
from generator.compare.data.change import Kind, Piece, Side
from generator.compare.told.atoms import Atom, atoms
from generator.document.model import Document
from generator.render.tracing import Key, Source, Span, Traced
from generator.render.tracing import Kind as Of

Sources: TypeAlias = tuple[tuple[Side, Source], ...]


class Passage(Struct, frozen=True, dict=True):
    """A paragraph or a row: the heading above, its text in pieces, and the sources of those that are marked.

    `sources` has a side and a source for each, and `around` those of what stands between; `conditions` are
    the keys that have decided whether the form's words stand there. `is_entry` of what a list of contents
    repeats.
    """

    unit: int
    heading: str
    kind: Kind
    pieces: tuple[Piece, ...]
    sources: Sources
    around: Sources = ()
    conditions: tuple[Key, ...] = ()
    is_entry: bool = False

    @cached_property
    def old(self) -> str:
        """Text of the pieces that were taken out."""
        return " ".join(piece.text for piece in self.pieces if piece.side is Side.OLD)

    @cached_property
    def new(self) -> str:
        """Text of the pieces that were put in."""
        return " ".join(piece.text for piece in self.pieces if piece.side is Side.NEW)


class _Letters:
    """The sources of a document by the letters that have gone before."""

    def __init__(self, traced: Traced | None) -> None:
        self.at = 0
        self._spans: list[Span] = []
        begin = 0
        for atom in atoms(traced.document) if traced else ():
            if atom.owner is not None and traced:
                self._spans += [Span(begin + start, begin + end, source)
                                for start, end, source in traced.sources(atom.owner, atom.name)]
                begin += len(atom.text)
        self._starts = [span.start for span in self._spans]

    def pass_over(self, text: str) -> tuple[Source, ...]:
        """The sources of the text that comes next."""
        start, self.at = self.at, self.at + len(text)
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, self.at - 1)
        return tuple(dict.fromkeys(s.source for s in self._spans[first:last] if s.end > start))


def passages(marked: Document, old: Traced | None, new: Traced | None) -> Iterator[Passage]:
    """Yield the passages of a redline in their order; `old` and `new` are what it was made of.

    What has moved is told where it stands now.
    """
    letters = {Side.OLD: _Letters(old), Side.NEW: _Letters(new)}
    for unit, (_, group) in enumerate(groupby(atoms(marked), key=attrgetter("unit"))):
        told = [(atom, _sources(atom, letters)) for atom in group]
        sides = [atom.side for atom, _ in told]
        gone = all(atom.side is Side.OLD and atom.moved for atom, _ in told)
        if any(side is not Side.BOTH for side in sides) and not gone:
            passage = _passage(unit, told)
            lines = dict.fromkeys(_lines(told))
            conditions = dict.fromkeys(key for traced in (old, new) if traced
                                       for line in lines for key in traced.conditions(*line))  # fmt: skip
            yield replace(passage, conditions=tuple(conditions))


def _lines(told: list[tuple[Atom, Sources]]) -> Iterator[tuple[str, int]]:
    """The lines of templates that what is marked stands in: of the form's words, and of what holds them."""
    for atom, found in told:
        if atom.side is not Side.BOTH:
            yield from ((s.file, s.line) for _, s in found if s.kind is Of.TEMPLATE)
            if atom.origin:
                yield atom.origin.template, atom.origin.line


def _sources(atom: Atom, letters: dict[Side, _Letters]) -> Sources:
    if atom.owner is None:
        return ()
    return tuple([(side, source) for side in (Side.OLD, Side.NEW) if atom.side in (Side.BOTH, side)
             for source in letters[side].pass_over(atom.text)])  # fmt: skip


def _passage(unit: int, told: list[tuple[Atom, Sources]]) -> Passage:
    edited = _is_edited(told)
    texts = [(Side.BOTH if edited and atom.moved else atom.side, atom.text) for atom, _ in told]
    pieces = tuple(Piece(side, "".join(text for _, text in run))
                   for side, run in groupby(texts, key=lambda one: one[0]))  # fmt: skip
    marked, around = (
        tuple(dict.fromkeys(source for atom, found in told for source in found
                            if (atom.side is Side.BOTH) == is_around))
        for is_around in (False, True)
    )  # fmt: skip
    first, _ = next((one for one in told if one[0].side is not Side.OLD), told[0])
    return Passage(unit, first.heading, _kind(told), pieces, marked, around,
                   is_entry=all(atom.is_entry for atom, _ in told))


def _is_edited(told: list[tuple[Atom, Sources]]) -> bool:
    """Tell whether it moved with words edited on the way: what moved stands for both."""
    return len({atom.moved for atom, _ in told if atom.owner is not None}) > 1


def _kind(told: list[tuple[Atom, Sources]]) -> Kind:
    sides = {atom.side for atom, _ in told}
    if _is_edited(told):
        return Kind.CHANGED
    if all(atom.moved for atom, _ in told if atom.owner is not None) and Side.NEW in sides:
        return Kind.MOVED
    return {frozenset({Side.NEW}): Kind.ADDED, frozenset({Side.OLD}): Kind.REMOVED}.get(
        frozenset(sides), Kind.CHANGED)  # fmt: skip

"""Paragraphs that were put in among the form's text → the element that each would be, and its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.authoring.own_element import element
from generator.compare.returned.aligned import Pair
from generator.compare.returned.holes import segments
from generator.compare.returned.leaves import Leaf
from generator.document.model import Heading, List, Paragraph, Table
from generator.render.tracing import Kind, Source, Traced


class Beside(Struct, frozen=True):
    """Words of the form in a block, behind which something was put in, or before."""

    source: Source
    words: str
    after: bool


class PutIn(Struct, frozen=True):
    """An element as a template has it, and the places where it may stand, the likeliest first."""

    element: str
    places: tuple[Beside, ...]


def put_in(pairs: Sequence[Pair], at: int, traced: Traced) -> PutIn | None:
    """The leaf that came, as something that a block of the form may hold; None where none is near."""
    leaf = pairs[at].new
    if leaf is None or not isinstance(leaf.block, (Paragraph, Heading)) or leaf.field or leaf.cell:
        return None
    places = tuple(_places(pairs, at, traced))
    in_list = any(isinstance(one, List) for one in leaf.holders)
    return PutIn(element(leaf.block, "li" if in_list else ""), places) if places else None


def _places(pairs: Sequence[Pair], at: int, traced: Traced) -> Iterator[Beside]:
    for step, after in ((-1, True), (1, False)):
        beside = at + step
        while 0 <= beside < len(pairs) and (pairs[beside].old is None or pairs[beside].new is None):
            beside += step
        while 0 <= beside < len(pairs):
            leaf = pairs[beside].old
            if leaf:
                yield from (Beside(part.source, leaf.text[part.start : part.end], after)
                            for part in segments(leaf, traced)
                            if part.source.kind is Kind.TEMPLATE and part.source.block)
            beside += step
            if not (leaf and 0 <= beside < len(pairs) and _are_in_one(leaf, pairs[beside].old)):
                break


def _are_in_one(one: Leaf, other: Leaf | None) -> bool:
    """Tell whether both stand in the same table."""
    return (other is not None and bool(one.holders) and isinstance(one.holders[0], Table)
            and other.holders[:1] == one.holders[:1])

"""Diagrams in a document with marks: the boxes and the lines that came, went or were renamed.

Nothing can be marked inside a drawing, so a redline takes the old one out and puts the new one in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from generator.compare.documents.matching import differing
from generator.document.model import Block, Box, Diagram

Texts: TypeAlias = Iterable[tuple[object, str, str]]
"""Texts with what holds each, and the name of its field."""


class Part(NamedTuple):
    """A box or a line: `key` tells it from others, and `between` says which boxes a line joins."""

    key: tuple[str, ...]
    texts: tuple[tuple[object, str, str], ...]
    between: str = ""


class Redrawn(Struct, frozen=True):
    """A diagram in the place of another."""

    old: Diagram
    new: Diagram

    def parts(self) -> Iterator[tuple[Part | None, Part | None]]:
        """Yield the parts of both in their order: in pairs where one is the other, whatever its name."""
        boxes = list(_paired(*map(_boxes, (self.old, self.new))))
        yield from boxes
        renamed = {_name(new): _name(old) for old, new in boxes if old and new}
        yield from _paired(_edges(self.old, {}), _edges(self.new, renamed))


def redrawn(blocks: Iterable[Block]) -> Iterator[Block | Redrawn]:
    """Yield the blocks, with a diagram that another took the place of as one with that."""
    before: Diagram | None = None
    for block in blocks:
        if isinstance(block, Diagram) and block.mark and before is None:
            before = block
        elif before and isinstance(block, Diagram) and block.mark and block.mark.is_old != _is_old(before):
            yield Redrawn(before, block) if _is_old(before) else Redrawn(block, before)
            before = None
        else:
            yield from (before,) if before else ()
            yield block
            before = None
    yield from (before,) if before else ()


def parts_of(diagram: Diagram) -> Iterator[Part]:
    """Yield its boxes, and then its lines."""
    yield from _boxes(diagram)
    yield from _edges(diagram, {})


def _is_old(diagram: Diagram) -> bool:
    return bool(diagram.mark and diagram.mark.is_old)


def _boxes(diagram: Diagram) -> list[Part]:
    return [Part((box.label, box.detail), ((box, "label", box.label), (box, "detail", box.detail)))
            for box in diagram.boxes]


def _edges(diagram: Diagram, renamed: dict[str, str]) -> list[Part]:
    """The lines, known by their boxes; `renamed` has the old names of those."""
    labels = {box.name: box.label for box in diagram.boxes}
    return [Part((*(renamed.get(end, end) for end in (edge.start, edge.end)), edge.says),
                 ((edge, "says", edge.says),), f"{labels.get(edge.start, '')} – {labels.get(edge.end, '')}: ")
            for edge in diagram.edges]  # fmt: skip


def _paired(old: Sequence[Part], new: Sequence[Part]) -> Iterator[tuple[Part | None, Part | None]]:
    """Yield both in their order; as many that went as came in one place are the same under other names."""
    at = since = 0
    for low, high, start, end in differing([one.key for one in old], [one.key for one in new]):
        yield from zip(old[at:low], new[since:start], strict=True)
        if high - low == end - start:
            yield from zip(old[low:high], new[start:end], strict=True)
        else:
            yield from ((one, None) for one in old[low:high])
            yield from ((None, one) for one in new[start:end])
        at, since = high, end
    yield from zip(old[at:], new[since:], strict=True)


def _name(part: Part) -> str:
    """The name of the box, by which lines are drawn."""
    box = part.texts[0][0]
    return box.name if isinstance(box, Box) else ""

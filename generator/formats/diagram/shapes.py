"""Shapes at their places: all that a writer draws of a diagram. Lengths in twips (20 to a point)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from generator.document.drawings import LineLook

DASHES: dict[LineLook, tuple[int, ...]] = {
    "solid": (), "dashed": (4, 3), "dotted": (1, 2), "dash-dot": (5, 2, 1, 2), "long-dash": (9, 3),
    "dash-dot-dot": (9, 2, 1, 2, 1, 2),
}  # fmt: skip
"""The lengths of a line's dashes and of the gaps after them, in widths of the line; none where it is whole.
"""


class Words(Struct, frozen=True):
    """Lines of text in one look, broken so that each fits; `size` in points."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False


class Panel(Struct, frozen=True):
    """A rectangle with text in its middle; without an edge where it is not `framed`, the text at its left."""

    left: int
    top: int
    width: int
    height: int
    words: tuple[Words, ...]
    description: str
    framed: bool = True

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height


class Segment(Struct, frozen=True):
    """A level or an upright piece of a line, from its left or upper end."""

    x: int
    y: int
    to_x: int
    to_y: int


class Head(Struct, frozen=True):
    """The head of an arrow, whose point is here, and which points down or up."""

    x: int
    y: int
    points: Literal["down", "up"]


class Wire(Struct, frozen=True):
    """The line of one or more edges that meet: its pieces and arrows, and in words what it says."""

    segments: tuple[Segment, ...]
    heads: tuple[Head, ...]
    look: LineLook
    description: str

    def box(self) -> tuple[int, int, int, int]:
        """The left, top, width and height of all its pieces and arrows."""
        xs = [*(x for s in self.segments for x in (s.x, s.to_x)),
              *(x for head in self.heads for x in (head.x - HEAD_WIDTH // 2, head.x + HEAD_WIDTH // 2))]
        ys = [*(y for s in self.segments for y in (s.y, s.to_y)), *(head.y for head in self.heads)]
        return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


HEAD_WIDTH, HEAD_LENGTH = 100, 120
Shape: TypeAlias = Panel | Wire


class Sheet(Struct, frozen=True):
    """The shapes that stand on one page, in the order in which they are read; `room` is theirs and more."""

    shapes: tuple[Shape, ...]
    width: int
    height: int
    description: str

"""The legend of a diagram: for each look of its lines a piece of one, and what it says."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.danish import stort
from generator.document.drawings import Edge
from generator.formats.diagram.fitted import broken
from generator.formats.diagram.rows import PADDING, Lettering
from generator.formats.diagram.shapes import Panel, Segment, Shape, Wire, Words

_SAMPLE, _BEFORE_WORDS, _BEFORE_NEXT, ABOVE = 640, 40, 300, 260


def legend(edges: Iterable[Edge], width: int, letters: Lettering) -> tuple[list[Shape], int]:
    """The shapes of the legend, from its own top on, and its height; as many beside each other as fit."""
    found: list[Shape] = []
    left = top = tallest = 0
    for says, look in dict.fromkeys((edge.says, edge.look) for edge in edges):
        room = width - _SAMPLE - _BEFORE_WORDS - 2 * PADDING
        lines = broken(stort(says), letters.detail, room)
        wide = 2 * PADDING + 1 + int(max(map(letters.detail.width, lines)))
        high = int(len(lines) * letters.line) + PADDING
        if left and left + _SAMPLE + _BEFORE_WORDS + wide > width:
            left, top, tallest = 0, top + tallest, 0
        middle = top + (int(letters.line) + PADDING) // 2
        sample = (Segment(left, middle, left + _SAMPLE, middle),)
        found.append(Wire(sample, (), look, f"Signaturforklaring: {says}"))
        found.append(Panel(left + _SAMPLE + _BEFORE_WORDS, top, wide, high, (Words(lines, letters.size),),
                           stort(says), framed=False))
        left += _SAMPLE + _BEFORE_WORDS + wide + _BEFORE_NEXT
        tallest = max(tallest, high)
    return found, top + tallest

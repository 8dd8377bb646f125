"""Boxes side by side in rows: how many, how wide, and where each row's boxes stand.

Every box of a diagram is as wide as every other; the number of columns is the one that makes the diagram
lowest. A level with more boxes than there are columns takes several rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.base.values import replace
from generator.document.drawings import Box
from generator.formats.diagram.fitted import broken, widest
from generator.formats.diagram.shapes import Words
from generator.formats.fonts import Metrics
from generator.formats.text_styles import TextStyles

PADDING, BETWEEN, BETWEEN_ROWS = 90, 220, 500
WIDEST, NARROWEST = 3_200, 1_500


class Lettering(NamedTuple):
    """The fonts of a label, and of what stands below it, their size and the height of a line."""

    label: Metrics
    detail: Metrics
    size: float
    line: float

    @classmethod
    def of(cls, styles: TextStyles, size: float) -> Lettering:
        """The font of the text in a table's cell, in this size."""
        style = replace(styles.cell, font=replace(styles.cell.font, size=size))
        return cls(styles.font_of(style, True, False, None), styles.font_of(style, False, False, None),
                   size, style.line)


class Placed(NamedTuple):
    """A box in its row: where it stands, and its text in lines."""

    box: Box
    left: int
    width: int
    words: tuple[Words, ...]


class Row(NamedTuple):
    """Boxes side by side, all as high as the highest."""

    boxes: tuple[Placed, ...]
    height: int


def rows(boxes: Sequence[Box], left: int, room: int, letters: Lettering) -> list[Row]:
    """The rows of a diagram, from the top, between `left` and `left + room`."""
    levels = [list(level) for _, level in groupby(sorted(boxes, key=_level), key=_level)]
    needs = PADDING * 2 + 1 + int(widest([(box.label, letters.label) for box in boxes]
                                         + [(box.detail, letters.detail) for box in boxes]))
    least = min(max(needs, NARROWEST), room)
    most = max(1, min((room + BETWEEN) // (least + BETWEEN), max(map(len, levels), default=1)))
    tried = [_in_columns(levels, columns, left, room, letters) for columns in range(1, most + 1)]
    return min(tried, key=lambda rows: sum(row.height + BETWEEN_ROWS for row in rows))


def _level(box: Box) -> int:
    return box.level


def _in_columns(levels: list[list[Box]], columns: int, left: int, room: int, letters: Lettering) -> list[Row]:
    width = min(WIDEST, (room + BETWEEN) // columns - BETWEEN)
    return [_row(part, width, left, room, letters) for level in levels for part in _shared(level, columns)]


def _shared(level: list[Box], columns: int) -> list[list[Box]]:
    """The boxes of a level in as few rows as can be, none of which has two boxes more than another."""
    count = -(-len(level) // columns)
    edges = [len(level) * number // count for number in range(count + 1)]
    return [level[first:last] for first, last in pairwise(edges)]


def _row(boxes: list[Box], width: int, left: int, room: int, letters: Lettering) -> Row:
    first = left + (room - len(boxes) * (width + BETWEEN) + BETWEEN) // 2
    placed = tuple([Placed(box, first + place * (width + BETWEEN), width, _words(box, width, letters))
                    for place, box in enumerate(boxes)])
    lines = max(sum(len(words.lines) for words in one.words) for one in placed)
    return Row(placed, int(lines * letters.line) + 1 + 2 * PADDING)


def _words(box: Box, width: int, letters: Lettering) -> tuple[Words, ...]:
    room = width - 2 * PADDING
    label = Words(broken(box.label, letters.label, room), letters.size, bold=True)
    if not box.detail:
        return (label,)
    return label, Words(broken(box.detail, letters.detail, room), letters.size)

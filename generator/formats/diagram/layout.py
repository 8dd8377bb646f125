"""A diagram laid out on as few sheets as it needs: rows of boxes, the lines between them, and a legend.

Pure: the same boxes in the same room and letters stand at the same places. A diagram that is higher than a
page is cut between two rows; the lines that cross the cut go on at the top of the next sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.base.values import replace
from generator.document.drawings import Diagram
from generator.formats.diagram.bundles import bundles
from generator.formats.diagram.legend import ABOVE, legend
from generator.formats.diagram.rows import Lettering, Placed, Row, rows
from generator.formats.diagram.shapes import Panel, Segment, Shape, Sheet, Wire
from generator.formats.diagram.wires import MARGIN, Gap, gaps, lanes_beside, wires
from generator.formats.text_styles import TextStyles

_FIRST, _LATER = 0.8, 0.92
"""The most of its page that a sheet takes: a title and a line of text may stand above the first."""
_SMALLER = (0, 1, 1.5)
"""Points by which letters become smaller, one after the other, where that saves a page."""


def sheets(diagram: Diagram, width: int, page: int, styles: TextStyles) -> tuple[Sheet, ...]:
    """The sheets of a diagram on pages with this width and height of text, in twips.

    One sheet where it fits. A single row that is higher than a page is not cut.
    """
    sizes = (styles.cell.font.size - less for less in _SMALLER)
    found: tuple[Sheet, ...] = ()
    for size in sizes:
        tried = _sheets(diagram, width, page, Lettering.of(styles, size))
        if not found or len(tried) < len(found):
            found = tried
        if len(found) == 1:
            break
    return found


def _sheets(diagram: Diagram, width: int, page: int, letters: Lettering) -> tuple[Sheet, ...]:
    shapes, height, cuts = _placed(diagram, width, letters)
    edges = [0, *_chosen(cuts, height, page), height]
    parts = list(pairwise(edges))
    return tuple([
        Sheet(tuple(_between(shapes, top, bottom)), width, bottom - top,
              diagram.description if len(parts) == 1 else
              f"{diagram.description} (del {number} af {len(parts)})")
        for number, (top, bottom) in enumerate(parts, 1)])


def _placed(diagram: Diagram, width: int, letters: Lettering) -> tuple[list[Shape], int, list[int]]:
    """All shapes on one sheet however high it is, its height, and where it can be cut."""
    left = right = 0
    while True:  # which lines need a lane depends on the rows, and their width on the lanes
        found = rows(diagram.boxes, left, width - left - right, letters)
        row_of = {placed.box.name: number for number, row in enumerate(found) for placed in row.boxes}
        lines = bundles(diagram, row_of)
        beside = lanes_beside(lines)
        if beside[0] <= left and beside[1] <= right:
            break
        left, right = max(left, beside[0]), max(right, beside[1])
    room = gaps(found, lines)
    boxes: list[Shape] = [panel for row, gap in zip(found, room, strict=False) for panel in _panels(row, gap)]
    under = room[-1].top + room[-1].height
    words, height = legend(diagram.edges, width, letters)
    below = under + ABOVE if words else under
    shapes = [*boxes, *wires(lines, found, room), *(_lowered(shape, below) for shape in words)]
    cuts = [gap.top + min(MARGIN, gap.height) // 2 for gap in room[1:]]
    return shapes, below + height, cuts


def _panels(row: Row, above: Gap) -> Iterator[Panel]:
    for placed in row.boxes:
        yield Panel(placed.left, above.top + above.height, placed.width, row.height, placed.words,
                    _described(placed))


def _described(placed: Placed) -> str:
    return ", ".join(filter(None, (placed.box.label, placed.box.detail)))


def _chosen(cuts: Sequence[int], height: int, page: int) -> list[int]:
    """The cuts to make, as few as can be."""
    chosen: list[int] = []
    for cut, after in zip(cuts, [*cuts[1:], height], strict=True):
        top, part = (chosen[-1], _LATER) if chosen else (0, _FIRST)
        if after - top > page * part and cut > top:
            chosen.append(cut)
    return chosen


def _between(shapes: Sequence[Shape], top: int, bottom: int) -> Iterator[Shape]:
    """The shapes and the pieces of lines between two heights, counted from the upper one."""
    for shape in shapes:
        if isinstance(shape, Panel):
            if top <= shape.top < bottom:
                yield _lowered(shape, -top)
            continue
        segments = tuple([replace(s, y=max(s.y, top), to_y=min(s.to_y, bottom)) for s in shape.segments
                          if s.y < bottom and (s.to_y > top or s.y == s.to_y >= top)])
        heads = tuple([head for head in shape.heads if top <= head.y < bottom])
        if segments or heads:
            yield _lowered(replace(shape, segments=segments, heads=heads), -top)


def _lowered(shape: Shape, by: int) -> Shape:
    if isinstance(shape, Panel):
        return replace(shape, top=shape.top + by)
    return Wire(tuple([Segment(s.x, s.y + by, s.to_x, s.to_y + by) for s in shape.segments]),
                tuple([replace(head, y=head.y + by) for head in shape.heads]), shape.look, shape.description)

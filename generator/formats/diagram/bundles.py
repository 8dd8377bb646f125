"""Edges that meet, gathered in bundles: one line leads from many boxes to one, or from one to many.

A bundle runs level in the gaps between rows, and upright beside the boxes, in a lane of its own, where it
joins gaps that are no neighbours. Gap 0 is above the first row, and gap n below row n - 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from generator.base.danish import opremsning
from generator.document.drawings import Diagram, Edge, LineLook


class Tap(NamedTuple):
    """An end of a bundle: the box, the gap that it is reached from, and whether an arrow points at it.

    `below` is whether the gap is below the box.
    """

    box: str
    gap: int
    below: bool
    arrow: bool


class Bundle(Struct, frozen=True):
    """Edges that share a line; `lane` is its number in the margins, None where it needs none."""

    look: LineLook
    description: str
    taps: tuple[Tap, ...]
    lane: int | None

    @property
    def gaps(self) -> tuple[int, ...]:
        """The gaps that it runs in, from the top."""
        return tuple(sorted({tap.gap for tap in self.taps}))


def bundles(diagram: Diagram, row_of: Mapping[str, int]) -> list[Bundle]:
    """The bundles of a diagram, in the order in which its edges first name them."""
    labels = {box.name: box.label for box in diagram.boxes}
    found: list[Bundle] = []
    lanes = 0
    for edges in _gathered(diagram.edges):
        taps = tuple(dict.fromkeys(tap for edge in edges for tap in _taps(edge, row_of)))
        wide = len({tap.gap for tap in taps}) > 1
        found.append(Bundle(edges[0].look, _said(edges, labels), taps, lanes if wide else None))
        lanes += wide
    return found


def _gathered(edges: Iterable[Edge]) -> list[list[Edge]]:
    """The edges that say the same and meet in a box, at the end where more of them meet."""
    edges = list(dict.fromkeys(edges))
    ends = Counter((edge.says, edge.look, edge.end) for edge in edges)
    starts = Counter((edge.says, edge.look, edge.start) for edge in edges)
    groups: dict[tuple[str, str, str, bool], list[Edge]] = {}
    for edge in edges:
        at_end = ends[edge.says, edge.look, edge.end] >= starts[edge.says, edge.look, edge.start]
        key = (edge.says, edge.look, edge.end if at_end else edge.start, at_end)
        groups.setdefault(key, []).append(edge)
    return list(groups.values())


def _taps(edge: Edge, row_of: Mapping[str, int]) -> tuple[Tap, Tap]:
    """The two ends: each is reached from the side that looks to the other; in one row, both from below."""
    start, end = row_of[edge.start], row_of[edge.end]
    return (Tap(edge.start, start + (start <= end), below=start <= end, arrow=False),
            Tap(edge.end, end + (end <= start), below=end <= start, arrow=True))


def _said(edges: list[Edge], labels: Mapping[str, str]) -> str:
    starts = opremsning(list(dict.fromkeys(labels[edge.start] for edge in edges)))
    ends = opremsning(list(dict.fromkeys(labels[edge.end] for edge in edges)))
    return f"{starts} {edges[0].says} {ends}"

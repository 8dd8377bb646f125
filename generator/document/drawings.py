"""Drawings as values: what there is to see. Where each line of them goes is the writers' to compute.

Imports nothing of ours but the marks. A drawing stands beside a text that says the same: nothing is told by
a drawing alone.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

from generator.base.values import EqualBut
from generator.document.marks import Mark, Origin

LineLook: TypeAlias = Literal["solid", "dashed", "dotted", "dash-dot", "dash-dot-dot", "long-dash"]
"""Looks of a line that can be told apart without colour."""


class Part(Struct, frozen=True):
    """A part of a whole, in percent of it; the label says both in words.

    One of nothing is not drawn, and keeps its place among the others: the next looks as it does elsewhere.
    """

    label: str
    share: Decimal


class Bar(EqualBut, frozen=True):
    """A bar that shows in which parts a whole falls; `description` says in words what there is to see.

    It fills `width` percent of the room that there is, so that one can be held against another.
    """

    aside = ("origin",)
    parts: tuple[Part, ...]
    description: str
    width: Decimal = Decimal(100)
    origin: Origin | None = None
    mark: Mark | None = None


class Box(Struct, frozen=True):
    """A box of a diagram, with a name to draw lines by. `level` is counted from the top, from 0.

    `label` stands in it in bold, and `detail` below that.
    """

    name: str
    label: str
    detail: str = ""
    level: int = 0


class Edge(Struct, frozen=True):
    """A line from one box to another, by their names. `says` is read between them: `refererer til`."""

    start: str
    end: str
    says: str
    look: LineLook = "solid"


class Diagram(EqualBut, frozen=True):
    """Boxes on levels, those of a level side by side in their order, and the lines between them.

    Two lines with the same look say the same; a legend tells what.
    """

    aside = ("origin",)
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    description: str
    origin: Origin | None = None
    mark: Mark | None = None

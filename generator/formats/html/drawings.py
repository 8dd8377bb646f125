"""Drawings: bars of shares drawn and described, diagrams told in words."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

from generator.document.model import Bar, Diagram
from generator.formats.html.elements import element, text

_SHADES = ("1", "0.4", "0.7", "0.2")
"""Opacity of the parts, so that two beside each other are told apart without colour."""
_HEIGHT = 3


def bar(block: Bar) -> str:
    """The bar, a hundred wide; the text beside it says the same."""
    starts = accumulate((part.share for part in block.parts), initial=Decimal())
    parts = [element("rect", element("title", text(part.label)), x=f"{start:f}", width=f"{part.share:f}",
                     height=str(_HEIGHT), fill_opacity=_SHADES[place % len(_SHADES)])
             for place, (part, start) in enumerate(zip(block.parts, starts, strict=False))]
    drawn = element("svg", *parts, viewBox=f"0 0 100 {_HEIGHT}", role="img", aria_label=block.description)
    return element("figure", drawn)


def diagram(block: Diagram) -> str:
    """The lines of the diagram as sentences: a page is read on a narrow screen, where no diagram fits."""
    labels = {box.name: box.label for box in block.boxes}
    said = [f"{labels[edge.start]} {edge.says} {labels[edge.end]}" for edge in block.edges]
    lines = element("ul", *[element("li", text(line)) for line in said]) if said else ""
    return element("figure", element("figcaption", text(block.description)), lines)

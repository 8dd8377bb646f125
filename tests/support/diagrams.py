"""Diagrams of any size with long names, for those who lay them out and those who draw them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from generator.document.drawings import Box, Diagram, Edge, LineLook

NAMES = (
    "Bestyrelsen", "Sekretariatet", "Projektkoordineringsgruppen", "Samarbejdsråd",
    "Beboerpanelet for helhedsplanens seks boligafdelinger", "Kvarternetværk Bispeløkken/Priorvej",
    "Følgegruppen for uddannelse, beskæftigelse og livschancer", "Boligselskabet Sct. Jørgen, Viborg",
)  # fmt: skip
DETAILS = ("", "kommune", "Mødes 2-4 gange årligt", "Boligområde: Houlkærvænget, Ellekonebakken")
SAYS: dict[str, LineLook] = {
    "refererer til": "solid", "vælger medlemmer til": "dashed", "rådgiver": "dotted", "betjener": "dash-dot",
    "har medlemmer i": "long-dash",
}  # fmt: skip


@st.composite
def diagrams(draw: Any, most: int = 40) -> Diagram:
    """Three boxes or more on at most six levels, and any lines between them."""
    count = draw(st.integers(3, most))
    boxes = tuple(
        Box(f"b{number}", f"{draw(st.sampled_from(NAMES))} {number}", draw(st.sampled_from(DETAILS)),
            draw(st.integers(0, 5)))
        for number in range(count))
    names = st.sampled_from([box.name for box in boxes])
    ends = st.tuples(names, names).filter(lambda pair: pair[0] != pair[1])
    drawn = draw(st.lists(st.tuples(ends, st.sampled_from(sorted(SAYS))), max_size=count))
    return Diagram(boxes, tuple(Edge(start, end, says, SAYS[says]) for (start, end), says in drawn),
                   "Organisationen")


def reporting(count: int, name: int, levels: int) -> Diagram:
    """A board, and groups of one long name below it that refer to it; the last serves the others."""
    boxes = [Box("b0", NAMES[0], "", 0)]
    boxes += [Box(f"b{n}", f"{NAMES[name]} {n}", DETAILS[n % 4], 1 + n * levels // count)
              for n in range(1, count)]
    edges = [Edge(box.name, "b0", "refererer til") for box in boxes[1:]]
    edges += [Edge(boxes[-1].name, box.name, "betjener", "dash-dot") for box in boxes[:-1]]
    return Diagram(tuple(boxes), tuple(edges), f"Organisationen med {count} enheder")

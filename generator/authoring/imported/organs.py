"""Rows of a table of groups that are the board or the secretariat: as the sections that a form has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.authoring.imported.alike import folded
from generator.authoring.imported.grids import Row, label, left_over
from generator.authoring.imported.looks import said
from generator.authoring.imported.targets import Match
from generator.authoring.imported.units import Unit
from generator.base.values import replace

GROUPS = ("grupper",)
"""Last step of the list of groups."""
NAMED = 2
LABELS = {
    "bestyrelse": {"opgave": "Bestyrelsens opgaver", "møder": "Møder", "medlemmer": ""},
    "sekretariat": {"opgave": "Opgave"},
}
"""Bodies that have a section of their own, with what is said of each under which label, or under none."""


NAMES = {
    "bestyrelse": re.compile(r"(?<!afdelings)(?<!hoved)(?<!organisations)bestyrelsen?\b"),
    "sekretariat": re.compile(r"sekretariat|(?:projekt|plan)kontor|projektledelse"),
}


def organ_of(name: str) -> str:
    """The body that a name is of, where the form has a section for it."""
    said = folded(name)
    return next((organ for organ, known in NAMES.items() if known.search(said)), "")


def as_section(row: Row, found: Match, like: Unit) -> Iterator[Unit]:
    """The row as a section: its name, its members as points, and each text under its label."""
    at = {step: n for n, m in found.found.items() for hole in found.target.columns[m].holes
          for step in hole.path[3:4] if isinstance(step, str)}  # fmt: skip
    name, labels = row[at["navn"]], LABELS[organ_of(said(row[at["navn"]]))]
    yield from (replace(one, level=NAMED, heading=like.heading) for one in name)
    for key in ("medlemmer", "opgave", "møder"):
        cell = row[at[key]] if key in at else ()
        if key in labels and cell:
            if labels[key]:
                yield label(labels[key], like)
            yield from (replace(one, heading=said(name), point=not labels[key], level=0) for one in cell)
    used = {at["navn"], *(at[key] for key in labels if key in at)}
    yield from left_over([tuple(cell for n, cell in enumerate(row) if n not in used)], like, said(name))

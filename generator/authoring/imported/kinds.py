"""The kind of a document: by its title, the names that people give it, else by the form it has most of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.authoring.imported.alike import TAKEN, folded, likeness
from generator.authoring.imported.cheapest import cheapest
from generator.authoring.imported.concepts import likeness_by_words
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.headings import Headings
from generator.authoring.imported.skeletons import Skeletons
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import WORD, Unit
from generator.plan.kinds import DOCUMENTS, DocumentKind

FOLLOWING = ("for", "om", "til", "i", "fra", "–", "nr")
FIRST, TITLE = 8, 3
"""Units among which a title is looked for, and those among which other names are."""
LONGEST = 25
"""Words of a line in which a title stands."""
PARTS = re.compile(r"[:·|\n]|\s[-–—]\s")
"""Signs between the parts of a line in which a title may stand: `Nordparken · Delaftale`."""


def kind_of(
    units: Sequence[Unit], margins: Iterable[str], skeletons: Skeletons, name: str = ""
) -> DocumentKind:
    """The kind of document that the units are; `margins` are its headers and footers, `name` its file's."""
    known = [kind for kind in DOCUMENTS if skeletons.has(kind)]
    first = [unit for unit in units if not unit.of_contents][:FIRST]
    lines = [unit.line for unit in first if not (unit.rows or unit.point)
             and len(unit.line.split()) < LONGEST]  # fmt: skip
    cells = [part.line for unit in first for row in unit.rows for cell in row for part in cell]
    for texts in (lines, cells[:FIRST], margins):
        parts = [part for text in texts for part in (text, *PARTS.split(text))]
        if named := _named(parts, known, skeletons):
            return named
    others = filter(None, (_called(text, known) for text in (*lines[:TITLE], name)))
    if found := next(others, None):
        return found
    likely = sorted(known, key=lambda kind: _shared(units, skeletons.of(kind)), reverse=True)[:2]
    return min(likely, key=lambda kind: cheapest(units, skeletons.of(kind), _fits(skeletons.of(kind)).of)[0])


def _fits(slots: Sequence[Slot]) -> Fits:
    return Fits(Headings.of(slots))


def _named(texts: Iterable[str], kinds: Iterable[DocumentKind], skeletons: Skeletons) -> DocumentKind | None:
    """The kind whose title a text begins with, the longest title first."""
    areas = [folded(area.navn) for area in skeletons.form.indsatsområder]
    kinds = sorted(kinds, key=lambda kind: -len(kind.title))
    found = (kind for text in texts for kind in kinds if _begins(folded(text), kind, areas))
    return next(found, None)


def _begins(text: str, kind: DocumentKind, areas: Sequence[str]) -> bool:
    title = folded(kind.title)
    words = text.split()
    count = len(title.split())
    if likeness(" ".join(words[:count]).rstrip(":"), title) < TAKEN:
        return False
    rest = words[count:]
    numbered = rest[:1] and rest[0].rstrip(".:").isdecimal()
    after = " ".join(rest[1:] if numbered else rest).lstrip("–- ")
    return not after or numbered or after.split()[0] in FOLLOWING or text.removeprefix(title)[:1] == ":" \
        or any(after.startswith(area) for area in areas)  # fmt: skip


def _called(text: str, kinds: Iterable[DocumentKind]) -> DocumentKind | None:
    """The kind of which the text has first one of the names that people give it, or its title."""
    said = f" {' '.join(WORD.findall(folded(text.replace('_', ' '))))} "
    found = [(said.find(f" {name} "), kind.name, kind) for kind in kinds
             for name in (folded(kind.title), *kind.also_called) if f" {name} " in said]  # fmt: skip
    return min(found)[2] if found else None


def _shared(units: Sequence[Unit], slots: Sequence[Slot]) -> float:
    """Share of the headings of a form that the units have, in whatever words."""
    heads = {folded(slot.text) for slot in slots if slot.what == "fixed" and slot.level}
    said = {unit.plain for unit in _headings(units)}
    alike = [max((likeness_by_words(one, head) for one in said), default=0.0) if head not in said else 1.0
             for head in heads]  # fmt: skip
    return sum(alike) / max(len(heads), 1)


def _headings(units: Sequence[Unit]) -> Iterator[Unit]:
    return (unit for unit in units if unit.is_label)

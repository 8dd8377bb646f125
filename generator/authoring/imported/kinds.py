"""The kind of a document: by its title where it has one, else by the form that fits it best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.authoring.imported.alike import TAKEN, folded, likeness
from generator.authoring.imported.cheapest import cheapest
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.skeletons import Skeletons
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import Unit
from generator.plan.kinds import DOCUMENTS, DocumentKind

FOLLOWING = ("for", "om", "til", "i", "fra", "–")
FIRST = 8
"""Units among which a title is looked for."""


def kind_of(units: Sequence[Unit], skeletons: Skeletons, fits: Fits) -> DocumentKind:
    """The kind of document that the units are."""
    named = [*_named(units)]
    if len(named) == 1:
        return named[0]
    asked = named or [kind for kind in DOCUMENTS if skeletons.has(kind)]
    likely = sorted(asked, key=lambda kind: _shared(units, skeletons.of(kind)), reverse=True)[:2]
    return min(likely, key=lambda kind: cheapest(units, skeletons.of(kind), fits.of)[0])


def _named(units: Iterable[Unit]) -> Iterable[DocumentKind]:
    """The kinds that a title says: a unit that begins with the kind's."""
    for unit in list(units)[:FIRST]:
        is_short = len(unit.plain.split()) < FIRST * 2
        if is_short and (found := [kind for kind in DOCUMENTS if _begins(unit.plain, kind)]):
            return sorted(found, key=lambda kind: -len(kind.title))[:1]
    return ()


def _begins(text: str, kind: DocumentKind) -> bool:
    title = folded(kind.title)
    words = text.split()
    said = " ".join(words[: len(title.split())]).rstrip(":")
    follows = words[len(title.split()) :][:1]
    ends = text.removeprefix(title).startswith(":")
    return likeness(said, title) >= TAKEN and (ends or not follows or follows[0] in FOLLOWING)


def _shared(units: Sequence[Unit], slots: Sequence[Slot]) -> float:
    """Share of the headings of a form the units have."""
    heads = {folded(slot.text) for slot in slots if slot.what == "fixed" and (slot.level or slot.label)}
    said = {unit.plain for unit in units}
    return len(heads & said) / max(len(heads), 1)

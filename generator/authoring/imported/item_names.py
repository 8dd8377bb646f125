"""Names of items in headings: a group is called one, or a council or a forum."""

from __future__ import annotations

from generator.authoring.imported.concepts import concepts_of
from generator.authoring.imported.field_words import SAME
from generator.authoring.imported.lines import Caught
from generator.authoring.imported.slots import ANY, Slot
from generator.authoring.imported.units import Unit


def price_of_name(unit: Unit, slot: Slot, got: Caught) -> float | None:
    """The price of a heading that is the name of something."""
    if not (unit.begins or _may_be_name(got)):
        return None
    return (0.5 if slot.loops or _has_word_of_its_key(got) else 0.8) + 0.6 * unit.is_top


SHORTEST = 4
"""Letters of a word that is part of a name: `projektkoordineringsgruppen`."""


def _may_be_name(one: Caught) -> bool:
    """Tell whether it may be the name of an item of its list: a group is called one, or a council."""
    lists = [step for step in one.hole.path[:-1] if isinstance(step, str) and step != ANY]
    asked = {name for said in concepts_of(lists[-1]) for name in said if name in SAME} if lists else set()
    if one.hole.path[-1:] != ("navn",) or not asked:
        return True
    words = (word.removesuffix("-") for name in asked for word in SAME[name])
    return any(word in one.text.casefold() for word in words if len(word) >= SHORTEST)


def _has_word_of_its_key(one: Caught) -> bool:
    """Tell whether a name has the word of what it names: `Fællessekretariatet` for a secretariat."""
    words = [step for step in one.hole.path[:-1] if isinstance(step, str)]
    return not words or words[-1] in one.text.casefold()

"""Things that two versions have in common: how alike two are, and what each is called on a line."""

from __future__ import annotations

from generator.base.language import say
from generator.compare.data.matching import Pair
from generator.compare.data.naming import NAMES, QUOTED, SILENT, one
from generator.compare.data.words import likeness
from generator.plan.model.base import Navngivet
from generator.plan.model.record import Model

Crumbs = tuple[str, ...]
SAME_THING = 0.6
"""Likeness that two items must have for one to be the other under a new name."""


def same_named(old: Navngivet, new: Navngivet) -> float:
    """Likelihood that two things of different names are one: for certain where they share any name."""
    if old.kendes_som & new.kendes_som:
        return 1.0
    return max(likeness(old.navn, new.navn), alike_but_for_the_name(old, new))


def alike_but_for_the_name(old: Model, new: Model) -> float:
    """The share of what is said of either that is the same; nothing where too little is said to tell."""
    told = name_field(new)
    said = [(getattr(old, k, None), getattr(new, k, None)) for k in type(new).fields if k != told]
    said = [(a, b) for a, b in said if a or b]
    return sum(a == b for a, b in said) / len(said) if len(said) > 1 else 0.0


def place_now(pair: Pair[object], before: str) -> str:
    """A remark on where a thing has moved: by its number, else by what it stands after."""
    if pair.old_at != pair.new_at:
        return say("from no. {old} to no. {new}", old=pair.old_at + 1, new=pair.new_at + 1)
    return say("now after {thing}", thing=before) if before else say("now the first")


def with_crumb(crumbs: Crumbs, crumb: str, as_is: bool = False) -> Crumbs:
    """The crumbs and one more, which has a small letter unless it is the first or an abbreviation."""
    small = crumb if as_is or not crumbs or crumb[:2].isupper() else crumb[:1].lower() + crumb[1:]
    return (*crumbs, small)


def item_name(key: str, name: str, inside: bool) -> str:
    """`Aktivitet Hverdagsrådgivning`; the name alone where what it is in says what it is."""
    if key in SILENT:
        return name
    if key in QUOTED:
        name = f"”{name}”"
    return f"{one(key).lower() if inside else one(key)} {name}"


def name_of(item: Model) -> object:
    """The name of the item as it was typed, or the item itself where it has none."""
    return getattr(item, name_field(item), None) if name_field(item) else item


def name_field(item: Model) -> str:
    """The key of the item's name; nothing where it has none."""
    return next((key for key in NAMES if isinstance(getattr(item, key, None), str)), "")


def without_unit(before: str, after: str) -> str:
    """`12.502`, where `12.502 t.kr.` became `13.100 t.kr.`"""
    number, _, unit = before.partition(" ")
    return number if unit.endswith("kr.") and after.endswith(f" {unit}") else before

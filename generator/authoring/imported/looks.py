"""Looks of what stands in a cell: a figure, a year, nothing, or words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from generator.authoring.imported.slots import Hole
from generator.authoring.imported.units import Unit

Look = Literal["none", "year", "figure", "words"]

UNIT = r"(?:t\.?\s?kr\.?|mio\.?(?:\s?kr\.?)?|kr\.?|kroner|%|pct\.?|procent|timer(?:\s?pr\.? uge)?|t\.)"
FIGURE = re.compile(rf"(?:ca\.\s+)?(?:{UNIT}\s*)?[-–]?\d[\d.,\s]*(?:,-)?\s*{UNIT}?", re.IGNORECASE)
YEAR = re.compile(r"(?:(?:år|primo|ultimo|medio)\s*)?(?:19|20)\d\d(?:\s*[/–-]\s*(?:(?:19|20)?\d\d))?"
                  r"(?:\s*\(.*\))?"
                  r"|\d\.\s*(?:projekt)?år", re.IGNORECASE)  # fmt: skip
DAY = re.compile(r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d\d")
NOTHING = re.compile(r"[\s–—\-./]*")
SUM = re.compile(r"i alt.*|sum\b.*|total.*|samlet.*|tilsammen|ramme.*|hele (?:perioden|planen|projektet)"
                 r"|alle år|budget i alt|(?:19|20)\d\d\s*[–-]\s*(?:19|20)\d\d", re.IGNORECASE)  # fmt: skip
"""Names of a row or a column that adds up the others."""
NUMERIC = frozenset({"antal", "beløb", "timer", "procent", "andel", "måltal", "årstal"})
"""Filters of a key that takes nothing but a figure."""
MOST = 0.5
"""Share of the cells of a column from which they tell what it is."""


def said(cell: Iterable[Unit]) -> str:
    """The words of a cell in one line."""
    return " ".join(part.line for part in cell)


def look_of(text: str) -> Look:
    """The look of the words of a cell."""
    if NOTHING.fullmatch(text):
        return "none"
    if DAY.fullmatch(text):
        return "words"
    if YEAR.fullmatch(text):
        return "year"
    return "figure" if FIGURE.fullmatch(text) else "words"


def share_of(looks: Sequence[Look], *those: Look) -> float:
    """Share of the cells that say something which look so."""
    known = [look for look in looks if look != "none"]
    return sum(look in those for look in known) / len(known) if known else 0.0


def may_hold(holes: Sequence[Hole], looks: Sequence[Look], *, names: bool) -> bool:
    """Tell whether cells that look so can stand at these keys; a key that `names` items takes no year."""
    values = [hole for hole in holes if not hole.computed and not hole.is_name]
    numeric = [bool(NUMERIC & {*hole.filters}) for hole in values]
    if not values:
        return False
    if all(numeric):
        return share_of(looks, "figure", "year") > MOST
    if names:
        return share_of(looks, "figure", "year") < MOST
    return any(numeric) or share_of(looks, "figure") < MOST

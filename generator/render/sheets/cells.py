"""Values of the model → cells of a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.base import danish
from generator.formats.sheet.model import Cell, Column, Formula, Ref, Style, Sum
from generator.plan.model.plan import Aftale
from generator.plan.model.reserved import Number

LONG, SHORT, FIGURES, NOTE = 28, 17, 11, 30
"""Widths of columns, in characters."""
NOTHING = "–"
"""Text where a sum is not known: a part of it is missing, or is known otherwise."""


def text(words: str | None, style: Style = Style.TEXT) -> Cell:
    """A text that nobody takes back."""
    return Cell(words or None, style)


def figure(number: Number | None, typed: str) -> Cell:
    """A number that may be typed over; a range, and what is no number, stands as text."""
    if number is None:
        return Cell(None, typed=typed)
    if number.til is not None:
        return Cell(danish.antal(number), typed=typed)
    return Cell(Decimal(number.tal), decimals=_decimals(number), before=number.forbehold, typed=typed)


def words(value: str | None) -> Cell:
    """A text that may be typed over."""
    return Cell(value, typed=value or "")


def total(parts: Sequence[Ref], known: Number | None, style: Style = Style.TEXT) -> Cell:
    """The sum of the parts as a formula; as text where a part is a range, for no formula adds those up.

    `known` is the model's own sum, None while that is not known.
    """
    if known is not None and known.til is not None:
        return Cell(danish.antal(known), style)
    return Cell(Sum(tuple(parts)), style, _decimals(known), known.forbehold if known else "")


def live(formula: Formula, decimals: int = 0) -> Cell:
    """A formula, printed with that many decimals."""
    return Cell(formula, decimals=decimals)


def share(formula: Formula, style: Style = Style.TEXT) -> Cell:
    """A formula that gives a part of a whole, in percent."""
    return Cell(formula, style, percent=True)


def amounts(years: Sequence[int]) -> tuple[Column, ...]:
    """The columns of the years, and that of the amount in all."""
    by_year = (Column(f"år.{year}", str(year), FIGURES) for year in years)
    return (*by_year, Column("beløb", "I alt", FIGURES))


def typed(aftale: Aftale, *path: str | int) -> str:
    """The text that stands at the path in the document's source; empty where there is none."""
    data = aftale.kilde.source.data
    for step in path:
        held = data if isinstance(data, (dict, list)) else {}
        try:
            data = held[step]  # type: ignore[index]
        except LookupError:
            return ""
    return data if isinstance(data, str) else ""


def _decimals(number: Number | None) -> int:
    return max(0, -int(Decimal(number.tal).as_tuple().exponent)) if number is not None else 0

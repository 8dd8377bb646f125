"""Figures, days and lists of names as a message shows them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.base import danish
from generator.base.language import MOST_NAMES, listed
from generator.plan.model.values import Beløb, Dato, Periode


def plain(text: str) -> str:
    """Text with plain spaces for hard ones, as people type and search."""
    return text.replace(danish.HARD_SPACE, " ")


def amount(number: Decimal | Beløb) -> str:
    """`14.600`."""
    return plain(danish.beløb(number))


def typed(number: Decimal | Beløb) -> str:
    """The amount as it can be typed anywhere: in quotes where it has a comma, which would end it in { }."""
    words = amount(number)
    return f'"{words}"' if "," in words else words


def share(part: Decimal, whole: Decimal, limit: Decimal) -> str:
    """`21,5 %`, with as many decimals, at most six, as tell it from the limit."""
    for decimals in range(1, 7):
        if round(part * 100 / whole, decimals) != limit:
            break
    return plain(danish.andel(part, whole, decimals))


def day(dato: Dato) -> str:
    """`1. april 2017`."""
    return plain(danish.dato(dato))


def period(periode: Periode) -> str:
    """`1. april 2017 til 31. marts 2021`, as far as it is known."""
    return " til ".join(day(dato) for dato in (periode.fra, periode.til) if dato)


def names(items: Iterable[str]) -> str:
    """`a, b and c`; of more than five, the first five and the number of the others."""
    return listed(items, most=MOST_NAMES)

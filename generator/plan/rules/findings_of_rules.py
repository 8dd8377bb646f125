"""How a rule says something: findings in one line, and figures as a message shows them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.base import danish
from generator.base.findings import Finding, Place, Severity
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.values import Dato, Periode

MOST_NAMES = 5


def error(code: str, message: str, hint: str, place: Place, second: Place | None = None) -> Finding:
    """A finding that keeps its document from being written."""
    return Finding(code, Severity.ERROR, message, hint, place, second)


def warning(code: str, message: str, hint: str, place: Place, second: Place | None = None) -> Finding:
    """A finding that somebody should look at."""
    return Finding(code, Severity.WARNING, message, hint, place, second)


def info(code: str, message: str, hint: str, place: Place, second: Place | None = None) -> Finding:
    """A finding that is good to know."""
    return Finding(code, Severity.INFO, message, hint, place, second)


def unfinished(
    final: bool, code: str, message: str, hint: str, place: Place, second: Place | None = None
) -> Finding:
    """What is still to be done in a draft, and must be done in a final agreement."""
    return Finding(code, Severity.ERROR if final else Severity.WARNING, message, hint, place, second)


def is_final(plan: Plan, aftale: Aftale | None = None) -> bool:
    """Whether the agreement is final; of what all agreements share, whether any of them is."""
    if aftale is not None:
        return plan.status(aftale) == "endelig"
    return "endelig" in (plan.helhedsplan.status, *(plan.status(other) for other in plan.aftaler))


def plain(text: str) -> str:
    """The text with plain spaces, as people type and search."""
    return text.replace(danish.HARD_SPACE, " ")


def amount(number: Decimal) -> str:
    """`14.600`."""
    return plain(danish.beløb(number))


def share(part: Decimal, whole: Decimal, limit: Decimal) -> str:
    """`21,5 %`, with as many decimals as it takes to tell it from the limit."""
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


def counted(number: int, one: str, many: str) -> str:
    """`1 boligområde`, `3 boligområder`."""
    return f"{number} {one if number == 1 else many}"


def names(items: Iterable[str]) -> str:
    """`a, b and c`; of many, the first and how many more there are."""
    listed = list(items)
    shown, more = listed[:MOST_NAMES], len(listed) - MOST_NAMES
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)

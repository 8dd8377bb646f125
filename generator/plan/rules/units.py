"""Amounts in one unit held against amounts in another."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from generator.plan.model.plan import Aftale, Plan

IN_KRONER = {"kr.": Decimal(1), "t.kr.": Decimal(1_000), "mio. kr.": Decimal(1_000_000)}


def unit_of(plan: Plan, aftale: Aftale | None = None) -> Decimal | None:
    """Kroner in the unit of the document, or of the plan where it has none of its own; None while unknown."""
    main = plan.helhedsplan.budget
    unit = (aftale.enhed if aftale else None) or (main.enhed if main else None)
    return IN_KRONER[unit] if unit else None


def rounded(number: Decimal, like: Decimal) -> Decimal:
    """The number with as many decimals as the other."""
    return number.quantize(Decimal(1).scaleb(min(int(like.as_tuple().exponent), 0)), ROUND_HALF_UP)

"""Share of a budget that others than Landsbyggefonden pay."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.plan.model.budget import Bidrag, Budget, Finansiering


def local_share(budget: Budget, without: tuple[str, ...] = ()) -> Decimal | None:
    """Percentage that others than Landsbyggefonden pay, those of the types in `without` left out.

    None while the amounts or the shares that it follows from are not known.
    """
    lines = [line for line in budget.finansiering if line.er_landsbyggefonden or line.type not in without]
    shares = [_of_the_total(budget, part) for line in lines for part in _local_parts(line)]
    known = [share for share in shares if share is not None]
    return sum(known, Decimal(0)) if len(known) == len(shares) else None


def _local_parts(line: Finansiering) -> Iterable[Bidrag]:
    """Local part of a line: all of it, or what Landsbyggefonden's amount includes of others."""
    return line.inkl if line.er_landsbyggefonden else (line,)


def _of_the_total(budget: Budget, part: Bidrag) -> Decimal | None:
    """Percentage of the total that a contribution is, by its amount or as it is given."""
    if part.beløb and budget.total and budget.total.tal:
        return part.beløb.tal * 100 / budget.total.tal
    return part.andel.tal if part.andel else None

"""The budget: who pays what, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from generator.plan.model.base import Model, Prosa, felt, krævet, samme
from generator.plan.model.computed import beregnet
from generator.plan.model.reserved import added_up, most_decimals
from generator.plan.model.values import Beløb, Linje, Procent, Timer

LANDSBYGGEFONDEN = "Landsbyggefonden"
NAMES_OF_THE_FUND = frozenset({"landsbyggefonden", "lbf", "landsbyggefonden (lbf)"})
"""Names that Landsbyggefonden goes by, folded for comparing."""


_LEAST = Decimal("0.001")


class Bidrag(Model):
    """Contribution of one contributor, in money or in hours."""

    kilde: Linje = krævet("Hvem der betaler.", "Kommunen NN")
    beløb: Beløb | None = felt(
        "Beløbet i budgettets enhed; ved tilsagn det bevilgede.", "10.000", eller="andel"
    )
    andel: Procent | None = felt("Andelen af det samlede budget, når beløbet ikke er kendt.", "25 %")
    ansøgt: Beløb | None = felt("Det ansøgte beløb, hvis det afviger fra det bevilgede.", "13.000")
    form: Literal["kontant", "timer", "kontant og timer"] | None = felt(
        "Om bidraget er penge eller timer.", styrer="timer"
    )
    timer: Timer | None = felt("Antal timer i hele perioden, hvis bidraget er timer.", "1.200")


class Finansiering(Bidrag):
    """Source of the budget, with the contributors that make it up."""

    type: Literal["landsbyggefonden", "medfinansiering", "fond", "projekt"] | None = felt(
        "Bidragets art; udelades, når kilden er Landsbyggefonden eller lokal.", "fond", styrer=True
    )
    dele: tuple[Bidrag, ...] = felt("Bidragydere, som beløbet består af.", default=())
    inkl: tuple[Bidrag, ...] = felt("Bidrag, som beløbet er inklusive, men ikke består af alene.", default=())

    @property
    def er_landsbyggefonden(self) -> bool:
        """True for a line of that type, or without one of that name."""
        return self.type == "landsbyggefonden" or (
            self.type is None and samme(self.kilde) in NAMES_OF_THE_FUND
        )


class Budget(Model):
    """The main figures of the budget. Sums and shares are computed as far as the amounts are known."""

    enhed: Literal["kr.", "t.kr.", "mio. kr."] | None = felt("Enheden for alle beløb i budgettet.", "t.kr.")
    finansiering: tuple[Finansiering, ...] = felt("En linje for hver kilde.", default=())
    samlet: Beløb | None = felt(
        "Det samlede budget; efterprøves mod summen, og står alene, når beløbene ikke er kendt.", "20.000",
        styrer="finansiering",
    )
    note: Prosa | None = felt("En bemærkning under tabellen.")

    @property
    @beregnet("finansiering.*.beløb")
    def sum(self) -> Beløb | None:
        """Sum of the sources in the budget's unit; None while an amount is missing."""
        return added_up(Beløb, (linje.beløb for linje in self.finansiering))

    @property
    @beregnet("finansiering.*.beløb", "samlet")
    def total(self) -> Beløb | None:
        """The sum; the total that is given where there is none, or where it alone is exact."""
        if self.sum is None or (self.samlet and self.samlet.er_præcis and not self.sum.er_præcis):
            return self.samlet
        return self.sum

    @property
    def stemmer(self) -> bool:
        """Tell whether the total given can be the sum; True also where one of the two is not known."""
        return self.samlet is None or self.sum is None or self.samlet.spænd.meets(self.sum.spænd)

    @property
    @beregnet("finansiering.*.ansøgt")
    def ansøgt_total(self) -> Beløb | None:
        """Sum that was applied for; None unless every source says what it applied for."""
        return added_up(Beløb, (linje.ansøgt for linje in self.finansiering))

    @property
    @beregnet("finansiering.*.beløb")
    def fordeling(self) -> tuple[tuple[Finansiering, Decimal], ...]:
        """Sources that pay, each with its percentage of the sum; none while an amount is missing.

        A range counts by its middle. What is nearly nothing is still there to be seen.
        """
        beløb = [(linje, linje.beløb) for linje in self.finansiering if linje.beløb]
        sum_ = sum((_middle(b) for _, b in beløb), Decimal())
        if len(beløb) < len(self.finansiering) or not sum_:
            return ()
        andele = ((linje, (_middle(b) * 100 / sum_).quantize(_LEAST)) for linje, b in beløb if _middle(b))
        return tuple((linje, max(andel, _LEAST)) for linje, andel in andele)

    def decimaler(self) -> int:
        """Most decimals that an exact amount of the budget has: all exact ones are printed with as many."""
        return most_decimals(self._beløb())

    def _beløb(self) -> Iterator[Beløb]:
        for linje in self.finansiering:
            for bidrag in (linje, *linje.dele, *linje.inkl):
                yield from (beløb for beløb in (bidrag.beløb, bidrag.ansøgt) if beløb)
        if self.samlet:
            yield self.samlet


def _middle(beløb: Beløb) -> Decimal:
    return Decimal(beløb.tal if beløb.til is None else (beløb.tal + beløb.til) / 2)

"""The budget of a helhedsplan: who pays how much."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from generator.plan.model.base import Model, Prosa, felt, krævet
from generator.plan.model.computed import beregnet
from generator.plan.model.values import Beløb, Linje, Timer

LANDSBYGGEFONDEN = "Landsbyggefonden"


class Bidrag(Model):
    """Contribution of one contributor, in money or in hours."""

    kilde: Linje = krævet("Hvem der betaler.", "Viborg Kommune")
    beløb: Beløb | None = felt("Beløbet i budgettets enhed; ved tilsagn det bevilgede.", "12.502")
    ansøgt: Beløb | None = felt("Det ansøgte beløb, hvis det afviger fra det bevilgede.", "13.000")
    form: Literal["kontant", "timer", "kontant og timer"] | None = felt("Om bidraget er penge eller timer.")
    timer: Timer | None = felt("Antal timer i hele perioden, hvis bidraget er timer.", "1.200")


class Finansiering(Bidrag):
    """Source of the budget, with the contributors that make it up."""

    type: Literal["landsbyggefonden", "medfinansiering", "fond", "projekt"] | None = felt(
        "Bidragets art; udelades, når kilden er Landsbyggefonden eller lokal.", "fond", styrer=True
    )
    dele: tuple[Bidrag, ...] = felt("Bidragydere, som beløbet består af.", default=())
    inkl: tuple[Bidrag, ...] = felt("Beløb fra andre, som er regnet med i beløbet.", default=())

    @property
    def er_landsbyggefonden(self) -> bool:
        return self.type == "landsbyggefonden" or (self.type is None and self.kilde == LANDSBYGGEFONDEN)

    def lokalt(self) -> Decimal:
        """Amount in the line that is not Landsbyggefonden's; an amount that is missing counts 0.

        Of the fund's own line it is what others have in it, of another's all but what the fund has in it.
        """
        fondens = [b.beløb.tal for b in self.inkl if b.beløb and b.kilde == LANDSBYGGEFONDEN]
        andres = [b.beløb.tal for b in self.inkl if b.beløb and b.kilde != LANDSBYGGEFONDEN]
        if self.er_landsbyggefonden:
            return sum(andres, Decimal(0))
        return (self.beløb.tal if self.beløb else Decimal(0)) - sum(fondens, Decimal(0))


def _sum(beløb: Iterable[Beløb | None]) -> Decimal | None:
    kendte = list(beløb)
    if not kendte or None in kendte:
        return None
    return sum((b.tal for b in kendte if b), Decimal(0))


class Budget(Model):
    """The main figures of the budget. Sums and shares are computed, never written."""

    enhed: Literal["kr.", "t.kr.", "mio. kr."] | None = felt("Enheden for alle beløb i budgettet.", "t.kr.")
    finansiering: tuple[Finansiering, ...] = felt("En linje for hver kilde.", default=())
    samlet: Beløb | None = felt(
        "Det samlede budget, hvis det skal efterprøves mod summen.", "27.102", styrer="finansiering"
    )
    note: Prosa | None = felt("En bemærkning under tabellen.")

    @property
    @beregnet("finansiering.*.beløb")
    def total(self) -> Decimal | None:
        """Sum of the sources in the budget's unit; None while an amount is missing."""
        return _sum(linje.beløb for linje in self.finansiering)

    @property
    def stemmer(self) -> bool:
        """Tell whether the total given is the sum; True also where none is given, or an amount is missing."""
        return self.samlet is None or self.total in (None, self.samlet.tal)

    @property
    @beregnet("finansiering.*.ansøgt", "finansiering.*.beløb")
    def ansøgt_total(self) -> Decimal | None:
        """Sum that was applied for; a source without such an amount counts with its `beløb`."""
        return _sum(linje.ansøgt or linje.beløb for linje in self.finansiering)

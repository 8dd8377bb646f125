"""aarsstatus-<år>.yaml: what came of a year. What is followed stands in the delaftaler and the budget."""

from __future__ import annotations

from collections.abc import Iterable

from generator.plan.model.base import Accept, Model, Prosa, accepter, felt, krævet, samme
from generator.plan.model.budgetbilag import Budgetbilag
from generator.plan.model.delaftale import Delaftale
from generator.plan.model.helhedsplan import Status
from generator.plan.model.maal import Delmål, Målepunkt, Områdeværdi
from generator.plan.model.reserved import Number
from generator.plan.model.statusdele import Aktivitetsstatus, Indikatorstatus, Indtægt, Udgift
from generator.plan.model.statuslinjer import (
    Aktivitetslinje,
    Indikatorlinje,
    Økonomilinje,
    i_alt,
    indikatornavn,
    om,
    ændring,
    økonomilinjer,
)
from generator.plan.model.values import Dato, ÅrTal
from generator.plan.model.versioner import Version, versioner


class Årsstatus(Model):
    """The status of a year."""

    år: ÅrTal = krævet("Året, som status er for.", "2027")
    status: Status | None = felt(
        "Kun hvis dokumentets status er en anden end planens.", "udkast", styrer=True
    )
    opgjort: Dato | None = felt("Hvornår status er gjort.", "31.12.2027")
    sammenfatning: Prosa | None = felt("Hvad året har vist, kort.")
    indikatorer: tuple[Indikatorstatus, ...] = felt("Hvor delaftalernes indikatorer er nu.", default=())
    aktiviteter: tuple[Aktivitetsstatus, ...] = felt("Hvordan det går med aktiviteterne.", default=())
    udgifter: tuple[Udgift, ...] = felt("Hvad der er brugt af hver post i budgettet.", default=())
    finansiering: tuple[Indtægt, ...] = felt("Hvad hver kilde i budgettet har givet.", default=())
    økonomi: Prosa | None = felt("En bemærkning til årets økonomi.")
    næste_år: Prosa | None = felt("Hvad status betyder for arbejdet i det næste år.")
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()

    def forrige(self, statusser: Iterable[Årsstatus]) -> Årsstatus | None:
        """Status of the year before, if it is among those."""
        return next((status for status in statusser if status.år == self.år - 1), None)

    def om_indikator(self, navn: str, indsatsområde: str) -> Indikatorstatus | None:
        """What it says of the indicator of that area of effort."""
        af_navn = (status for status in self.indikatorer if samme(status.indikator) == samme(navn))
        return next((s for s in af_navn if s.indsatsområde in (None, indsatsområde)), None)

    def indikatorlinjer(
        self, delaftaler: Iterable[Delaftale], målepunkter: Iterable[Målepunkt], forrige: Årsstatus | None
    ) -> list[Indikatorlinje]:
        """Every delmål of the delaftaler with what is said of it now, and what was said a year ago."""
        målte = tuple(målepunkter)

        def linje(område: str, delmål: Delmål) -> Indikatorlinje:
            navn = indikatornavn(delmål)
            nu, før = (s.om_indikator(navn, område) if s else None for s in (self, forrige))
            tal = (s.nu.med(målte) if s and s.nu else None for s in (nu, før))
            return Indikatorlinje(område, delmål, nu, før, *tal)

        return [linje(d.indsatsområde, delmål) for d in delaftaler for delmål in d.delmål_med(målte)]

    def aktivitetslinjer(
        self, delaftaler: Iterable[Delaftale], forrige: Årsstatus | None
    ) -> list[Aktivitetslinje]:
        """Every activity of the delaftaler with what is said of it now, and what was said a year ago."""
        sidst = forrige.aktiviteter if forrige else ()
        return [
            Aktivitetslinje(d.indsatsområde, aktivitet, om(aktivitet, self.aktiviteter), om(aktivitet, sidst))
            for d in delaftaler for aktivitet in d.aktiviteter
        ]  # fmt: skip

    def udgiftslinjer(self, budget: Budgetbilag | None) -> list[Økonomilinje]:
        """Every post of the year's budget with what was spent."""
        return økonomilinjer(budget.poster if budget else (), self.udgifter, self.år)

    def indtægtslinjer(self, budget: Budgetbilag | None) -> list[Økonomilinje]:
        """Every source of the year's budget with what it gave."""
        return økonomilinjer(budget.finansiering if budget else (), self.finansiering, self.år)

    def i_alt(self, linjer: Iterable[Økonomilinje], navn: str) -> Økonomilinje:
        """Sum of such lines, under that name."""
        return i_alt(linjer, navn)

    def ændring(self, før: Områdeværdi | Number | None, nu: Områdeværdi | Number | None) -> str:
        """Distance from the one to the other, as it is printed."""
        return ændring(før, nu)

"""aarsstatus-<år>.yaml: what came of a year. What is followed stands in the delaftaler and the budget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, Self

from generator.plan.model.base import Accept, Model, Prosa, accepter, felt, krævet, samme
from generator.plan.model.budgetbilag import Budgetkilde, Post
from generator.plan.model.delaftale import Aktivitet
from generator.plan.model.helhedsplan import Status
from generator.plan.model.maal import Delmål, Målepunkt, Områdeværdi
from generator.plan.model.milepaelsplan import Punkt
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


class MedDelmål(Protocol):
    """An agreement with delmål and activities for an area of effort."""

    @property
    def indsatsområde(self) -> str: ...
    @property
    def aktiviteter(self) -> tuple[Aktivitet, ...]: ...
    def delmål_med(self, målepunkter: Iterable[Målepunkt], /) -> tuple[Delmål, ...]: ...


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

    def forrige(self, statusser: Iterable[Self]) -> Self | None:
        """Status of the year before, if it is among those."""
        return next((status for status in statusser if status.år == self.år - 1), None)

    def om_indikator(self, navn: str, indsatsområde: str) -> Indikatorstatus | None:
        """Part about the indicator of that area of effort."""
        af_navn = (status for status in self.indikatorer if samme(status.indikator) == samme(navn))
        return next((s for s in af_navn if s.indsatsområde in (None, indsatsområde)), None)

    def indikatorlinjer(
        self, aftaler: Iterable[MedDelmål], målepunkter: Iterable[Målepunkt], forrige: Self | None
    ) -> list[Indikatorlinje]:
        """Every delmål of the agreements with what is said of it now, and what was said a year ago."""
        målte = tuple(målepunkter)

        def linje(område: str, delmål: Delmål) -> Indikatorlinje:
            navn = indikatornavn(delmål)
            nu, før = (s.om_indikator(navn, område) if s else None for s in (self, forrige))
            tal = (s.nu.med(målte) if s and s.nu else None for s in (nu, før))
            return Indikatorlinje(område, delmål, nu, før, *tal)

        return [linje(a.indsatsområde, delmål) for a in aftaler for delmål in a.delmål_med(målte)]

    def aktivitetslinjer(self, aftaler: Iterable[MedDelmål], forrige: Self | None) -> list[Aktivitetslinje]:
        """Every activity of the agreements with what is said of it now, and what was said a year ago."""
        nu, sidst = self.aktiviteter, forrige.aktiviteter if forrige else ()
        return [Aktivitetslinje(a.indsatsområde, aktivitet, om(aktivitet, nu), om(aktivitet, sidst))
                for a in aftaler for aktivitet in a.aktiviteter]  # fmt: skip

    def årets(self, gange: Iterable[Punkt]) -> list[Punkt]:
        """Milestones, and times of those that come again, that are due in the year; by their dates."""
        i_året = [gang for gang in gange if any(frist.sidste().year == self.år for frist in gang.frister)]
        return sorted(i_året, key=lambda gang: gang.frister[0].sidste())

    def udgiftslinjer(self, poster: Sequence[Post]) -> list[Økonomilinje]:
        """Every post that the budget has for the year, with what was spent."""
        return økonomilinjer(poster, self.udgifter, self.år)

    def indtægtslinjer(self, kilder: Sequence[Budgetkilde]) -> list[Økonomilinje]:
        """Every source that the budget has for the year, with what it gave."""
        return økonomilinjer(kilder, self.finansiering, self.år)

    def i_alt(self, linjer: Iterable[Økonomilinje], navn: str) -> Økonomilinje:
        """Sum of such lines, under that name."""
        return i_alt(linjer, navn)

    def ændring(self, før: Områdeværdi | Number | None, nu: Områdeværdi | Number | None) -> str:
        """Distance from the one to the other, as it is printed."""
        return ændring(før, nu)

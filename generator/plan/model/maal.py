"""Figures for areas: measures of a target, and their starting points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Self

from generator.base.language import say
from generator.plan.model.base import Model, Prosa, felt, krævet, samme
from generator.plan.model.computed import beregnet
from generator.plan.model.refusal import Refused
from generator.plan.model.texts import YEARS
from generator.plan.model.values import Dato, Linje, Måltal, ÅrTal
from generator.plan.source import codes


class Områdeværdi(Model):
    """A figure for one area, with a remark where it needs one. The figure alone is enough."""

    alone: ClassVar[str] = "værdi"
    værdi: Måltal = krævet(
        "Tallet: en procent, et antal, ”ikke opgjort” eller ”diskretioneret”.", "12,5 %"
    )
    note: Linje | None = felt("En bemærkning efter tallet.", "kun lejemål med børn")


class ForOmråder(Model):
    """Text that holds for some of the areas only."""

    områder: tuple[Linje, ...] = krævet("Boligområderne, det gælder.", "[Området NN]")
    tekst: Prosa = krævet("Hvad der gælder for dem.")


class Måling(Model):
    """A locally set measure (succeskriterium)."""

    måling: Prosa = krævet(
        "Målet, som det skal kunne måles.", "Fraflytningsprocenten er faldet 2 procentpoint."
    )
    udgangspunkt: Prosa | None = felt("Hvor det måles fra, i ord.")
    år: ÅrTal | None = felt("Året, som områdernes tal er fra.", "2015")
    områder: dict[str, Områdeværdi] = felt("Tallet for hvert boligområde.", "{Området NN: 12}", {})
    særligt: tuple[ForOmråder, ...] = felt("Det, der kun gælder nogle af områderne.", default=())
    datakilde: Prosa | None = felt(
        "Hvor tallene kommer fra, og hvem der opgør dem.", "Boligorganisationernes egne tal."
    )


class Årstal(Model):
    """Figures of a målepunkt in one year."""

    områder: dict[str, Områdeværdi] = felt("Tallet for hvert boligområde.", '{Området NN: "12,5 %"}', {})
    andre: dict[str, Områdeværdi] = felt("Tal at sammenligne med.", '{Landsgennemsnit: "10,3 %"}', {})

    @property
    @beregnet("områder", "andre")
    def alle(self) -> dict[str, Områdeværdi]:
        """Figures of the areas, then those to compare them with."""
        return {**self.områder, **self.andre}


class Målepunkt(Model):
    """Thing that is measured centrally, year by year."""

    navn: Linje = krævet("Målepunktets navn.", "Andel fraflytninger")
    enhed: Linje | None = felt("Hvad tallene er: procent, eller hvad der er talt.", "procent")
    kilde: Linje | None = felt("Hvor tallene kommer fra.", "Kilden NN, 2025")
    år: dict[str, Årstal] = felt(
        "Tallene for hvert år.", '{2025: {områder: {Området NN: "12,5 %"}}}', {}
    )
    note: Linje | None = felt("En bemærkning til målepunktet.", "Opgjort den 1. januar")

    @classmethod
    def contradictions(cls, values: Mapping[str, Any]) -> Iterator[tuple[str, Refused]]:
        """Refuse figures by anything but a year."""
        for year in values.get("år", {}):
            if not (year.isdecimal() and int(year) in YEARS):
                hint = say("write the figures by their year: {example}", example="{2025: {områder: …}}")
                yield "år", Refused(codes.YEAR, say("`{typed}` cannot be read as a year", typed=year), hint)

    @property
    @beregnet("år")
    def årene(self) -> tuple[int, ...]:
        """Years that it has figures for, in order."""
        return tuple(sorted(map(int, self.år)))

    @property
    def er_andel(self) -> bool:
        """True where its unit is percent, or a share."""
        return samme(self.enhed or "").startswith(("procent", "pct", "%", "andel"))

    def i(self, år: int) -> Årstal | None:
        """Figures of that year."""
        return self.år.get(str(år))

    def start(self, år: int | None) -> int | None:
        """Year that a baseline starts from: the one that it names, else the first."""
        return år or next(iter(self.årene), None)


def målepunkt(målepunkter: Iterable[Målepunkt], navn: str) -> Målepunkt | None:
    """Find the målepunkt of that name."""
    return next((punkt for punkt in målepunkter if samme(punkt.navn) == samme(navn)), None)


class Opgørelse(Model):
    """Figures of one year: its own, or those of the målepunkt of an annex that has them."""

    måling: Linje | None = felt(
        "Målepunktet i bilaget med målinger, som tallene står i.", "Andel fraflytninger"
    )
    år: ÅrTal | None = felt("Året, som tallene er fra.", "2023")
    områder: dict[str, Områdeværdi] = felt(
        "Tallet for hvert boligområde.", '{Området NN: "12,5 %"}', {}, styrer="måling"
    )
    andre: dict[str, Områdeværdi] = felt(
        "Tal at sammenligne med.", '{Landsgennemsnit: "10,3 %"}', {}, styrer="måling"
    )
    tekst: Prosa | None = felt("Udgangspunktet i ord, hvor det ikke er tal.")

    def året_i(self, punkt: Målepunkt) -> int | None:
        """Year of the målepunkt that is meant: the one that is named, else the first."""
        return punkt.start(self.år)

    def med(self, målepunkter: Iterable[Målepunkt]) -> Self:
        """The same with the figures of its målepunkt in the place of its own, as far as there are any."""
        punkt = målepunkt(målepunkter, self.måling) if self.måling else None
        år = self.året_i(punkt) if punkt else None
        tal = punkt.i(år) if punkt and år else None
        if tal is None:
            return self
        områder, andre = tal.områder or self.områder, tal.andre or self.andre
        return type(self)(**{**dict(self.items()), "år": år, "områder": områder, "andre": andre})


class Baseline(Opgørelse):
    """Starting point of an indicator."""

    afventer: Linje | None = felt("Hvorfor tallene ikke er her endnu.", "Opgøres ved årets udgang")
    forventet: Dato | None = felt("Hvornår tallene ventes.", "1.3.2026")

    def is_empty(self) -> bool:
        """Tell whether it says neither where the indicator starts nor why that is not known yet."""
        return not (self.måling or self.områder or self.tekst or self.afventer)


class Delmål(Model):
    """A step towards the overall goals, and how it is followed."""

    mål: Linje = krævet("Delmålet.", "At reducere andelen af fraflytninger")
    indikator: Linje | None = felt("Det, der viser, om delmålet nås.", "Andelen af årlige fraflytninger")
    baseline: Baseline | None = felt("Hvor indikatoren starter.")
    datakilder: tuple[Linje, ...] = felt("Hvem tallene kommer fra.", "[Boligorganisationen NN]", ())

    def med(self, målepunkter: Iterable[Målepunkt]) -> Delmål:
        """The delmål with the figures of the målepunkt that its baseline refers to."""
        if self.baseline is None or not self.baseline.måling:
            return self
        return Delmål(**{**dict(self.items()), "baseline": self.baseline.med(målepunkter)})

"""budget.yaml: the budget in full, every post and every source by year. All sums are computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from generator.base.language import say
from generator.plan.model.base import (
    Accept,
    Model,
    Navngivet,
    Prosa,
    accepter,
    felt,
    find,
    krævet,
    samme,
)
from generator.plan.model.budget import NAMES_OF_THE_FUND
from generator.plan.model.budgetaar import Søjle, søjler
from generator.plan.model.computed import beregnet
from generator.plan.model.helhedsplan import Status
from generator.plan.model.refusal import Refused
from generator.plan.model.reserved import added_up
from generator.plan.model.texts import YEARS
from generator.plan.model.values import Antal, Beløb, Linje, Timer
from generator.plan.model.versioner import Version, versioner
from generator.plan.source import codes

År = dict[str, Beløb]
"""An amount for each year, by the year as it is written."""


def _efter_år() -> Any:
    return felt("Beløbet for hvert år, i budgettets enhed.", "{2025: 1.000}", {})


def _som_helhed() -> Any:
    return felt(
        "Beløbet i hele perioden; efterprøves mod årenes sum, og står alene, når de ikke er kendt.",
        "4.000", styrer="år", eller="år",
    )  # fmt: skip


class Linjebeløb:
    """A line of the budget: its amount by year or, while that is not known, as a whole."""

    år: År
    beløb: Beløb | None

    @classmethod
    def contradictions(cls, values: Mapping[str, Any]) -> Iterator[tuple[str, Refused]]:
        """Refuse an amount by anything but a year."""
        for year in values.get("år", {}):
            if not (year.isdecimal() and int(year) in YEARS):
                hint = say("write each amount by its year: {example}", example="{2025: 1.000}")
                yield "år", Refused(codes.YEAR, say("`{typed}` cannot be read as a year", typed=year), hint)

    @property
    @beregnet("år")
    def i_alt(self) -> Beløb | None:
        """Sum of the years; the amount as a whole where none is given."""
        return added_up(Beløb, self.år.values()) if self.år else self.beløb

    def i(self, år: int) -> Beløb | None:
        """Amount of that year."""
        return self.år.get(str(år))


class Post(Linjebeløb, Model):
    """Post of expense."""

    post: Literal[
        "ledelse og organisering", "løn", "aktivitetsmidler", "evaluering", "revision", "andet"
    ] = krævet("Postens art.")
    navn: Linje | None = felt("Hvad posten dækker, hvor arten ikke siger nok.", "Boligsocial medarbejder")
    indsatsområde: Linje | None = felt(
        "Indsatsområdets nøgle, hvis posten hører til ét.", "beskæftigelse", styrer=True
    )
    aktivitet: Linje | None = felt("Aktiviteten, hvis posten hører til én.", "Hverdagsrådgivning")
    timer_pr_uge: Timer | None = felt("Timer om ugen, hvis posten er medarbejdere på en aktivitet.", "15")
    år: År = _efter_år()
    beløb: Beløb | None = _som_helhed()
    antal: Antal | None = felt("Antal enheder i hele perioden, hvis beløbet er antal gange sats.", "48")
    sats: Beløb | None = felt("Satsen for én enhed, i kroner.", "45.000")
    note: Linje | None = felt("En bemærkning til posten.", "Lønnen er fremskrevet til 2026")


class Budgetkilde(Linjebeløb, Model):
    """Source of money or of hours."""

    kilde: Linje = krævet("Hvem der betaler.", "Kommunen NN")
    type: Literal["landsbyggefonden", "medfinansiering", "fond", "projekt"] | None = felt(
        "Bidragets art; udelades, når kilden er Landsbyggefonden eller lokal.", "fond", styrer=True
    )
    form: Literal["kontant", "timer"] | None = felt("Om bidraget er penge eller timer.")
    år: År = _efter_år()
    beløb: Beløb | None = _som_helhed()
    timer: Timer | None = felt("Antal timer i hele perioden, hvis bidraget er timer.", "1.200")
    timesats: Beløb | None = felt("Satsen for én time, i kroner.", "350")
    note: Linje | None = felt("En bemærkning til kilden.", "Tilsagn ventes i marts")

    @property
    def er_landsbyggefonden(self) -> bool:
        """True for a line of that type, or without one of that name."""
        return self.type == "landsbyggefonden" or (
            self.type is None and samme(self.kilde) in NAMES_OF_THE_FUND
        )


class Budgetbilag(Model):
    """The budget in full."""

    status: Status | None = felt("Kun hvis budgettets status er en anden end planens.", "udkast", styrer=True)
    enhed: Literal["kr.", "t.kr.", "mio. kr."] | None = felt(
        "Enheden for alle beløb, hvis den er en anden end i helhedsplan.yaml.", "kr."
    )
    indledning: Prosa | None = felt("Hvad budgettet bygger på.", "Lønningerne er dem, der gælder i 2026.")
    poster: tuple[Post, ...] = felt("Udgifterne, en linje for hver post.", default=())
    finansiering: tuple[Budgetkilde, ...] = felt("Pengene og timerne, en linje for hver kilde.", default=())
    note: Prosa | None = felt("Noter til budgettet.", "Alle beløb er inkl. medfinansiering.")
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()

    @property
    @beregnet("poster.*.år", "finansiering.*.år")
    def årene(self) -> tuple[int, ...]:
        """Years that any line has an amount for, in order."""
        return årene((*self.poster, *self.finansiering))

    def poster_i(self, år: int) -> Beløb | None:
        """Sum of the posts in that year."""
        return sum_i(self.poster, år)

    def finansiering_i(self, år: int) -> Beløb | None:
        """Sum of the sources in that year."""
        return sum_i(self.finansiering, år)

    @property
    @beregnet("poster.*.år", "poster.*.beløb")
    def poster_i_alt(self) -> Beløb | None:
        """Sum of all posts; None while one has no amount."""
        return added_up(Beløb, (post.i_alt for post in self.poster))

    @property
    @beregnet("finansiering.*.år", "finansiering.*.beløb")
    def finansiering_i_alt(self) -> Beløb | None:
        """Sum of all sources; None while one has no amount."""
        return added_up(Beløb, (kilde.i_alt for kilde in self.finansiering))

    def til_aktivitet(self, indsatsområde: str, aktivitet: Navngivet) -> Beløb | None:
        """Sum of the posts of an activity; None where it has none of its own, or one has no amount."""
        return til_aktivitet(self.poster, indsatsområde, aktivitet)

    def søjler(self) -> tuple[Søjle, ...]:
        """Each year with what each contributor gives in it; none while an amount is not one number."""
        return søjler(self.finansiering, self.årene)

    def efter_indsatsområde(self) -> list[tuple[str | None, Beløb | None]]:
        """Each area of effort with the sum of its posts, and last (None) what belongs to no single one."""
        keys = dict.fromkeys(post.indsatsområde for post in self.poster if post.indsatsområde)
        return [(key, self._sum_for(key)) for key in (*keys, None)]

    def _sum_for(self, key: str | None) -> Beløb | None:
        return added_up(Beløb, (post.i_alt for post in self.poster if post.indsatsområde == key))


def årene(linjer: Iterable[Linjebeløb]) -> tuple[int, ...]:
    """Years that any of the lines has an amount for, in order."""
    return tuple(sorted({int(year) for linje in linjer for year in linje.år}))


def til_aktivitet(poster: Iterable[Post], indsatsområde: str, aktivitet: Navngivet) -> Beløb | None:
    """Sum of the posts of an activity; None where it has none of its own, or one has no amount."""
    egne = (post for post in poster if post.aktivitet and find((aktivitet,), post.aktivitet))
    return added_up(Beløb, (post.i_alt for post in egne if post.indsatsområde in (None, indsatsområde)))


def sum_i(linjer: Iterable[Linjebeløb], år: int) -> Beløb | None:
    """Sum of one year; None where no line has an amount for it, or one is known as a whole only."""
    listed = list(linjer)
    if any(not linje.år and linje.beløb for linje in listed):
        return None
    return added_up(Beløb, (beløb for linje in listed if (beløb := linje.i(år))))

"""Parts of a status: what is said of one indicator, one activity, one post, one source of the budget."""

from __future__ import annotations

from typing import Literal

from generator.plan.model.base import Model, Prosa, felt, krævet
from generator.plan.model.computed import beregnet
from generator.plan.model.maal import Målepunkt, Områdeværdi, Opgørelse
from generator.plan.model.values import Beløb, Linje, Måltal, Timer, ÅrTal


class Nu(Opgørelse):
    """Figures of an indicator as they are now, or why they are missing."""

    år: ÅrTal | None = felt("Året, som tallene er fra.", "2027")
    tekst: Prosa | None = felt("Hvor det står i ord, hvor det ikke er tal.", "Flere deltager end før.")
    i_alt: Områdeværdi | None = felt("Tallet for alle boligområder under ét.", '"14,2 %"')
    årsag: Linje | None = felt("Hvorfor tallene mangler, eller hvorfor et af dem gør.", "Måles først i 2028")

    @property
    @beregnet("områder", "andre")
    def alle(self) -> dict[str, Områdeværdi]:
        """Figures of the areas, those for all of them, then those to compare them with."""
        under_ét = {"Alle områder": self.i_alt} if self.i_alt else {}
        return {**self.områder, **under_ét, **self.andre}

    def is_empty(self) -> bool:
        """Tell whether it says neither where the indicator stands nor why that is not known."""
        return not (self.måling or self.alle or self.tekst or self.årsag)

    def året_i(self, punkt: Målepunkt) -> int | None:
        """Year of the målepunkt that is meant: the one that is named, else the last."""
        return self.år or next(reversed(punkt.årene), None)


class Indikatorstatus(Model):
    """An indicator of a delaftale: where it stands."""

    indikator: Linje = krævet("Indikatoren, som den står i delaftalen.", "Andel i arbejde", styrer=True)
    indsatsområde: Linje | None = felt(
        "Indsatsområdets nøgle, kun hvis to delaftaler har samme indikator.", "beskæftigelse", styrer=True
    )
    nu: Nu | None = felt("Tallene nu, eller årsagen til, at de mangler.")
    mål: Måltal | None = felt(
        "Det, der skal være nået, når planen slutter; udelades, når sidste års status siger det.",
        '"mindst 60 %"',
    )
    kilde: Linje | None = felt("Hvor tallene kommer fra, hvis det ikke er delmålets datakilder.", "Kilden NN")
    bemærkning: Prosa | None = felt("Hvad tallene viser.", "Flere er kommet i arbejde.")


class Aktivitetsstatus(Model):
    """An activity of a delaftale: how it goes, and the hours it took."""

    aktivitet: Linje = krævet("Aktivitetens navn i delaftalen.", "Hverdagsrådgivning", styrer=True)
    stade: Literal["ikke begyndt", "i gang", "sat i bero", "afsluttet", "opgivet"] | None = felt(
        "Hvor langt aktiviteten er."
    )
    timer_pr_uge: Timer | None = felt("Timer pr. uge i året, i gennemsnit.", "16", eller="årsag")
    årsag: Linje | None = felt("Hvorfor timerne mangler, eller er andre end aftalt.", "Stillingen var ledig")
    bemærkning: Linje | None = felt("En bemærkning til aktiviteten.", "Flyttet til beboerhuset")


class Udgift(Model):
    """Money that was spent on a post of the budget, or why the amount is missing."""

    post: Linje = krævet(
        "Postens navn i budgettet, eller dens art, hvis den intet navn har.", "løn", styrer=True
    )
    beløb: Beløb | None = felt("Årets beløb, i budgettets enhed.", "1.150", eller="årsag")
    årsag: Linje | None = felt(
        "Hvorfor beløbet mangler, eller er et andet end budgettets.", "Regnskabet er ikke lukket"
    )


class Indtægt(Model):
    """Money or hours that a source of the budget gave, or why the amount is missing."""

    kilde: Linje = krævet("Kilden, som den står i budgettet.", "Landsbyggefonden", styrer=True)
    beløb: Beløb | None = felt("Årets beløb, i budgettets enhed.", "2.500", eller="årsag")
    årsag: Linje | None = felt(
        "Hvorfor beløbet mangler, eller er et andet end budgettets.", "Resten kommer i januar"
    )

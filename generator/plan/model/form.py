"""form.yaml: the facts of a funding round, each with its source."""

from __future__ import annotations

from typing import Literal

from generator.plan.model.base import Model, Navngivet, felt, krævet
from generator.plan.model.values import Dato, Linje, Procent, ÅrTal

IF_THERE = "?"
"""End of a step of a required path that is gone on from only where something stands."""


class Indsatsområde(Navngivet):
    """One of the round's areas of effort. `nummer` is fixed: gaps stay where an area is not chosen."""

    nøgle: Linje = krævet("Nøglen, som planer vælger området med.", "tryghed-og-trivsel")
    nummer: Linje | None = felt("Det faste nummer i aftalen.", "5.1")


class KrævetBilag(Model):
    """An annex that the form requires."""

    nøgle: Linje = krævet("Nøglen, som aftalen nævner bilaget med.", "organisationsdiagram")
    navn: Linje = krævet("Bilagets navn, som det står i formularen.")


class Kriterium(Model):
    """A criterion for an exposed area."""

    nøgle: Linje = krævet("Nøglen, som aftalen nævner kriteriet med.", "arbejdsmarked")
    tekst: Linje = krævet("Kriteriet.")


class Kriteriesæt(Model):
    """The criteria as they were in a certain year."""

    år: ÅrTal = krævet("Året, som kriterierne er fra.", "2015")
    kilde: Linje = krævet("Hvor kriterierne står.")
    afløst_af: Linje | None = felt("Det, der gælder i dag, hvis kriterierne er afløst af andre.")
    indledning: Linje | None = felt("Hvad der står før kriterierne.")
    punkter: tuple[Kriterium, ...] = felt("Kriterierne i rækkefølge.", default=())


class Medfinansiering(Model):
    """The least share of the total that must be found locally."""

    mindst: Procent = krævet("Andelen af det samlede budget.", "25 %")
    kilde: Linje = krævet("Hvor kravet står.")


class Varighed(Model):
    """Number of years that a plan runs."""

    år: int = krævet("Antal år.", "4")
    kilde: Linje = krævet("Hvor det står.")


class Ledelse(Model):
    """Titles of those whom the parties send to the board."""

    titler: tuple[Linje, ...] = krævet("Ord, som en titel i den øverste ledelse har et af.", "[direktør]")
    kilde: Linje = krævet("Hvor kravet står.")


class Sidetal(Model):
    """Number of pages that a document may have."""

    højst: int = krævet("Det højeste antal sider.", "5")
    kilde: Linje = krævet("Hvor kravet står.")


class Støtte(Model):
    """Grounds on which areas can be supported."""

    paragraffer: tuple[Linje, ...] = krævet("Paragrafferne, som en tekst kan henvise til.", "[§ 91 a]")
    kilde: Linje = krævet("Hvor det står.")


class UdgåetOrd(Model):
    """A word that the law no longer uses."""

    ord: Linje = krævet("Begyndelsen af ordet.", "ghetto")
    skriv: Linje = krævet("Det ord, loven bruger nu.", "parallelsamfund")
    kilde: Linje = krævet("Hvor det står.")


class SmåTal(Model):
    """Number of persons below which a figure could make them known."""

    under: int = krævet("Tal på personer under dette er for små.", "5")
    kilde: Linje = krævet("Hvad grænsen bygger på.")


class Antagelse(Model):
    """A part of the form that nobody here has seen in the funder's own template."""

    emne: Linje = krævet("Den del af formularen, der er antaget.")
    begrundelse: Linje = krævet("Hvad antagelsen bygger på.")


class Form(Model):
    """The facts of a round."""

    midler: Linje = krævet("Bevillingsrunden.", "2015-18")
    bevilling: Linje = krævet("Runden, som den nævnes i tekst.", "2015-2018-midlerne")
    regulativ: Dato | None = felt("Datoen for det regulativ, runden hviler på.")
    indsatsområder: tuple[Indsatsområde, ...] = felt("Rundens indsatsområder i rækkefølge.", default=())
    bilag: tuple[KrævetBilag, ...] = felt("De bilag, formularen kræver.", default=())
    kriterier: Kriteriesæt | None = felt("Kriterier for udsatte boligområder.")
    medfinansiering: Medfinansiering | None = felt("Kravet om lokal medfinansiering.")
    varighed: Varighed | None = felt("Hvor længe en plan løber.")
    ledelse: Ledelse | None = felt("Hvem parterne sender til bestyrelsen.")
    støtte: Støtte | None = felt("Hvad der gør områder støtteberettigede.")
    sider: dict[str, Sidetal] = felt(
        "For en dokumentart: hvor mange sider den højst må fylde.", "{ansoegning: {højst: 5, kilde: lbf}}", {}
    )
    udgåede_ord: tuple[UdgåetOrd, ...] = felt("Ord, som loven ikke længere bruger.", default=())
    små_tal: SmåTal | None = felt("Hvor få personer et tal må omfatte.")
    delmålstabel: Literal["skemaer", "kolonner"] = felt(
        "Om hvert delmål har sit eget skema, eller delmålene står i én tabel med seks kolonner.",
        "kolonner", "skemaer",
    )  # fmt: skip
    krævede_felter: dict[str, dict[str, Linje]] = felt("For hver dokumentart: felt og dets navn.", default={})
    udeladte_felter: dict[str, tuple[Linje, ...]] = felt(
        "For hver dokumentart: felter, som andre runder har, og denne ikke.",
        "{delaftale: [problemkompleks]}", {},
    )  # fmt: skip
    antagelser: tuple[Antagelse, ...] = felt("Dele af formularen, der er antaget.", default=())

    def indsatsområde(self, nøgle: str) -> Indsatsområde | None:
        """Area of effort with that key."""
        return next((i for i in self.indsatsområder if i.nøgle == nøgle), None)

"""helhedsplan.yaml: the facts that all documents of a plan share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Literal, TypeVar

from generator.plan.model.base import Accept, Model, Navngivet, Prosa, accepter, felt, find, krævet, samme
from generator.plan.model.budget import Budget
from generator.plan.model.computed import beregnet
from generator.plan.model.dates import Forlængelse, iso
from generator.plan.model.organisation import Organisation
from generator.plan.model.parter import Part
from generator.plan.model.refusal import Refused
from generator.plan.model.values import Antal, Dato, Linje, Periode
from generator.plan.source import codes

Status = Literal["udkast", "endelig"]
V = TypeVar("V")


class Afdeling(Model):
    """A department of a housing organisation inside an area."""

    nummer: Linje | None = felt("Afdelingens nummer.", "10")
    navn: Linje | None = felt("Afdelingens navn.", "Ellekonebakken")
    ejer: Linje | None = felt("Boligorganisationen, hvis den er en anden end områdets.", "BoligViborg")

    @property
    @beregnet("nummer", "navn")
    def kendes_som(self) -> frozenset[str]:
        """What texts may call it, folded for comparing: its name, its number, `afd. 10`."""
        numre = (self.nummer, f"afd. {self.nummer}") if self.nummer else ()
        return frozenset(map(samme, (*numre, *((self.navn,) if self.navn else ()))))

    @property
    def vist(self) -> str:
        """Its name, or `afd. 10` where it has none."""
        return self.navn or f"afd. {self.nummer}"


class Boligområde(Navngivet):
    """A housing area, an estate or a town: what figures are counted for."""

    navn: Linje = krævet("Områdets navn, som det skal stå i aftalen.", "Ellekonebakken")
    by: Linje | None = felt("Byen, hvis planen omfatter flere.", "Eksempelstrup")
    ejer: Linje | None = felt(
        "Boligorganisationen, der ejer området: en af parterne.", "BoligViborg", styrer=True
    )
    afdelinger: tuple[Afdeling, ...] = felt("Områdets afdelinger.", "[{nummer: 10}]", ())
    antal_afdelinger: Antal | None = felt("Antal afdelinger, hvis ikke alle er nævnt.", "4")
    beboere: Antal | None = felt("Antal beboere.", "612")
    lejemål: Antal | None = felt("Antal lejemål.", "310")


class ValgtIndsatsområde(Model):
    """One of the round's areas of effort, chosen for this plan. Its key alone is enough."""

    alone: ClassVar[str] = "indsatsområde"
    indsatsområde: Linje = krævet("Indsatsområdets nøgle i formularen.", "tryghed-og-trivsel", styrer=True)
    lokalt_navn: Linje | None = felt("Et lokalt navn ved siden af Landsbyggefondens.", "Tryg i Eksempelby")


class Godkendelse(Model):
    """A step of the approval trail."""

    instans: Linje = krævet("Hvem der godkender.", "Byrådet i Viborg Kommune")
    dato: Dato | None = felt("Hvornår.", "14.12.2016")
    sagsnummer: Linje | None = felt("Sagens nummer.", "16/25301")
    note: Linje | None = felt("En bemærkning.", "med et forbehold om budgettet")


class AndenAftale(Model):
    """An agreement beside the plan: a partnership, a social investment."""

    navn: Linje = krævet("Aftalens navn.", "Partnerskabsaftale om fritidsjob")
    type: Linje | None = felt("Aftalens art.", "partnerskabsaftale")
    parter: tuple[Linje, ...] = felt("Hvem aftalen er indgået mellem.", "[Viborg Handel]", ())
    periode: Periode | None = felt("Hvornår aftalen gælder.")
    tekst: Prosa | None = felt("Hvad aftalen går ud på.")


class Helhedsplan(Model):
    """Facts that all documents of the plan share."""

    navn: Linje = krævet("Planens navn.", "Den boligsociale helhedsplan i Viborg")
    midler: Linje = krævet("Landsbyggefondens bevillingsrunde.", "2019-26", styrer=True)
    status: Status = felt(
        "udkast, indtil alt er på plads; derefter endelig.", "udkast", "udkast", styrer=True
    )
    vejledning: Literal["vis", "skjul"] | None = felt(
        "Om formularens vejledning skal stå i aftalen. Uden denne nøgle står den kun i et udkast.", "vis",
        styrer=True,
    )
    vision: Prosa | None = felt("Bestyrelsens vision for planen.")
    periode: Periode | None = felt("Hvornår planen gælder.", "{fra: 1.8.2025, til: 31.7.2029}")
    forlængelse: Forlængelse | None = felt("Forlængelsen, hvis planen er forlænget ud over perioden.")
    beboere: Antal | None = felt("Antal beboere i alle områder.", "3.220")
    lejemål: Antal | None = felt("Antal lejemål i alle områder.", "1.630")
    antal_afdelinger: Antal | None = felt("Antal afdelinger i alle områder.", "14")
    parter: tuple[Part, ...] = felt("Aftalens parter i den rækkefølge, de skal stå.", default=())
    boligområder: tuple[Boligområde, ...] = felt("De boligområder, som planen omfatter.", default=())
    indsatsområder: tuple[ValgtIndsatsområde, ...] = felt("De valgte indsatsområder.", default=())
    organisation: Organisation | None = felt("Bestyrelse, grupper og sekretariat.")
    budget: Budget | None = felt("Hovedtallene i budgettet.")
    godkendelser: tuple[Godkendelse, ...] = felt("Godkendelser af planen: hvem, hvad og hvornår.", default=())
    andre_aftaler: tuple[AndenAftale, ...] = felt("Aftaler ved siden af helhedsplanen.", default=())
    accepter: tuple[Accept, ...] = accepter()

    @classmethod
    def contradictions(cls, values: Mapping[str, Any]) -> Iterator[tuple[str, Refused]]:
        """Refuse an extension that does not end after the period."""
        periode, forlængelse = values.get("periode"), values.get("forlængelse")
        til = periode.til if periode else None
        if til and forlængelse and forlængelse.til.sidste() <= til.sidste():
            message = f"the plan is extended to {iso(forlængelse.til)}, and its period ends {iso(til)}"
            hint = "write in `periode` what was granted first, and in `forlængelse` the new last day"
            yield "forlængelse", Refused(codes.PERIOD, message, hint)

    @property
    @beregnet("periode.fra", "forlængelse.til")
    def gælder(self) -> Periode | None:
        """Period with its extension."""
        if self.periode is None or self.forlængelse is None:
            return self.periode
        return Periode(fra=self.periode.fra, til=self.forlængelse.til)

    def afdeling(self, navn: str) -> Afdeling | None:
        """Department of that name or number."""
        alle = (afdeling for område in self.boligområder for afdeling in område.afdelinger)
        return next((afdeling for afdeling in alle if samme(navn) in afdeling.kendes_som), None)

    def afdelingsnavne(self, navne: Iterable[str]) -> list[str]:
        """Departments as they are printed, by the names or numbers that they are mentioned by."""
        fundne = ((navn, self.afdeling(navn)) for navn in navne)
        return [afdeling.vist if afdeling else navn for navn, afdeling in fundne]

    def part(self, navn: str) -> Part | None:
        """Party of that name, short name or alias."""
        return find(self.parter, navn)

    def boligområde(self, navn: str) -> Boligområde | None:
        """Area of that name, short name or alias."""
        return find(self.boligområder, navn)

    def ejer(self, navn: str) -> str:
        """Name, for tables, of the owner of the area of that name; empty where it has none."""
        område = self.boligområde(navn)
        if område is None or område.ejer is None:
            return ""
        part = self.part(område.ejer)
        return part.vist if part else område.ejer

    def efter_ejer(self, værdier: Mapping[str, V]) -> list[tuple[str, list[tuple[str, V]]]]:
        """Group entries of areas by their owner, both in the order in which they first appear."""
        grupper: dict[str, list[tuple[str, V]]] = {}
        for navn, værdi in værdier.items():
            grupper.setdefault(self.ejer(navn), []).append((navn, værdi))
        return list(grupper.items())

    @property
    def underskrivere(self) -> tuple[Part, ...]:
        """Parties that sign, in that order: those with a number first, by number."""
        def plads(part: Part) -> tuple[bool, int]:
            nummer = part.underskrift.nummer if part.underskrift else None
            return (nummer is None, nummer or 0)

        return tuple(sorted((part for part in self.parter if part.skriver_under == "ja"), key=plads))



"""helhedsplan.yaml: the facts that all documents of a plan share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal, TypeVar

from generator.base.language import say
from generator.plan.model.base import Accept, Model, Prosa, accepter, felt, find, krævet, samme
from generator.plan.model.boligomraade import Afdeling, Boligområde, EjersOmråder, efter_ejer, uden_afd
from generator.plan.model.budget import Budget
from generator.plan.model.computed import beregnet
from generator.plan.model.dates import Forlængelse, told
from generator.plan.model.organisation import Organisation
from generator.plan.model.parter import Måde, Part
from generator.plan.model.refusal import Refused
from generator.plan.model.reserved import added_up
from generator.plan.model.values import Antal, Dato, Linje, Periode
from generator.plan.source import codes

Status = Literal["udkast", "endelig"]
V = TypeVar("V")


class ValgtIndsatsområde(Model):
    """One of the round's areas of effort, chosen for this plan. Its key alone is enough."""

    alone: ClassVar[str] = "indsatsområde"
    indsatsområde: Linje = krævet("Indsatsområdets nøgle i formularen.", "tryghed-og-trivsel", styrer=True)
    lokalt_navn: Linje | None = felt("Et lokalt navn ved siden af Landsbyggefondens.", "Tryg i NN")


class Godkendelse(Model):
    """A step of the approval trail."""

    instans: Linje = krævet("Hvem der godkender.", "Byrådet i Kommunen NN")
    dato: Dato | None = felt("Hvornår.", "1.12.2026")
    sagsnummer: Linje | None = felt("Sagens nummer.", "NN")
    note: Linje | None = felt("En bemærkning.", "med et forbehold om budgettet")


class AndenAftale(Model):
    """An agreement beside the plan: a partnership, a social investment."""

    navn: Linje = krævet("Aftalens navn.", "Partnerskabsaftale om fritidsjob")
    type: Linje | None = felt("Aftalens art.", "partnerskabsaftale")
    parter: tuple[Linje, ...] = felt("Hvem aftalen er indgået mellem.", "[Foreningen NN]", ())
    periode: Periode | None = felt("Hvornår aftalen gælder.")
    tekst: Prosa | None = felt("Hvad aftalen går ud på.")


class Helhedsplan(Model):
    """Facts that all documents of the plan share."""

    navn: Linje = krævet("Planens navn.", "Helhedsplanen i NN")
    midler: Linje = krævet("Landsbyggefondens bevillingsrunde.", "2019-26", styrer=True)
    status: Status = felt(
        "udkast, indtil alt er på plads; derefter endelig.", "udkast", "udkast", styrer=True
    )
    vejledning: Literal["vis", "skjul"] | None = felt(
        "Om formularens vejledning skal stå i aftalen. Uden denne nøgle står den kun i et udkast.", "vis",
        styrer=True,
    )
    underskrift: Måde = felt(
        "Hvordan aftalen bliver skrevet under: på papir eller digital.", "digital", "på papir", styrer=True
    )
    vision: Prosa | None = felt("Bestyrelsens vision for planen.")
    periode: Periode | None = felt("Hvornår planen gælder.", "{fra: 1.1.2027, til: 31.12.2030}")
    forlængelse: Forlængelse | None = felt("Forlængelsen, hvis planen er forlænget ud over perioden.")
    beboere: Antal | None = felt("Antal beboere i alle områder.", "1.000")
    lejemål: Antal | None = felt("Antal lejemål i alle områder.", "500")
    antal_afdelinger: Antal | None = felt("Antal afdelinger i alle områder.", "10")
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
            message = say("the plan is extended to {new}, and its period ends {old}",
                          new=told(forlængelse.til), old=told(til))  # fmt: skip
            hint = say("write in `periode` what was granted first, and in `forlængelse` the new last day")
            yield "forlængelse", Refused(codes.PERIOD, message, hint)

    @property
    @beregnet("periode.fra", "periode.til", "forlængelse.til")
    def gælder(self) -> Periode | None:
        """Period with its extension, once the end that it had is known."""
        if self.periode is None or self.periode.til is None or self.forlængelse is None:
            return self.periode
        return Periode(fra=self.periode.fra, til=self.forlængelse.til)

    def områder_efter_ejer(self) -> tuple[EjersOmråder, ...]:
        """Areas by their owners, in the order of the parties, each with how many live there."""
        return efter_ejer(self.boligområder, self.parter)

    def beboere_i_alt(self) -> Antal | None:
        """Number of residents: the plan's own, else the sum of what is known for every owner."""
        return self.beboere or added_up(Antal, (ejer.beboere for ejer in self.områder_efter_ejer()))

    def afdeling(self, navn: str) -> Afdeling | None:
        """Department of that name or number."""
        alle = (afdeling for område in self.boligområder for afdeling in område.afdelinger)
        return next((afdeling for afdeling in alle if uden_afd(navn) in afdeling.kendes_som), None)

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

    def kaldt(self, navn: str) -> str:
        """Name to print where a party or an area is named, whichever of its names was written."""
        ting = self.part(navn) or self.boligområde(navn)
        return ting.kaldt(navn) if ting else navn

    def ved_navn(self, værdier: Mapping[str, V]) -> dict[str, V]:
        """Entries of areas by the full names of the areas, whichever of their names were written."""
        fulde = {kendt: område.navn for område in reversed(self.boligområder) for kendt in område.kendes_som}
        return {fulde.get(samme(navn), navn): værdi for navn, værdi in værdier.items()}

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
            grupper.setdefault(self.ejer(navn), []).append((self.kaldt(navn), værdi))
        return list(grupper.items())

    def områdetabel(
        self, målinger: Sequence[Mapping[str, V]], alle: bool = False
    ) -> list[tuple[str, list[V | None]]]:
        """Each area that has an entry in one of the mappings, with its entry or None for each of them.

        In the order of the plan, and last those that the plan does not have; with `alle` all of the plan.
        """
        ved_navn = [self.ved_navn(værdier) for værdier in målinger]
        navne = {område.navn: område.vist for område in self.boligområder}
        navne |= {navn: navn for værdier in ved_navn for navn in værdier if navn not in navne}
        rækker = ((navne[navn], [værdier.get(navn) for værdier in ved_navn]) for navn in navne)
        return [(navn, tal) for navn, tal in rækker if alle or any(v is not None for v in tal)]

    @property
    def underskrivere(self) -> tuple[Part, ...]:
        """Parties that sign, in that order: those with a number first, by number."""
        def plads(part: Part) -> tuple[bool, int]:
            nummer = part.underskrift.nummer if part.underskrift else None
            return (nummer is None, nummer or 0)

        return tuple(sorted((part for part in self.parter if part.skriver_under == "ja"), key=plads))

    def skriver_digitalt(self, part: Part) -> bool:
        """Tell whether the party signs electronically: by its own word, else by the agreement's."""
        own = part.underskrift.måde if part.underskrift else None
        return (own or self.underskrift) == "digital"



"""helhedsplan.yaml: the facts that all documents of a plan share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, Literal, TypeVar

from generator.plan.model.base import Accept, Model, Navngivet, Prosa, accepter, felt, find, krævet
from generator.plan.model.budget import Budget
from generator.plan.model.computed import beregnet
from generator.plan.model.values import Antal, Dato, Linje, Periode

Status = Literal["udkast", "endelig"]
V = TypeVar("V")
AFDELING = re.compile(r"^afd(?:eling|elingen|\.|(?= ))\s*", re.IGNORECASE)


class Underskrift(Model):
    """Signature block of a party."""

    etiket: Linje | None = felt(
        "Navnet over underskriften, hvis det er et andet end partens.", "Kommunen NN, Børn & Unge"
    )
    navn: Linje | None = felt(
        "Den, der skriver under. Udelades, hvis det skrives i hånden.", "NN")  # fmt: skip
    titel: Linje | None = felt("Underskriverens titel.", "borgmester")
    nummer: int | None = felt(
        "Plads i rækken af underskrifter, hvis den afviger fra parternes.", "1", styrer=True
    )


class Part(Navngivet):
    """A party to the agreement."""

    type: Literal["boligorganisation", "kommune", "anden"] = krævet(
        "Partens art.", "boligorganisation", styrer=True
    )
    cvr: Linje | None = felt("CVR-nummer, otte cifre.", "12345678")
    sagsnummer: Linje | None = felt("Partens eget sagsnummer.", "NN")
    underskrift: Underskrift | None = felt("Hvordan parten skriver under.", "{titel: direktør}")


class Afdeling(Model):
    """A department of a housing organisation inside an area."""

    nummer: Linje | None = felt("Afdelingens nummer.", "10")
    navn: Linje | None = felt("Afdelingens navn.", "Området NN")
    ejer: Linje | None = felt("Boligorganisationen, hvis den er en anden end områdets.", "Foreningen NN")

    @property
    @beregnet("nummer", "navn")
    def betegnelse(self) -> str:
        """`Afd. 10, Egeparken`, with as much as is known; `Afd.` stands once, also where it was written."""
        nummer = f"Afd. {AFDELING.sub('', self.nummer)}" if self.nummer else ""
        return ", ".join(part for part in (nummer, self.navn) if part)


class Boligområde(Navngivet):
    """A housing area, an estate or a town: what figures are counted for."""

    navn: Linje = krævet("Områdets navn, som det skal stå i aftalen.", "Området NN")
    ejer: Linje | None = felt(
        "Boligorganisationen, der ejer området: en af parterne.", "Boligorganisationen NN", styrer=True
    )
    afdelinger: tuple[Afdeling, ...] = felt("Områdets afdelinger.", "[{nummer: 1}]", ())
    beboere: Antal | None = felt("Antal beboere.", "100")
    lejemål: Antal | None = felt("Antal lejemål.", "50")


class ValgtIndsatsområde(Model):
    """One of the round's areas of effort, chosen for this plan. Its key alone is enough."""

    alone: ClassVar[str] = "indsatsområde"
    indsatsområde: Linje = krævet("Indsatsområdets nøgle i formularen.", "tryghed-og-trivsel", styrer=True)
    lokalt_navn: Linje | None = felt("Et lokalt navn ved siden af Landsbyggefondens.", "Tryg i NN")


class Medlem(Model):
    """A seat in a board or a group, by office; a person's name only where it must be known."""

    titel: Linje = krævet("Medlemmets stilling eller rolle.", "direktør for Børn & Unge")
    organisation: Linje | None = felt("Hvor medlemmet kommer fra.", "Kommunen NN")
    udpeget_af: Linje | None = felt("Hvem der udpeger medlemmet.", "byrådet")
    navn: Linje | None = felt("Personens navn. Roller er som regel nok.", "NN")
    formand: Literal["ja", "nej"] | None = felt(
        "Om medlemmet er formand, eventuelt sammen med andre.", styrer=True
    )


class Bestyrelse(Model):
    """The board that is responsible for the plan."""

    medlemmer: tuple[Medlem, ...] = felt("Bestyrelsens medlemmer.", default=())
    opgaver: Prosa | None = felt("Hvad bestyrelsen har ansvar for og kan beslutte.")
    møder: Linje | None = felt("Hvor ofte bestyrelsen mødes.", "2-4 gange årligt")
    kommissorium: Prosa | None = felt("Hvad der gælder om kommissoriet.")
    fælles_med: tuple[Linje, ...] = felt("Andre planer, som bestyrelsen leder.", "[Planen i NN]", ())


class Gruppe(Model):
    """A group under the board."""

    navn: Linje = krævet("Gruppens navn.", "Projektkoordineringsgruppen")
    type: Linje | None = felt("Gruppens art.", "følgegruppe")
    indsatsområde: Linje | None = felt(
        "Indsatsområdet, som gruppen følger, hvis den kun følger ét.", "beskæftigelse", styrer=True
    )
    boligområder: tuple[Linje, ...] = felt(
        "Boligområderne, som gruppen følger, hvis den ikke følger alle.", "[Området NN]", ()
    )
    medlemmer: tuple[Medlem, ...] = felt("Gruppens medlemmer.", default=())
    opgave: Prosa | None = felt("Hvad gruppen skal.")
    møder: Linje | None = felt("Hvor ofte gruppen mødes.", "ca. 2-4 gange årligt")
    mødekæde: Prosa | None = felt("Hvornår gruppen mødes i forhold til de andre.")
    kommissorium: Prosa | None = felt("Hvad der gælder om kommissoriet.")


class Sekretariat(Model):
    """Secretariat, which runs the plan from day to day."""

    navn: Linje | None = felt("Sekretariatets navn.", "Sekretariatet NN")
    leder: Linje | None = felt("Lederens titel.", "sekretariatsleder")
    placering: Prosa | None = felt("Hvor sekretariatet er placeret, og hvem det refererer til.")
    opgave: Prosa | None = felt("Hvad sekretariatet har til opgave.")
    betjening: Prosa | None = felt("Hvordan bestyrelse og grupper sekretariatsbetjenes.")


class Organisation(Model):
    """Bodies that lead the plan: board, groups, secretariat."""

    ansøger: Linje | None = felt("Den, der søger, hvis ansøgeren ikke er part.", "Boligorganisationen NN")
    administrator: Linje | None = felt("Den, der administrerer, hvis det ikke er ansøgeren.", "Foreningen NN")
    bestyrelse: Bestyrelse | None = felt("Den ansvarlige bestyrelse.")
    grupper: tuple[Gruppe, ...] = felt("Grupper under bestyrelsen.", default=())
    sekretariat: Sekretariat | None = felt("Sekretariatet.")
    øvrigt: Prosa | None = felt("Andet om organiseringen, for eksempel hvad møderne ikke erstatter.")


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
    vision: Prosa | None = felt("Bestyrelsens vision for planen.")
    periode: Periode | None = felt("Hvornår planen gælder.", "{fra: 1.1.2027, til: 31.12.2030}")
    beboere: Antal | None = felt("Antal beboere i alle områder.", "1.000")
    lejemål: Antal | None = felt("Antal lejemål i alle områder.", "500")
    parter: tuple[Part, ...] = felt("Aftalens parter i den rækkefølge, de skal stå.", default=())
    boligområder: tuple[Boligområde, ...] = felt("De boligområder, som planen omfatter.", default=())
    indsatsområder: tuple[ValgtIndsatsområde, ...] = felt("De valgte indsatsområder.", default=())
    organisation: Organisation | None = felt("Bestyrelse, grupper og sekretariat.")
    budget: Budget | None = felt("Hovedtallene i budgettet.")
    godkendelser: tuple[Godkendelse, ...] = felt("Godkendelser af planen: hvem, hvad og hvornår.", default=())
    andre_aftaler: tuple[AndenAftale, ...] = felt("Aftaler ved siden af helhedsplanen.", default=())
    accepter: tuple[Accept, ...] = accepter()

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
        fulde = ((self.boligområde(navn), navn, værdi) for navn, værdi in værdier.items())
        return {område.navn if område else navn: værdi for område, navn, værdi in fulde}

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

    @property
    def underskrivere(self) -> tuple[Part, ...]:
        """Parties in the order in which they sign: those with a number first, by number."""
        def plads(part: Part) -> tuple[bool, int]:
            nummer = part.underskrift.nummer if part.underskrift else None
            return (nummer is None, nummer or 0)

        return tuple(sorted(self.parter, key=plads))



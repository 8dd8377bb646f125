"""Bodies that lead a plan: board, groups and secretariat, with their members."""

from __future__ import annotations

from typing import ClassVar, Literal

from generator.plan.model.base import Model, Prosa, felt, krævet, samme
from generator.plan.model.computed import beregnet
from generator.plan.model.values import Antal, Linje

ROW_CHARACTERS, ROW_MEMBERS = 260, 6
"""The most that stands in a row of a table about a group: characters of prose, and members."""


class Medlem(Model):
    """A seat in a board or a group, by office; a person's name only where it must be known.

    Seats that are alike are one, with their number; a member that is an organisation has no title.
    """

    one_of: ClassVar[tuple[str, ...]] = ("titel", "organisation")
    antal: Antal | None = felt("Antal, hvis flere er ens; titlen skrives så i flertal.", "7")
    titel: Linje | None = felt(
        "Medlemmets stilling eller rolle; udelades, hvis organisationen selv er medlem.",
        "direktør for Børn & Unge",
    )
    organisation: Linje | None = felt("Hvor medlemmet kommer fra.", "Kommunen NN")
    udpeget_af: Linje | None = felt("Hvem der udpeger medlemmet.", "byrådet")
    navn: Linje | None = felt("Personens navn. Roller er som regel nok.", "NN")
    formand: Literal["ja", "nej"] | None = felt(
        "Om medlemmet er formand, eventuelt sammen med andre.", styrer=True
    )
    deltager_som: Linje | None = felt(
        "Hvis pladsen ikke er et fuldt medlems: hvad den er.", "observatør uden stemmeret"
    )

    @property
    def vist(self) -> str:
        """Title, or the organisation that is itself the member."""
        return self.titel or self.organisation or ""

    @property
    @beregnet("antal")
    def pladser(self) -> int:
        """Number of seats that it stands for."""
        return int(self.antal.tal) if self.antal else 1


class Bestyrelse(Model):
    """The board that is responsible for the plan."""

    navn: Linje | None = felt("Bestyrelsens eget navn, hvis den har et.", "Bestyrelsen NN")
    medlemmer: tuple[Medlem, ...] = felt("Bestyrelsens medlemmer.", default=())
    opgaver: Prosa | None = felt("Hvad bestyrelsen har ansvar for og kan beslutte.")
    møder: Linje | None = felt("Hvor ofte bestyrelsen mødes; læses efter ”mødes”.", "2-4 gange årligt")
    kommissorium: Prosa | None = felt("Hvad der gælder om kommissoriet.")
    fælles_med: tuple[Linje, ...] = felt("Andre planer, som bestyrelsen leder.", "[Planen i NN]", ())

    @property
    @beregnet("medlemmer.*.antal", "medlemmer.*.deltager_som")
    def pladser(self) -> int:
        """Number of seats of those who are full members."""
        return sum(medlem.pladser for medlem in self.fulde_medlemmer)

    @property
    @beregnet("medlemmer.*.antal", "medlemmer.*.deltager_som")
    def andre_pladser(self) -> int:
        """Number of seats of those who only advise or are invited."""
        return sum(medlem.pladser for medlem in self.medlemmer) - self.pladser

    @property
    def fulde_medlemmer(self) -> tuple[Medlem, ...]:
        """Members without those who only advise or are invited."""
        return tuple(medlem for medlem in self.medlemmer if not medlem.deltager_som)


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
    afdelinger: tuple[Linje, ...] = felt(
        "Afdelingerne, som gruppen følger, hvis den ikke følger hele områder.", "[afd. 10]", (), styrer=True
    )
    medlemmer: tuple[Medlem, ...] = felt("Gruppens medlemmer.", default=())
    opgave: Prosa | None = felt("Hvad gruppen skal.")
    møder: Linje | None = felt("Hvor ofte gruppen mødes; læses efter ”mødes”.", "ca. 2-4 gange årligt")
    mødekæde: Prosa | None = felt("Hvornår gruppen mødes i forhold til de andre.")
    kommissorium: Prosa | None = felt("Hvad der gælder om kommissoriet.")

    @property
    def er_kort(self) -> bool:
        """Tell whether it has so little to say that a row of a table holds it."""
        tekster = (self.opgave, self.mødekæde, self.kommissorium)
        tegn = sum(len(tekst) for tekst in tekster if isinstance(tekst, str))
        return tegn <= ROW_CHARACTERS and len(self.medlemmer) <= ROW_MEMBERS


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

    def gruppe(self, navn: str) -> Gruppe | None:
        """Group of that name."""
        return next((gruppe for gruppe in self.grupper if samme(gruppe.navn) == samme(navn)), None)

    @property
    @beregnet("grupper.*.kommissorium", "grupper.*.mødekæde", "grupper.*.opgave")
    def grupper_kan_stå_i_tabel(self) -> bool:
        """Tell whether there are several groups, and each has little to say."""
        return len(self.grupper) > 1 and all(gruppe.er_kort for gruppe in self.grupper)

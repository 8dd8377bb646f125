"""Bodies that lead a plan: board, groups and secretariat, with their members."""

from __future__ import annotations

from typing import Literal

from generator.plan.model.base import Model, Prosa, felt, krævet
from generator.plan.model.values import Linje


class Medlem(Model):
    """A seat in a board or a group, by office; a person's name only where it must be known."""

    titel: Linje = krævet("Medlemmets stilling eller rolle.", "direktør for Børn & Unge")
    organisation: Linje | None = felt("Hvor medlemmet kommer fra.", "Viborg Kommune")
    udpeget_af: Linje | None = felt("Hvem der udpeger medlemmet.", "byrådet")
    navn: Linje | None = felt("Personens navn. Roller er som regel nok.", "Fornavn Efternavn")
    formand: Literal["ja", "nej"] | None = felt("Om medlemmet er formand, eventuelt sammen med andre.")


class Bestyrelse(Model):
    """The board that is responsible for the plan."""

    medlemmer: tuple[Medlem, ...] = felt("Bestyrelsens medlemmer.", default=())
    opgaver: Prosa | None = felt("Hvad bestyrelsen har ansvar for og kan beslutte.")
    møder: Linje | None = felt("Hvor ofte bestyrelsen mødes.", "2-4 gange årligt")
    kommissorium: Prosa | None = felt("Hvad der gælder om kommissoriet.")
    fælles_med: tuple[Linje, ...] = felt("Andre planer, som bestyrelsen leder.", "[Planen i Bjerringbro]", ())


class Gruppe(Model):
    """A group under the board."""

    navn: Linje = krævet("Gruppens navn.", "Projektkoordineringsgruppen")
    type: Linje | None = felt("Gruppens art.", "følgegruppe")
    indsatsområde: Linje | None = felt("Indsatsområdet, som gruppen følger, hvis kun ét.", "beskæftigelse")
    boligområder: tuple[Linje, ...] = felt("Områderne, den følger, hvis ikke alle.", "[Ellekonebakken]", ())
    medlemmer: tuple[Medlem, ...] = felt("Gruppens medlemmer.", default=())
    opgave: Prosa | None = felt("Hvad gruppen skal.")
    møder: Linje | None = felt("Hvor ofte gruppen mødes.", "ca. 2-4 gange årligt")
    mødekæde: Prosa | None = felt("Hvornår gruppen mødes i forhold til de andre.")
    kommissorium: Prosa | None = felt("Hvad der gælder om kommissoriet.")


class Sekretariat(Model):
    """Secretariat, which runs the plan from day to day."""

    navn: Linje | None = felt("Sekretariatets navn.", "Boligselskabernes Fællessekretariat")
    leder: Linje | None = felt("Lederens titel.", "sekretariatsleder")
    placering: Prosa | None = felt("Hvor sekretariatet er placeret, og hvem det refererer til.")
    opgave: Prosa | None = felt("Hvad sekretariatet har til opgave.")
    betjening: Prosa | None = felt("Hvordan bestyrelse og grupper sekretariatsbetjenes.")


class Organisation(Model):
    """Bodies that lead the plan: board, groups, secretariat."""

    ansøger: Linje | None = felt("Den, der søger, hvis den ikke er part.", "Boligforeningen Viborg")
    administrator: Linje | None = felt("Den, der administrerer, hvis ikke ansøgeren.", "BoligViborg")
    bestyrelse: Bestyrelse | None = felt("Den ansvarlige bestyrelse.")
    grupper: tuple[Gruppe, ...] = felt("Grupper under bestyrelsen.", default=())
    sekretariat: Sekretariat | None = felt("Sekretariatet.")
    øvrigt: Prosa | None = felt("Andet om organiseringen, for eksempel hvad møderne ikke erstatter.")

"""beredskabsplan.yaml: who does what when there is unrest in an area. Roles stand in it, never persons."""

from __future__ import annotations

from typing import NamedTuple

from generator.plan.model.base import Accept, Model, Prosa, accepter, felt, krævet
from generator.plan.model.helhedsplan import Status
from generator.plan.model.values import Linje
from generator.plan.model.versioner import Version, versioner


class Omfang(Model):
    """Places and people that the plan is about."""

    områder: tuple[Linje, ...] = felt(
        "Boligområderne, hvis beredskabsplanen ikke gælder dem alle.", "[Området NN]", ()
    )
    alder: Linje | None = felt("Aldersgruppen, den især handler om.", "12-25 år")
    tekst: Prosa | None = felt("Andet om, hvornår planen gælder.")


class Hændelse(Model):
    """A kind of event that the plan is for."""

    navn: Linje = krævet("Hændelsens art.", "Stenkast")
    niveau: Linje | None = felt("Hvor udbredt hændelsen er.", "ét boligområde")
    kendetegn: Prosa | None = felt("Hvordan man kender den.")


class Kontakt(Model):
    """A role that is contacted; its number is its place in the chain."""

    rolle: Linje = krævet("Rollen. Personers navne og telefonnumre hører ikke til her.", "boligsocial leder")
    organisation: Linje | None = felt("Hvor rollen hører til.", "Kommunen NN")
    hvornår: Linje | None = felt("Hvornår rollen bliver kontaktet.", "straks")


class Handling(Model):
    """A line of an action card."""

    hændelse: Linje | None = felt("Hændelsen, hvis handlingen kun gælder én.", "Stenkast")
    opgave: Linje = krævet("Opgaven.", "Skabe overblik")
    hvem: Linje | None = felt("Rollen, som har opgaven.", "boligsocial leder")
    hvornår: Linje | None = felt("Hvornår det sker.", "inden for en time")
    handling: Prosa | None = felt("Hvad rollen gør.")


class Handlingskort(NamedTuple):
    """Actions for one kind of event; for all of them where `hændelse` is None."""

    hændelse: str | None
    handlinger: tuple[Handling, ...]


class Beredskabsplan(Model):
    """The plan for unrest in the areas."""

    status: Status | None = felt(
        "Kun hvis beredskabsplanens status er en anden end planens.", "udkast", styrer=True
    )
    formål: Prosa | None = felt("Hvad beredskabet er til for.")
    omfang: Omfang | None = felt("Hvilke områder og hvem beredskabet omfatter.")
    hændelser: tuple[Hændelse, ...] = felt("De hændelser, som planen er til.", default=())
    kontaktkæde: tuple[Kontakt, ...] = felt("Rollerne, der kontaktes, i rækkefølge.", default=())
    handlingskort: tuple[Handling, ...] = felt("Hvem der gør hvad, og hvornår.", default=())
    kommunikation: Prosa | None = felt("Hvem der udtaler sig, og hvem der bliver orienteret.")
    opfølgning: Prosa | None = felt("Hvad der sker bagefter.")
    revision: Prosa | None = felt("Hvor ofte planen bliver gennemgået, og af hvem.")
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()

    def kort(self) -> tuple[Handlingskort, ...]:
        """Action cards: that for all events first, then one for each event that has actions of its own."""
        hændelser = dict.fromkeys(handling.hændelse for handling in self.handlingskort)
        rækkefølge = sorted(hændelser, key=lambda hændelse: hændelse is not None)
        return tuple(
            Handlingskort(navn, tuple(one for one in self.handlingskort if one.hændelse == navn))
            for navn in rækkefølge
        )

"""delaftale-<indsatsområde>.yaml: the work of the parties within one area of effort."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from generator.plan.model.base import (
    Accept,
    Led,
    Model,
    Navngivet,
    Prosa,
    ProsaIAfsnit,
    accepter,
    felt,
    find,
    krævet,
)
from generator.plan.model.computed import beregnet
from generator.plan.model.helhedsplan import Status
from generator.plan.model.maal import Delmål, Målepunkt
from generator.plan.model.reserved import added_up, most_decimals
from generator.plan.model.values import Linje, Periode, Timer
from generator.plan.model.versioner import Version, versioner


class Person(Model):
    """A person who is a party by office; the name may be left out."""

    one_of: ClassVar[tuple[str, ...]] = ("titel", "navn")
    navn: Linje | None = felt("Personens navn. Rollen er som regel nok.", "NN")
    titel: Linje | None = felt("Personens titel eller rolle.", "afdelingsleder")
    enhed: Linje | None = felt("Hvor personen arbejder.", "Socialafdelingen, Kommunen NN")


class Aftalegruppe(Model):
    """A group that is a party."""

    navn: Linje = krævet("Gruppens navn.", "Chefgruppen")
    opgave: Prosa | None = felt("Hvad gruppen har ansvar for.")
    sammensætning: Prosa | None = felt("Hvordan gruppen sættes sammen, og for hvor længe.")


class DelaftaleParter(Model):
    """Parties to the delaftale: organisations, groups or persons."""

    organisationer: tuple[Linje, ...] = felt("Organisationer, der er parter.", "[Boligorganisationen NN]", ())
    grupper: tuple[Aftalegruppe, ...] = felt("Grupper, der er parter.", default=())
    personer: tuple[Person, ...] = felt("Personer, der er parter i kraft af deres stilling.", default=())
    ansvarlige: tuple[Linje, ...] = felt("Ansvarlige for delaftalens udførelse.", "[boligsocial leder]", ())
    samarbejdspartnere: Prosa | None = felt("De primære samarbejdspartnere.")


class Aktivitet(Navngivet):
    """An activity on the list, with the hours it takes."""

    navn: Linje = krævet("Aktivitetens navn, som det skal stå i aftalen.", "Hverdagsrådgivning")
    timer_pr_uge: Timer | None = felt("Boligsociale timer pr. uge.", "17")


class Aktivitetsskema(Model):
    """The form of one activity."""

    aktivitet: Linje = krævet("Aktivitetens navn, som det står på listen.", "Hverdagsrådgivning")
    formål: Prosa | None = felt("Hvad aktiviteten skal føre til.")
    målgruppe: Prosa | None = felt("Hvem aktiviteten er for.")
    indhold: Prosa | None = felt("Hvad aktiviteten er.")
    praksis: Prosa | None = felt("Hvordan aktiviteten foregår.")
    ansvar: Prosa | None = felt("Hvem der har ansvar for hvad.")


class KommunalSammenhæng(Model):
    """Connection between the effort and the municipality's own."""

    tekst: Prosa | None = felt("Sammenhængen i ord.")
    målsætninger: Led | None = felt("De kommunale målsætninger, som indsatsen støtter.", "[flere i job]")
    opfølgning: Prosa | None = felt("Hvordan målsætningerne følges.")


class Delaftale(Model):
    """The delaftale for one area of effort."""

    indsatsområde: Linje = krævet("Indsatsområdets nøgle i formularen.", "beskæftigelse", styrer=True)
    status: Status | None = felt(
        "Kun hvis delaftalens status er en anden end planens.", "udkast", styrer=True
    )
    navn: Linje | None = felt("Indsatsens navn, hvis det ikke er planens navn.", "Vejen til job")
    periode: Periode | None = felt("Kun hvis delaftalen ikke gælder i hele planens periode.")
    parter: DelaftaleParter | None = felt("Delaftalens parter.")
    problemkompleks: ProsaIAfsnit | None = felt(
        "Problemkompleks for indsatsområdet. Kan deles i afsnit med hver sin overskrift."
    )
    formål: Led | None = felt("Formål for indsatsområdet, et led ad gangen.", "[at forebygge]")
    delmål: tuple[Delmål, ...] = felt("Delmål og indikatorer.", default=())
    aktiviteter: tuple[Aktivitet, ...] = felt("Aktiviteterne med timer.", default=())
    medarbejderressourcer: Prosa | None = felt("Hvordan ressourcerne fordeles.")
    kommunal_sammenhæng: KommunalSammenhæng | None = felt("Sammenhængen med den kommunale indsats.")
    revision: Prosa | None = felt("Hvor ofte delaftalen evalueres, og hvem der beslutter ændringer.")
    aktivitetsskemaer: tuple[Aktivitetsskema, ...] = felt("Et skema for hver aktivitet.", default=())
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()

    @property
    @beregnet("aktiviteter.*.timer_pr_uge")
    def timer_i_alt(self) -> Timer | None:
        """Hours a week for all activities; None while an activity lacks its hours."""
        return added_up(Timer, (aktivitet.timer_pr_uge for aktivitet in self.aktiviteter))

    def timer_decimaler(self) -> int:
        """Most decimals that an activity's exact hours have: all exact ones are printed with as many."""
        return most_decimals(aktivitet.timer_pr_uge for aktivitet in self.aktiviteter)

    def delmål_med(self, målepunkter: Iterable[Målepunkt]) -> tuple[Delmål, ...]:
        """The delmål with the figures of the målepunkter that their baselines refer to."""
        målte = tuple(målepunkter)
        return tuple(delmål.med(målte) for delmål in self.delmål)

    def aktiviteter_med_skema(self) -> list[tuple[Aktivitet, Aktivitetsskema | None]]:
        """Each activity of the list with its form, None where it has none."""
        def skema(aktivitet: Aktivitet) -> Aktivitetsskema | None:
            alle = (skema for skema in self.aktivitetsskemaer if find((aktivitet,), skema.aktivitet))
            return next(alle, None)

        return [(aktivitet, skema(aktivitet)) for aktivitet in self.aktiviteter]

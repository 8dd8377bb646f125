"""milepaelsplan.yaml: what is to be reached when, year by year of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from generator.base.language import say
from generator.plan.model.base import Accept, Model, Prosa, accepter, felt, krævet
from generator.plan.model.computed import beregnet
from generator.plan.model.dates import told
from generator.plan.model.helhedsplan import Status
from generator.plan.model.projektaar import Projektår, projektår
from generator.plan.model.refusal import Refused
from generator.plan.model.rytmer import Hver, gentaget, kan_begynde
from generator.plan.model.values import Dato, Linje, Periode
from generator.plan.model.versioner import Version, versioner
from generator.plan.source import codes

Stade = Literal["planlagt", "i gang", "nået", "forsinket", "udgår"]


HØRER_TIL = "Indsatsområdets nøgle, hvis det hører til ét."
AKTIVITET = "Aktiviteten, som den hedder i delaftalen, hvis det hører til én."
ANSVARLIG = "Hvem der har ansvaret: en rolle, ikke et navn."


class Milepæl(Model):
    """Something that is to be reached once."""

    milepæl: Linje = krævet("Hvad der skal være nået.", "Huset NN er åbnet")
    indsatsområde: Linje | None = felt(HØRER_TIL, "beskæftigelse", styrer=True)
    aktivitet: Linje | None = felt(AKTIVITET, "Hverdagsrådgivning")
    frist: Dato | None = felt("Dagen, måneden eller kvartalet, hvor den skal være nået.", "2. kvartal 2028")
    ansvarlig: Linje | None = felt(ANSVARLIG, "sekretariatet")
    status: Stade = felt("Hvor langt I er.", "i gang", "planlagt")
    note: Linje | None = felt("En bemærkning til status.", "udskudt, til lokalet er færdigt")


class Gentagelse(Model):
    """Something that happens again and again: the program finds each time, as long as the plan runs."""

    milepæl: Linje = krævet("Hvad der sker hver gang.", "Bestyrelsen mødes")
    indsatsområde: Linje | None = felt(HØRER_TIL, "beskæftigelse", styrer=True)
    aktivitet: Linje | None = felt(AKTIVITET, "Hverdagsrådgivning")
    hver: Hver | None = felt("Hvor længe der går imellem.", "halvår")
    første: Dato | None = felt("Den første gang: en dag, en måned eller et kvartal.", "marts 2027")
    ansvarlig: Linje | None = felt(ANSVARLIG, "sekretariatet")
    følger: tuple[Linje, ...] = felt(
        "Hvor aftalen siger, hvor tit: bestyrelsen, en gruppe eller et dokument.", "[bestyrelsen]", (),
        styrer=True,
    )  # fmt: skip
    nået_til: Dato | None = felt("Den seneste gang, der er holdt.", "marts 2028", styrer=True)

    @classmethod
    def contradictions(cls, values: Mapping[str, Any]) -> Iterator[tuple[str, Refused]]:
        """Refuse a first time that is not known well enough to tell the next."""
        hver, første = values.get("hver"), values.get("første")
        if hver and første and not kan_begynde(hver, første):
            message = say("`{date}` does not tell when the next time is", date=told(første))
            hint = say("write a month or a day, for example {example}", example="marts 2027")
            yield "første", Refused(codes.DATE, message, hint)

    @property
    @beregnet("hver")
    def rytme(self) -> str:
        """`hvert halvår`; empty while it is unknown."""
        et = self.hver in ("kvartal", "halvår", "år")
        return f"{'hvert' if et else 'hver'} {self.hver}" if self.hver else ""


class Punkt(NamedTuple):
    """A line of the plan: a milestone, or the times of one that comes again; `ting` is what it is made of.

    A milestone without a date has no `frister`.
    """

    ting: Milepæl | Gentagelse
    frister: tuple[Dato, ...]
    status: str
    note: str | None = None

    @property
    def gentages(self) -> bool:
        """Tell whether it is something that comes again."""
        return isinstance(self.ting, Gentagelse)


class Afsnit(NamedTuple):
    """Lines of one year of the plan; `år` is None for those that lie in none, or have no date."""

    år: Projektår | None
    punkter: tuple[Punkt, ...]


class Milepælsplan(Model):
    """The plan of milestones for the whole period."""

    status: Status | None = felt(
        "Kun hvis milepælsplanens status er en anden end planens.", "udkast", styrer=True
    )
    indledning: Prosa | None = felt("Hvad læseren skal vide om milepælene.")
    milepæle: tuple[Milepæl, ...] = felt("Milepælene, en ad gangen.", default=())
    gentagne: tuple[Gentagelse, ...] = felt("Det, der sker igen og igen, som møder.", default=())
    opfølgning: Prosa | None = felt("Hvem der følger op, og hvornår milepælene fornyes.")
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()

    def gange(self, gælder: Periode | None) -> tuple[Punkt, ...]:
        """Milestones of a plan that runs so long, then each time of those that come again, a line each."""
        til = gælder.til if gælder else None
        gentagne = (_punkt(ting, (frist,)) for ting in self.gentagne for frist in _frister(ting, til))
        return (*(_punkt(ting, (ting.frist,) if ting.frist else ()) for ting in self.milepæle), *gentagne)

    def efter_projektår(self, gælder: Periode | None) -> tuple[Afsnit, ...]:
        """Lines by year of the plan, every year with its own; then those that lie in none, if any."""
        gange = self.gange(gælder)
        alle = [(år, [gang for gang in gange if any(map(år.rummer, gang.frister))])
                for år in projektår(gælder)]  # fmt: skip
        placeret = {id(gang) for _, i_året in alle for gang in i_året}
        øvrige = [gang for gang in gange if id(gang) not in placeret]
        afsnit = tuple(Afsnit(år, _samlet(i_året)) for år, i_året in alle)
        return (*afsnit, Afsnit(None, _samlet(øvrige))) if øvrige else afsnit


def _frister(ting: Gentagelse, til: Dato | None) -> Iterator[Dato]:
    if ting.hver and ting.første and til:
        yield from gentaget(ting.første, ting.hver, til)


def _punkt(ting: Milepæl | Gentagelse, frister: tuple[Dato, ...]) -> Punkt:
    if isinstance(ting, Milepæl):
        return Punkt(ting, frister, ting.status, ting.note)
    nået = [ting.nået_til is not None and frist.sidste() <= ting.nået_til.sidste() for frist in frister]
    return Punkt(ting, frister, "nået" if all(nået) else "i gang" if any(nået) else "planlagt")


def _samlet(gange: list[Punkt]) -> tuple[Punkt, ...]:
    """Lines of one section: milestones by their dates, then those that come again, all times in one line."""
    enkelte = sorted((gang for gang in gange if isinstance(gang.ting, Milepæl)), key=_orden)
    gentagne: dict[int, list[Punkt]] = {}
    for gang in gange:
        if isinstance(gang.ting, Gentagelse):
            gentagne.setdefault(id(gang.ting), []).append(gang)
    frister = [(dele[0].ting, tuple(del_.frister[0] for del_ in dele)) for dele in gentagne.values()]
    return (*enkelte, *(_punkt(ting, alle) for ting, alle in frister))


def _orden(punkt: Punkt) -> tuple[bool, str, str]:
    """Key that sorts lines by the end of their first date, then by its beginning; those without one last."""
    frist = punkt.frister[0] if punkt.frister else None
    return (frist is None, *((frist.sidste().isoformat(), frist.første().isoformat()) if frist else ("", "")))

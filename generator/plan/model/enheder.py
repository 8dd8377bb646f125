"""Units of a plan's organisation, and what each is to the others: as the plan's own data say.

Parties stand at the top, then the board, its groups – those for the whole plan first, then those for an
indsatsområde, then those for an area – and last the secretariat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from generator.plan.model.base import samme
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.organisation import Bestyrelse, Gruppe, Organisation, Sekretariat
from generator.plan.model.parter import Part

Slags: TypeAlias = Literal["part", "ansøger", "administrator", "bestyrelse", "gruppe", "sekretariat"]
Art: TypeAlias = Literal["deltager", "hører_under", "refererer", "vælger", "rådgiver", "betjener"]
BESTYRELSEN, SEKRETARIATET = "Bestyrelsen", "Sekretariatet"


class Enhed(Struct, frozen=True):
    """A unit: its name as it is printed, all the names it goes by, and what the plan says of it."""

    navn: str
    slags: Slags
    navne: frozenset[str]
    part: Part | None = None
    gruppe: Gruppe | None = None
    sekretariat: Sekretariat | None = None


class Streg(Struct, frozen=True):
    """Line from one unit to another, and what it says of the first."""

    fra: Enhed
    til: Enhed
    art: Art


def niveauer(plan: Helhedsplan) -> Iterator[tuple[Enhed, ...]]:
    """The units level by level, from the top, without levels that have none."""
    org = plan.organisation or Organisation()
    alle = ([*_parter(plan), *_uden_for(plan, org)], _bestyrelse(org.bestyrelse),
            *_grupper(org.grupper), _sekretariat(org.sekretariat))
    yield from (tuple(enheder) for enheder in alle if enheder)


def _grupper(grupper: Iterable[Gruppe]) -> tuple[list[Enhed], list[Enhed], list[Enhed]]:
    """The groups for the whole plan, those for an indsatsområde, and those for an area."""
    hele: list[Enhed] = []
    indsats: list[Enhed] = []
    steder: list[Enhed] = []
    for gruppe in grupper:
        enhed = Enhed(gruppe.navn, "gruppe", frozenset({samme(gruppe.navn)}), gruppe=gruppe)
        lokal = gruppe.boligområder or gruppe.afdelinger
        niveau = steder if lokal else indsats if gruppe.indsatsområde else hele
        niveau.append(enhed)
    return hele, indsats, steder


def _parter(plan: Helhedsplan) -> list[Enhed]:
    return [Enhed(part.vist, "part", part.kendes_som, part=part) for part in plan.parter]


def _uden_for(plan: Helhedsplan, org: Organisation) -> list[Enhed]:
    """The applicant and the administrator, where they are no parties."""
    roller: tuple[tuple[Slags, str | None], ...] = (
        ("ansøger", org.ansøger), ("administrator", org.administrator),
    )  # fmt: skip
    fundne: dict[str, Enhed] = {}
    for slags, navn in roller:
        if navn and plan.part(navn) is None:
            fundne.setdefault(samme(navn), Enhed(navn, slags, frozenset({samme(navn)})))
    return list(fundne.values())


def _bestyrelse(bestyrelse: Bestyrelse | None) -> list[Enhed]:
    if bestyrelse is None:
        return []
    navn = bestyrelse.navn or BESTYRELSEN
    return [Enhed(navn, "bestyrelse", frozenset({samme(navn), samme(BESTYRELSEN)}))]


def _sekretariat(sekretariat: Sekretariat | None) -> list[Enhed]:
    if sekretariat is None:
        return []
    navn = sekretariat.navn or SEKRETARIATET
    navne = frozenset({samme(navn), samme(SEKRETARIATET)})
    return [Enhed(navn, "sekretariat", navne, sekretariat=sekretariat)]


def find_enhed(enheder: Iterable[Enhed], navn: str) -> Enhed | None:
    """The unit that goes by the name: its own, a party's short name or alias, or `bestyrelsen`."""
    return next((enhed for enhed in enheder if samme(navn) in enhed.navne), None)


def givne_streger(plan: Helhedsplan, enheder: Iterable[Enhed]) -> list[Streg]:
    """Lines that the organisation gives by itself.

    Parties have members on the board, groups belong under it, and the secretariat serves it.
    """
    alle = list(enheder)
    bestyrelse = next((enhed for enhed in alle if enhed.slags == "bestyrelse"), None)
    if bestyrelse is None or plan.organisation is None or plan.organisation.bestyrelse is None:
        return []
    medlemmer = plan.organisation.bestyrelse.fulde_medlemmer
    fra = (navn for medlem in medlemmer for navn in (medlem.organisation, medlem.udpeget_af))
    pladser = {samme(navn) for navn in fra if navn}
    arter: Mapping[Slags, Art] = {"gruppe": "hører_under", "sekretariat": "betjener"}
    return [Streg(enhed, bestyrelse, art) for enhed in alle
            if (art := "deltager" if enhed.part and pladser & enhed.navne else arter.get(enhed.slags))]

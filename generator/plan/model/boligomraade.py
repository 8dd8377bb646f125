"""Housing areas with their departments, and the organisations that own them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.plan.model.base import Model, Navngivet, felt, find, krævet, samme
from generator.plan.model.computed import beregnet
from generator.plan.model.parter import Part
from generator.plan.model.reserved import added_up
from generator.plan.model.values import Antal, Linje

NUMRE = re.compile(r"\D*(?P<første>\d{1,6})[-–](?P<sidste>\d{1,6})")
AFDELING = re.compile(r"^afd(?:eling|elingen|\.|(?= ))\s*", re.IGNORECASE)


def uden_afd(navn: str) -> str:
    """Name of a department, folded for comparing, without `Afd.`"""
    return samme(AFDELING.sub("", navn))


class Afdeling(Model):
    """A department of a housing organisation inside an area."""

    nummer: Linje | None = felt("Afdelingens nummer.", "10")
    navn: Linje | None = felt("Afdelingens navn.", "Området NN")
    ejer: Linje | None = felt("Boligorganisationen, hvis den er en anden end områdets.", "Foreningen NN")

    @property
    @beregnet("nummer", "navn")
    def kendes_som(self) -> frozenset[str]:
        """Its name and its number, folded for comparing; `Afd.` before the number is left out."""
        return frozenset(map(uden_afd, filter(None, (self.nummer, self.navn))))

    @property
    def vist(self) -> str:
        """Its name, or `afd. 10` where it has none."""
        return self.navn or f"afd. {AFDELING.sub('', self.nummer or '')}"

    @property
    @beregnet("nummer", "navn")
    def betegnelse(self) -> str:
        """`Afd. 10, Egeparken`, with as much as is known; `Afd.` stands once, also where it was written."""
        nummer = f"Afd. {AFDELING.sub('', self.nummer)}" if self.nummer else ""
        return ", ".join(part for part in (nummer, self.navn) if part)

    def antal(self) -> int:
        """Number of departments that it stands for: four for the numbers 605-608, two for 8 og 10."""
        nummer = (self.nummer or "").replace(" ", "")
        if span := NUMRE.fullmatch(nummer):
            return max(1, int(span["sidste"]) - int(span["første"]) + 1)
        return max(1, len(re.findall(r"\d+", nummer)))


class Boligområde(Navngivet):
    """A housing area, an estate or a town: what figures are counted for."""

    navn: Linje = krævet("Områdets navn, som det skal stå i aftalen.", "Området NN")
    by: Linje | None = felt("Byen, hvis planen omfatter flere.", "Byen NN")
    ejer: Linje | None = felt(
        "Boligorganisationen, der ejer området: en af parterne.", "Boligorganisationen NN", styrer=True
    )
    afdelinger: tuple[Afdeling, ...] = felt("Områdets afdelinger.", "[{nummer: 1}]", ())
    antal_afdelinger: Antal | None = felt("Antal afdelinger, hvis ikke alle er nævnt.", "4")
    beboere: Antal | None = felt("Antal beboere.", "100")
    lejemål: Antal | None = felt("Antal lejemål.", "50")

    def nævnte_afdelinger(self) -> int:
        """Number of departments that are listed, a range with all that are in it."""
        return sum(afdeling.antal() for afdeling in self.afdelinger)

    def alle_afdelinger(self) -> int:
        """Number of departments, listed or not: as many as are listed while the number is not exact."""
        given = self.antal_afdelinger
        return int(given.tal) if given and given.er_præcis else self.nævnte_afdelinger()


class EjersOmråder(NamedTuple):
    """The areas of one owner, and how many live in them as far as it is known; no owner, where it is none."""

    part: Part | None
    områder: tuple[Boligområde, ...]
    beboere: Antal | None


def efter_ejer(områder: Iterable[Boligområde], parter: Iterable[Part]) -> tuple[EjersOmråder, ...]:
    """Group the areas by their owner, in the order of the parties; last those that no party owns."""
    parter, ejede = tuple(parter), [(område, find(parter, område.ejer or "")) for område in områder]
    parters = ((part, tuple([område for område, ejer in ejede if ejer is part])) for part in (*parter, None))
    return tuple([EjersOmråder(part, deres, _beboere(part, deres)) for part, deres in parters if deres])


def _beboere(part: Part | None, områder: tuple[Boligområde, ...]) -> Antal | None:
    """Residents of the areas together; what their owner says where not all areas say it."""
    return added_up(Antal, (område.beboere for område in områder)) or (part.beboere if part else None)

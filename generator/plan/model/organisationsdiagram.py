"""organisationsdiagram.yaml: what the drawing of the organisation shows beside what helhedsplan.yaml says."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from generator.plan.model.base import Accept, Model, Prosa, accepter, felt, krævet
from generator.plan.model.enheder import Art, Enhed, Streg, find_enhed, givne_streger, niveauer
from generator.plan.model.helhedsplan import Helhedsplan, Status
from generator.plan.model.values import Linje
from generator.plan.model.versioner import Version, versioner


class Forbindelse(Model):
    """A connection between two units of the organisation, drawn as a line of its own."""

    fra: Linje = krævet("Den enhed, som forbindelsen går ud fra, med dens navn i planen.", "Sekretariatet")
    til: Linje = krævet("Den enhed, som den går til.", "Bestyrelsen")
    art: Literal["refererer", "vælger", "rådgiver", "betjener"] = krævet(
        "Hvad den første gør for den anden.", "betjener"
    )


class Opstilling(Struct, frozen=True):
    """The organisation as it is drawn: units on levels from the top, and the lines between them."""

    niveauer: tuple[tuple[Enhed, ...], ...]
    streger: tuple[Streg, ...]

    @property
    def enheder(self) -> tuple[Enhed, ...]:
        """All units, from the top."""
        return tuple(enhed for niveau in self.niveauer for enhed in niveau)

    @property
    def arter(self) -> tuple[Art, ...]:
        """Kinds of line that there are, in their order."""
        return tuple(dict.fromkeys(streg.art for streg in self.streger))

    def fra(self, enhed: Enhed) -> list[tuple[Art, list[str]]]:
        """Kinds of line that leave the unit, each with the names of those that it leads to."""
        mål = [(art, [streg.til.navn for streg in self.streger if streg.fra is enhed and streg.art == art])
               for art in self.arter]
        return [(art, navne) for art, navne in mål if navne]

    def nummer(self, enhed: Enhed) -> int:
        """Number of the unit, from 1: it names the unit's box."""
        return next(nummer for nummer, anden in enumerate(self.enheder, 1) if anden is enhed)


class Organisationsdiagram(Model):
    """The diagram of the organisation: boxes and lines come from helhedsplan.yaml, and what else there is."""

    status: Status | None = felt(
        "Kun hvis diagrammets status er en anden end planens.", "udkast", styrer=True
    )
    indledning: Prosa | None = felt("En indledning, ud over den faste.")
    niveauer: tuple[tuple[Linje, ...], ...] = felt(
        "Hvem der står ved siden af hvem, oppefra, hvis det er anderledes end planens rækkefølge. De, der "
        "ikke nævnes, står under de nævnte; parterne dog øverst.",
        "[[Bestyrelsen, Sekretariatet]]", (), styrer=True,
    )  # fmt: skip
    forbindelser: tuple[Forbindelse, ...] = felt(
        "Forbindelser ud over dem, som planen selv giver. En forbindelse mellem to afløser den, som planen "
        "giver mellem de samme to.",
        default=(), styrer=True,
    )  # fmt: skip
    note: Prosa | None = felt("Hvad der skal bemærkes til diagrammet.")
    versioner: tuple[Version, ...] = versioner()
    accepter: tuple[Accept, ...] = accepter()

    def opstilling(self, plan: Helhedsplan) -> Opstilling:
        """The plan's organisation as it is drawn; names that nobody goes by are left out."""
        givet = list(niveauer(plan))
        enheder = [enhed for niveau in givet for enhed in niveau]
        fundne = ((find_enhed(enheder, f.fra), find_enhed(enheder, f.til), f.art) for f in self.forbindelser)
        egne = [Streg(fra, til, art) for fra, til, art in fundne if fra and til and fra is not til]
        afløst = {(streg.fra.navn, streg.til.navn) for streg in egne}
        streger = [streg for streg in givne_streger(plan, enheder)
                   if (streg.fra.navn, streg.til.navn) not in afløst]
        entydige = {(streg.fra.navn, streg.til.navn, streg.art): streg for streg in (*streger, *egne)}
        return Opstilling(tuple(self._opstillet(givet)), tuple(entydige.values()))

    def _opstillet(self, givet: list[tuple[Enhed, ...]]) -> list[tuple[Enhed, ...]]:
        """The levels with those that the writer has put beside each other."""
        enheder = [enhed for niveau in givet for enhed in niveau]
        sat: list[Enhed] = []
        egne: list[list[Enhed]] = []
        for navne in self.niveauer:
            fundne = dict.fromkeys(e for navn in navne if (e := find_enhed(enheder, navn)) and e not in sat)
            egne.append(list(fundne))
            sat += fundne
        rest = [tuple(e for e in niveau if e not in sat) for niveau in givet]
        øverst = [niveau for niveau in rest if any(e.part for e in niveau)] if sat else []
        under = [niveau for niveau in rest if niveau not in øverst]
        return [niveau for niveau in (*øverst, *map(tuple, egne), *under) if niveau]

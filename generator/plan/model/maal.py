"""Figures for areas: measures of a target, and their starting points."""

from __future__ import annotations

from typing import ClassVar

from generator.plan.model.base import Model, Prosa, felt, krævet
from generator.plan.model.values import Dato, Linje, Måltal, ÅrTal


class Områdeværdi(Model):
    """A figure for one area, with a remark where it needs one. The figure alone is enough."""

    alone: ClassVar[str] = "værdi"
    værdi: Måltal = krævet("Tallet: en procent, et antal, eller ”ikke opgjort”.", "12,5 %")
    note: Linje | None = felt("En bemærkning efter tallet.", "kun lejemål med børn")


class ForOmråder(Model):
    """Text that holds for some of the areas only."""

    områder: tuple[Linje, ...] = krævet("Boligområderne, det gælder.", "[Området NN]")
    tekst: Prosa = krævet("Hvad der gælder for dem.")


class Måling(Model):
    """A locally set measure (succeskriterium)."""

    måling: Prosa = krævet(
        "Målet, som det skal kunne måles.", "Fraflytningsprocenten er faldet 2 procentpoint."
    )
    udgangspunkt: Prosa | None = felt("Hvor det måles fra, i ord.")
    år: ÅrTal | None = felt("Året, som områdernes tal er fra.", "2015")
    områder: dict[str, Områdeværdi] = felt("Tallet for hvert boligområde.", "{Området NN: 12}", {})
    særligt: tuple[ForOmråder, ...] = felt("Det, der kun gælder nogle af områderne.", default=())
    datakilde: Prosa | None = felt(
        "Hvor tallene kommer fra, og hvem der opgør dem.", "Boligorganisationernes egne tal."
    )


class Baseline(Model):
    """Starting point of an indicator."""

    år: ÅrTal | None = felt("Året, som tallene er fra.", "2023")
    områder: dict[str, Områdeværdi] = felt("Tallet for hvert boligområde.", '{Området NN: "12,5 %"}', {})
    andre: dict[str, Områdeværdi] = felt("Tal at sammenligne med.", '{Landsgennemsnit: "10,3 %"}', {})
    tekst: Prosa | None = felt("Udgangspunktet i ord, hvor det ikke er tal.")
    afventer: Linje | None = felt("Hvorfor tallene ikke er her endnu.", "Opgøres ved årets udgang")
    forventet: Dato | None = felt("Hvornår tallene ventes.", "1.3.2026")

    def is_empty(self) -> bool:
        """Tell whether it says neither where the indicator starts nor why that is not known yet."""
        return not (self.områder or self.tekst or self.afventer)


class Delmål(Model):
    """A step towards the overall goals, and how it is followed."""

    mål: Linje = krævet("Delmålet.", "At reducere andelen af fraflytninger")
    indikator: Linje | None = felt("Det, der viser, om delmålet nås.", "Andelen af årlige fraflytninger")
    baseline: Baseline | None = felt("Hvor indikatoren starter.")
    datakilder: tuple[Linje, ...] = felt("Hvem tallene kommer fra.", "[Boligorganisationen NN]", ())

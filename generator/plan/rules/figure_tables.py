"""Sets of figures for areas, wherever in a plan they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.plan.model.maal import Delmål, Målepunkt, Måling, Områdeværdi
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.statusdele import Indikatorstatus
from generator.plan.model.strategisk import Data
from generator.plan.rules.gathered import Path
from generator.plan.rules.texts_of_plan import parts


class FigureTable(Struct, frozen=True):
    """Figures for areas, with the words that say what they are; `unit` where it stands apart from them."""

    aftale: Aftale
    path: Path
    words: str
    years: str
    figures: Mapping[str, Områdeværdi]
    unit: str = ""

    @property
    def place_path(self) -> Path:
        """Path of the figures themselves."""
        return (*self.path, "områder")


def tables(plan: Plan) -> Iterator[FigureTable]:
    """Yield all sets of figures for areas: of indicators, målinger, nøgletal and målepunkter."""
    for aftale in plan.aftaler:
        yield from _of_indicators(aftale)
        for path, m in parts(aftale, Måling):
            words = m.måling if isinstance(m.måling, str) else ""
            yield FigureTable(aftale, path, words, str(m.år or ""), m.områder)
        for path, data in parts(aftale, Data):
            for i, row in enumerate(data.tabel):
                yield FigureTable(aftale, (*path, "tabel", i), row.nøgletal, data.kilde or "", row.områder)
        for path, punkt in parts(aftale, Målepunkt):
            for year, tal in punkt.år.items():
                unit = punkt.enhed or ""
                words = f"{punkt.navn}, {unit}"
                yield FigureTable(aftale, (*path, "år", year), words, year, tal.områder, unit)


def _of_indicators(aftale: Aftale) -> Iterator[FigureTable]:
    for path, delmål in parts(aftale, Delmål):
        if b := delmål.baseline:
            words = f"{delmål.indikator or delmål.mål}. {delmål.mål}"
            yield FigureTable(aftale, (*path, "baseline"), words, str(b.år or ""), b.områder)
    for path, status in parts(aftale, Indikatorstatus):
        if nu := status.nu:
            yield FigureTable(aftale, (*path, "nu"), status.indikator, str(nu.år or ""), nu.områder)

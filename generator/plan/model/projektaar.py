"""Years of a project: they begin when the plan begins, not on the first of January."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from generator.plan.model.values import Dato, Periode


class Projektår(NamedTuple):
    """A year of the plan, the first is number 1; the last ends with the plan, and may be shorter."""

    nummer: int
    periode: Periode

    def rummer(self, frist: Dato) -> bool:
        """Tell whether something that is due then is due in this year; a month or a quarter by its end."""
        fra, til = self.periode.fra, self.periode.til
        return bool(fra and til and fra.første() <= frist.sidste() <= til.sidste())

    def holder(self, frist: Dato) -> bool:
        """Tell whether no day that it can be lies outside of this year."""
        fra = self.periode.fra
        return self.rummer(frist) and bool(fra and fra.første() <= frist.første())


def projektår(gælder: Periode | None) -> tuple[Projektår, ...]:
    """Years of a plan that runs so long; none while its first or its last day is unknown."""
    if gælder is None or gælder.fra is None or gælder.til is None:
        return ()
    first, last = gælder.fra.første(), gælder.til.sidste()
    starts = [start for n in range(last.year - first.year + 1) if (start := _after(first, n)) <= last]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), last]
    return tuple(
        Projektår(number, Periode(fra=_dato(start), til=_dato(end)))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )


def _after(day: date, years: int) -> date:
    """Same day so many years later; 1 March for a leap day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _dato(day: date) -> Dato:
    return Dato(day.year, day.month, day.day)

"""Years of a plan, rhythms, and the milestones that follow from both."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.model.milepaelsplan import Gentagelse, Milepæl, Milepælsplan
from generator.plan.model.projektaar import projektår
from generator.plan.model.rytmer import MONTHS_BETWEEN, Rytme, gentaget, kan_begynde, rytmer
from generator.plan.model.values import Dato, Periode

FOUR_YEARS = Periode(fra=Dato(2025, 8, 1), til=Dato(2029, 7, 31))
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(DAYS, st.integers(1, 3000))
def test_every_day_of_a_plan_lies_in_just_one_of_its_years_which_begin_when_it_does(
    first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    years = projektår(Periode(fra=dato(first), til=dato(last)))
    ends = [(year.periode.fra, year.periode.til) for year in years]
    assert [year.nummer for year in years] == list(range(1, len(years) + 1))
    assert (ends[0][0], ends[-1][1]) == (dato(first), dato(last))
    for (_, end), (start, _) in pairwise(ends):
        assert end and start and end.sidste() + timedelta(days=1) == start.første()
    assert all(start and (start.dag, start.måned) in ((first.day, first.month), (1, 3)) for start, _ in ends)


def dato(day: date) -> Dato:
    return Dato(day.year, day.month, day.day)


@pytest.mark.parametrize("periode", [None, Periode(fra=Dato(2027)), Periode(til=Dato(2031))])
def test_a_plan_whose_days_are_not_known_has_no_years(periode: Periode | None) -> None:
    assert projektår(periode) == ()


@pytest.mark.parametrize(("words", "found"), [
    ("2-4 gange årligt", [Rytme(2, 4)]), ("ca. 2-4 gange årligt", [Rytme(2, 4)]),
    ("to gange om året", [Rytme(2, 2)]), ("én gang årligt", [Rytme(1, 1)]),
    ("mindst to gange om året", [Rytme(2, None)]), ("højst 4 møder om året", [Rytme(1, 4)]),
    ("4 bestyrelsesmøder om året", [Rytme(4, 4)]), ("to til fire gange pr. år", [Rytme(2, 4)]),
    ("hver anden måned", [Rytme(6, 6)]), ("hvert kvartal", [Rytme(4, 4)]), ("månedligt", [Rytme(12, 12)]),
    ("Delaftalen evalueres hvert år.", [Rytme(1, 1)]), ("afrapporteres årligt", [Rytme(1, 1)]),
    ("Det sker 2 gange årligt, og der afrapporteres årligt.", [Rytme(2, 2), Rytme(1, 1)]),
    ("når der er brug for det", []), ("hver femte er flyttet ind", []), ("fire af dem mødes", []),
])  # fmt: skip
def test_a_rhythm_is_read_where_its_words_are_certain(words: str, found: list[Rytme]) -> None:
    assert rytmer(words) == found


@given(st.sampled_from(sorted(MONTHS_BETWEEN)), DAYS, st.integers(0, 3))
def test_what_comes_again_comes_until_the_plan_ends_and_as_far_apart_as_it_says(
    hver: str, day: date, known: int
) -> None:
    first = (dato(day), Dato(day.year, day.month), Dato(day.year, del_="2. kvartal"), Dato(day.year))[known]
    end = Dato(day.year + 5, 12, 31)
    if not kan_begynde(hver, first):
        return
    times = list(gentaget(first, hver, end))
    assert times[0] == first and all(time.sidste() <= end.sidste() for time in times)
    months = [time.første().year * 12 + time.første().month for time in times]
    assert {b - a for a, b in pairwise(months)} == {MONTHS_BETWEEN[hver]}
    assert (months[-1] + MONTHS_BETWEEN[hver] - 1) // 12 > day.year + 4


def test_a_day_that_a_month_lacks_is_its_last() -> None:
    times = list(gentaget(Dato(2027, 1, 31), "måned", Dato(2027, 4, 30)))
    assert times == [Dato(2027, 1, 31), Dato(2027, 2, 28), Dato(2027, 3, 31), Dato(2027, 4, 30)]


def test_the_lines_of_a_year_are_its_milestones_by_date_and_then_what_comes_again() -> None:
    plan = Milepælsplan(
        milepæle=(
            Milepæl(milepæl="Sent", frist=Dato(2026, 7)), Milepæl(milepæl="Tidligt", frist=Dato(2025, 9, 2)),
            Milepæl(milepæl="Uden frist"), Milepæl(milepæl="Efter", frist=Dato(2030)),
        ),
        gentagne=(
            Gentagelse(milepæl="Mødet", hver="halvår", første=Dato(2025, 10), nået_til=Dato(2025, 12)),
        ),
    )  # fmt: skip
    *years, rest = plan.efter_projektår(FOUR_YEARS)
    assert [[punkt.ting.milepæl for punkt in year.punkter] for year in years] == [
        ["Tidligt", "Sent", "Mødet"], ["Mødet"], ["Mødet"], ["Mødet"],
    ]  # fmt: skip
    assert years[0].punkter[2].frister == (Dato(2025, 10), Dato(2026, 4))
    assert [year.punkter[-1].status for year in years] == ["i gang", "planlagt", "planlagt", "planlagt"]
    assert rest.år is None
    assert [punkt.ting.milepæl for punkt in rest.punkter] == ["Efter", "Uden frist"]

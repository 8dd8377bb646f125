"""The budget in full: its sums by year and in all, as far as its amounts are known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.model.budgetbilag import Budgetbilag
from generator.plan.model.reader import Unreadable, model_of
from generator.plan.model.values import Beløb

LEADER = {"post": "ledelse og organisering", "år": {"2026": "500", "2027": "700"}}
WORKER = {"post": "løn", "indsatsområde": "beskæftigelse", "år": {"2027": "1.100"}}
WHOLE = {"post": "andet", "beløb": "300"}


def budget(*poster: dict[str, Any]) -> Budgetbilag:
    return model_of(Budgetbilag, {"poster": list(poster)})


def kroner(number: int) -> Beløb:
    return Beløb(Decimal(number))


def test_posts_are_added_up_by_year_and_in_all() -> None:
    made = budget(LEADER, WORKER)
    assert made.årene == (2026, 2027)
    assert [made.poster_i(year) for year in made.årene] == [kroner(500), kroner(1800)]
    assert made.poster_i_alt == kroner(2300)


def test_a_year_has_no_sum_while_a_post_is_known_as_a_whole_only() -> None:
    made = budget(LEADER, WHOLE)
    assert made.poster_i(2026) is None
    assert made.poster_i_alt == kroner(1500)


def test_posts_are_added_up_by_area_of_effort_and_those_of_none_come_last() -> None:
    assert budget(LEADER, WORKER).efter_indsatsområde() == [
        ("beskæftigelse", kroner(1100)), (None, kroner(1200)),
    ]  # fmt: skip


@pytest.mark.parametrize("year", ["26", "første år", "1066"])
def test_an_amount_by_anything_but_a_year_is_refused(year: str) -> None:
    with pytest.raises(Unreadable, match="cannot be read as a year"):
        budget({"post": "løn", "år": {year: "100"}})


def paid(*kilder: tuple[str, str]) -> Budgetbilag:
    """A budget whose sources give the same in each of two years."""
    lines = [{"kilde": name, "år": {"2026": amount, "2027": amount}} for name, amount in kilder]
    return model_of(Budgetbilag, {"finansiering": lines})


def test_a_year_is_as_long_as_its_money_beside_the_year_with_most() -> None:
    lines = [{"kilde": "A", "år": {"2026": "100", "2027": "300"}}, {"kilde": "B", "år": {"2027": "100"}}]
    first, second = model_of(Budgetbilag, {"finansiering": lines}).søjler()
    assert (first.bredde, second.bredde) == (Decimal(25), Decimal(100))
    assert [(part.kilde, int(part.andel)) for part in first.dele] == [("A", 100), ("B", 0)]
    assert [(part.kilde, int(part.andel)) for part in second.dele] == [("A", 75), ("B", 25)]


def test_those_who_give_most_have_a_part_of_their_own_and_the_others_share_one() -> None:
    made = paid(("A", "5"), ("B", "50"), ("C", "4"), ("D", "30"), ("A", "10"), ("E", "1"))
    for year in made.søjler():
        assert [part.kilde for part in year.dele] == ["B", "D", "A", None]
        assert year.dele[-1].beløb == kroner(5)


def test_no_picture_is_made_of_amounts_that_are_not_known_by_year_as_one_number() -> None:
    assert paid(("A", "5"), ("B", "5-6")).søjler() == ()
    assert model_of(Budgetbilag, {"finansiering": [{"kilde": "A", "beløb": "5"}]}).søjler() == ()
    assert paid(("A", "0")).søjler() == () == Budgetbilag().søjler()


@given(st.lists(st.tuples(st.sampled_from("ABCDEFG"), st.integers(1, 10**7)), min_size=1, max_size=12))
def test_the_parts_of_a_year_are_all_of_it(kilder: list[tuple[str, int]]) -> None:
    made = paid(*((name, str(amount)) for name, amount in kilder))
    for year in made.søjler():
        assert sum(part.beløb.tal for part in year.dele) == year.i_alt.tal == sum(a for _, a in kilder)
        assert abs(sum((part.andel for part in year.dele), Decimal(-100))) < Decimal("0.01")

"""The budget in full: its sums by year and in all, as far as its amounts are known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

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

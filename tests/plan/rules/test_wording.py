"""Figures and names as messages show them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.plan.model.values import Dato, Periode
from generator.plan.rules.wording import amount, day, names, period, plain, share

D = Decimal


@pytest.mark.parametrize(("listed", "shown"), [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    (list("abcde"), "a, b, c, d and e"), (list("abcdef"), "a, b, c, d, e and 1 more"),
    (list("abcdefgh"), "a, b, c, d, e and 3 more"),
])  # fmt: skip
def test_five_names_are_listed_and_of_more_the_first_five(listed: list[str], shown: str) -> None:
    assert names(iter(listed)) == shown


@pytest.mark.parametrize(("part", "whole", "shown"), [
    (D(4000), D(18600), "21,5 %"), (D(2499), D(10000), "24,99 %"), (D(24999), D(100000), "24,999 %"),
    (D(24999999), D(10**8), "24,999999 %"), (D(249999999), D(10**9), "25,000000 %"),
])  # fmt: skip
def test_a_share_has_the_decimals_at_most_six_that_tell_it_from_the_limit(
    part: Decimal, whole: Decimal, shown: str
) -> None:
    assert share(part, whole, D(25)) == shown


def test_the_spaces_of_a_message_are_those_that_people_type() -> None:
    assert plain("14\u00a0600 kr.\u00a0i alt") == "14 600 kr. i alt"
    for text in (amount(D(14600)), day(Dato(2017, 4, 1)), share(D(1), D(3), D(25))):
        assert "\u00a0" not in text


def test_amounts_days_and_periods_are_written_as_danes_write_them() -> None:
    assert amount(D("14600.5")) == "14.600,5"
    assert day(Dato(2017, 4, 1)) == "1. april 2017"
    whole = Periode(fra=Dato(2017, 4, 1), til=Dato(2021, 3))
    assert period(whole) == "1. april 2017 til marts 2021"
    assert period(Periode(fra=Dato(2017, 4, 1))) == "1. april 2017"

"""The local share of a budget is what its lines give together, and unknown while one of them is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.plan.model.budget import Budget
from generator.plan.model.load import load
from generator.plan.rules.local_share import local_share
from generator.plan.source.read import read_yaml_bytes

FUND = "{kilde: Landsbyggefonden, beløb: 60}"


def share(*lines: str, more: str = "", without: tuple[str, ...] = ()) -> Decimal | None:
    text = f"enhed: t.kr.\nfinansiering: [{', '.join(lines)}]\n{more}"
    return local_share(load(read_yaml_bytes(text.encode(), "budget.yaml"), Budget).value, without)


def test_it_is_what_others_than_the_fund_pay_of_the_total() -> None:
    assert share(FUND, "{kilde: A Kommune, beløb: 30}", "{kilde: B Fonden, beløb: 10, type: fond}") == 40


def test_a_kind_of_line_can_be_left_out_of_it() -> None:
    lines = FUND, "{kilde: A Kommune, beløb: 30}", "{kilde: B Fonden, beløb: 10, type: fond}"
    assert share(*lines, without=("fond",)) == 30


def test_what_the_funds_amount_includes_of_others_is_local() -> None:
    assert share("{kilde: Landsbyggefonden, beløb: 100, inkl: [{kilde: A Kommune, beløb: 25}]}") == 25


def test_shares_are_taken_as_they_are_given() -> None:
    assert share("{kilde: Landsbyggefonden, andel: 75 %}", "{kilde: A Kommune, andel: 25 %}") == 25


@pytest.mark.parametrize("lines", [
    (FUND, "{kilde: A Kommune}"),
    (FUND, "{kilde: A Kommune, beløb: 30}", "{kilde: B Kommune}"),
    ("{kilde: Landsbyggefonden}", "{kilde: A Kommune, beløb: 30}"),
])  # fmt: skip
def test_it_is_not_known_while_an_amount_that_it_follows_from_is_not(lines: tuple[str, ...]) -> None:
    assert share(*lines) is None


def test_the_total_alone_gives_the_shares_of_the_amounts_that_are_known() -> None:
    assert share("{kilde: Landsbyggefonden}", "{kilde: A Kommune, beløb: 30}", more="samlet: 120") == 25

"""Dates at the edges of what can be read, and what is answered to those on the other side."""

from __future__ import annotations

import pytest

from generator.plan.model.dates import SHAPES, month_number, told
from generator.plan.model.refusal import Refused
from generator.plan.model.values import Dato, Periode

FIRST = "the day stands first, then the month"


def hint(text: str) -> str:
    with pytest.raises(Refused) as refused:
        Dato.parse(text)
    return refused.value.hint


@pytest.mark.parametrize(("text", "dato"), [
    ("1900", Dato(1900)), ("2100", Dato(2100)), ("1.1.1900", Dato(1900, 1, 1)),
    ("31.12.2100", Dato(2100, 12, 31)), ("1.4. 2017", Dato(2017, 4, 1)), ("1 april 2017", Dato(2017, 4, 1)),
])  # fmt: skip
def test_a_date_is_of_the_years_from_1900_to_2100(text: str, dato: Dato) -> None:
    assert Dato.parse(text) == dato


@pytest.mark.parametrize("text", ["1899", "2101", "31.12.1899", "1.1.2101", "maj 2101"])
def test_a_date_outside_of_those_years_is_refused(text: str) -> None:
    assert hint(text) == "the year must be from 1900 to 2100"


@pytest.mark.parametrize(("text", "answer"), [
    ("1/4/2017", "write 1.4.2017, or 4.1.2017 if 1 is the month"),
    ("12/4/2017", "write 12.4.2017, or 4.12.2017 if 12 is the month"),
    ("13/4/2017", "write 13.4.2017"), ("4/4/2017", "write 4.4.2017"), ("1-4-2017", "write 1.4.2017"),
    ("2017/4/1", "write 1.4.2017"), ("2017-4-1", "write 1.4.2017"), ("1.12-2017", "write 1.12.2017"),
    ("1/13/2017", f"{FIRST}: write 13.1.2017"), ("12/31/2017", f"{FIRST}: write 31.12.2017"),
    ("1.13.2017", f"{FIRST}: write 13.1.2017"), ("12.13.2017", f"{FIRST}: write 13.12.2017"),
    ("4.31.2017", f"{FIRST}, and april has 30 days"),
    ("13.13.2017", f"there are twelve months, and 13 is not one; {FIRST}"),
    ("1.32.2017", f"there are twelve months, and 32 is not one; {FIRST}"),
    ("0.13.2017", f"there are twelve months, and 13 is not one; {FIRST}"),
    ("1.4.17", "write 1.4.2017: a year has four digits"), ("32/1/2017", SHAPES),
    ("1.40.17", SHAPES), ("123.4.2017", SHAPES), ("1.4.201", SHAPES),
    ("32.1.2017", "januar has 31 days"), ("0.1.2017", "januar has 31 days"),
    ("30.2.2020", "februar 2020 has 29 days"), ("31.6.2017", "juni has 30 days"),
    ("2017-12", "write december 2017"), ("2017-1", "write januar 2017"), ("12/2017", "write december 2017"),
    ("2017-13", SHAPES), ("2017-00", SHAPES), ("13.2017", SHAPES),
    ("4. jan 2017", "write 4. januar 2017"), ("december 4th, 2017", "write 4. december 2017"),
    ("june 2017", "write juni 2017"), ("ju 2017", SHAPES), ("jun 2017", "write juni 2017"),
    ("ma 2017", SHAPES), ("1. hest 2017", SHAPES), ("next year", SHAPES),
])  # fmt: skip
def test_what_is_no_date_is_answered_in_these_words(text: str, answer: str) -> None:
    assert hint(text) == answer


@pytest.mark.parametrize(("word", "number"), [
    ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7),
    ("august", 8), ("september", 9), ("october", 10), ("november", 11), ("december", 12),
    ("jan", 1), ("okt", 10), ("dec", 12), ("ja", 0), ("d", 0), ("hest", 0),
])  # fmt: skip
def test_a_month_is_known_by_its_english_name_and_by_three_letters(word: str, number: int) -> None:
    assert month_number(word) == number


def test_a_date_is_shown_in_messages_with_what_is_known_of_it() -> None:
    dates = Dato(2017, 4, 1), Dato(2017, 4), Dato(2017)
    assert [*map(told, dates)] == ["1. april 2017", "april 2017", "2017"]


def test_two_dates_in_one_text_are_no_period() -> None:
    refused = Periode.refuse_text(" 1.4.2017 - 31.3.2021 ")
    assert (refused.message, refused.code) == ("`1.4.2017 - 31.3.2021` is not a period", "V7")
    assert refused.hint == "write {fra: 1.4.2017, til: 31.3.2021}"


@pytest.mark.parametrize(("typed", "hint"), [
    ("1.4.2017-31.3.2021", "write {fra: 1.4.2017, til: 31.3.2021}"),
    ("fra 1. april 2017 til ultimo 2021", "write {fra: 1. april 2017, til: ultimo 2021}"),
    ("2017-04-01 - 2021-03-31", "write {fra: 2017-04-01, til: 2021-03-31}"),
    ("2017-2021", "write {fra: 2017, til: 2021}"),
    ("31.3.2021 - 1.4.2017", "write fra: and til: with a date each"),
    ("fire år", "write fra: and til: with a date each"),
])  # fmt: skip
def test_two_dates_in_one_text_are_told_apart_where_they_make_a_period(typed: str, hint: str) -> None:
    assert Periode.refuse_text(typed).hint == hint

"""Lines, prose and years: what is taken as it was typed, and what is refused."""

from __future__ import annotations

import pytest

from generator.plan.model.refusal import NotText, Refused, folded
from generator.plan.model.texts import Tekst, read_line, read_year
from generator.plan.source.prose import complaints


@pytest.mark.parametrize("typed", ["1990", "2100", " 2017 ", 1990, 2100])
def test_a_year_is_one_from_1990_to_2100(typed: object) -> None:
    assert read_year(typed) == int(str(typed))


@pytest.mark.parametrize("typed", ["1989", "2101", "17", "20170", "i 2017", "2017-18", "-2017", ""])
def test_another_year_is_refused_and_the_years_that_can_be_are_told(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_year(typed)
    assert refused.value.hint.endswith("; a year is from 1990 to 2100")
    assert refused.value.message == f"`{typed}` cannot be read as a year"


@pytest.mark.parametrize(("typed", "named"), [("i 2025", 2025), ("fra 1996 til 2001", 1996), ("12345", 2017)])
def test_the_year_that_stands_in_a_text_is_the_one_offered(typed: str, named: int) -> None:
    with pytest.raises(Refused, match="cannot be read") as refused:
        read_year(typed)
    assert refused.value.hint.startswith(f"write for example {named};")


@pytest.mark.parametrize("typed", [1989, 2101, True, None, ["2017"], 2017.0])
def test_what_is_no_text_and_no_such_number_is_no_year(typed: object) -> None:
    with pytest.raises(NotText):
        read_year(typed)


@pytest.mark.parametrize(("typed", "message"), [
    ("", "the text is empty"), (" \n ", "the text is empty"),
    ("a\nb", "one line is wanted, and there are more"),
    ("a\u2028b", "one line is wanted, and there are more"),
])  # fmt: skip
def test_a_line_is_one_line_with_something_in_it(typed: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        read_line(typed)
    assert refused.value.message == message


def test_prose_that_is_refused_says_first_what_stands_first() -> None:
    text = "Noget.\n# En overskrift\n* et punkt"
    with pytest.raises(Refused) as refused:
        Tekst.parse(text)
    assert [*refused.value.complaints] == complaints(text)
    _, _, message, hint = complaints(text)[0]
    assert (refused.value.message, refused.value.hint) == (message, hint)


def test_empty_prose_is_refused_at_its_first_sign() -> None:
    with pytest.raises(Refused) as refused:
        Tekst.parse(" \n\n")
    assert [found[:3] for found in refused.value.complaints] == [(1, 1, "the text is empty")]


def test_every_kind_of_space_is_folded_to_one_that_is_plain() -> None:
    assert folded(" 14\u00a0600\u202f %\n\t kr.\u2007\u2009") == "14 600 % kr."

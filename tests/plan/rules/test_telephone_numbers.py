"""A telephone number is found in each of the forms that Danes write, and no other number is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.rules.telephone_numbers import A_DATE, YEARS, telephone_numbers_in

NUMBERS = st.integers(20_000_000, 99_999_999).map(str)
COUNTRY = st.sampled_from(["", "+45 ", "+45", "0045 ", "(+45) "])
SIGN = st.sampled_from(["", " ", "\u00a0", ".", "-"])


@given(NUMBERS, COUNTRY, SIGN)
def test_eight_digits_in_pairs_are_a_number_with_and_without_a_country(
    number: str, country: str, sign: str
) -> None:
    written = sign.join(number[at : at + 2] for at in range(0, 8, 2))
    told = list(telephone_numbers_in(f"Ring til lederen på {country}{written}, hvis der er uro."))
    is_date = not country and A_DATE.fullmatch(written)
    assert told == ([] if is_date else [20])


@given(NUMBERS)
def test_two_groups_of_four_are_a_number_unless_they_are_years(number: str) -> None:
    written = f"{number[:4]} {number[4:]}"
    assert list(telephone_numbers_in(f"Lederen: {written}")) == ([] if YEARS.fullmatch(written) else [9])


@given(st.integers(0, 10**9), st.integers(1900, 2095), st.dates())
def test_amounts_years_and_dates_are_none(amount: int, year: int, day: object) -> None:
    dotted = f"{amount:,}".replace(",", ".")
    for words in (
        f"{dotted} kr.", f"{amount} kr.", f"kr. {dotted}", f"{amount} mio. kr.", f"i {year}-{year + 4}",
        f"i {year} {year + 1}", f"den {day}", f"{dotted},50",
    ):
        assert list(telephone_numbers_in(words)) == [], words


@given(NUMBERS, st.sampled_from([
    "CVR {}", "CVR-nr. {}", "cvr-nummer: {}", "sag {}", "sagsnr. {}", "J.nr. {}", "P-nummer {}", "EAN {}",
    "kontonr. {}", "2027-{}", "{}-0001", "17/{}", "{}/2",
]))  # fmt: skip
def test_numbers_of_organisations_cases_and_accounts_are_none(number: str, form: str) -> None:
    assert list(telephone_numbers_in(f"Se {form.format(number)}.")) == []
    in_pairs = f"{number[:2]} {number[2:4]} {number[4:6]} {number[6:]}"
    assert list(telephone_numbers_in(f"Se {form.format(in_pairs)}.")) == []


@pytest.mark.parametrize("words", [
    "10.000.000", "1234567890123", "afd. 10 og 12", "fra 12-25 år", "20 30 40", "8800 Viborg", "112",
    "20 30 40 50 60", "21,5 %", "605-608", "den 31.07.2029",
])  # fmt: skip
def test_other_figures_are_none(words: str) -> None:
    assert list(telephone_numbers_in(words)) == []

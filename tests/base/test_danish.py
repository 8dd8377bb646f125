"""Values in Danish words, the same whatever way they were typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from generator.base import danish
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Periode, Procent, Timer

PIECES = st.sampled_from(["1. april", " %", "§ ", "nr. ", "ca. ", " kr.", " mio. kr.", " t.kr.", "7", " "])
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=3))).map("".join)


DANISH = Locale.parse("da")


def shown(text: str) -> str:
    """The text with its hard spaces as `~`."""
    return text.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("14.600", "14.600"), ("14600", "14.600"), ("14.600,50", "14.600,50"), ("13,709", "13,709"),
        ("ca. 14.600", "ca.~14.600"), ("0", "0"), ("999", "999"), ("1234567,8", "1.234.567,8"),
    ],
)  # fmt: skip
def test_an_amount_has_its_thousands_and_its_decimals(typed: str, printed: str) -> None:
    assert shown(danish.beløb(Beløb.parse(typed))) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("21,5%", "21,5~%"), ("35 %", "35~%"), ("26,80 %", "26,80~%"), ("ca. 75 %", "ca.~75~%")],
)
def test_a_percentage_keeps_its_decimals_and_holds_on_to_its_sign(typed: str, printed: str) -> None:
    assert shown(danish.procent(Procent.parse(typed))) == printed


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "printed"),
    [
        (14600, 27102, 1, "53,9~%"), (12502, 27102, 1, "46,1~%"), (27102, 27102, 0, "100~%"),
        (1, 8, 1, "12,5~%"), (1, 16, 1, "6,3~%"), (1, 200, 0, "1~%"), (0, 5, 1, "0,0~%"),
    ],
)  # fmt: skip
def test_a_share_is_rounded_half_up(part: int, whole: int, decimals: int, printed: str) -> None:
    assert shown(danish.andel(Beløb(Decimal(part)), Decimal(whole), decimals)) == printed


def test_a_share_of_about_so_much_is_about_so_much() -> None:
    assert shown(danish.andel(Beløb(Decimal(1), forbehold="ca."), 3)) == "ca.~33~%"


def test_there_is_no_share_of_nothing() -> None:
    with pytest.raises(ValueError, match="share of nothing"):
        danish.andel(1, 0)


@pytest.mark.parametrize(
    ("value", "printed"),
    [(3220, "3.220"), (999, "999"), (0, "0"), (Antal(3220), "3.220"), (Antal(40, "ca."), "ca.~40"),
     (Antal(5, "op til"), "op~til~5"), (Antal(605, til=608), "605-608")],
)
def test_a_count_has_a_full_stop_from_four_digits_on(value: int | Antal, printed: str) -> None:
    assert shown(danish.antal(value)) == printed


def test_hours_are_numbers_with_a_comma() -> None:
    assert [danish.timer(Timer.parse(text)) for text in ("17", "17,5")] == ["17", "17,5"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("21,5 %", "21,5~%"), ("3220", "3.220"), ("ikke opgjort", "ikke opgjort"), ("ca. 40", "ca.~40")],
)
def test_a_figure_is_printed_as_what_it_is(typed: str, printed: str) -> None:
    assert shown(danish.måltal(Måltal.parse(typed))) == printed


def test_a_year_has_no_full_stop() -> None:
    assert danish.årstal(2023) == "2023"


@pytest.mark.parametrize("value", [True, Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_number_is_refused(value: Decimal) -> None:
    with pytest.raises(ValueError, match="not a number"):
        danish.beløb(value)


@given(st.decimals(min_value=0, max_value=10**9, places=3), st.integers(0, 5))
def test_an_amount_survives_print_and_parse_with_more_decimals(number: Decimal, more: int) -> None:
    assert Beløb.parse(danish.beløb(Beløb(number), more)) == Beløb(number)


def test_an_exact_amount_has_the_decimals_of_its_column_and_one_that_is_not_has_its_own() -> None:
    seven = Decimal("7.2")
    column: list[Decimal | Beløb] = [Beløb(Decimal("13.709")), Beløb(seven), Beløb(seven, "ca."), Decimal(9)]
    assert [shown(danish.beløb(value, 3)) for value in column] == ["13,709", "7,200", "ca.~7,2", "9,000"]


def test_all_of_what_is_about_so_much_is_all_of_it() -> None:
    about = Beløb(Decimal(300), "ca.")
    assert [shown(danish.andel(part, about, 0)) for part in (about, 150)] == ["100~%", "ca.~50~%"]


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(["lang", "kort"]))
def test_a_date_survives_print_and_parse(day: date, form: danish.Datoform) -> None:
    dato = Dato(day.year, day.month, day.day)
    assert Dato.parse(danish.dato(dato, form)) == dato


@pytest.mark.parametrize("typed", ["1.4.2017", "01.04.2017", "2017-04-01", "1. april 2017"])
def test_a_date_has_one_form_whatever_way_it_was_typed(typed: str) -> None:
    dato = Dato.parse(typed)
    assert (shown(danish.dato(dato)), danish.dato(dato, "kort")) == ("1.~april 2017", "01.04.2017")


def test_a_month_or_a_year_alone_says_no_more() -> None:
    assert [danish.dato(Dato(2017, 7)), danish.dato(Dato(2017, 7), "kort")] == ["juli 2017", "juli 2017"]
    assert danish.dato(Dato(2017)) == "2017"
    assert shown(danish.dato(Dato(2017, del_="2. kvartal"))) == "2.~kvartal 2017"


def test_the_year_of_several_dates_in_a_row_stands_once() -> None:
    dates = [Dato(2027, 3), Dato(2027, 5), Dato(2027, 7, 1), Dato(2028, 1), Dato(2028)]
    assert shown(danish.datoer(dates)) == "marts, maj og 1.~juli 2027, januar og 2028"
    assert danish.datoer(dates[:1]) == "marts 2027"


def test_a_date_has_no_third_form() -> None:
    with pytest.raises(ValueError, match="lang or kort"):
        danish.dato(Dato(2017), "mellem")  # type: ignore[arg-type]


PERIODE = Periode(fra=Dato(2017, 4, 1), til=Dato(2021, 3, 31))


def test_a_period_runs_from_day_to_day() -> None:
    assert shown(danish.periode(PERIODE)) == "1.~april 2017 til 31.~marts 2021"
    assert danish.periode(PERIODE, "kort") == "01.04.2017 til 31.03.2021"
    assert danish.årsspænd(PERIODE) == "2017-2021"
    assert danish.årsspænd(Periode(fra=Dato(2017, 1), til=Dato(2017, 9))) == "2017"


@pytest.mark.parametrize(
    ("periode", "end"), [(Periode(til=Dato(2017)), "start"), (Periode(fra=Dato(2017)), "end")]
)
def test_a_period_without_an_end_is_the_templates_business(periode: Periode, end: str) -> None:
    with pytest.raises(ValueError, match=f"no {end} yet"):
        danish.periode(periode)


@pytest.mark.parametrize(
    ("items", "printed"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_the_last_of_several_comes_after_og(items: list[str], printed: str) -> None:
    assert danish.opremsning(items) == printed


@given(st.decimals(-(10**12), 10**12, places=2), st.dates(date(1900, 1, 1)), st.lists(st.text()))
def test_numbers_dates_and_lists_are_those_of_unicodes_danish(
    number: Decimal, day: date, items: list[str]
) -> None:
    assert danish.beløb(number) == format_decimal(number, "#,##0.00", DANISH)
    dato = danish.dato(Dato(day.year, day.month, day.day))
    assert shown(dato).replace("~", " ") == format_date(day, "long", DANISH)
    assert danish.opremsning(items) == format_list(items, locale=DANISH)


def test_numbers_up_to_ten_are_words() -> None:
    assert [danish.talord(n) for n in (0, 1, 3, 10, 11, 1200)] == ["nul", "en", "tre", "ti", "11", "1.200"]
    assert danish.talord(1, "et") == "et"
    assert [danish.ordenstal(n) for n in (1, 4, 10, 11)] == ["første", "fjerde", "tiende", "11."]


def test_only_the_first_letter_grows() -> None:
    typed = ("øst for Å", "", "EU", "iVækst")
    assert [danish.stort(text) for text in typed] == ["Øst for Å", "", "EU", "iVækst"]


def test_danish_names_sort_as_danes_sort_them() -> None:
    names = ["Århus", "Østerbro", "Aabenraa", "zoo", "Ærø", "afd. 10", "Afd. 8", "Bispeløkken", "é", "f"]
    wanted = ["Afd. 8", "afd. 10", "Bispeløkken", "é", "f", "zoo", "Ærø", "Østerbro", "Aabenraa", "Århus"]
    assert sorted(names, key=danish.sortering) == wanted


@given(st.lists(st.text(max_size=8), max_size=6))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    assert sorted(sorted(names, key=danish.sortering)) == sorted(names)

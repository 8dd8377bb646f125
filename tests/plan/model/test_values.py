"""Values as Danes type them, and the answer to what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base import danish
from generator.plan.model.reader import Unreadable, model_of
from generator.plan.model.record import Model
from generator.plan.model.refusal import Refused
from generator.plan.model.values import (
    Antal,
    Beløb,
    Dato,
    Linje,
    Måltal,
    Periode,
    Procent,
    Tekst,
    Timer,
    ÅrTal,
)
from generator.plan.source import codes
from tests.support.codes import codes_of

D = Decimal
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


class Alt(Model):
    """A model with one of each."""

    beløb: Beløb | None = None
    måltal: Måltal | None = None
    dato: Dato | None = None
    periode: Periode | None = None
    tekst: Tekst | None = None
    linje: Linje | None = None
    år: ÅrTal | None = None


def hint_of(parse: Callable[[str], Any], text: str) -> str:
    with pytest.raises(Refused) as refused:
        parse(text)
    assert refused.value.code in codes_of(codes)
    assert text.strip() in refused.value.message
    return refused.value.hint


@pytest.mark.parametrize(("text", "value"), [
    ("14.600", Beløb(D(14600))), ("14600", Beløb(D(14600))), ("14.600,50", Beløb(D("14600.50"))),
    ("13,709", Beløb(D("13.709"))), ("ca. 14.600", Beløb(D(14600), forbehold="ca.")), ("0", Beløb(D(0))),
    (" 1.234.567 ", Beløb(D(1234567))),
    ("21,5 %", Procent(D("21.5"))), ("21,5%", Procent(D("21.5"))),
    ("ca. 75 %", Procent(D(75), forbehold="ca.")),
    ("35\u00a0%", Procent(D(35))), ("120 %", Procent(D(120))), ("-5 %", Procent(D(-5))),
    ("3220", Antal(3220)), ("3.220", Antal(3220)), ("0", Antal(0)), ("605-608", Antal(605, til=608)),
    ("ca. 40", Antal(40, forbehold="ca.")),
    ("17", Timer(D(17))), ("17,5", Timer(D("17.5"))),
    ("21,5 %", Måltal(Procent(D("21.5")))), ("34", Måltal(Antal(34))), ("Ikke  opgjort", Måltal(None)),
    ("1.4.2017", Dato(2017, 4, 1)), ("01.04.2017", Dato(2017, 4, 1)), ("1. april 2017", Dato(2017, 4, 1)),
    ("1. April 2017", Dato(2017, 4, 1)), ("2017-04-01", Dato(2017, 4, 1)), ("juli 2017", Dato(2017, 7)),
    ("2017", Dato(2017)), ("29.2.2020", Dato(2020, 2, 29)),
    ("ultimo 2017", Dato(2017, del_="ultimo")), ("Primo marts 2018", Dato(2018, 3, del_="primo")),
    ("2. kvartal 2018", Dato(2018, del_="2. kvartal")), ("4.Kvartal 2018", Dato(2018, del_="4. kvartal")),
])  # fmt: skip
def test_a_value_is_read_as_it_is_typed(text: str, value: Any) -> None:
    assert type(value).parse(text) == value


@pytest.mark.parametrize(("kind", "text", "hint"), [
    (Beløb, "14.6", "write 14.600 or 14,6"), (Beløb, "14,600.50", "write 14.600,50"),
    (Beløb, "14 600", "write 14.600"), (Beløb, "1,234,567", "write 1.234.567"),
    (Beløb, "0.600", "write 0,600"),
    (Beløb, "14.600 kr.", "write 14.600 with `enhed: kr.`, or 14,6 with `enhed: t.kr.`"),
    (Beløb, "13,709 mio. kr.", "write 13,709 with `enhed: mio. kr.`, or 13.709 with `enhed: t.kr.`"),
    (Beløb, "ca. 14,6 mio. kr.", "write ca. 14,6 with `enhed: mio. kr.`, or ca. 14.600 with `enhed: t.kr.`"),
    (Beløb, "0,5 t.kr.", "write 0,5 with `enhed: t.kr.`"),
    (Beløb, "2 mia. kr.", "write 2.000 with `enhed: mio. kr.`"),
    (Beløb, "ca. 14 600", "write ca. 14.600"), (Beløb, "€ 12", "write for example"),
    (Beløb, "kr. 14.6", "write 14.600 or 14,6; the unit"),
    (Beløb, "14.600,-", "write 14.600 with `enhed: kr.`"), (Beløb, "-5", "never negative; write 5"),
    (Beløb, "{hint}", "write for example 10.000"), (Beløb, "9" * 16, "write"), (Beløb, "١٤", "write for"),
    (Procent, "20.7 %", "write 20,7 %"), (Procent, "nej", "write for example 12,5 %"),
    (Procent, "21,5", "write 21,5 %"), (Procent, "40 pct.", "write 40 %"),
    (Procent, "mindst 40 pct.", "write mindst 40 %"),
    (Antal, "3.22", "write 3.220;"), (Antal, "3220 beboere", "write 3.220"), (Antal, "6 000", "write 6.000"),
    (Antal, "6,000", "write 6.000"), (Antal, "2-3.000", "write 2.000-3.000"),
    (Antal, "733,5", "write for example"),
    (Antal, "knap 6 000 beboere", "write knap 6.000"), (Antal, "12 ud af 40", "write for example"),
    (Antal, "6 mio", "write for example"), (Antal, "608-605", "write for example"),
    (Timer, "17.5", "write 17,5"), (Timer, "17:30", "write 17,5;"), (Timer, "10:00", "write 10;"),
    (Timer, "17 timer", "write 17;"), (Timer, "17 timer om ugen", "write for example"),
    (Måltal, "nej", 'write ikke opgjort where nothing was measured'), (Måltal, "20.7 %", "write 20,7 %"),
    (Dato, "31.4.2017", "april has 30 days"), (Dato, "29.2.2017", "februar 2017 has 28 days"),
    (Dato, "4/31/2017", "the day stands first, then the month, and april has 30 days"),
    (Dato, "5.31.2017", "write 31.5.2017"), (Dato, "13.13.2017", "13 is not one"),
    (Dato, "1.0.2017", "0 is not"),
    (Dato, "1/4/2017", "write 1.4.2017, or 4.1.2017 if 1 is the month"),
    (Dato, "31/3/2021", "write 31.3.2021"),
    (Dato, "2017/04/01", "write 1.4.2017"), (Dato, "23-06-2020", "write 23.6.2020"),
    (Dato, "1.4.17", "write 1.4.2017: a year has four digits"), (Dato, "2017-04", "write april 2017"),
    (Dato, "04.2017", "write april 2017"), (Dato, "April 1, 2017", "write 1. april 2017"),
    (Dato, "jan. 2017", "write januar 2017"), (Dato, "1. may 2017", "write 1. maj 2017"),
    (Dato, "1.4.3017", "from 1900 to 2100"), (Dato, "5. kvartal 2017", "2. kvartal 2017"),
    (Dato, "Q2 2017", "2. kvartal 2017"), (Dato, "snart", "write 1.4.2017, 1. april 2017"),
])  # fmt: skip
def test_what_cannot_be_read_is_answered_with_what_to_write(kind: Any, text: str, hint: str) -> None:
    assert hint in hint_of(kind.parse, text)


@given(st.decimals(min_value=0, max_value=10**10, places=2))
def test_any_amount_is_read_from_its_danish_form(number: Decimal) -> None:
    danish = f"{number:,}".translate(str.maketrans(",.", ".,"))
    assert Beløb.parse(danish) == Beløb(number)
    assert Procent.parse(f"{danish} %").tal.as_tuple().exponent == -2
    assert Timer.parse(danish).tal == number


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_any_day_is_read_from_each_of_its_forms(day: date) -> None:
    month = MONTHS[day.month - 1]
    dato = Dato(day.year, day.month, day.day)
    for typed in (f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}", day.isoformat(),
                  f"{day.day}. {month} {day.year}"):
        assert Dato.parse(typed) == dato
    assert dato.første() == dato.sidste() == day
    assert Dato.parse(f"{month} {day.year}").første() <= day <= Dato.parse(f"{month} {day.year}").sidste()
    assert Dato.parse(str(day.year)).første() <= day <= Dato.parse(str(day.year)).sidste()


@given(st.one_of(st.text(), st.text(st.sampled_from("0123456789.,/-:% ca.krjanuapil"), max_size=14)))
def test_any_text_is_a_value_or_is_answered(text: str) -> None:
    for kind in (Beløb, Procent, Antal, Timer, Måltal, Dato):
        try:
            assert isinstance(kind.parse(text), kind)
        except Refused as refused:
            assert refused.hint


def test_a_month_ends_on_its_last_day() -> None:
    assert (Dato(2020, 2).første(), Dato(2020, 2).sidste()) == (date(2020, 2, 1), date(2020, 2, 29))
    assert (Dato(2020).første(), Dato(2020).sidste()) == (date(2020, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize(("typed", "first", "last"), [
    ("primo 2018", date(2018, 1, 1), date(2018, 1, 31)), ("medio 2018", date(2018, 6, 1), date(2018, 7, 31)),
    ("ultimo 2018", date(2018, 12, 1), date(2018, 12, 31)),
    ("primo juni 2018", date(2018, 6, 1), date(2018, 6, 10)),
    ("medio juni 2018", date(2018, 6, 11), date(2018, 6, 20)),
    ("ultimo februar 2020", date(2020, 2, 21), date(2020, 2, 29)),
    ("1. kvartal 2020", date(2020, 1, 1), date(2020, 3, 31)),
    ("4. kvartal 2020", date(2020, 10, 1), date(2020, 12, 31)),
])  # fmt: skip
def test_a_part_of_a_year_is_its_first_middle_or_last_month_or_a_quarter_and_that_of_a_month_ten_days(
    typed: str, first: date, last: date
) -> None:
    assert (Dato.parse(typed).første(), Dato.parse(typed).sidste()) == (first, last)
    assert danish.dato(Dato.parse(typed)).replace("\u00a0", " ") == typed


def test_a_day_has_no_part_and_a_month_no_quarter() -> None:
    with pytest.raises(ValueError, match="part"):
        Dato(2018, 6, 1, "ultimo")
    with pytest.raises(ValueError, match="quarter"):
        Dato(2018, 6, del_="2. kvartal")


@pytest.mark.parametrize("parts", [(2017, 4, 31), (2017, 13, None), (2017, None, 1)])
def test_a_day_that_does_not_exist_cannot_be_made(parts: tuple[int, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        Dato(*parts)


def test_a_model_takes_text_and_values_alike() -> None:
    made_of_text = model_of(Alt, {"beløb": "14.600", "måltal": "5 %", "periode": {"fra": "juli 2017"}})
    made = Alt(beløb=Beløb(D(14600)), måltal=Måltal(Procent(D(5))), periode=Periode(fra=Dato(2017, 7)))
    assert made_of_text == made
    assert model_of(Alt, dict(made.items())) == made


@pytest.mark.parametrize("data", [
    {"beløb": 14600}, {"dato": date(2017, 4, 1)}, {"tekst": ["a"]}, {"linje": {"a": "b"}}, {"år": True},
])  # fmt: skip
def test_what_is_neither_text_nor_the_value_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(Unreadable, match="text is wanted"):
        model_of(Alt, data)


@pytest.mark.parametrize(("fra", "til", "right"), [
    ("1.4.2017", "31.3.2021", True), ("1.4.2017", "1.4.2017", True), ("1.4.2017", "31.3.2017", False),
    ("juli 2017", "2017", True), ("15.7.2017", "juli 2017", True), ("august 2017", "juli 2017", False),
])  # fmt: skip
def test_a_period_never_ends_before_it_starts(fra: str, til: str, right: bool) -> None:
    if right:
        assert model_of(Periode, {"fra": fra, "til": til}).til == Dato.parse(til)
        return
    with pytest.raises(Unreadable) as refused:
        model_of(Periode, {"fra": fra, "til": til})
    assert [problem.path for problem in refused.value.problems] == [("til",)]


def test_a_period_may_lack_either_end() -> None:
    assert model_of(Periode, {}) == Periode(fra=None, til=None)
    assert model_of(Periode, {"til": "2021"}).fra is None


@pytest.mark.parametrize(("typed", "line"), [("  Viborg Kommune \n", "Viborg Kommune"), ("a  b", "a  b")])
def test_a_line_loses_only_the_space_around_it(typed: str, line: str) -> None:
    assert model_of(Alt, {"linje": typed}).linje == line


@pytest.mark.parametrize("data", [
    {"linje": "a\nb"}, {"år": "23"}, {"år": "1989"}, {"år": "2101"},
    {"år": "i 2025"},
])  # fmt: skip
def test_text_of_another_form_is_refused(data: dict[str, str]) -> None:
    with pytest.raises(Unreadable):
        model_of(Alt, data)


def test_a_text_of_nothing_but_space_is_one_that_is_missing_yet() -> None:
    assert model_of(Alt, {"linje": " ", "tekst": "\n"}) == model_of(Alt, {})


def test_prose_keeps_every_sign_that_was_typed() -> None:
    typed = "Første linje.\n  <b>&amp;</b> {{ x }} “æøå” 🏠\n\n- a\u030a\n"
    assert model_of(Alt, {"tekst": typed}).tekst == typed


def test_prose_tells_all_its_complaints_at_once() -> None:
    with pytest.raises(Refused) as refused:
        Tekst.parse("# a\n\n* b")
    assert [found[0] for found in refused.value.complaints] == [1, 3]

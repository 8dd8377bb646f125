"""Numbers at the edges of what can be read, and the guesses at what was meant."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.plan.model.numerals import Range, grouped, meant, read_number, read_range, split_reservation
from generator.plan.model.refusal import Refused
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Procent, Timer


@pytest.mark.parametrize(("text", "number"), [
    ("0", "0"), ("007", "7"), ("999", "999"), ("1.000", "1000"), ("14.600,50", "14600.50"), ("0,5", "0.5"),
    ("9" * 15, "9" * 15), ("1.234.567,12", "1234567.12"),
])  # fmt: skip
def test_a_number_is_read_with_the_decimals_that_it_was_typed_with(text: str, number: str) -> None:
    assert str(read_number(text)) == number


@pytest.mark.parametrize("text", [
    "", "9" * 16, "9" * 14 + ",99", "0.600", "1000.000", "1.00", "1.0000",
    "1,", ",5", "1.000,", "-1", "1 000", "½",
])  # fmt: skip
def test_text_of_another_form_or_of_more_than_fifteen_digits_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(("text", "guesses"), [
    ("14 600", ["14.600"]), ("14'600", ["14.600"]), ("1,234,567", ["1.234.567"]),
    ("14,600.50", ["14.600,50"]), ("1,234,567.5", ["1.234.567,5"]), ("14.6", ["14.600", "14,6"]),
    ("14.65", ["14.650", "14,65"]), ("14.6512", ["14,6512"]), ("0.6", ["0,6"]), ("1234.5", ["1234,5"]),
    ("999.5", ["999.500", "999,5"]), ("mange", []), ("1.2.3", []), ("", []),
])  # fmt: skip
def test_a_number_typed_in_the_english_way_is_guessed_at(text: str, guesses: list[str]) -> None:
    assert meant(text) == guesses


@pytest.mark.parametrize(("digits", "shown"), [
    ("14600", "14.600"), ("1234567", "1.234.567"), ("999", "999"), ("007", "7"),
    ("9" * 15, "999.999.999.999.999"), ("9" * 16, "9" * 16),
])  # fmt: skip
def test_a_full_stop_stands_at_the_thousands_of_up_to_fifteen_digits(digits: str, shown: str) -> None:
    assert grouped(digits) == shown


@pytest.mark.parametrize(("text", "plain", "word"), [
    ("ca. 40", "40", "ca."), ("ca 40", "40", "ca."), ("ca.40", "40", "ca."), ("CIRKA 40", "40", "ca."),
    ("omkring  40", "40", "ca."), ("40", "40", ""), ("cafe 40", "cafe 40", ""), ("ca.", "ca.", ""),
    ("Mindst 40", "40", "mindst"), ("op til 5", "5", "op til"), ("mere end 5", "5", "over"),
    ("over40", "40", "over"),
    ("overalt 5", "overalt 5", ""),
])  # fmt: skip
def test_a_reservation_is_told_from_the_number_behind_it(text: str, plain: str, word: str) -> None:
    assert split_reservation(text) == (plain, word)


@pytest.mark.parametrize(("text", "first", "last"), [
    ("605-608", 605, 608), ("605–608", 605, 608), ("605 - 608", 605, 608), ("605 til 608", 605, 608),
    ("800-1.200", 800, 1200), ("2.000-3.000", 2000, 3000), ("3-3.000", 3, 3000), ("0-5", 0, 5),
])  # fmt: skip
def test_a_range_has_its_smaller_number_first(text: str, first: int, last: int) -> None:
    assert read_range(text) == Range(Decimal(first), Decimal(last))


@pytest.mark.parametrize("text", ["608-605", "605-605", "2-3.000", "2,9-3.000", "1-2-3", "-5", "5-", "5-x"])
def test_what_may_be_read_in_two_ways_or_in_none_is_no_range(text: str) -> None:
    assert read_range(text) is None


@pytest.mark.parametrize(("kind", "text", "answer"), [
    (Beløb, "- 5", "an amount is never negative; write 5"),
    (Beløb, "−5", "an amount is never negative; write 5"),
    (Beløb, "-", "write for example 10.000 or 12,5: a full stop at the thousands, a comma before decimals"),
        (Beløb, "mange kr.", "write for example 10.000 or 12,5; the unit stands once, in `enhed`"),
    (Beløb, "14.6", "write 14.600 or 14,6: a full stop at the thousands, a comma before decimals"),
    (Procent, "14.6 %", "write 14,6 %"), (Procent, "procent", "write for example 12,5 %"),
    (Procent, "12 procent", "write 12 %"), (Procent, "12 pct", "write 12 %"),
    (Antal, "omkring halvtreds", "write for example 1.000; a count is a whole number and nothing else"),
    (Timer, "7:45", "write 7,75; hours are a number and nothing else"),
    (Timer, "7:05", "write for example 7,5; hours are a number and nothing else"),
    (Timer, "20:00", "write 20; hours are a number and nothing else"),
    (Måltal, "ukendt", "write ikke opgjort where nothing was measured, and 0 where there were none"),
    (Måltal, "NEJ", "write ikke opgjort where nothing was measured, and 0 where there were none"),
    (Måltal, "14.6", "write 14.600 or 14,6"),
    (Måltal, "mange", 'write for example "12,5 %", 10 or ikke opgjort'),
])  # fmt: skip
def test_what_is_no_value_is_answered_in_these_words(kind: Any, text: str, answer: str) -> None:
    with pytest.raises(Refused) as refused:
        kind.parse(text)
    assert refused.value.hint == answer


@pytest.mark.parametrize(("text", "is_counted", "is_share"), [
    ("21,5 %", True, True), ("0 %", True, True), ("34", True, False), ("0", True, False),
    ("ikke opgjort", False, False),
])  # fmt: skip
def test_a_figure_is_a_share_or_a_number_or_not_there(text: str, is_counted: bool, is_share: bool) -> None:
    figure = Måltal.parse(text)
    assert (figure.er_opgjort, figure.er_procent) == (is_counted, is_share)


@pytest.mark.parametrize("value", [
    Beløb(Decimal(1)), Procent(Decimal(1)), Antal(1), Timer(Decimal(1)), Måltal(None), Dato(2017),
])  # fmt: skip
def test_a_value_cannot_be_changed(value: Any) -> None:
    for name in value.__struct_fields__:
        with pytest.raises(AttributeError):
            setattr(value, name, None)


@pytest.mark.parametrize(("text", "negative"), [
    ("-5 %", True), ("− 5 %", True), ("ca. -5 %", True), ("5 %", False),
])  # fmt: skip
def test_a_share_may_be_negative(text: str, negative: bool) -> None:
    assert (Procent.parse(text).tal < 0) is negative


def test_a_count_is_whole_and_a_figure_that_was_measured_may_have_decimals() -> None:
    assert isinstance(Antal.parse("3.220").tal, int)
    assert Måltal.parse("2,0").værdi == Antal(Decimal("2.0"))
    with pytest.raises(Refused):
        Antal.parse("2,0")

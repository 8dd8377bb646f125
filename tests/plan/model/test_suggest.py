"""What a refused value says to write is accepted, and says what was typed; what is printed can be typed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base import danish
from generator.plan.model.refusal import Refused
from generator.plan.model.reservations import OTHER_WORDS, RESERVATIONS
from generator.plan.model.suggest import says, write
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Procent, Timer
from tests.support.suggestions import offered

WHOLE = st.integers(0, 10**9)
NUMBERS = WHOLE.map(Decimal) | st.decimals(0, 10**6, places=2)
WORDS = st.sampled_from(["", *RESERVATIONS])
TYPED = st.lists(st.sampled_from([
    *"0123456789", ".", ",", " ", "-", "%", "000", "6", *RESERVATIONS, *OTHER_WORDS, " til ", " kr.",
    " mio. kr.", " t.kr.", " beboere", " timer", " pct.", ":30",
    "ultimo ", " 2017", "/", "jan", " may ", "31", "12", "'", "\u00a0", " ud af ",
]), max_size=7).map("".join)  # fmt: skip


def ranges(kind: Any, numbers: Any) -> st.SearchStrategy[Any]:
    """Values of the kind, each a number or two with the smaller first."""
    ends = st.tuples(numbers, numbers).filter(lambda both: both[0] < both[1] < both[0] * 1000)
    two = st.builds(lambda both, word: kind(both[0], word, both[1]), ends, WORDS)
    return st.builds(kind, numbers, WORDS) | two


VALUES = st.one_of(
    ranges(Beløb, NUMBERS), ranges(Timer, NUMBERS), ranges(Antal, WHOLE), ranges(Procent, NUMBERS),
    st.builds(Måltal, st.none() | ranges(Antal, WHOLE) | ranges(Procent, NUMBERS)),
)  # fmt: skip


def shown(value: Any) -> str:
    """The value as a document prints it."""
    if isinstance(value, Måltal):
        return danish.måltal(value)
    return danish.procent(value) if isinstance(value, Procent) else danish.antal(value)


@given(VALUES)
def test_what_a_document_prints_can_be_typed_and_is_the_same_value(value: Any) -> None:
    assert type(value).parse(shown(value)) == value


@given(TYPED)
def test_what_a_refused_value_says_to_write_is_accepted_and_says_what_was_typed(text: str) -> None:
    for kind in (Beløb, Procent, Antal, Timer, Måltal, Dato):
        try:
            kind.parse(text)
        except Refused as refused:
            for words in offered(refused.hint):
                kind.parse(words)
                number, typed = (re.sub(r"\D", "", said) for said in (words, text))
                computed = kind is Dato or ":" in text or "`enhed" in refused.hint
                assert computed or number.strip("0") in typed


@pytest.mark.parametrize(("candidate", "typed", "same"), [
    ("6.000", "6 000", True), ("6.000", "næsten 6.000", False), ("næsten 6.000", "næsten 6 000", True),
    ("6", "6 000", False), ("6.000", "6,000", True), ("322", "3.22", False),
    ("2.000-3.000", "2-3.000", True), ("2.000", "2-3.000", False), ("40", "mindst 40", False),
    ("mindst 40", "minimum 40", True), ("12", "12 ud af 40", False), ("40", "40 unge", False),
    ("14,6", "14.6", True),
])  # fmt: skip
def test_two_texts_say_the_same_with_the_same_numbers_and_words(
    candidate: str, typed: str, same: bool
) -> None:
    assert says(candidate, typed) is same


def test_a_word_that_the_key_says_is_no_loss() -> None:
    assert says("40", "40 unge", known=("unge",))


def test_without_a_candidate_that_holds_an_example_is_offered_as_one() -> None:
    assert write("12 ud af 40", ["12", "40"], Antal.made_of, ("1.000",)) == "write for example 1.000"


def test_two_readings_are_offered_and_two_spellings_of_one_are_not() -> None:
    assert write("14.6", ["14.600", "14600", "14,6"], Beløb.made_of, ()) == "write 14.600 or 14,6"

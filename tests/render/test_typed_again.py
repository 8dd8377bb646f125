"""Every filter turned round: what a document shows is typed so that it shows the same again."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base import articles, danish
from generator.document.markup import parse
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Procent, Tekst, Timer
from generator.plan.rules.texts_of_plan import every_text
from generator.plan.source import prose
from generator.render.filters import OURS, TEXT_OF_TEXT
from generator.render.typed_again import COMPUTED, TYPED, typed
from generator.render.typed_prose import escaped, prose_of
from tests.support.built import SOURCES, build

NUMBERS = st.decimals(0, 10_000_000, places=2)
WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60)
NAMES = st.from_regex(r"[a-zæøå]{1,10}( [a-zæøåA-Z]{1,10}){0,3}", fullmatch=True)


def test_every_filter_that_prints_can_be_turned_round_or_is_computed() -> None:
    prints = {name for name, ours in OURS.items() if ours.prints} | set(TEXT_OF_TEXT)
    assert {*TYPED, *COMPUTED} == prints
    assert not COMPUTED & set(TYPED)


@pytest.mark.parametrize("kind, shown", [
    (Beløb, danish.beløb), (Procent, danish.procent), (Timer, danish.timer),
])
@given(number=NUMBERS, word=st.sampled_from(["", "ca.", "mindst"]))
def test_a_number_is_typed_as_it_stands(kind: Any, shown: Any, number: Decimal, word: str) -> None:
    value = kind(number, word)
    assert shown(kind.parse(typed(shown(value), [shown.__name__], ""))) == shown(value)


@given(st.integers(0, 10_000_000))
def test_a_count_is_typed_as_it_stands(number: int) -> None:
    assert Antal.parse(typed(danish.antal(number), ["antal"], "")) == Antal(number)
    assert Måltal.parse(typed(danish.måltal(Måltal(Antal(number))), ["måltal"], "")) == Måltal(Antal(number))


@given(st.dates().filter(lambda day: 1900 <= day.year <= 2100), st.sampled_from([1, 2, 3]))
def test_a_date_is_typed_as_it_stands(day: Any, known: int) -> None:
    date = Dato(*(day.year, day.month, day.day)[:known])
    assert Dato.parse(typed(danish.dato(date), ["dato"], "")) == date
    assert Dato.parse(typed(danish.stort(danish.dato(date)), ["dato", "stort"], "")) == date


@given(NAMES, NAMES)
def test_a_name_has_the_small_letter_that_it_was_typed_with(before: str, now: str) -> None:
    assert typed(danish.stort(now), ["stort"], before) == now
    large = danish.stort(now)
    assert typed(large, ["stort"], danish.stort(before)) == large or before[1:2].isupper()


@pytest.mark.parametrize("filter_, undone", [(articles.ubestemt, "ubestemt"), (articles.mødes, "mødes")])
@given(before=NAMES, now=NAMES)
def test_what_the_form_adds_is_not_typed(filter_: Any, undone: str, before: str, now: str) -> None:
    assert filter_(typed(filter_(now), [undone], before)) == filter_(now)


@given(st.integers(1, 10))
def test_a_number_in_words_is_typed_in_digits(number: int) -> None:
    assert typed(danish.talord(number), ["talord"], "") == typed(danish.ordenstal(number), ["ordenstal"], "")
    assert typed(danish.talord(number), ["talord"], "") == str(number)


@given(WORDS.map(lambda text: " ".join(text.split())).filter(lambda text: text and text[0] != "•"))
def test_a_line_of_prose_means_what_it_says(text: str) -> None:
    assert prose.to_markup(escaped(text)) == f"<p>{escape(text, quote=False)}</p>"


def test_the_prose_of_every_plan_is_found_in_its_document() -> None:
    plans = {source.folder.name: build(source).plan for source in SOURCES}
    texts = {text.words for plan in plans.values() for text in every_text(plan) if text.is_prose}
    assert len(texts) > 100
    for text in texts:
        blocks = parse(prose.to_markup(Tekst(text)))
        again = prose_of(blocks)
        assert prose.complaints(again) == []
        assert parse(prose.to_markup(again)) == blocks

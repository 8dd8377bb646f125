"""Danish letters are spelt out, and nothing is left that is not ASCII."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.to_ascii import to_ascii


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("sammenhængskraft", "sammenhaengskraft"),
        ("Ærø, Øsløs & Århus", "Aeroe, Oesloes & Aarhus"),
        ("A\u030arhus", "Aarhus"),
        ("Café Zürich, Straße", "Cafe Zurich, Strasse"),
        ("10 m² – »Ø«", "10 m2  Oe"),
    ],
)
def test_letters_are_spelt_as_danes_spell_them_out(text: str, wanted: str) -> None:
    assert to_ascii(text) == wanted


@given(st.text())
def test_what_comes_out_is_ascii_and_the_same_however_accents_were_typed(text: str) -> None:
    assert to_ascii(text).isascii()
    assert to_ascii(unicodedata.normalize("NFD", text)) == to_ascii(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert to_ascii(text) == text

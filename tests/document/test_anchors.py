"""The anchor by which a program for electronic signing finds a party's block."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.document.anchors import LONGEST, anchor_of, is_anchor, reference_of

names = st.text(min_size=1).filter(lambda text: text.strip())
NORD, SYD = (f"Den almene boligorganisation Vejle {end}" for end in ("Nord", "Syd"))


@given(st.text())
@example("a" * 39 + " b")
@example("Ærø")
@example("1. afdeling")
def test_an_anchor_is_a_short_ascii_name_that_begins_with_a_letter(text: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]{0,39}", anchor_of(text))
    assert is_anchor(anchor_of(text))


@pytest.mark.parametrize("shared", [28, 33, 38, 200])
def test_names_that_begin_alike_have_anchors_of_their_own(shared: int) -> None:
    beginning = "Boligorganisationen " * 20
    assert anchor_of(beginning[:shared] + " Nord") != anchor_of(beginning[:shared] + " Syd")
    assert anchor_of(NORD) != anchor_of(SYD)


@given(st.lists(names, min_size=2, max_size=12, unique=True))
@example(["Ærø", "Aeroe"])
@example(["A/S Bo", "AS Bo"])
def test_other_names_have_other_anchors_and_references(texts: list[str]) -> None:
    composed = {anchor_of(text) for text in texts}
    assert len({reference_of(anchor) for anchor in composed}) == len(composed)
    for one, other in pairwise(texts):
        assert anchor_of(one) != anchor_of(other) or is_the_same_typed_otherwise(one, other)


def is_the_same_typed_otherwise(one: str, other: str) -> bool:
    from unicodedata import normalize

    return normalize("NFC", one) == normalize("NFC", other)


def test_an_anchor_is_the_same_on_every_machine_and_however_its_letters_are_composed() -> None:
    assert anchor_of("underskrift Viborg Kommune") == "underskrift_viborg_kommune_5dc0848a"
    assert anchor_of("A\u030Alborg") == anchor_of("\u00c5lborg")
    assert reference_of("underskrift_viborg_kommune") == "S-9D53045B"


@pytest.mark.parametrize("text", ["", "1a", "a-b", "å", "a" * (LONGEST + 1), "a b", "a\n"])
def test_what_is_no_name_in_ascii_is_no_anchor(text: str) -> None:
    assert not is_anchor(text)
    assert is_anchor("a" * LONGEST)

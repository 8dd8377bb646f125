"""The name that was meant, and names that differ by one slip of the hand."""

from __future__ import annotations

import pytest

from generator.base.nearest import nearest, one_letter_apart, suggestion

SLIPS = ["Lindparken", "Lindeparkem", "Lindeeparken", "Lidneparken", "indeparken", "Lindeparke"]


@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_is_seen(slip: str) -> None:
    assert one_letter_apart(slip, "Lindeparken")
    assert one_letter_apart("Lindeparken", slip)


@pytest.mark.parametrize("other", ["Lindeparken", "lindeparken", "Lindparkem", "Lindepark", "Bøgehaven", ""])
def test_the_same_name_and_another_name_are_no_slip(other: str) -> None:
    assert not one_letter_apart(other, "Lindeparken")


def test_the_nearest_name_is_found_whatever_its_case_and_spaces_and_none_where_none_is_like_it() -> None:
    known = ["Lindeparken", "Bøgehaven"]
    assert nearest("lindeparkn", known) == "Lindeparken"
    assert nearest("  BØGE   haven ", known) == "Bøgehaven"
    assert nearest("\u00e5ben", ["aben", "a\u030aben"]) == "a\u030aben"
    assert nearest("Ringparken", ["Ellemarken", "Toften"]) is None
    assert nearest("x", []) is None


def test_a_suggestion_names_all_that_is_known_where_that_is_not_much() -> None:
    few, many = ([f"nøgle {number:02}" for number in range(count)] for count in (20, 21))
    assert suggestion("nøgl 07", few) == f"did you mean `nøgle 07`? Known: {', '.join(few)}"
    assert suggestion("nøgl 07", many) == "did you mean `nøgle 07`?"
    assert suggestion("x", few) == f"write one of: {', '.join(few)}"
    assert suggestion("x", many) == f"write one of: {', '.join(few)} and 1 more"
    assert suggestion("x", ["nøgle", "nøgle"]) == "write nøgle"
    assert suggestion("nøgl", ["nøgle", "nøgle"]) == "did you mean `nøgle`?"
    assert suggestion("x", []) == "there is none yet"

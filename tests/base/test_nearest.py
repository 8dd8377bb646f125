"""When two names differ by one slip of the hand."""

from __future__ import annotations

import pytest

from generator.base.nearest import one_letter_apart

SLIPS = ["Lindparken", "Lindeparkem", "Lindeeparken", "Lidneparken", "indeparken", "Lindeparke"]


@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_is_seen(slip: str) -> None:
    assert one_letter_apart(slip, "Lindeparken")
    assert one_letter_apart("Lindeparken", slip)


@pytest.mark.parametrize("other", ["Lindeparken", "lindeparken", "Lindparkem", "Lindepark", "Bøgehaven", ""])
def test_the_same_name_and_another_name_are_no_slip(other: str) -> None:
    assert not one_letter_apart(other, "Lindeparken")

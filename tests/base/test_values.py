"""Values that are equal whatever stands aside, and values made of others."""

from __future__ import annotations

import pytest

from generator.base.values import EqualBut, replace


class Noted(EqualBut, frozen=True):
    aside = ("where",)
    what: str
    where: str = ""


class Filed(Noted, frozen=True):
    number: int = 0


def test_what_stands_aside_is_no_part_of_equality() -> None:
    assert Noted("a", "here") == Noted("a", "there") != Noted("b", "there")
    assert len({Noted("a", "here"), Noted("a", "there"), Noted("b")}) == 2
    assert Filed("a", "here", 1) == Filed("a", "there", 1) != Filed("a", "here", 2)


def test_values_of_two_kinds_are_never_equal() -> None:
    assert Noted("a") != Filed("a")
    assert Noted("a") != "a"


def test_a_value_made_of_another_keeps_what_is_not_named() -> None:
    assert replace(Filed("a", "here", 1), number=2).where == "here"
    with pytest.raises(TypeError):
        replace(Filed("a"), title="b")  # type: ignore[call-arg]

"""Data becomes a model, or every fault in it is told at its path."""

from __future__ import annotations

from typing import Any

import pytest

from generator.plan.model.base import Led, Mangel, Prosa
from generator.plan.model.budget import Finansiering
from generator.plan.model.dates import Periode
from generator.plan.model.helhedsplan import ValgtIndsatsområde
from generator.plan.model.maal import Områdeværdi
from generator.plan.model.parter import Part, Underskrift
from generator.plan.model.reader import Unreadable, model_of, value_of
from generator.plan.model.record import Model
from generator.plan.model.values import Dato, Tekst

KEYS, A_LIST, TEXT = "keys is wanted", "a list is wanted", "text is wanted"


def faults(annotation: Any, data: Any) -> list[str]:
    with pytest.raises(Unreadable) as unreadable:
        value_of(annotation, data)
    assert str(unreadable.value) == "; ".join(map(str, unreadable.value.problems))
    return [str(problem) for problem in unreadable.value.problems]


def test_the_shape_tells_prose_from_a_gap_that_is_known() -> None:
    assert value_of(Prosa, "Noget.") == Tekst("Noget.")
    assert value_of(Prosa, {"mangler": "siden"}) == Mangel(mangler="siden")
    assert value_of(Prosa | None, None) is None
    assert faults(Prosa, ["a"]) == [f": {TEXT}"]
    assert faults(Prosa, None) == [f": {TEXT}"]


def test_the_shape_tells_clauses_from_a_gap_that_is_known() -> None:
    assert value_of(Led, ["a", "b"]) == ("a", "b")
    assert value_of(Led, {"mangler": "siden"}) == Mangel(mangler="siden")
    assert faults(Led, "at lære") == [f": {A_LIST}"]
    assert faults(Led, ["a", ["b"], "c\nd"]) == [
        f"1: {TEXT}", "2: one line is wanted, and there are more",
    ]  # fmt: skip


def test_what_is_made_already_is_taken_as_it_is() -> None:
    gap = Mangel(mangler="siden")
    assert value_of(Prosa, gap) is gap
    assert value_of(Mangel, gap) is gap
    assert value_of(Led, ("a",)) == ("a",)


def test_a_text_stands_for_the_one_key_that_is_enough() -> None:
    assert value_of(ValgtIndsatsområde, "job") == ValgtIndsatsområde(indsatsområde="job")
    assert value_of(Områdeværdi, "34").værdi.er_opgjort
    assert faults(Områdeværdi, "mange") == [": `mange` is neither a percentage nor a count"]
    assert faults(ValgtIndsatsområde, "a\nb") == [": one line is wanted, and there are more"]


def test_a_text_stands_for_no_model_that_has_no_such_key() -> None:
    assert faults(Part, "Vestby Kommune") == [f": {KEYS}"]
    assert faults(Periode, "2017-2021") == [": `2017-2021` is not a period"]
    assert faults(Part, ["a"]) == [f": {KEYS}"]


def test_keys_of_ones_own_are_keys_and_each_value_is_read() -> None:
    figures = value_of(dict[str, Områdeværdi], {"Elmehaven": "34", "Birkehaven": "ikke opgjort"})
    assert [figures[name].værdi.er_opgjort for name in figures] == [True, False]
    assert faults(dict[str, Områdeværdi], ["34"]) == [f": {KEYS}"]
    assert faults(dict[str, Områdeværdi], {"a": "34", "b": "x", "c": ["y"]}) == [
        "b: `x` is neither a percentage nor a count", f"c: {KEYS}",
    ]  # fmt: skip


@pytest.mark.parametrize(("typed", "number"), [
    ("1", 1), (" 12 ", 12), ("-3", -3), ("+4", 4), (5, 5), ("9" * 18, int("9" * 18)),
])  # fmt: skip
def test_a_whole_number_has_up_to_eighteen_digits(typed: object, number: int) -> None:
    assert value_of(int, typed) == number


@pytest.mark.parametrize("typed", ["", "1.0", "1,5", "1_000", "x", "9" * 19, True, None, 1.5, ["1"]])
def test_what_is_no_whole_number_is_refused(typed: object) -> None:
    assert faults(int, typed) == [": a whole number is wanted"]


@pytest.mark.parametrize("typed", ["Kommune", "", ["kommune"], None, 1])
def test_a_choice_is_one_of_its_words_and_nothing_else(typed: object) -> None:
    assert faults(Part.fields["type"].annotation, typed) == [": not one of the words to choose from"]


def test_an_unknown_key_a_missing_one_and_an_empty_one_are_told_together() -> None:
    assert faults(Part, {"hat": "x", "navn": None}) == [
        "hat: a key that the model lacks", "navn: a key that the source lacks",
        "type: a key that the source lacks",
    ]  # fmt: skip


def test_an_empty_key_that_may_be_missing_is_missing() -> None:
    part = model_of(Part, {"navn": "a", "type": "anden", "kortnavn": None})
    assert part.kortnavn is None
    assert part.given == {"navn", "type"}


def test_faults_deep_inside_are_told_at_their_paths() -> None:
    data = {"kilde": "a", "dele": [{"kilde": "b"}, {"kilde": ["c"], "beløb": "14.6"}]}
    assert faults(Finansiering, data) == [
        f"dele.1.kilde: {TEXT}", "dele.1.beløb: `14.6` cannot be read as an amount",
    ]  # fmt: skip


def test_values_are_held_against_each_other_only_where_both_are_sound() -> None:
    late = {"fra": "1.4.2021", "til": "31.3.2017"}
    assert faults(Periode, late) == ["til: the period ends 31. marts 2017, before it starts 1. april 2021"]
    assert faults(Periode, {**late, "fra": "x"}) == ["fra: `x` cannot be read as a date"]
    assert faults(Periode, {**late, "hat": "x"}) == [
        "hat: a key that the model lacks",
        "til: the period ends 31. marts 2017, before it starts 1. april 2021",
    ]  # fmt: skip


def test_a_model_says_what_it_was_given_and_no_more() -> None:
    made = model_of(Periode, {"fra": "2017"})
    assert repr(made) == f"Periode(fra={Dato(2017)!r})"
    assert dict(made.items()) == {"fra": Dato(2017), "til": None}


def test_a_model_inherits_the_keys_of_its_base_and_they_come_first() -> None:
    class Egen(Underskrift):
        """A model with one more key."""

        farve: str = "blå"

    assert [*Egen.fields] == [*Underskrift.fields, "farve"]
    assert "farve" not in Underskrift.fields
    assert Model.fields == {}

"""Two models mean the same when a reader of the documents could not tell them apart."""

from __future__ import annotations

import pytest

from generator.authoring.format.same_meaning import same
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import load
from generator.plan.source.read import read_yaml_bytes

PLAN = "navn: P\nmidler: 2019-26\n"


def plan(text: str) -> Helhedsplan:
    return load(read_yaml_bytes(f"{PLAN}{text}".encode(), "x.yaml"), Helhedsplan).value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vision: Vi vil. Nu.", "vision: |\n  Vi vil.\n  Nu.\n"),
        ("beboere: 1.200", "beboere: 1200"),
        ("vision: x\nperiode: {fra: 1.4.2017}", "periode: {fra: 1. april 2017}\nvision: x"),
        ("boligområder: [{navn: A}]", "boligområder:\n  - navn: A"),
    ],
)
def test_typing_and_the_order_of_the_keys_of_a_model_make_no_difference(one: str, other: str) -> None:
    assert same(plan(one), plan(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vision: Vi vil.", "vision: Vi ville."),
        ("vision: Vi vil.", "vision: {mangler: Vi vil.}"),
        ("vision: a\\\\", "vision: |\n  a\n\n  b"),
        ("beboere: 1.200", "beboere: ca. 1.200"),
        ("vejledning: vis", ""),
        ("boligområder: [{navn: A}, {navn: B}]", "boligområder: [{navn: B}, {navn: A}]"),
        ("boligområder: [{navn: A}]", "boligområder: [{navn: A}, {navn: A}]"),
    ],
)
def test_another_value_another_order_and_a_key_that_was_not_given_do(one: str, other: str) -> None:
    assert not same(plan(one), plan(other))
    assert not same(plan(other), plan(one))


def test_the_order_of_keys_that_the_writer_chose_is_part_of_what_they_mean() -> None:
    assert same({"a": 1, "b": (2,)}, {"a": 1, "b": (2,)})
    assert not same({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert not same({"a": 1}, {"a": 2})
    assert not same(("a",), ["a"])
    assert not same(1, True)

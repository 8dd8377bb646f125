"""Each text and each number that is read is an object of its own, and otherwise like any other."""

from __future__ import annotations

import pickle
from typing import Any

from generator.plan.model.base import Navngivet
from generator.plan.model.maal import Baseline
from generator.plan.model.own import OwnNumber, OwnText, kind_of
from generator.plan.model.parter import Part
from generator.plan.model.reader import model_of
from generator.plan.source.read import read_yaml_bytes


def test_what_python_and_yaml_share_is_read_as_so_many_objects() -> None:
    data: Any = read_yaml_bytes(b"navn: &x A\nkortnavn: *x\naliaser: [*x, A]", "a.yaml").data
    named = model_of(Navngivet, data)
    assert len({id(name) for name in named.alle_navne}) == len(named.alle_navne) == 4


def test_a_word_to_choose_and_a_year_are_objects_of_their_own_too() -> None:
    word, year = "kommune", "2020"
    one, other = (model_of(Part, {"navn": "A", "type": word}) for _ in range(2))
    assert one.type == other.type
    assert one.type is not other.type
    first, second = (model_of(Baseline, {"år": year}) for _ in range(2))
    assert first.år == second.år == 2020
    assert first.år is not second.år


def test_an_object_of_its_own_travels_and_is_told_of_as_a_plain_one() -> None:
    for own, kind in ((OwnText("a"), str), (OwnNumber(1), int)):
        assert type(pickle.loads(pickle.dumps(own))) is kind
        assert kind_of(own) is kind
        assert (own, hash(own), str(own)) == (kind(own), hash(kind(own)), str(kind(own)))

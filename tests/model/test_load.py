"""A source becomes a model that can name the place of each of its values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import BaseModel

from generator.findings import Place, Rejected
from generator.model.helhedsplan import Helhedsplan
from generator.model.load import Loaded, key_path, load
from generator.model.shape import example_at, keys_at, models_at
from generator.source import read_bytes

PLAN = """\
navn: Planen
midler: 2015-18
budget:
  finansiering:
    - kilde: Landsbyggefonden
      beløb: 14.600
    - {kilde: Lokal, dele: [{kilde: Viborg Kommune, beløb: 2}]}
parter:
"""


def plan(text: str) -> Loaded[Helhedsplan]:
    return load(read_bytes(text.encode(), "plan.yaml"), Helhedsplan)


def test_a_source_becomes_a_model() -> None:
    budget = plan(PLAN).value.budget
    assert budget is not None
    assert budget.finansiering[0].beløb is not None
    assert budget.finansiering[0].beløb.tal == Decimal(14600)


@pytest.mark.parametrize(("path", "line", "column"), [
    (("navn",), 1, 7),
    (("budget", "finansiering", 0, "beløb"), 6, 14),
    (("budget", "finansiering", 1, "dele", 0, "beløb"), 7, 60),
    (("budget", "finansiering", 1, "beløb"), 7, 7),
    (("budget", "enhed"), 3, 1),
    (("budget", "note", 3, "x"), 3, 1),
    (("parter",), 8, 8),
    (("status",), 1, 1),
])  # fmt: skip
def test_every_value_names_its_place_and_a_missing_one_its_holder(
    path: tuple[str | int, ...], line: int, column: int
) -> None:
    assert plan(PLAN).place(*path) == Place("plan.yaml", line, column)


def test_a_path_in_another_spelling_is_the_same_path() -> None:
    class Mål(BaseModel):
        mål: str

    loaded = load(read_bytes(b"m\xc3\xa5l: z\n", "m.yaml"), Mål)
    assert loaded.place("ma\u030al") == loaded.place("m\u00e5l") == Place("m.yaml", 1, 6)


def test_all_errors_of_a_source_are_told_at_once() -> None:
    with pytest.raises(Rejected) as rejected:
        plan("navn: [x]\nmidler: 1999\nhat: y\nbudget: {samlet: 14.6}\n")
    assert [finding.code for finding in rejected.value.findings] == ["N3", "N4", "N1", "V1"]


def test_a_repeated_key_hides_no_other_error() -> None:
    with pytest.raises(Rejected) as rejected:
        plan("navn: x\nmidler: 2015-18\nnavn: y\nbudget: {samlet: 14.6}\nvision: *x\nhat: y\n")
    assert [finding.code for finding in rejected.value.findings] == ["Y9", "V1", "Y8", "N1"]


def test_an_empty_key_that_nobody_knows_is_told_too() -> None:
    with pytest.raises(Rejected) as rejected:
        plan("navn: x\nmidler: 2015-18\nhat:\n")
    assert [finding.code for finding in rejected.value.findings] == ["N1"]


def test_items_are_counted_from_one_in_messages() -> None:
    assert key_path(("budget", "finansiering", 1, "beløb")) == "budget.finansiering[2].beløb"
    assert key_path(("områder", "Kølvrå afd. 8")) == 'områder["Kølvrå afd. 8"]'


def test_the_shape_of_a_model_is_known_through_lists_and_mappings() -> None:
    assert keys_at(Helhedsplan, ("periode",)) == ["fra", "til"]
    assert "kilde" in keys_at(Helhedsplan, ("budget", "finansiering", 0, "dele", 3))
    assert models_at(Helhedsplan, ("navn",)) == []
    assert example_at(Helhedsplan, ("budget", "enhed")) == "t.kr."

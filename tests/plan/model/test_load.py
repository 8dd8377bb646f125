"""A source becomes a model that can name the place of each of its values."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.findings import Place, Rejected
from generator.plan.model.delaftale import Delaftale
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.load import Loaded, key_path, load
from generator.plan.model.record import Model
from generator.plan.model.shape import example_at, keys_at, models_at
from generator.plan.model.strategisk import StrategiskSamarbejdsaftale
from generator.plan.model.values import Linje
from generator.plan.source import codes
from generator.plan.source.read import read_yaml, read_yaml_bytes
from tests.support.codes import codes_of

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
    return load(read_yaml_bytes(text.encode(), "plan.yaml"), Helhedsplan)


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
    class Mål(Model):
        mål: Linje

    loaded = load(read_yaml_bytes(b"m\xc3\xa5l: z\n", "m.yaml"), Mål)
    assert loaded.place("ma\u030al") == loaded.place("m\u00e5l") == Place("m.yaml", 1, 6)


def test_all_errors_of_a_source_are_told_at_once() -> None:
    with pytest.raises(Rejected) as rejected:
        plan("navn: [x]\nmidler: 2015-18\nstatus: x\nhat: y\nbudget: {samlet: 14.6}\n")
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


AGREEMENTS = Path(__file__).parents[3] / "agreements"
REAL: list[tuple[Path, type[Model]]] = [
    (AGREEMENTS / "viborg-2017-2021" / "helhedsplan.yaml", Helhedsplan),
    (AGREEMENTS / "viborg-2017-2021" / "strategisk-samarbejdsaftale.yaml", StrategiskSamarbejdsaftale),
    (AGREEMENTS / "viborg-2025-2029" / "delaftale-sammenhaengskraft-og-medborgerskab.yaml", Delaftale),
]
ANYTHING = st.recursive(
    st.one_of(st.none(), st.sampled_from(["x", "", "14.6", "* a", "a\nb", "-x", "a:b", "mangler", "navn"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(st.sampled_from(["navn", "mangler", "tekst", "værdi", "hat"]), inner, max_size=2),
    ),
    max_leaves=4,
)


def spoil(data: Any, where: Any, instead: Any) -> Any:
    """The data with one value, drawn on the way down, exchanged for something else."""
    if isinstance(data, (list, dict)) and data and where(st.integers(0, 4)):
        key = where(st.sampled_from(list(data) if isinstance(data, dict) else list(range(len(data)))))
        data[key] = spoil(data[key], where, instead)
        return data
    return instead


@settings(max_examples=150)
@given(st.data())
def test_a_spoiled_agreement_is_a_model_or_findings_with_places(data: st.DataObject) -> None:
    path, model = data.draw(st.sampled_from(REAL))
    spoiled = spoil(read_yaml(path, "x.yaml").data, data.draw, data.draw(ANYTHING))
    typed = json.dumps(spoiled, ensure_ascii=False).replace(" null", " ")
    try:
        load(read_yaml_bytes(typed.encode(), "x.yaml"), model)
    except Rejected as rejected:
        assert all(f.message and f.hint and f.code in codes_of(codes) for f in rejected.findings)
        assert all(f.place.line <= 1 and f.place.column <= len(typed) + 1 for f in rejected.findings)

"""A status of a year, imported: what it prints of the delaftaler comes to them, or makes them."""

from __future__ import annotations

from typing import Any

from generator.plan.source.read import read_yaml_bytes
from tests.imports.measure import measured, original
from tests.support.built import INVENTED

PLAN = original(INVENTED.plan("fabelby-2018-2023"))
STATUS = "aarsstatus-2020"


def files(*documents: str) -> dict[str, Any]:
    found = measured(PLAN, {name: PLAN.documents[name].document for name in documents})[1]
    assert found.account.is_closed()
    return {name: read_yaml_bytes(text.encode(), name).data for name, text in found.files.items()}


def test_a_status_alone_makes_the_delaftaler_that_it_is_about_of_what_it_prints_of_them() -> None:
    made = files(STATUS)
    first = made["delaftale-tryghed-og-trivsel.yaml"]
    second = made["delaftale-uddannelse-og-beskaeftigelse.yaml"]
    assert [one["mål"] for one in first["delmål"]] == ["At flere beboere føler sig trygge"]
    assert [one["indikator"] for one in second["delmål"]] == ["Andel af de 16-24-årige, der er i gang"]
    assert second["delmål"][0]["baseline"]["områder"] == {
        "Grifparken": {"værdi": "58 %"}, "Dragehøj": {"værdi": "61 %"}}
    assert [one["navn"] for one in first["aktiviteter"]] == ["Lys på stierne", "Kaffe på bænken"]


def test_a_status_with_its_delaftaler_makes_none_and_names_their_indicators_and_activities() -> None:
    own = [name for name in PLAN.documents if name.startswith("delaftale")]
    made = files(*own, STATUS)
    assert sorted(made) == sorted([*(f"{name}.yaml" for name in own), "helhedsplan.yaml", f"{STATUS}.yaml"])
    status = made[f"{STATUS}.yaml"]
    assert [one["indikator"] for one in status["indikatorer"]] == [
        "Andel af beboere, der svarer, at de er trygge", "Andel af de 16-24-årige, der er i gang"]
    assert status["indikatorer"][1]["nu"]["områder"]["Dragehøj"] == {
        "værdi": "62 %", "note": "uden elever på efterskole"}
    assert [one["aktivitet"] for one in status["aktiviteter"]] == [
        "Lys på stierne", "Kaffe på bænken", "Mentorer"]

"""An agreement's version, status and hours, as far as they are known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.base.findings import Place
from generator.plan.model.form import Form, Indsatsområde
from generator.plan.model.plan import Plan
from generator.plan.model.values import Timer
from tests.support.rule_cases import plan_of

WITHOUT = "# uden: strategisk-samarbejdsaftale\n# uden: delaftale-beskaeftigelse\n"


def plan(shared: str, *agreements: str) -> Plan:
    files = [f"--- # helhedsplan.yaml\n{shared}\n"]
    for number, text in enumerate(agreements):
        files.append(f"--- # delaftale-{number}.yaml\nindsatsområde: beskæftigelse\n{text}\n")
    return plan_of(WITHOUT + "".join(files))


def hours(*activities: str) -> Any:
    made = plan("", "aktiviteter:\n" + "".join(f"  - {{{one}}}\n" for one in activities))
    content: Any = made.aftaler[0].kilde.value
    return content.timer_i_alt


def test_the_hours_of_a_delaftale_are_those_of_all_its_activities() -> None:
    assert hours("navn: a, timer_pr_uge: 17", 'navn: b, timer_pr_uge: "2,5"') == Timer(Decimal("19.5"))
    assert hours("navn: a, timer_pr_uge: 17", "navn: b, timer_pr_uge: ca. 3") == Timer(Decimal(20), "ca.")


@pytest.mark.parametrize("activities", [
    ("navn: a, timer_pr_uge: 17", "navn: b"), ("navn: a", "navn: b, timer_pr_uge: 17"),
])  # fmt: skip
def test_the_hours_of_a_delaftale_are_unknown_while_an_activity_lacks_its_own(
    activities: tuple[str, ...]
) -> None:
    assert hours(*activities) is None


def test_the_version_of_an_agreement_is_its_last_one() -> None:
    (made,) = plan("", "versioner: [{nummer: 1}, {nummer: 2b}]").aftaler
    assert made.version == "2b"
    assert made.nyeste_version and made.nyeste_version.nummer == "2b"


def test_an_agreement_without_versions_has_none() -> None:
    (made,) = plan("", "").aftaler
    assert (made.version, made.nyeste_version) == ("", None)


@pytest.mark.parametrize(("shared", "own", "status"), [
    ("status: udkast", "", "udkast"), ("status: endelig", "", "endelig"),
    ("status: endelig", "status: udkast", "udkast"), ("status: udkast", "status: endelig", "endelig"),
])  # fmt: skip
def test_an_agreement_has_its_own_status_or_the_plans(shared: str, own: str, status: str) -> None:
    made = plan(shared, own)
    assert made.status(made.aftaler[0]) == status
    assert made.is_final(made.aftaler[0]) is (status == "endelig")


@pytest.mark.parametrize(("shared", "agreements", "final"), [
    ("status: udkast", ["", ""], False), ("status: udkast", ["", "status: endelig"], True),
    ("status: endelig", ["status: udkast"], True),
])  # fmt: skip
def test_what_all_agreements_share_is_final_as_soon_as_one_of_them_is(
    shared: str, agreements: list[str], final: bool
) -> None:
    assert plan(shared, *agreements).is_final() is final


def test_a_value_of_a_plan_and_of_an_agreement_names_its_place_and_a_missing_one_that_of_its_file() -> None:
    made = plan("vision: Noget", "revision: Hvert år.")
    assert made.place("vision") == Place("helhedsplan.yaml", 4, 9)
    (one,) = made.aftaler
    assert one.place("revision") == Place("delaftale-0.yaml", 7, 11)
    assert one.place("formål") == Place("delaftale-0.yaml", 6, 1)


def test_a_form_knows_its_indsatsområder_by_their_keys() -> None:
    jobs, youth = (Indsatsområde(nøgle=key, navn=key.upper()) for key in ("job", "unge"))
    form = Form(midler="2019-26", bevilling="midlerne", indsatsområder=(jobs, youth))
    assert form.indsatsområde("unge") is youth
    assert form.indsatsområde("UNGE") is None

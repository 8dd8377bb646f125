"""R1, R2 and R4: what happens when an agreement that was final is changed; git is in test_lineage.py."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.rules import rule
from tests.rules.conftest import MakePlan

FINAL = "status: endelig\n"
VERSIONS = "versioner:\n  - {nummer: 1, dato: 1.4.2017}\n  - {nummer: 2, dato: 1.3.2018%s}\n"
BY_LBF = ", besluttet: [{instans: Landsbyggefonden, dato: 1.2.2018}]"
BY_BOARD = ", besluttet: [{instans: Bestyrelsen, dato: 1.2.2018}]"


def told(code: str, plan: object) -> list[tuple[str, str]]:
    """The severity and the message of each finding of the rule."""
    found = rule(code)
    assert found
    return [(f.severity.value, f.message) for f in found.function(plan)]  # type: ignore[arg-type]


def test_a_second_version_of_the_strategic_agreement_is_approved_by_landsbyggefonden(plan: MakePlan) -> None:
    assert told("R1", plan("", FINAL + VERSIONS % "")) == [
        ("warning", "version 2 is not approved by Landsbyggefonden yet")
    ]
    assert told("R1", plan("", FINAL + VERSIONS % BY_BOARD))
    assert told("R1", plan("", FINAL + VERSIONS % BY_LBF)) == []
    assert told("R1", plan("", "status: udkast\n" + VERSIONS % "")) == []


def test_a_second_version_of_a_delaftale_is_decided_by_the_board_alone(plan: MakePlan) -> None:
    area = "indsatsområde: beskæftigelse\n" + FINAL
    assert told("R2", plan("", "", area + VERSIONS % "")) == [
        ("info", "nothing says when the board decided version 2")
    ]
    assert told("R2", plan("", "", area + VERSIONS % BY_BOARD)) == []
    assert told("R1", plan("", "", area + VERSIONS % "")) == []


def test_a_first_version_needs_no_approval_of_its_own(plan: MakePlan) -> None:
    assert told("R1", plan("", FINAL + "versioner: [{nummer: 1}]\n")) == []


def test_what_git_knows_to_have_changed_asks_for_a_new_version(plan: MakePlan) -> None:
    area = "indsatsområde: beskæftigelse\n" + FINAL + "versioner: [{nummer: 1}]\n"
    made = plan("", FINAL + "versioner: [{nummer: 1}]\n", area)
    names = {aftale.navn: "1a2b3c4 of 2026-03-01" for aftale in made.aftaler}
    changed = replace(made, ændret=names)
    since = "has changed since version 1 became final (1a2b3c4 of 2026-03-01)"
    assert told("R1", changed) == [("error", f"the agreement {since}")]
    assert told("R2", changed) == [("info", f"the delaftale {since}")]


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("{nummer: 1, dato: 1.3.2018}", "there are two versions 1"),
        ("{nummer: 2, dato: 1.3.2016}", "version 2 is of 1. marts 2016, and the one before of 1. april 2017"),
        ("{nummer: 2, dato: 2018}", None),
        ("{nummer: 2}", None),
    ],
)
def test_versions_follow_each_other(plan: MakePlan, second: str, message: str | None) -> None:
    text = f"versioner:\n  - {{nummer: 1, dato: 1.4.2017}}\n  - {second}\n"
    assert told("R4", plan("", text)) == ([("error", message)] if message else [])

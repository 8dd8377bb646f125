"""R1 and R2: what is said of a change; when it is said is in cases/rules/, and git in test_lineage.py."""

from __future__ import annotations

from generator.base.values import replace
from generator.plan.model.udgave import Stand, Udgave
from generator.plan.rules import rule
from tests.plan.rules.conftest import MakePlan

FINAL = "status: endelig\nversioner: [{nummer: 1}]\n"


def told(code: str, plan: object) -> list[str]:
    """The message of each finding of the rule."""
    found = rule(code)
    assert found
    return [finding.message for finding in found.function(plan)]  # type: ignore[arg-type]


def test_a_change_is_told_with_the_commit_that_the_version_became_final_at(plan: MakePlan) -> None:
    made = plan("", FINAL, f"indsatsområde: beskæftigelse\n{FINAL}")
    since = Udgave("1", Stand.CHANGED, siden="1a2b3c4 of 2026-03-01")
    changed = replace(made, udgaver={aftale.navn: since for aftale in made.aftaler})
    then = "has changed since version 1 became final (1a2b3c4 of 2026-03-01)"
    assert told("R1", changed) == [f"the agreement {then}"]
    assert told("R2", changed) == [f"the delaftale {then}"]


def test_whatever_was_issued_is_r1_when_it_changes(plan: MakePlan) -> None:
    made = plan("", FINAL, f"indsatsområde: beskæftigelse\n{FINAL}")
    issued = Udgave("1", Stand.CHANGED, udstedt=True)
    changed = replace(made, udgaver={aftale.navn: issued for aftale in made.aftaler})
    assert told("R1", changed) == ["the document prints another text than was issued as version 1"] * 2
    assert told("R2", changed) == []

"""R1 and R2: what is said of a change; when it is said is in cases/rules/, and git in test_lineage.py."""

from __future__ import annotations

from dataclasses import replace

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
    changed = replace(made, ændret={aftale.navn: "1a2b3c4 of 2026-03-01" for aftale in made.aftaler})
    since = "has changed since version 1 became final (1a2b3c4 of 2026-03-01)"
    assert told("R1", changed) == [f"the agreement {since}"]
    assert told("R2", changed) == [f"the delaftale {since}"]

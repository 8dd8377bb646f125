"""Every rule speaks where it should and is silent where it should be: files under cases/rules/."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings import Severity
from generator.rules import RULES, check, rule
from tests.rules.cases import CASES, FOLDER, Said, expected, plan_of

ELSEWHERE = {"R1", "R2", "R4", "U2"}
"""Rules that look at what was printed, or at earlier versions; a plan alone cannot fire them."""


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_said_of_a_case_stands_on_its_lines(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    found = check(plan_of(text))
    wanted = expected(text)
    assert sorted(map(Said.of, found)) == wanted, "\n".join(f"{f.place} {f.code} {f.message}" for f in found)
    for finding in found:
        told = rule(finding.code)
        assert told and finding.severity.rank >= told.severity.rank
        assert finding.hint


@pytest.mark.parametrize("midler", ["2015-18", "2019-26"])
def test_the_plan_that_cases_are_made_of_is_without_fault(midler: str) -> None:
    assert check(plan_of(f"# {midler}")) == []


@pytest.mark.parametrize("code", [rule.code for rule in RULES if rule.code not in ELSEWHERE])
def test_every_rule_has_a_case_that_fires_and_one_that_is_silent(code: str) -> None:
    fires, silent = (sorted((FOLDER / code).glob(f"{kind}*.yaml")) for kind in ("fires", "silent"))
    assert silent
    severities = {s.severity for path in fires for s in expected(path.read_text("utf-8")) if s.code == code}
    told = rule(code)
    assert told and told.severity.name in severities
    if told.milder:
        assert severities & {s.name for s in Severity if s.rank > told.severity.rank}

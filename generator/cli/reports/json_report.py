"""Report as JSON, for programs; docs/formater.md describes every key."""

from __future__ import annotations

import json
from typing import Any

from generator import __version__
from generator.base.findings import Accepted, Completeness, Finding, Place, Severity
from generator.cli.reports import Report
from generator.cli.reports.text_report import whole_pages
from generator.run.outcomes import Outcome

VERSION = 1
"""Grows when a key gets another meaning or goes away; a new key does not change it."""


def as_json(report: Report) -> str:
    """Write the report as a JSON object, in ASCII so that no console can spoil it."""
    return json.dumps(as_object(report), indent=2)


def as_object(report: Report) -> dict[str, Any]:
    """Turn the report into dictionaries and lists."""
    tally = report.tally
    return {
        "version": VERSION,
        "aftale": __version__,
        "documents": [_document(outcome) for outcome in report.outcomes],
        "completeness": [_completeness(one) for one in report.completeness],
        "findings": [_finding(finding) for finding in report.findings],
        "accepted": [_accepted(one) for one in report.accepted],
        "summary": {
            "documents": tally.made + tally.left,
            "not_made": tally.not_made,
            "errors": tally.findings[Severity.ERROR],
            "warnings": tally.findings[Severity.WARNING],
            "infos": tally.findings[Severity.INFO],
            "accepted": tally.accepted,
        },
    }


def _document(outcome: Outcome) -> dict[str, Any]:
    made = not outcome.reason
    return {
        "plan": outcome.plan,
        "document": outcome.document,
        "reason": outcome.reason or None,
        "status": ("udkast" if outcome.draft else "endelig") if made else None,
        "pages": whole_pages(outcome) if made else None,
        "words": outcome.words if made else None,
        "gaps": outcome.gaps if made else None,
        "known_gaps": outcome.known if made else None,
    }


def _completeness(one: Completeness) -> dict[str, Any]:
    missing = [{"name": name, **_place(place)} for name, place in one.missing]
    return {"file": one.file, "filled": one.filled, "required": one.required, "missing": missing}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint or None,
        **_place(finding.place),
        "second": _place(finding.second) if finding.second else None,
    }


def _accepted(one: Accepted) -> dict[str, Any]:
    return {**_finding(one.finding), "reason": one.reason, "entry": _place(one.place)}


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file or None, "line": place.line or None, "column": place.column or None}

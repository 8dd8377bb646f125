"""A report has every event of a run, each among its kind; what is of no known kind is not passed over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.base.findings import Accepted, Code, Completeness, Finding, Place, Severity
from generator.cli.reports import Report
from generator.run.outcomes import Outcome

FINDING = Finding(Code("B2", Severity.WARNING), "no", "", Place("a.yaml"))
EVENTS = (
    FINDING, Completeness("a.yaml", 1, ()), Outcome("plan", "aftale", Path("a.docx")),
    Accepted(FINDING, "Sådan er det.", Place("a.yaml", 2)),
)  # fmt: skip


def test_a_report_has_each_event_among_its_kind() -> None:
    report = Report.of(EVENTS)
    assert (report.findings, report.completeness) == (EVENTS[:1], EVENTS[1:2])
    assert (report.outcomes, report.accepted) == (EVENTS[2:3], EVENTS[3:])


def test_an_event_of_a_kind_that_nobody_knows_raises() -> None:
    event: Any = "something new"
    with pytest.raises(AssertionError, match="something new"):
        Report.of([event])

"""Findings as GitHub's workflow commands, which show them at their lines in a pull request."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.base.findings import Finding, Severity, by_severity
from generator.base.language import say
from generator.cli.reports import Report

WORDS: Mapping[Severity, str] = MappingProxyType({
    Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice",
})  # fmt: skip


def as_github(report: Report) -> str:
    """A line `::error file=…,line=…,col=…,title=…::message` for each finding, the most serious first."""
    return "\n".join(_command(finding) for finding in by_severity(report.findings))


def _command(finding: Finding) -> str:
    place = finding.place
    where = {"file": place.file, "line": str(place.line or ""), "col": str(place.column or "")}
    said = {**where, "title": f"aftale {finding.code}"}
    properties = ",".join(f"{key}={_property(value)}" for key, value in said.items() if value)
    see = say("see also {place}", place=finding.second) if finding.second else ""
    message = "\n".join(line for line in (finding.message, see, finding.hint) if line)
    return f"::{WORDS[finding.severity]} {properties}::{_message(message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")

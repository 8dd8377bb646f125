"""Report for people: a line a document, a paragraph a finding, one summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import click

from generator.base.findings import Accepted, Completeness, Finding, Severity, by_severity
from generator.workspace.standing import State

if TYPE_CHECKING:
    from generator.cli.reports import Report
    from generator.run.outcomes import Outcome

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
SIGNS = ("✓", "✗")
PLAIN_SIGNS = ("+", "x")


@dataclass(frozen=True, slots=True)
class Layout:
    """Width of the column of names, and the signs for done and not done that the stream can show."""

    width: int
    signs: tuple[str, str]

    @classmethod
    def of(cls, names: Iterable[str], encoding: str | None) -> Layout:
        """Layout for documents of those names, on a stream of that encoding."""
        return cls(max(map(len, names), default=0), SIGNS if _can_show(encoding) else PLAIN_SIGNS)


def document_line(outcome: Outcome, layout: Layout) -> str:
    """`  ✓ plan/document.docx   12 pages  endelig  2 known gaps`, or why there is no document."""
    name = f"{outcome.plan}/{outcome.document}.docx".ljust(layout.width)
    if outcome.reason:
        return f"  {click.style(layout.signs[1], fg='red')} {name}   not written: {outcome.reason}"
    pages = whole_pages(outcome)
    length = f"{pages:3} {'page ' if pages == 1 else 'pages'}"
    status = "udkast " if outcome.draft else "endelig"
    line = f"  {click.style(layout.signs[0], fg='green')} {name}  {length}  {status}  {_gaps(outcome)}"
    return line.rstrip() + _kept(outcome)


def _kept(outcome: Outcome) -> str:
    """Note on a document that somebody had changed, with the place where it is now."""
    kept = outcome.standing.kept if outcome.standing else None
    return f"\n      what was changed by hand is kept as {kept.name}" if kept else ""


def is_left(outcome: Outcome) -> bool:
    """Tell whether the document was left alone, because it is what its sources make."""
    return outcome.standing is not None and outcome.standing.state is State.CURRENT


def whole_pages(outcome: Outcome) -> int:
    """Number of pages of the document, at least one."""
    return max(1, round(outcome.pages))


def finding_text(finding: Finding) -> str:
    """`file:line:column: error D4: message`, the other place where there are two, and the hint below it."""
    kind = click.style(finding.severity.value, fg=COLOURS[finding.severity], bold=True)
    where = f"{finding.place}: " if finding.place.file else ""
    lines = [f"{where}{kind} {finding.code}: {finding.message}"]
    if finding.second:
        lines.append(f"    see also {finding.second}")
    if finding.hint:
        lines.append(f"    {finding.hint}")
    return "\n".join(lines)


def findings_text(findings: Sequence[Finding]) -> str:
    """Write all findings, the most serious first."""
    return "\n".join(finding_text(finding) for finding in by_severity(findings))


def accepted_text(accepted: Sequence[Accepted]) -> str:
    """Write the findings that the plans accept, each with its reason."""
    return "\n".join(_accepted(one) for one in accepted)


def _accepted(one: Accepted) -> str:
    kind = click.style("accepted", fg="green", bold=True)
    finding = one.finding
    return f"{finding.place}: {kind} {finding.code}: {finding.message}\n    {one.reason} ({one.place})"


def completeness_text(completeness: Sequence[Completeness]) -> str:
    """Write under each plan a line a file: how many required fields are filled, and which are next."""
    width = max((len(_split(one)[1]) for one in completeness), default=0)
    figures = max((len(str(one.required)) for one in completeness), default=0)
    lines: list[str] = []
    for plan, files in groupby(completeness, lambda one: _split(one)[0]):
        lines += [plan, *(_completeness(one, width, figures) for one in files)]
    return "\n".join(lines)


def listed(report: Report) -> list[Finding]:
    """List the findings without the warnings that only say what `completeness_text` counts."""
    from generator.plan.rules.completeness import C1

    counted_in = {one.file for one in report.completeness}
    return [
        finding
        for finding in report.findings
        if finding.is_error or finding.code != C1 or finding.place.file not in counted_in
    ]


def summary(report: Report, done: str, *, hidden: int, strict: bool) -> str:
    """Write one line: the number of documents `done` and of findings, and whether warnings fail.

    `hidden` is how many of the warnings are only counted.
    """
    made = sum(not outcome.reason for outcome in report.outcomes)
    left = sum(is_left(outcome) for outcome in report.outcomes)
    parts = [f"{counted(made - left, 'document')} {done}"]
    if left:
        parts.append(f"{left} up to date")
    if made < len(report.outcomes):
        parts.append(f"{len(report.outcomes) - made} not")
    numbers = ((severity, report.count(severity)) for severity in Severity)
    parts += [counted(number, severity.value) for severity, number in numbers if number]
    if report.accepted:
        parts.append(f"{len(report.accepted)} accepted")
    only_warnings = strict and report.fails(strict) and not report.fails(strict=False)
    unseen = f"; {counted(hidden, 'warning')} of empty fields listed with --verbose" if hidden else ""
    return ", ".join(parts) + unseen + ("; with --strict, warnings fail" if only_warnings else "")


def counted(number: int, what: str) -> str:
    """`1 gap`, `2 gaps`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _completeness(one: Completeness, width: int, figures: int) -> str:
    sign = click.style(f"{one.filled:{figures}} of {one.required:{figures}}", fg=_colour(one))
    line = f"  {_split(one)[1].ljust(width)}   {sign} fields filled"
    if not one.missing:
        return line
    name, place = one.missing[0]
    return f"{line}\n    next: {name} ({place})"


def _colour(one: Completeness) -> str:
    return "yellow" if one.missing else "green"


def _split(one: Completeness) -> tuple[str, str]:
    """Part a file's name into plan and document: `viborg-2025-2029`, `helhedsplan`."""
    plan, _, document = one.file.rpartition("/")
    return plan.rpartition("/")[2], document.removesuffix(".yaml")


def _gaps(outcome: Outcome) -> str:
    numbers = ((outcome.gaps, "gap"), (outcome.known, "known gap"))
    return ", ".join(counted(number, what) for number, what in numbers if number)


def _can_show(encoding: str | None) -> bool:
    try:
        "".join(SIGNS).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True

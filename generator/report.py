"""What the command says, as text: a line a document, a paragraph a finding, one summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from generator.findings import Finding, Severity, by_severity

if TYPE_CHECKING:
    from generator.outcome import Outcome

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
SIGNS = ("✓", "✗")
PLAIN_SIGNS = ("+", "x")


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide the column of names is, and the signs for done and not done that the stream can show."""

    width: int
    signs: tuple[str, str]

    @classmethod
    def of(cls, names: Iterable[str], encoding: str | None) -> Layout:
        """The layout for documents of those names, on a stream of that encoding."""
        return cls(max(map(len, names), default=0), SIGNS if _can_show(encoding) else PLAIN_SIGNS)


def document_line(outcome: Outcome, layout: Layout) -> str:
    """`  ✓ plan/document.docx   12 pages  endelig  2 known gaps`, or why there is no document."""
    name = f"{outcome.plan}/{outcome.document}.docx".ljust(layout.width)
    if outcome.reason:
        return f"  {click.style(layout.signs[1], fg='red')} {name}   not written: {outcome.reason}"
    pages = max(1, round(outcome.pages))
    length = f"{pages:3} {'page ' if pages == 1 else 'pages'}"
    status = "udkast " if outcome.draft else "endelig"
    line = f"  {click.style(layout.signs[0], fg='green')} {name}  {length}  {status}  {_gaps(outcome)}"
    return line.rstrip()


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
    """All findings, the most serious first."""
    return "\n".join(finding_text(finding) for finding in by_severity(findings))


def summary(outcomes: Sequence[Outcome], findings: Sequence[Finding], done: str) -> str:
    """One line: how many documents were `done`, and how many findings of each severity there are."""
    made = sum(not outcome.reason for outcome in outcomes)
    parts = [f"{counted(made, 'document')} {done}"]
    if made < len(outcomes):
        parts.append(f"{len(outcomes) - made} not")
    numbers = ((severity, sum(f.severity is severity for f in findings)) for severity in Severity)
    return ", ".join([*parts, *(counted(number, severity.value) for severity, number in numbers if number)])


def counted(number: int, what: str) -> str:
    """`1 gap`, `2 gaps`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _gaps(outcome: Outcome) -> str:
    numbers = ((outcome.gaps, "gap"), (outcome.known, "known gap"))
    return ", ".join(counted(number, what) for number, what in numbers if number)


def _can_show(encoding: str | None) -> bool:
    try:
        "".join(SIGNS).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True

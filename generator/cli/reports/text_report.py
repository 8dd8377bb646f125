"""Report as plain text: a line a document, and each finding by itself, at its place; as editors read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from generator.base.findings import Accepted, Completeness, Finding, Severity, by_severity
from generator.base.language import say, say_count
from generator.cli.reports import words
from generator.workspace.standing import State

if TYPE_CHECKING:
    from generator.cli.reports import Report
    from generator.cli.reports.screen import Signs
    from generator.cli.reports.tally import Tally
    from generator.run.outcomes import Outcome

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "magenta", Severity.INFO: None}
"""Colours that can be read on a dark ground and on a light one; yellow and cyan cannot."""


def document_line(outcome: Outcome, signs: Signs, column: int) -> str:
    """`  ✓ document   12 pages  endelig  2 known gaps`, or why there is no document.

    `column` is the width of the names.
    """
    name = outcome.document.ljust(column)
    if outcome.reason:
        sign = click.style(signs.failed, fg="red")
        return f"  {sign} {name}  " + say("not written: {reason}", reason=outcome.reason)
    number = whole_pages(outcome)
    length = (" " * (3 - len(str(number))) + words.pages(number)).ljust(9)
    status = "udkast " if outcome.draft else "endelig"
    sign = click.style(signs.done, fg="green")
    line = f"  {sign} {name}  {length}  {status}  {words.gaps(outcome.gaps, outcome.known)}"
    return line.rstrip() + _kept(outcome)


def _kept(outcome: Outcome) -> str:
    """Note on a document that somebody had changed, with the place where it is now."""
    kept = outcome.standing.kept if outcome.standing else None
    return "\n      " + say("what was changed by hand is kept as {name}", name=kept.name) if kept else ""


def whole_pages(outcome: Outcome) -> int:
    """Number of pages of the document, at least one."""
    return max(1, round(outcome.pages))


def finding_text(finding: Finding) -> str:
    """`file:line:column: error D4: message`, the other place where there are two, and the hint below it."""
    kind = click.style(words.severity(finding.severity), fg=COLOURS[finding.severity], bold=True)
    where = f"{finding.place}: " if finding.place.file else ""
    lines = [f"{where}{kind} {finding.code}: {finding.message}"]
    if finding.second:
        lines.append("    " + say("see also {place}", place=finding.second))
    if finding.hint:
        lines.append(f"    {finding.hint}")
    return "\n".join(lines)


def findings_text(findings: Iterable[Finding]) -> str:
    """Write all findings, the most serious first."""
    return "\n".join(finding_text(finding) for finding in by_severity(findings))


def accepted_text(accepted: Sequence[Accepted]) -> str:
    """Write the findings that the plans accept, each with its reason."""
    return "\n".join(_accepted(one) for one in accepted)


def _accepted(one: Accepted) -> str:
    kind = click.style(say("accepted"), fg="green", bold=True)
    finding = one.finding
    return f"{finding.place}: {kind} {finding.code}: {finding.message}\n    {one.reason} ({one.place})"


def everything(report: Report) -> str:
    """Write how complete each file is, every finding by itself, and what the plans accept."""
    parts = (
        completeness_text(report.completeness), findings_text(report.findings), accepted_text(report.accepted)
    )  # fmt: skip
    return "".join(f"\n{part}\n" for part in parts if part) + "\n" * any(parts)


def completeness_text(completeness: Sequence[Completeness]) -> str:
    """Write under each plan a line a file: how many required fields are filled, and which are next."""
    width = max((len(_split(one)[1]) for one in completeness), default=0)
    lines: list[str] = []
    for plan, files in groupby(completeness, lambda one: _split(one)[0]):
        lines += [plan, *(_completeness(one, width) for one in files)]
    return "\n".join(lines)


def summary(tally: Tally, done: Callable[[int], str], *, counts: bool) -> str:
    """Write one line: the numbers of documents that are `done` and that are not, and of what is accepted.

    With `counts` also those of findings.
    """
    parts = [done(tally.made)]
    if tally.left:
        parts.append(words.documents(State.CURRENT, tally.left))
    if tally.not_made:
        parts.append(say_count("{n} not written", "{n} not written", tally.not_made))
    if counts:
        numbers = ((severity, tally.findings[severity]) for severity in Severity)
        parts += [words.findings(severity, number) for severity, number in numbers if number]
    if tally.accepted:
        parts.append(say_count("{n} accepted", "{n} accepted", tally.accepted))
    return ", ".join(parts)


def counted(number: int, what: str) -> str:
    """`1 gap`, `2 gaps`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _completeness(one: Completeness, width: int) -> str:
    sign = click.style(filled(one), fg=None if one.missing else "green")
    line = f"  {_split(one)[1].ljust(width)}   {sign}"
    if not one.missing:
        return line
    name, place = one.missing[0]
    return f"{line}\n    " + say("next: {name} ({place})", name=name, place=place)


def filled(one: Completeness) -> str:
    """The number of required fields of a file that are filled."""
    return say_count(
        "{filled} of {n} field filled", "{filled} of {n} fields filled", one.required, filled=one.filled
    )


def _split(one: Completeness) -> tuple[str, str]:
    """Part a file's name into plan and document: `viborg-2025-2029`, `helhedsplan`."""
    plan, _, document = one.file.rpartition("/")
    return plan.rpartition("/")[2], document.removesuffix(".yaml")

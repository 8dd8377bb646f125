"""First sight of a run: three counts, then what to mend, what to look at and what is empty, file by file.

A line says where in its file something stands; like ones are told once, with their number. What keeps most
documents from being made comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from generator.base.findings import Completeness, Finding, Severity, by_severity
from generator.base.language import later, listed, say, say_count
from generator.cli.reports import words
from generator.cli.reports.folding import Fold, folded
from generator.cli.reports.text_report import filled
from generator.plan.source.codes import EMPTY_FIELD

if TYPE_CHECKING:
    from generator.cli.reports import Report
    from generator.cli.reports.screen import Screen

TO_MEND, TO_LOOK_AT, EMPTY = later("To be mended"), later("To look at"), later("Still empty")
COLOURS = {TO_MEND: "red", TO_LOOK_AT: "magenta", EMPTY: None}
MOST_LINES = 8
"""Most lines that are named of findings that are told once."""
FITS = 24
"""Lines that can be seen at once; after more of them the counts are told again, where one reads on."""
BLOCKS_ALL, BLOCKS_ONE, BLOCKS_NONE = range(3)


def first_sight(report: Report, screen: Screen, *, strict: bool = False) -> str:
    """Write the three counts, what was found under the name of its file, and how to go on."""
    errors = _in_order_of_mending(report)
    empty = [finding for finding in report.findings if _says_what_is_empty(finding)]
    others = by_severity(one for one in report.findings if not one.is_error and not _says_what_is_empty(one))
    counts = _counts(errors, others, empty)
    width = max(map(len, map(say, counts)))
    lines = [f"  {say(title).ljust(width)}   {_coloured(title, text)}" for title, text in counts.items()]
    parts = [
        section(TO_MEND, errors, screen),
        section(TO_LOOK_AT, others, screen),
        _empty(empty, report.completeness, screen),
    ]
    if "".join(parts).count("\n") > FITS:
        parts.append("\n".join(lines))
    parts.append("\n".join(_what_next(report, errors, others, empty, strict)))
    return "\n\n".join(filter(None, ["\n".join(lines), *parts]))


def section(title: str, findings: Sequence[Finding], screen: Screen) -> str:
    """Write findings below a heading, under the names of their files; nothing where there are none."""
    if not findings:
        return ""
    parts = [click.style(say(title), fg=COLOURS[title], bold=True, underline=True)]
    for file, found in groupby(_together(findings), lambda finding: finding.place.file):
        folds = list(folded(found))
        lines = [line for fold, where in zip(folds, _wheres(folds), strict=True)
                 for line in _lines(fold, where, screen)]  # fmt: skip
        parts.append("\n".join([screen.file(file), *lines] if file else lines))
    return "\n\n".join(parts)


def _says_what_is_empty(finding: Finding) -> bool:
    """Tell whether the finding only says that a required field of a draft is empty."""
    return finding.code == EMPTY_FIELD and not finding.is_error


def _counts(
    errors: Sequence[Finding], others: Sequence[Finding], empty: Sequence[Finding]
) -> dict[str, str]:
    """Say of each of the three how much there is of it; nothing where there is none."""
    kinds = ((one, sum(finding.severity is one for finding in others)) for one in Severity)
    return {
        TO_MEND: words.findings(Severity.ERROR, len(errors)) if errors else "",
        TO_LOOK_AT: ", ".join(words.findings(one, number) for one, number in kinds if number),
        EMPTY: say_count("{n} field", "{n} fields", len(empty)) if empty else "",
    }


def _coloured(title: str, text: str) -> str:
    return click.style(text, fg=COLOURS[title], bold=True) if text else say("nothing")


def _in_order_of_mending(report: Report) -> list[Finding]:
    """List the errors: first those of what many documents are made of, last those that stop none."""
    from generator.run.outcomes import NO_SOURCES

    own = {f"{outcome.plan}/{outcome.document}" for outcome in report.outcomes}

    def blocks(finding: Finding) -> int:
        if finding.code in NO_SOURCES:
            return BLOCKS_NONE
        folder, _, name = finding.place.file.rpartition("/")
        document = f"{folder.rpartition('/')[2]}/{name.partition('.')[0]}"
        return BLOCKS_ONE if document in own else BLOCKS_ALL

    return sorted((finding for finding in report.findings if finding.is_error), key=blocks)


def _together(findings: Iterable[Finding]) -> list[Finding]:
    """Bring the findings of a file together, the files in the order in which they are named first."""
    order: dict[str, list[Finding]] = {}
    for finding in findings:
        order.setdefault(finding.place.file, []).append(finding)
    return [finding for found in order.values() for finding in found]


def _wheres(folds: Sequence[Fold]) -> list[str]:
    """Write `line 4   V1` for each, in columns; of a whole file the code alone."""
    found = [fold.first for fold in folds]
    lines = [say("line {line}", line=one.place.line) if one.place.line else "" for one in found]
    of_lines, of_codes = max(map(len, lines)), max(len(one.code) for one in found)
    return [f"{line:<{of_lines}}  {one.code:<{of_codes}}" if of_lines else f"{one.code:<{of_codes}}"
            for line, one in zip(lines, found, strict=True)]  # fmt: skip


def _lines(fold: Fold, where: str, screen: Screen) -> Iterator[str]:
    """Write the finding: its place, what is wrong, where else to look, what to write, and its likes."""
    first, indent = fold.first, len(where) + 4
    texts = [(first.message, "")]
    if first.second:
        texts.append((_see_also(first), ""))
    if first.hint:
        texts.append((first.hint, f"{screen.signs.instead} "))
    if fold.others:
        texts.append((_more_like_it(fold), ""))
    margin = f"  {where}  "
    for text, sign in texts:
        for line in screen.wrapped(sign + text, indent, hanging=len(sign)):
            yield margin + line
            margin = " " * indent


def _more_like_it(fold: Fold) -> str:
    lines, number = listed(fold.named, most=MOST_LINES), len(fold.others)
    return say_count("{n} more like it: line {lines}", "{n} more like it: lines {lines}", number, lines=lines)


def _see_also(finding: Finding) -> str:
    second = finding.second
    assert second is not None
    if second.file == finding.place.file:
        return say("see also line {line}", line=second.line)
    if second.line:
        return say("see also {file}, line {line}", file=second.file, line=second.line)
    return say("see also {place}", place=second)


def _empty(empty: Sequence[Finding], completeness: Iterable[Completeness], screen: Screen) -> str:
    """Write for each file with empty fields how many are filled, and which is the next."""
    if not empty:
        return ""
    known = {one.file: one for one in completeness if one.missing}
    lines = [click.style(say(EMPTY), fg=COLOURS[EMPTY], bold=True, underline=True), ""]
    for file, found in groupby(_together(empty), lambda finding: finding.place.file):
        text = _progress(known[file]) if file in known else _number_of(list(found))
        lines += [screen.file(file), *(f"  {line}" for line in screen.wrapped(text, 2))]
    return "\n".join(lines)


def _progress(one: Completeness) -> str:
    name, place = one.missing[0]
    return say("{filled}; next: {name}, line {line}", filled=filled(one), name=name, line=place.line)


def _number_of(empty: Sequence[Finding]) -> str:
    """Number of empty fields of a file that is in error, so that nobody can tell how many are filled."""
    line = empty[0].place.line
    return say_count("{n} field, line {line}", "{n} fields, the first in line {line}", len(empty), line=line)


def _what_next(
    report: Report, errors: Sequence[Finding], others: Sequence[Finding], empty: Sequence[Finding],
    strict: bool,
) -> Iterator[str]:
    """Say where to begin, what makes the run fail, and what tells more."""
    if errors and errors[0].place.line:
        yield say("begin with {file}, line {line}", file=errors[0].place.file, line=errors[0].place.line)
    elif errors and errors[0].place.file:
        yield say("begin with {file}", file=errors[0].place.file)
    if strict and report.fails(strict) and not report.fails(strict=False):
        yield say("with --strict, warnings fail")
    if first := next(iter((*errors, *others)), None):
        yield say("`aftale explain {code}` tells why and how to mend it", code=first.code)
    is_folded = any(fold.others for found in (errors, others) for fold in folded(found))
    if empty or is_folded:
        yield say("`aftale check --verbose` tells each one by itself")

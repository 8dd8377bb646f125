"""Sections of a report: findings under the names of their files, each with its line and what to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from generator.base.findings import Finding
from generator.base.language import later, listed, say, say_count
from generator.cli.reports.folding import Fold, folded

if TYPE_CHECKING:
    from generator.cli.reports.screen import Screen

TO_MEND, TO_LOOK_AT, EMPTY = later("To be mended"), later("To look at"), later("Still empty")
COLOURS = {TO_MEND: "red", TO_LOOK_AT: "magenta", EMPTY: None}
MOST_LINES = 8
"""Most lines that are named of findings that are told once."""


def section(title: str, findings: Sequence[Finding], screen: Screen) -> str:
    """Write findings below a heading, under the names of their files; nothing where there are none."""
    parts = [under_its_name(file, [*folded(found)], screen) for file, found in together(findings).items()]
    return "\n\n".join([heading(title), *parts]) if parts else ""


def heading(title: str) -> str:
    """Write the title of a section."""
    return click.style(say(title), fg=COLOURS[title], bold=True, underline=True)


def under_its_name(file: str, folds: Sequence[Fold], screen: Screen) -> str:
    """Write what was found in a file below its name; what is of no file by itself."""
    lines = [line for fold, where in zip(folds, _wheres(folds), strict=True)
             for line in _lines(fold, where, screen)]  # fmt: skip
    return "\n".join([screen.file(file), *lines] if file else lines)


def together(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Bring the findings of a file together, the files in the order in which they are named first."""
    order: dict[str, list[Finding]] = {}
    for finding in findings:
        order.setdefault(finding.place.file, []).append(finding)
    return order


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

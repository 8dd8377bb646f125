"""A syntax error of PyYAML → a finding that says what to write instead."""

from __future__ import annotations

from typing import Any

import yaml

from generator.base.findings import Finding, Place
from generator.plan.source.mistakes import improved
from generator.plan.source.syntax_problem import SyntaxProblem


def syntax_finding(error: yaml.MarkedYAMLError, lines: list[str], name: str, last: Any) -> Finding:
    """The finding for the error; `last` is the event that was read before it."""
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    problem = SyntaxProblem(
        (error.problem or "").lower(), (error.context or "").lower(),
        mark.line if mark else 0, mark.column if mark else 0,
        start.line if start else 0, start.column if start else 0, lines, last,
    )  # fmt: skip
    code, message, hint, line, column = improved(problem)
    return Finding(code, message, hint, _place(name, lines, line, column))


def _place(name: str, lines: list[str], line: int, column: int) -> Place:
    """The place, drawn back to the end of the text when it lies behind that."""
    if line >= len(lines):
        line = max(len(lines) - 1, 0)
        column = len(lines[line]) if lines else 0
    return Place(name, line + 1, column + 1)

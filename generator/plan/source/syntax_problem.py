"""A syntax error as PyYAML tells of it, with what stood around it, and what is said of it in the end."""

from __future__ import annotations

import re
from typing import Any

import yaml
from msgspec import Struct

from generator.base.findings import Code

Said = tuple[Code, str, str, int, int]
"""Code, message, hint, line and column from 0."""


class SyntaxProblem(Struct, frozen=True):
    """A syntax error: where it was noticed, where what was being read began, and what came before."""

    problem: str
    context: str
    line: int
    column: int
    from_line: int
    from_column: int
    lines: list[str]
    last: Any

    @property
    def here(self) -> str:
        """The line from the place on."""
        return self.text(self.line)[self.column :]

    @property
    def last_text(self) -> Any:
        """The event of the text that was read just before, if text it was."""
        return self.last if isinstance(self.last, yaml.ScalarEvent) else None

    def text(self, line: int) -> str:
        return self.lines[line] if line < len(self.lines) else ""

    def rest(self, line: int, column: int) -> str:
        """The rest of the line from the column on, without a comment after it."""
        return re.sub(r"(?:^|(?<!\s)\s++)#.*$", "", self.text(line)[column:]).strip()

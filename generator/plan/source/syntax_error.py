"""A syntax error as the improvers of its message see it, and how text is put in quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from generator.plan.source.scalars import quoted

LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Trouble:
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
        """The text that was read just before, if text it was."""
        return self.last if isinstance(self.last, yaml.ScalarEvent) else None

    def text(self, line: int) -> str:
        return self.lines[line] if line < len(self.lines) else ""

    def rest(self, line: int, column: int) -> str:
        """What stands on the line from the column on, without a comment after it."""
        return re.sub(r"(?:^|\s+)#.*$", "", self.text(line)[column:]).strip()


def put_in_quotes(text: str, what: str = "the text", before: str = "") -> str:
    """The hint to put the text in quotes; it shows how, unless the text is long."""
    shown = f": {before}{quoted(text)}" if len(text) <= LONGEST_SHOWN else ""
    return f"put {what} in quotes{shown}"

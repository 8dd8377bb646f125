"""Finding of a stage about its input: a code with its severity, a message, a hint, a place.

Imports nothing of ours. A stage gathers all its findings before it stops.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Self

from msgspec import Struct


class Severity(Enum):
    """Weight of a finding; the value is the word that is printed."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Rank among the severities, from 0 for the most serious."""
        return list(Severity).index(self)


class Place(Struct, frozen=True, order=True, gc=False):
    """Place in a text file; line and column count from 1, and 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Code(str):
    """Code of a finding, with the severity that every finding of it has; an error unless it says otherwise.

    It is declared once, as a constant of the module that finds it, and explained once, in Danish: the title
    there is its meaning. Once published it is never renumbered, nor used again for something else.
    """

    __slots__ = ("severity",)
    severity: Severity

    def __new__(cls, code: str, severity: Severity = Severity.ERROR) -> Self:
        made = super().__new__(cls, code)
        made.severity = severity
        return made


class GradedCode(Code):
    """Code with two severities: its own, and a milder one for a draft or for what is only doubtful."""

    __slots__ = ("milder",)
    milder: Code

    def __new__(
        cls, code: str, severity: Severity = Severity.ERROR, milder: Severity = Severity.WARNING
    ) -> Self:
        made = super().__new__(cls, code, severity)
        made.milder = Code(code, milder)
        return made

    def milder_unless(self, final: bool) -> Code:
        """The code as it is told of a final document, else as it is told of a draft."""
        return self if final else self.milder


class Finding(Struct, frozen=True, tag=True):
    """One thing to tell the writer: what is wrong, what to write instead, and where.

    `second` is the other place where two disagree.
    """

    code: Code
    message: str
    hint: str
    place: Place
    second: Place | None = None

    @property
    def severity(self) -> Severity:
        return self.code.severity

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


class Accepted(Struct, frozen=True, tag=True):
    """Finding that the plan lives with, with the reason and the place where it says so."""

    finding: Finding
    reason: str
    place: Place


class Completeness(Struct, frozen=True, tag=True):
    """Count of the fields that the form requires of one file; `missing` are names with their places."""

    file: str
    filled: int
    missing: tuple[tuple[str, Place], ...]

    @property
    def required(self) -> int:
        """Number of fields that the form requires, filled or not."""
        return self.filled + len(self.missing)


class Rejected(Exception):
    """Raised where a stage cannot make its value; carries all that the stage found."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{f.place}: {f.message}" for f in self.findings))


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings with the most serious first; within a severity the order they came in is kept."""
    return sorted(findings, key=lambda finding: finding.severity.rank)

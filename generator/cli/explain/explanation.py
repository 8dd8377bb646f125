"""The explanation of one code."""

from __future__ import annotations

from dataclasses import dataclass

from generator.base.findings import Severity
from generator.plan.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Explanation:
    """What people read of a code, in Danish: `title` is what must hold, `example` is what breaks it.

    `severity` is the most serious that it can be; `milder` says when it is less.
    """

    code: str
    title: str
    why: str
    example: str
    mend: str
    source: str = ""
    severity: Severity = Severity.ERROR
    milder: str = ""

    @classmethod
    def of(cls, rule: Rule) -> Explanation:
        """What a rule says of itself."""
        return cls(
            rule.code, rule.title, rule.why, rule.example, rule.mend, rule.source, rule.severity, rule.milder
        )

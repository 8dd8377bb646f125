"""Explanation of one code."""

from __future__ import annotations

from msgspec import Struct

from generator.base.findings import Code
from generator.plan.rules.rule import Rule


class Explanation(Struct, frozen=True):
    """Words on a code, in Danish: `title` is what must hold, `example` is what breaks it.

    `milder` says when the milder severity of the code holds.
    """

    code: Code
    title: str
    why: str
    example: str
    mend: str
    source: str = ""
    milder: str = ""

    @classmethod
    def of(cls, rule: Rule) -> Explanation:
        """Take over what a rule says of itself."""
        return cls(rule.code, rule.title, rule.why, rule.example, rule.mend, rule.source, rule.milder)

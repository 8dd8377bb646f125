"""What a rule is: a function over a plan, and what people need to know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.base.findings import Finding, Severity
from generator.plan.model.plan import Plan

Check = Callable[[Plan], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the domain. What people read of it (`title` to `mend`, and `milder`) is Danish.

    `severity` is the most serious that it can be; `milder` says when it is less. `acceptable` errors can
    be silenced with a reason, warnings always can. A rule that is `sure` can be trusted in a file that
    was only partly read; one that looks `across` needs all files of the plan to be whole.
    """

    code: str
    severity: Severity
    title: str
    why: str
    source: str
    example: str
    mend: str
    function: Check
    milder: str = ""
    acceptable: bool = False
    sure: bool = False
    across: bool = False

    def can_silence(self, finding: Finding) -> bool:
        """Whether a plan may silence that finding of the rule."""
        return self.acceptable or not (finding.is_error or self.code in NEVER_SILENT)


NEVER_SILENT = frozenset({"C1", "C2", "U1"})

"""A rule: a function over a plan, and what people need to know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from generator.base.findings import Code, Finding
from generator.plan.model.plan import Plan

Check = Callable[[Plan], Iterator[Finding]]


class Rule(Struct, frozen=True):
    """A rule of the domain. Its words (`title` to `mend`, and `milder`) are Danish.

    `milder` says when the milder severity of the code holds. `acceptable` errors can be silenced with a
    reason, warnings always can, unless they `must_be_seen`. A rule ends where it asks for a value that could
    not be read; one that looks `across` needs all files of the plan to be there.
    """

    code: Code
    title: str
    why: str
    source: str
    example: str
    mend: str
    function: Check
    milder: str = ""
    acceptable: bool = False
    must_be_seen: bool = False
    across: bool = False

    def can_silence(self, finding: Finding) -> bool:
        """Tell whether a plan may silence that finding of the rule."""
        return self.acceptable or not (finding.is_error or self.must_be_seen)

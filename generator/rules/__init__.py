"""The domain's rules, a small function each: a plan in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from generator.findings import Finding
from generator.model.plan import Plan
from generator.rules import codes
from generator.rules.completeness import required_fields
from generator.rules.references import (
    annexes_and_criteria,
    areas,
    chosen_areas_of_effort,
    one_delaftale_each,
    owners,
)

Rule = Callable[[Plan], Iterable[Finding]]

NEEDS = {codes.AREA: "boligområder", codes.OWNER: "parter", codes.AREA_OF_EFFORT: "indsatsområder"}
"""The key of helhedsplan.yaml that a name of a rule must stand in."""

RULES: tuple[Rule, ...] = (
    areas,
    chosen_areas_of_effort,
    one_delaftale_each,
    owners,
    annexes_and_criteria,
    required_fields,
)


def check(
    plan: Plan, broken: Collection[str] = (), lost: Collection[str] = ()
) -> list[Finding]:
    """What all rules have to say about the plan, in the order of its files and their lines.

    `broken` are files in error, of which the plan has the rest, and `lost` the keys of helhedsplan.yaml
    that are not whole: what may only follow from those errors is not told.
    """
    files = [plan.place().file, *(aftale.place().file for aftale in plan.aftaler)]
    order = {file: number for number, file in enumerate(files)}
    shared_is_broken = plan.place().file in broken
    told = (finding for rule in RULES for finding in rule(plan))
    found = [f for f in told if not _only_follows(f, broken, shared_is_broken, lost)]
    return sorted(found, key=lambda f: (order.get(f.place.file, len(order)), f.place.line, f.place.column))


def _only_follows(
    finding: Finding, broken: Collection[str], shared_is_broken: bool, lost: Collection[str]
) -> bool:
    """Whether the finding may be there only because something else could not be read."""
    if finding.code == codes.COMPLETE:
        return shared_is_broken or finding.place.file in broken
    return NEEDS.get(finding.code) in lost

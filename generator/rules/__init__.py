"""The domain's rules, a small function each: a plan in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.findings import Finding
from generator.model.plan import Plan
from generator.rules.completeness import required_fields
from generator.rules.references import (
    annexes_and_criteria,
    areas,
    chosen_areas_of_effort,
    one_delaftale_each,
    owners,
)

Rule = Callable[[Plan], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    areas,
    chosen_areas_of_effort,
    one_delaftale_each,
    owners,
    annexes_and_criteria,
    required_fields,
)


def check(plan: Plan) -> list[Finding]:
    """What all rules have to say about the plan, in the order of its files and their lines."""
    files = [plan.place().file, *(aftale.place().file for aftale in plan.aftaler)]
    order = {file: number for number, file in enumerate(files)}
    found = [finding for rule in RULES for finding in rule(plan)]
    return sorted(found, key=lambda f: (order.get(f.place.file, len(order)), f.place.line, f.place.column))

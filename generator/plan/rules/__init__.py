"""The domain's rules, a small function each: a plan in, findings out.

The letter of a code says what the rule is about: A activities, B budget, C completeness, D delmål and
målinger, G persons, I indsatsområder, K criteria and terms, L loose ends, O organisation, P periods,
R revision, S signatures, U what is silenced or not printed, X annexes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from generator.base.findings import Accepted, Finding
from generator.plan.model.plan import Plan
from generator.plan.rules import (  # fmt: skip
    accepted,
    activities,
    annexes,
    areas_of_effort,
    budget,
    completeness,
    criteria,
    delmaal,
    documents,
    figures,
    form_fields,
    loose_ends,
    organisation,
    periods,
    persons,
    revision,
    signatures,
    sources_of_data,
    typed_lines,
)
from generator.plan.rules.accepted import Silence, silences, wrong_silences
from generator.plan.rules.rule import Rule

__all__ = ["RULES", "Accepted", "Examined", "Rule", "examine", "rule", "settle"]

RULES: tuple[Rule, ...] = tuple(sorted(
    (
        *accepted.RULES, *activities.RULES, *annexes.RULES, *budget.RULES, *completeness.RULES,
        *criteria.RULES, *delmaal.RULES, *documents.RULES, *figures.RULES, *areas_of_effort.RULES,
        *form_fields.RULES, *loose_ends.RULES, *organisation.RULES, *periods.RULES, *persons.RULES,
        *revision.RULES, *signatures.RULES, *sources_of_data.RULES, *typed_lines.RULES,
    ),
    key=lambda rule: rule.code,
))  # fmt: skip
"""All rules, in the order of their codes."""

_BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Examined:
    """Findings of the rules about a plan, and those that the plan has accepted."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()


def rule(code: str) -> Rule | None:
    """Rule of that code, if there is one."""
    return _BY_CODE.get(code)


def examine(
    plan: Plan,
    broken: Collection[str] = (),
    lost: Collection[str] = (),
    unread: Collection[str] = (),
) -> Examined:
    """Apply all rules to the plan; findings come in the order of its files and their lines.

    `broken` are files in error, of which the plan has the rest, `lost` the keys of helhedsplan.yaml that
    are not whole, and `unread` files of which the plan has nothing. A finding that may only follow from
    those errors is left out.
    """
    told = (finding for rule in RULES for finding in rule.function(plan))
    kept = [finding for finding in told if not _only_follows(plan, finding, broken, lost, unread)]
    return settle(plan, kept, whole=not (broken or unread))


def settle(plan: Plan, told: list[Finding], whole: bool = True) -> Examined:
    """Part the findings that the plan has accepted from the others, and add U1 for entries that do nothing.

    U1 is told only of a plan that was read as a `whole`.
    """
    silent = silences(plan)
    pairs = [(finding, _silenced(finding, silent)) for finding in told]
    kept = [finding for finding, by in pairs if not by]
    accepted = [by[0].accepted(finding) for finding, by in pairs if by]
    hushed = [silence for _, by in pairs for silence in by]
    if whole:
        kept += wrong_silences(plan, _BY_CODE, silent, hushed)
    order = _order(plan)
    return Examined(
        tuple(sorted(kept, key=order)), tuple(sorted(accepted, key=lambda one: order(one.finding)))
    )


def _silenced(finding: Finding, silent: list[Silence]) -> list[Silence]:
    """Entries of `accepter` that hold for the finding; none where it may not be silenced."""
    of = _BY_CODE.get(finding.code)
    if of is None or not of.can_silence(finding):
        return []
    return [silence for silence in silent if silence.holds(finding)]


def _order(plan: Plan) -> Callable[[Finding], tuple[int, int, int]]:
    files = [plan.place().file, *(aftale.place().file for aftale in plan.aftaler)]
    order = {file: number for number, file in enumerate(files)}
    return lambda f: (order.get(f.place.file, len(order)), f.place.line, f.place.column)


def _only_follows(
    plan: Plan, finding: Finding, broken: Collection[str], lost: Collection[str], unread: Collection[str]
) -> bool:
    """Tell whether the finding may be there only because something else could not be read."""
    of = _BY_CODE[finding.code]
    if of.across and (broken or unread):
        return True
    if of.sure:
        return of.needs in lost
    return plan.place().file in broken or finding.place.file in broken

"""The domain's rules, a small function each: a plan in, findings out.

The letter of a code says what the rule is about: A activities, B budget, C completeness, D delmål and
målinger, G persons, H the budget in full, I indsatsområder, J what is measured centrally, K criteria and
terms, L loose ends, O organisation, P periods, Q the status of a year, R revision, S signatures, U what is
silenced or not printed, X annexes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress

from msgspec import Struct

from generator.base.findings import Accepted, Finding
from generator.base.values import replace
from generator.plan.model.plan import Plan
from generator.plan.model.record import NotRead
from generator.plan.rules import (  # fmt: skip
    accepted,
    activities,
    amounts,
    annexes,
    areas_of_effort,
    budget,
    budget_and_agreement,
    budget_and_delaftaler,
    budget_in_full,
    completeness,
    criteria,
    delmaal,
    documents,
    figures,
    form_fields,
    kommissorier,
    loose_ends,
    measures,
    milestones,
    organisation,
    organisation_chart,
    periods,
    periods_in_texts,
    persons,
    revision,
    signatures,
    sources_of_data,
    status_figures,
    status_of_year,
    telephone_numbers,
    typed_lines,
)
from generator.plan.rules.accepted import Silence, accepted_by, silences, wrong_silences
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import sources

__all__ = ["RULES", "Accepted", "Examined", "Rule", "examine", "rule", "settle"]

RULES: tuple[Rule, ...] = tuple(sorted(
    (
        *accepted.RULES, *activities.RULES, *amounts.RULES, *annexes.RULES, *budget.RULES,
        *budget_and_agreement.RULES, *budget_and_delaftaler.RULES, *budget_in_full.RULES, *completeness.RULES,
        *criteria.RULES, *delmaal.RULES, *documents.RULES, *figures.RULES, *areas_of_effort.RULES,
        *form_fields.RULES, *kommissorier.RULES, *loose_ends.RULES, *measures.RULES, *milestones.RULES,
        *organisation.RULES, *organisation_chart.RULES,
        *periods.RULES, *periods_in_texts.RULES, *persons.RULES, *revision.RULES, *signatures.RULES,
        *sources_of_data.RULES,
        *status_figures.RULES, *status_of_year.RULES,
        *telephone_numbers.RULES, *typed_lines.RULES,
    ),
    key=lambda rule: rule.code,
))  # fmt: skip
"""All rules, in the order of their codes."""

_BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}


class Examined(Struct, frozen=True):
    """Findings of the rules about a plan, and those that the plan has accepted."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()


def rule(code: str) -> Rule | None:
    """Rule of that code, if there is one."""
    return _BY_CODE.get(code)


def examine(plan: Plan, partial: Collection[str] = (), unread: Collection[str] = ()) -> Examined:
    """Apply all rules to the plan; findings come in the order of its files and their lines.

    `partial` are files in error, of which the plan has the rest, and `unread` those of which it has nothing.
    A finding that may only follow from that is left out.
    """
    told = [finding for rule in RULES if not (rule.across and unread) for finding in _told(rule, plan)]
    unsure = {source.place().file for source in sources(plan) if accepted_by(source) is None}
    kept = [f for f in told if f.place.file not in unsure or not _BY_CODE[f.code].can_silence(f)]
    return settle(plan, kept, whole=not (partial or unread))


def _told(rule: Rule, plan: Plan) -> list[Finding]:
    """Yield what the rule finds until it asks for a value that could not be read; then, of each agreement.

    What could not be read of one of them hides nothing of another.
    """
    found: dict[Finding, None] = {}
    try:
        for finding in rule.function(plan):
            found[finding] = None
    except NotRead:
        for aftale in plan.aftaler:
            with suppress(NotRead):
                for finding in rule.function(replace(plan, aftaler=(aftale,))):
                    if finding.place.file == aftale.place().file:
                        found[finding] = None
    return list(found)


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

"""Variables of a template: what a form can ask of a plan and of one of its agreements."""

from __future__ import annotations

from generator.plan.model.bilagsliste import bilagslisten
from generator.plan.model.plan import Aftale, Plan


def variables(plan: Plan, aftale: Aftale, draft: bool) -> dict[str, object]:
    """The variables of a template, by name."""
    return {
        "plan": plan.helhedsplan, "aftale": aftale.indhold, "form": plan.form,
        "aftaler": plan.aftaler, "målepunkter": plan.målepunkter, "kladde": draft, "art": aftale.art,
        "bilagslisten": bilagslisten(plan, aftale),
    }  # fmt: skip

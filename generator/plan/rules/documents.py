"""Documents that every plan has, whatever areas of effort it has chosen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Finding, GradedCode
from generator.base.language import say
from generator.plan import kinds
from generator.plan.kinds import Count
from generator.plan.model.plan import Plan
from generator.plan.rules.rule import Rule

C4 = GradedCode("C4")


def every_plan_has_them(plan: Plan) -> Iterator[Finding]:
    """C4: the plan has a document of each kind of which there is one; X1 tells of annexes."""
    there = {aftale.kind.name for aftale in plan.aftaler}
    for kind in kinds.DOCUMENTS:
        if kind.count is Count.ONE and not kind.annex and kind.name not in there:
            code = C4.milder_unless(kind.signed and plan.is_final())
            message = say("the plan has no {kind}", kind=kind.name)
            hint = say("make its file with: aftale add {plan} {kind}", plan=plan.navn, kind=kind.name)
            yield Finding(code, message, hint, plan.place())


RULES = (
    Rule(
        C4, "Planen har en strategisk samarbejdsaftale",
        "Landsbyggefonden støtter kun en indsats, når der er en strategisk samarbejdsaftale. Det meste af "
        "helhedsplan.yaml kommer kun med i den.",
        "Samarbejdsaftalens afsnit om aftaledokumenter",
        "en mappe med helhedsplan.yaml og delaftaler, men uden strategisk-samarbejdsaftale.yaml",
        "Skriv `aftale add`, planens navn og `strategisk-samarbejdsaftale`. Findes aftalen kun på papir, så "
        "accepter C4 med den begrundelse.",
        every_plan_has_them, acceptable=True, across=True,
        milder="advarsel i et udkast, og om et dokument, som ingen skriver under på",
    ),
)  # fmt: skip

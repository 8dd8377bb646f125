"""Years and dates in texts that say when the plan runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.danish import MONTH
from generator.base.findings import Code, Finding
from generator.base.language import say
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.values import Dato, Periode
from generator.plan.rules.gathered import Text
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import every_text
from generator.plan.rules.wording import period

P4 = Code("P4")

A_DAY = rf"\d\d?\.\s?(?:{MONTH}|\d{{1,2}}\.)\s?\d{{4}}"
DAYS = re.compile(rf"({A_DAY})\s*(?:til(?: og med)?|[-–])\s*({A_DAY})")
YEARS = re.compile(r"(20\d\d)(?<![\d.,-]....)\s?[-–]\s?(20\d\d)(?![\d.,]*\d)")


def texts_give_the_plans_period(plan: Plan) -> Iterator[Finding]:
    """P4: years and dates of the period that stand in a text are those of the plan or its delaftale.

    Years of an earlier or a later plan are let be: they do not overlap with this one's.
    """
    shared = (plan.helhedsplan.gælder, plan.helhedsplan.periode)
    for text in every_text(plan, "20"):
        if text.field == "fælles_med" or text.path[:1] == ("andre_aftaler",):
            continue
        own = text.source.periode if isinstance(text.source, Aftale) else None
        known = [p for p in (*shared, own) if p and p.fra and p.til]
        if known:
            yield from _years(plan, text, known)
            yield from _days_said(plan, text, known)


def _years(plan: Plan, text: Text, known: list[Periode]) -> Iterator[Finding]:
    whole = known[0]
    spans = {(p.fra.år, p.til.år) for p in known if p.fra and p.til}
    for match in YEARS.finditer(text.words):
        first, last = int(match[1]), int(match[2])
        near = text.words[max(0, match.start() - 40) : match.start()].lower()
        if (first, last) in spans or not re.search(r"helhedsplan|aftale|perioden", near + _name(text)):
            continue
        if whole.fra and whole.til and last > whole.fra.år and first < whole.til.år:
            yield _other_period(plan, text, match, f"{whole.fra.år}-{whole.til.år}")


def _name(text: Text) -> str:
    """Word that makes the whole text one about the plan, where it is the plan's name; else nothing."""
    return "helhedsplan" if text.path == ("navn",) else ""


def _days_said(plan: Plan, text: Text, known: list[Periode]) -> Iterator[Finding]:
    for match in DAYS.finditer(text.words):
        try:
            fra, til = (Dato.parse(re.sub(r"\s+", " ", part)) for part in match.groups())
        except ValueError:
            continue
        p = known[0]
        same_years = p.fra and p.til and (fra.år, til.år) == (p.fra.år, p.til.år)
        if same_years and not _is_one_of(fra, til, known):
            yield _other_period(plan, text, match, period(p))


def _other_period(plan: Plan, text: Text, match: re.Match[str], right: str) -> Finding:
    message = say("the text says {said}, and the plan runs {period}", said=match[0], period=right)
    hint = say("write {right}, or mend `{key}`", right=right, key="periode")
    return Finding(P4, message, hint, text.place(match.start()), plan.place("periode"))


def _is_one_of(fra: Dato, til: Dato, known: list[Periode]) -> bool:
    """Tell whether the two days begin and end one of the periods, as precisely as it is known."""
    return any(
        p.fra and p.til
        and p.fra.første() <= fra.første() <= p.fra.sidste()
        and p.til.første() <= til.første() <= p.til.sidste()
        for p in known
    )  # fmt: skip


RULES = (
    Rule(
        P4, "Årstal og datoer i teksten er planens",
        "Forsiden, titlen og teksten skal sige det samme om, hvornår aftalen gælder.",
        "Alle de aftaler, som programmet er lavet efter",
        "”helhedsplanen 2017-2020” i en plan, der løber 2017-2021",
        "Ret teksten. En tidligere eller senere plans år er i orden.",
        texts_give_the_plans_period, acceptable=True,
    ),
)  # fmt: skip

"""Amounts of the budget as they are written: their size, their kind, and the share that texts give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.base.danish import procent
from generator.base.findings import Code, Finding, Severity
from generator.base.language import say
from generator.base.values import replace
from generator.plan.model.budget import Budget, Finansiering
from generator.plan.model.plan import Plan
from generator.plan.model.values import Beløb
from generator.plan.rules.budget import OUTSIDE, contributions
from generator.plan.rules.local_share import local_share
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import every_text
from generator.plan.rules.wording import amount, plain, typed

B4 = Code("B4", Severity.WARNING)
B5 = Code("B5", Severity.WARNING)
B6 = Code("B6", Severity.INFO)

PERCENT = re.compile(
    r"(?:(?P<least>mindst|mindste|minimum|min\.)\s+)?(?<!\d)(?P<n>\d++(?:,\d++)?)\s?(?:%|pct\b|procent\b)"
)
GROUPED_MILLIONS = re.compile(r"\b(\d{1,3})\.(\d{3})\s+(?:mio|mill)\b")
BILLION = Decimal(1000)


def texts_give_the_share_of_the_budget(plan: Plan) -> Iterator[Finding]:
    """B4: a percentage of medfinansiering in a text is that of the budget, with other projects or without."""
    budget = plan.helhedsplan.budget
    if budget is None or not _has_the_fund(budget):
        return
    shares = [share for without in ((), OUTSIDE) if (share := local_share(budget, without)) is not None]
    for text in every_text(plan, "medfinansier") if shares else ():
        for start, sentence in text.sentences():
            found = list(PERCENT.finditer(sentence))
            if len(found) != 1 or found[0]["least"] or "medfinansier" not in sentence.lower():
                continue
            said = Decimal(found[0]["n"].replace(",", "."))
            exact = budget.total is None or budget.total.er_præcis
            rounded = [share.quantize(said if exact else Decimal(1), ROUND_HALF_UP) for share in shares]
            if (said if exact else round(said)) not in rounded:
                right = plain(procent(rounded[0]))
                message = say("the text says {said}, and the budget gives {right}",
                              said=f"{found[0]['n']} %", right=right)  # fmt: skip
                place = text.place(start + found[0].start("n"))
                hint = say("write {right}, or mend the budget", right=right)
                yield Finding(B4, message, hint, place, plan.place("budget", "finansiering"))


def amounts_have_one_order_of_magnitude(plan: Plan) -> Iterator[Finding]:
    """B5: no amount is a thousand times what its unit allows, as where a full stop was meant as a comma."""
    budget = plan.helhedsplan.budget
    for path, line in contributions(budget) if budget else ():
        if line.beløb is None or budget is None:
            continue
        tal, unit, place = line.beløb.tal, budget.enhed, plan.place(*path, "beløb")
        if unit == "mio. kr." and tal >= BILLION:
            message = say("{amount} is over a billion kroner", amount=f"{amount(tal)} {unit}")
            right = typed(_times(line.beløb, 1 / BILLION))
            hint = say("write {right}, or another `enhed`", right=right)
            yield Finding(B5, message, hint, place)
        elif unit in ("kr.", "t.kr.") and tal.as_tuple().exponent == -3:
            message = say("{amount} has three decimals, as if a comma stood for the full stop",
                          amount=f"{amount(tal)} {unit}")  # fmt: skip
            hint = say("write {right}, or fewer decimals", right=typed(_times(line.beløb, BILLION)))
            yield Finding(B5, message, hint, place)
    for text in every_text(plan, "mio", "mill"):
        for match in GROUPED_MILLIONS.finditer(text.words):
            message = say("{amount} is over a billion kroner", amount=f"`{match[0]}`")
            hint = say("write {right} if a comma was meant", right=f"{match[1]},{match[2]} mio.")
            yield Finding(B5, message, hint, text.place(match.start()))


def money_or_hours(plan: Plan) -> Iterator[Finding]:
    """B6: each local contribution says whether it is money or hours."""
    for path, line in contributions(plan.helhedsplan.budget) if plan.helhedsplan.budget else ():
        made_up = isinstance(line, Finansiering) and (line.dele or line.er_landsbyggefonden)
        if line.beløb and not (line.form or made_up):
            message = say("{source} {amount} does not say whether it is money or hours",
                          source=line.kilde, amount=amount(line.beløb))  # fmt: skip
            hint = say("write form: kontant, timer, or kontant og timer; or name the contributors in `dele`")
            yield Finding(B6, message, hint, plan.place(*path))


def _times(number: Beløb, by: Decimal) -> Beløb:
    """The amount so many times as large, as exact as it was."""
    tal, til = (Decimal(f"{(end * by).normalize():f}") for end in (number.tal, number.til or Decimal(0)))
    return replace(number, tal=tal, til=til if number.til else None)


def _has_the_fund(budget: Budget) -> bool:
    return any(line.er_landsbyggefonden for line in budget.finansiering)


RULES = (
    Rule(
        B4, "En procent i teksten er den, som budgettet giver",
        "En procent, der er skrevet i hånden, bliver stående, når budgettet ændres.",
        "Resuméet for 2021-2025 oplyser den lokale medfinansiering i procent",
        "”Den lokale medfinansiering er på 47 %”, mens budgettet giver 46,1 %",
        "Skriv den procent, som beskeden giver, eller udelad den: Aftalens budget viser andelene.",
        texts_give_the_share_of_the_budget,
    ),
    Rule(
        B5, "Beløbene har den størrelse, som enheden siger",
        "Et punktum, der skulle være et komma, gør et beløb tusind gange større.",
        "Resuméet for 2021-2025 skriver 13.709 og 7,2 om beløb i mio. kr.",
        "enhed: mio. kr. og beløb: 13.709",
        "Skriv 13,709 i mio. kr. eller 13.709 i t.kr.",
        amounts_have_one_order_of_magnitude,
    ),
    Rule(
        B6, "Hvert lokalt bidrag siger, om det er penge eller timer",
        "Timer kan ikke bruges til at betale regninger med. Bestyrelsen skal vide, hvad den råder over.",
        "Resuméet for 2021-2025: ”kontant og ressourcer”",
        "kilde: Lokal medfinansiering og et beløb, men ingen form",
        "Skriv `form: kontant`, `timer` eller `kontant og timer`, eller nævn bidragyderne i `dele`.",
        money_or_hours,
    ),
)  # fmt: skip

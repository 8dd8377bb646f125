"""Budget: sums that add up, and the share of it that is found locally."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal

from generator.base.danish import procent
from generator.base.findings import Finding, GradedCode
from generator.base.language import say
from generator.plan.model.budget import Bidrag, Budget, Finansiering
from generator.plan.model.plan import Plan
from generator.plan.model.reserved import added_up
from generator.plan.model.values import Beløb
from generator.plan.rules.local_share import local_share
from generator.plan.rules.rule import Rule
from generator.plan.rules.wording import amount, names, plain, share, typed

B1 = GradedCode("B1")
B2 = GradedCode("B2")
B3 = GradedCode("B3")

WHOLE = Decimal(100)
OUTSIDE = ("fond", "projekt")


def the_total_is_the_sum(plan: Plan) -> Iterator[Finding]:
    """B1: the sources add up to the total that is given, or to what it can be where one is not exact."""
    budget = plan.helhedsplan.budget
    if budget is None or budget.samlet is None or budget.sum is None or budget.stemmer:
        return
    added, total = amount(budget.sum), amount(budget.samlet)
    message = say("{sources} = {sum}, and `samlet` is {total}",
                  sources=_sum(budget.finansiering), sum=added, total=total)  # fmt: skip
    hint = say("write samlet: {sum}, or mend the amount that is wrong", sum=typed(budget.sum))
    exact = budget.sum.er_præcis and budget.samlet.er_præcis
    code = B1.milder_unless(plan.is_final() and exact)
    places = plan.place("budget", "samlet"), plan.place("budget", "finansiering")
    yield Finding(code, message, hint, *places)


def enough_is_found_locally(plan: Plan) -> Iterator[Finding]:
    """B2: what others than Landsbyggefonden pay is at least the round's share of the total."""
    budget, required = plan.helhedsplan.budget, plan.form.medfinansiering
    if budget is None or required is None or not budget.finansiering:
        return
    ours = [i for i, line in enumerate(budget.finansiering) if not line.er_landsbyggefonden]
    if len(ours) == len(budget.finansiering):
        message = say("no line of the budget is Landsbyggefonden's, so there is no local share to compute")
        hint = say("write kilde: Landsbyggefonden, or type: landsbyggefonden where it has another name")
        yield Finding(B2.milder, message, hint, plan.place("budget", "finansiering"))
        return
    local, within = local_share(budget), local_share(budget, OUTSIDE)
    if local is None or within is None:
        return
    place = plan.place("budget", "finansiering", (ours or [0])[0], "beløb")
    limit = required.mindst.tal
    exact = budget.total is not None and budget.total.er_præcis
    code = B2.milder_unless(plan.is_final() and exact)
    if local < limit:
        yield Finding(code, _share(budget, local, limit), _least(budget, local, limit), place)
    elif within < limit:
        message = say("without {outside} the local share is {share}, and at least {least} is required",
                      outside=names(line.kilde for line in budget.finansiering if line.type in OUTSIDE),
                      share=share(within, WHOLE, limit), least=plain(procent(limit)))  # fmt: skip
        hint = say("ask Landsbyggefonden whether that counts as local")
        yield Finding(B2.milder, message, hint, place)


def the_parts_add_up(plan: Plan) -> Iterator[Finding]:
    """B3: those who make up an amount add up to it, and those that it includes to no more."""
    for path, line in contributions(plan.helhedsplan.budget) if plan.helhedsplan.budget else ():
        if not isinstance(line, Finansiering):
            continue
        parts, included = (added_up(Beløb, (p.beløb for p in listed)) for listed in (line.dele, line.inkl))
        if line.beløb and parts and not parts.spænd.meets(line.beløb.spænd):
            message = say("{parts} = {sum}, and {source} is {amount}", parts=_sum(line.dele),
                          sum=amount(parts), source=line.kilde, amount=amount(line.beløb))  # fmt: skip
            hint = say("write beløb: {sum}, or mend the part that is wrong", sum=typed(parts))
            exact = parts.er_præcis and line.beløb.er_præcis
            code = B3.milder_unless(plan.is_final() and exact)
            yield Finding(code, message, hint, plan.place(*path, "beløb"), plan.place(*path, "dele"))
        greatest = line.beløb.spænd.greatest if line.beløb else None
        if line.beløb and included and greatest is not None and included.spænd.least > greatest:
            message = say(
                "{source} is {amount}, and includes {sum}: {parts}", source=line.kilde,
                amount=amount(line.beløb), sum=amount(included), parts=_sum(line.inkl),
            )  # fmt: skip
            hint = say("write in `inkl` only what is part of the amount, or mend the one that is wrong")
            code = B3.milder_unless(plan.is_final())
            yield Finding(code, message, hint, plan.place(*path, "beløb"), plan.place(*path, "inkl"))


def contributions(budget: Budget) -> Iterator[tuple[tuple[str | int, ...], Bidrag]]:
    """Yield all lines, and the parts of each, with their paths."""
    for number, line in enumerate(budget.finansiering):
        yield ("budget", "finansiering", number), line
        for key, parts in (("dele", line.dele), ("inkl", line.inkl)):
            yield from ((("budget", "finansiering", number, key, i), part) for i, part in enumerate(parts))


def _share(budget: Budget, local: Decimal, limit: Decimal) -> str:
    told, least = share(local, WHOLE, limit), plain(procent(limit))
    if not budget.sum:
        return say("the local share is {share}, and at least {least} is required", share=told, least=least)
    return say(
        "{sources} = {sum}; the local share is {share}, and at least {least} is required",
        sources=_sum(budget.finansiering), sum=amount(budget.sum), share=told, least=least,
    )  # fmt: skip


def _least(budget: Budget, local: Decimal, limit: Decimal) -> str:
    """Hint with the least local amount beside what Landsbyggefonden gives, rounded up to its decimals."""
    if budget.total is None:
        return say("find more local money, or mend the share that is wrong")
    fund = (budget.total.tal * (100 - local) / 100).quantize(budget.total.tal, ROUND_HALF_UP)
    given = added_up(Beløb, (line.beløb for line in budget.finansiering if line.er_landsbyggefonden))
    fund = given.tal if given and given.tal == fund else fund
    exponent = fund.as_tuple().exponent
    least = (fund * limit / (100 - limit)).quantize(Decimal(1).scaleb(int(exponent)), ROUND_UP)
    needed = f"{amount(least)} {budget.enhed or ''}".rstrip()
    return say("Landsbyggefonden's {amount} needs at least {least} of local money",
               amount=amount(fund), least=needed)  # fmt: skip


def _sum(lines: Iterable[Bidrag]) -> str:
    return " + ".join(f"{line.kilde} {amount(line.beløb)}" for line in lines if line.beløb)


RULES = (
    Rule(
        B1, "Kilderne giver tilsammen det samlede budget",
        "Beløbene går igen i aftalen, i budgettet hos Landsbyggefonden og i regnskabet. Stemmer de ikke ét "
        "sted, stemmer de heller ikke de andre steder.",
        "Samarbejdsaftalens afsnit 7",
        "Landsbyggefonden 14.600 + Lokal medfinansiering 12.502, og samlet: 27.000",
        "Ret det beløb, der er forkert. Summen regnes ud, så `samlet` kan også udelades.",
        the_total_is_the_sum,
        milder="advarsel i et udkast, og hvis et af beløbene ikke er nøjagtigt (ca., mindst, højst)",
    ),
    Rule(
        B2, "Den lokale medfinansiering er mindst så stor, som runden kræver",
        "Landsbyggefonden støtter kun, når kommune og boligorganisationer selv betaler deres del. "
        "Andelen regnes af det samlede budget.",
        "lbf.dk, organisation og økonomiske rammer; grænsen står i rundens form.yaml",
        "Landsbyggefonden 14.600 og Lokal medfinansiering 4.000: 21,5 % af det samlede budget",
        "Find flere lokale midler, eller søg mindre. Beskeden siger, hvor stort det lokale beløb mindst skal "
        "være.",
        enough_is_found_locally,
        milder="advarsel i et udkast, hvis grænsen kun nås med en fond eller et projekt, "
        "hvis ingen linje er Landsbyggefondens, eller hvis beløbene ikke er nøjagtige",
    ),
    Rule(
        B3, "Bidragyderne giver tilsammen det beløb, de udgør",
        "Den, der læser budgettet, lægger tallene sammen.",
        "Resuméet for 2021-2025: kommunens og boligselskabernes del udgør den lokale medfinansiering",
        "beløb: 4.000 med dele på 2.500 og 1.400",
        "Ret delen eller beløbet.",
        the_parts_add_up,
        milder="advarsel i et udkast, og hvis et af beløbene ikke er nøjagtigt (ca., mindst, højst)",
    ),
)  # fmt: skip

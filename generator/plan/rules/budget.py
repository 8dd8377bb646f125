"""Budget: sums that add up, and the share of it that is found locally."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal

from generator.base.danish import procent
from generator.base.findings import Code, Finding, GradedCode, Severity
from generator.plan.model.budget import LANDSBYGGEFONDEN, Bidrag, Budget, Finansiering
from generator.plan.model.plan import Plan
from generator.plan.model.reserved import added_up
from generator.plan.model.values import Beløb
from generator.plan.rules.local_share import local_share
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import every_text
from generator.plan.rules.wording import amount, names, plain, share, typed

B1 = GradedCode("B1")
B2 = GradedCode("B2")
B3 = GradedCode("B3")
B4 = Code("B4", Severity.WARNING)
B5 = Code("B5", Severity.WARNING)
B6 = Code("B6", Severity.INFO)

PERCENT = re.compile(
    r"(?:(?P<least>mindst|mindste|minimum|min\.)\s+)?(?<!\d)(?P<n>\d++(?:,\d++)?)\s?(?:%|pct\b|procent\b)"
)
GROUPED_MILLIONS = re.compile(r"\b(\d{1,3})\.(\d{3})\s+(?:mio|mill)\b")
BILLION = Decimal(1000)
OUTSIDE = ("fond", "projekt")


def the_total_is_the_sum(plan: Plan) -> Iterator[Finding]:
    """B1: the sources add up to the total that is given, or to what it can be where one is not exact."""
    budget = plan.helhedsplan.budget
    if budget is None or budget.samlet is None or budget.sum is None or budget.stemmer:
        return
    message = f"{_sum(budget.finansiering)} = {amount(budget.sum)}, and `samlet` is {amount(budget.samlet)}"
    hint = f"write samlet: {typed(budget.sum)}, or mend the amount that is wrong"
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
        message = f"no line of the budget is {LANDSBYGGEFONDEN}'s, so there is no local share to compute"
        hint = f"write kilde: {LANDSBYGGEFONDEN}, or type: landsbyggefonden where it has another name"
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
        outside = names(line.kilde for line in budget.finansiering if line.type in OUTSIDE)
        message = f"{_share(budget, within, limit)}; it is reached only with {outside}"
        yield Finding(B2.milder, message, "ask Landsbyggefonden whether that counts as local", place)


def the_parts_add_up(plan: Plan) -> Iterator[Finding]:
    """B3: those who make up an amount add up to it, and those that it includes to no more."""
    for path, line in _lines(plan.helhedsplan.budget) if plan.helhedsplan.budget else ():
        if not isinstance(line, Finansiering):
            continue
        parts, included = (added_up(Beløb, (p.beløb for p in listed)) for listed in (line.dele, line.inkl))
        if line.beløb and parts and not parts.spænd.meets(line.beløb.spænd):
            message = f"{_sum(line.dele)} = {amount(parts)}, and {line.kilde} is {amount(line.beløb)}"
            hint = f"write beløb: {typed(parts)}, or mend the part that is wrong"
            exact = parts.er_præcis and line.beløb.er_præcis
            code = B3.milder_unless(plan.is_final() and exact)
            yield Finding(code, message, hint, plan.place(*path, "beløb"), plan.place(*path, "dele"))
        greatest = line.beløb.spænd.greatest if line.beløb else None
        if line.beløb and included and greatest is not None and included.spænd.least > greatest:
            told = f"{amount(included)}: {_sum(line.inkl)}"
            message = f"{line.kilde} is {amount(line.beløb)}, and includes {told}"
            hint = "write in `inkl` only what is part of the amount, or mend the one that is wrong"
            code = B3.milder_unless(plan.is_final())
            yield Finding(code, message, hint, plan.place(*path, "beløb"), plan.place(*path, "inkl"))


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
                message = f"the text says {found[0]['n']} %, and the budget gives {right}"
                place = text.place(start + found[0].start("n"))
                hint = f"write {right}, or mend the budget"
                yield Finding(B4, message, hint, place, plan.place("budget", "finansiering"))


def amounts_have_one_order_of_magnitude(plan: Plan) -> Iterator[Finding]:
    """B5: no amount is a thousand times what its unit allows, as where a full stop was meant as a comma."""
    budget = plan.helhedsplan.budget
    for path, line in _lines(budget) if budget else ():
        if line.beløb is None or budget is None:
            continue
        tal, unit, place = line.beløb.tal, budget.enhed, plan.place(*path, "beløb")
        if unit == "mio. kr." and tal >= BILLION:
            message = f"{amount(tal)} mio. kr. is over a billion kroner"
            hint = f"write {typed(_times(line.beløb, 1 / BILLION))}, or another `enhed`"
            yield Finding(B5, message, hint, place)
        elif unit in ("kr.", "t.kr.") and tal.as_tuple().exponent == -3:
            message = f"{amount(tal)} {unit} has three decimals, as if a comma stood for the full stop"
            hint = f"write {typed(_times(line.beløb, BILLION))}, or fewer decimals"
            yield Finding(B5, message, hint, place)
    for text in every_text(plan, "mio", "mill"):
        for match in GROUPED_MILLIONS.finditer(text.words):
            message = f"`{match[0]}` is over a billion kroner"
            hint = f"write {match[1]},{match[2]} mio. if a comma was meant"
            yield Finding(B5, message, hint, text.place(match.start()))


def money_or_hours(plan: Plan) -> Iterator[Finding]:
    """B6: each local contribution says whether it is money or hours."""
    for path, line in _lines(plan.helhedsplan.budget) if plan.helhedsplan.budget else ():
        made_up = isinstance(line, Finansiering) and (line.dele or line.er_landsbyggefonden)
        if line.beløb and not (line.form or made_up):
            message = f"{line.kilde} {amount(line.beløb)} does not say whether it is money or hours"
            hint = "write form: kontant, timer, or kontant og timer; or name the contributors in `dele`"
            yield Finding(B6, message, hint, plan.place(*path))


def _times(number: Beløb, by: Decimal) -> Beløb:
    """The amount so many times as large, as exact as it was."""
    tal, til = (Decimal(f"{(end * by).normalize():f}") for end in (number.tal, number.til or Decimal(0)))
    return replace(number, tal=tal, til=til if number.til else None)


def _lines(budget: Budget) -> Iterator[tuple[tuple[str | int, ...], Bidrag]]:
    """Yield all lines, and the parts of each, with their paths."""
    for number, line in enumerate(budget.finansiering):
        yield ("budget", "finansiering", number), line
        for key, parts in (("dele", line.dele), ("inkl", line.inkl)):
            yield from ((("budget", "finansiering", number, key, i), part) for i, part in enumerate(parts))


def _has_the_fund(budget: Budget) -> bool:
    return any(line.er_landsbyggefonden for line in budget.finansiering)


def _share(budget: Budget, local: Decimal, limit: Decimal) -> str:
    sums = f"{_sum(budget.finansiering)} = {amount(budget.sum)}; " if budget.sum else ""
    least = f"at least {plain(procent(limit))} is required"
    return f"{sums}the local share is {share(local, Decimal(100), limit)}, and {least}"


def _least(budget: Budget, local: Decimal, limit: Decimal) -> str:
    """Hint with the least local amount beside what Landsbyggefonden gives, rounded up to its decimals."""
    if budget.total is None:
        return "find more local money, or mend the share that is wrong"
    fund = (budget.total.tal * (100 - local) / 100).quantize(budget.total.tal, ROUND_HALF_UP)
    given = added_up(Beløb, (line.beløb for line in budget.finansiering if line.er_landsbyggefonden))
    fund = given.tal if given and given.tal == fund else fund
    exponent = fund.as_tuple().exponent
    least = (fund * limit / (100 - limit)).quantize(Decimal(1).scaleb(int(exponent)), ROUND_UP)
    unit = f" {budget.enhed}" if budget.enhed else ""
    return f"{LANDSBYGGEFONDEN}'s {amount(fund)} needs at least {amount(least)}{unit} of local money"


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

"""Budget: sums that add up, and the share of it that is found locally."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal

from generator.base.danish import procent
from generator.base.findings import Code, Finding, GradedCode, Severity
from generator.plan.model.budget import LANDSBYGGEFONDEN, Bidrag, Budget, Finansiering
from generator.plan.model.plan import Plan
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import every_text
from generator.plan.rules.wording import amount, names, plain, share

B1 = GradedCode("B1")
B2 = GradedCode("B2")
B3 = GradedCode("B3")
B4 = Code("B4", Severity.WARNING)
B5 = Code("B5", Severity.WARNING)
B6 = Code("B6", Severity.INFO)

PERCENT = re.compile(
    r"(?:(?P<least>mindst|mindste|minimum|min\.)\s+)?(?P<n>\d+(?:,\d+)?)\s?(?:%|pct\b|procent\b)"
)
GROUPED_MILLIONS = re.compile(r"\b(\d{1,3})\.(\d{3})\s+(?:mio|mill)\b")
BILLION = 1000
OUTSIDE = ("fond", "projekt")


def the_total_is_the_sum(plan: Plan) -> Iterator[Finding]:
    """B1: the sources add up to the total that is given."""
    budget = plan.helhedsplan.budget
    if budget is None or budget.samlet is None or budget.stemmer:
        return
    total = budget.total or Decimal(0)
    message = f"{_sum(budget.finansiering)} = {amount(total)}, and `samlet` is {amount(budget.samlet.tal)}"
    hint = f"write samlet: {amount(total)}, or mend the amount that is wrong"
    code = B1.milder if _is_circa(budget.finansiering) else B1
    places = plan.place("budget", "samlet"), plan.place("budget", "finansiering")
    yield Finding(code, message, hint, *places)


def enough_is_found_locally(plan: Plan) -> Iterator[Finding]:
    """B2: what others than Landsbyggefonden pay is at least the round's share of the total."""
    budget, required = plan.helhedsplan.budget, plan.form.medfinansiering
    if budget is None or required is None or not budget.finansiering:
        return
    ours = [i for i, line in enumerate(budget.finansiering) if not line.er_landsbyggefonden]
    if not _has_the_fund(budget):
        message = f"no line of the budget is {LANDSBYGGEFONDEN}'s, so there is no local share to compute"
        hint = f"write kilde: {LANDSBYGGEFONDEN}, or type: landsbyggefonden where it has another name"
        yield Finding(B2.milder, message, hint, plan.place("budget", "finansiering"))
        return
    if not budget.total:
        return
    place = plan.place("budget", "finansiering", (ours or [0])[0], "beløb")
    local, limit = _local(budget, ()), required.mindst.tal
    if local * 100 < limit * budget.total:
        yield Finding(B2, _share(budget, local, limit), _least(budget, limit), place)
    elif (local := _local(budget, OUTSIDE)) * 100 < limit * budget.total:
        outside = names(line.kilde for line in budget.finansiering if line.type in OUTSIDE)
        message = f"{_share(budget, local, limit)}; it is reached only with {outside}"
        yield Finding(B2.milder, message, "ask Landsbyggefonden whether that counts as local", place)


def the_parts_add_up(plan: Plan) -> Iterator[Finding]:
    """B3: those who make up an amount add up to it, and what is counted in with it is not more."""
    for number, line in enumerate(plan.helhedsplan.budget.finansiering if plan.helhedsplan.budget else ()):
        yield from _more_than_all(plan, number, line)
        parts = [part.beløb.tal for part in line.dele if part.beløb]
        if line.beløb is None or not parts or len(parts) < len(line.dele) or sum(parts) == line.beløb.tal:
            continue
        total = sum(parts, Decimal(0))
        message = f"{_sum(line.dele)} = {amount(total)}, and {line.kilde} is {amount(line.beløb.tal)}"
        hint = f"write beløb: {amount(total)}, or mend the part that is wrong"
        code = B3.milder if _is_circa((*line.dele, line)) else B3
        path = ("budget", "finansiering", number)
        yield Finding(code, message, hint, plan.place(*path, "beløb"), plan.place(*path, "dele"))


def _more_than_all(plan: Plan, number: int, line: Finansiering) -> Iterator[Finding]:
    """Find the amounts that are counted in with a line and are more than the line itself."""
    inside = [part.beløb.tal for part in line.inkl if part.beløb]
    if line.beløb is None or sum(inside) <= line.beløb.tal:
        return
    message = f"{_sum(line.inkl)} are counted in with {line.kilde}, which is {amount(line.beløb.tal)}"
    hint = "mend the one that is wrong; what is paid beside it has a line of its own"
    path = ("budget", "finansiering", number)
    yield Finding(B3, message, hint, plan.place(*path, "inkl"), plan.place(*path, "beløb"))


def texts_give_the_share_of_the_budget(plan: Plan) -> Iterator[Finding]:
    """B4: a percentage of medfinansiering in a text is the one that the budget gives."""
    budget = plan.helhedsplan.budget
    if budget is None or not budget.total or not _has_the_fund(budget):
        return
    exact = _local(budget, ()) * 100 / budget.total
    for text in every_text(plan, "medfinansier"):
        for start, sentence in text.sentences():
            found = list(PERCENT.finditer(sentence))
            if len(found) != 1 or found[0]["least"] or "medfinansier" not in sentence.lower():
                continue
            said = Decimal(found[0]["n"].replace(",", "."))
            rounded = exact.quantize(said, ROUND_HALF_UP)
            if said != rounded:
                message = f"the text says {found[0]['n']} %, and the budget gives {plain(procent(rounded))}"
                place = text.place(start + found[0].start("n"))
                hint = f"write {plain(procent(rounded))}, or mend the budget"
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
            yield Finding(B5, message, f"write {amount(tal / BILLION)}, or another `enhed`", place)
        elif unit in ("kr.", "t.kr.") and tal.as_tuple().exponent == -3:
            message = f"{amount(tal)} {unit} has three decimals, as if a comma stood for the full stop"
            yield Finding(B5, message, f"write {amount(tal * BILLION // 1)}, or fewer decimals", place)
    for text in every_text(plan, "mio", "mill"):
        for match in GROUPED_MILLIONS.finditer(text.words):
            message = f"`{match[0]}` is over a billion kroner"
            hint = f"write {match[1]},{match[2]} mio. if a comma was meant"
            yield Finding(B5, message, hint, text.place(match.start()))


def money_or_hours(plan: Plan) -> Iterator[Finding]:
    """B6: each local contribution says whether it is money or hours."""
    for path, line in _lines(plan.helhedsplan.budget) if plan.helhedsplan.budget else ():
        made_up = isinstance(line, Finansiering) and (line.dele or line.er_landsbyggefonden)
        if line.beløb and not (line.form or made_up or line.kilde == LANDSBYGGEFONDEN):
            message = f"{line.kilde} {amount(line.beløb.tal)} does not say whether it is money or hours"
            hint = "write form: kontant, timer, or kontant og timer; or name the contributors in `dele`"
            yield Finding(B6, message, hint, plan.place(*path))


def _lines(budget: Budget) -> Iterator[tuple[tuple[str | int, ...], Bidrag]]:
    """Yield all lines, and the parts of each, with their paths."""
    for number, line in enumerate(budget.finansiering):
        yield ("budget", "finansiering", number), line
        for key, parts in (("dele", line.dele), ("inkl", line.inkl)):
            yield from ((("budget", "finansiering", number, key, at), part) for at, part in enumerate(parts))


def _has_the_fund(budget: Budget) -> bool:
    return any(line.er_landsbyggefonden for line in budget.finansiering)


def _local(budget: Budget, without: tuple[str, ...]) -> Decimal:
    """Sum of the amounts of others than Landsbyggefonden, those of the types in `without` left out."""
    lines = (line for line in budget.finansiering if line.type not in without)
    return sum((line.lokalt() for line in lines), Decimal(0))


def _share(budget: Budget, local: Decimal, limit: Decimal) -> str:
    total = budget.total or Decimal(0)
    least = f"at least {plain(procent(limit))} is required"
    told = f"the local share is {share(local, total, limit)}, and {least}"
    return f"{_sum(budget.finansiering)} = {amount(total)}; {told}"


def _least(budget: Budget, limit: Decimal) -> str:
    """Hint with the least local amount beside what Landsbyggefonden gives, rounded up to its decimals."""
    fund = (budget.total or Decimal(0)) - _local(budget, ())
    exponent = fund.as_tuple().exponent
    least = (fund * limit / (100 - limit)).quantize(Decimal(1).scaleb(int(exponent)), ROUND_UP)
    unit = f" {budget.enhed}" if budget.enhed else ""
    return f"{LANDSBYGGEFONDEN}'s {amount(fund)} needs at least {amount(least)}{unit} of local money"


def _sum(lines: Iterable[Bidrag]) -> str:
    return " + ".join(f"{line.kilde} {amount(line.beløb.tal)}" for line in lines if line.beløb)


def _is_circa(lines: Iterable[Bidrag]) -> bool:
    return any(line.beløb and line.beløb.cirka for line in lines)


RULES = (
    Rule(
        B1, "Kilderne giver tilsammen det samlede budget",
        "Beløbene går igen i aftalen, i budgettet hos Landsbyggefonden og i regnskabet. Stemmer de ikke ét "
        "sted, stemmer de heller ikke de andre steder.",
        "Samarbejdsaftalens afsnit 7",
        "Landsbyggefonden 14.600 + Lokal medfinansiering 12.502, og samlet: 27.000",
        "Ret det beløb, der er forkert. Summen regnes ud, så `samlet` kan også udelades.",
        the_total_is_the_sum, milder="advarsel, hvis et af beløbene er et cirkatal",
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
        milder="advarsel, hvis grænsen kun nås med en fond eller et projekt, "
        "eller hvis ingen linje er Landsbyggefondens",
    ),
    Rule(
        B3, "Bidragyderne giver tilsammen det beløb, de udgør",
        "Den, der læser budgettet, lægger tallene sammen.",
        "Resuméet for 2021-2025: kommunens og boligselskabernes del udgør den lokale medfinansiering",
        "beløb: 4.000 med dele på 2.500 og 1.400, eller med 4.500 under inkl",
        "Ret delen eller beløbet.",
        the_parts_add_up, milder="advarsel, hvis et af beløbene er et cirkatal",
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

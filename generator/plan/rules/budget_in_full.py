"""The budget in full: its sums, its years, and what a number times a rate is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.findings import Code, Finding, GradedCode, Severity
from generator.base.language import later, say
from generator.plan.model.budgetbilag import Budgetkilde, Linjebeløb, Post, sum_i, årene
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.reserved import added_up
from generator.plan.model.values import Beløb
from generator.plan.rules.gathered import Path
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import all_parts, parts
from generator.plan.rules.units import rounded, unit_of
from generator.plan.rules.wording import amount, typed

H1 = GradedCode("H1")
H2 = GradedCode("H2")
H3 = GradedCode("H3")
H7 = Code("H7", Severity.WARNING)

IN_A_YEAR = later("in {year} the posts are {costs}, and the sources {money}")
IN_ALL = later("in all the posts are {costs}, and the sources {money}")
NOT_PAID = later("{amount} is not paid for; mend the amount that is wrong")
NOT_SPENT = later("{amount} is not spent; mend the amount that is wrong")
Lines = Sequence[Linjebeløb]


def costs_are_what_is_paid(plan: Plan) -> Iterator[Finding]:
    """H1: the posts add up to what the sources do, in each year and in all."""
    for aftale in plan.aftaler:
        posts = [post for _, post in all_parts(aftale, Post)]
        paid = [source for _, source in all_parts(aftale, Budgetkilde)]
        if not (posts and paid):
            continue
        for year, costs, money in _sums(posts, paid):
            if costs and money and not costs.spænd.meets(money.spænd):
                message = say(IN_ALL if year is None else IN_A_YEAR, year=year,
                              costs=amount(costs), money=amount(money))  # fmt: skip
                hint = say(NOT_PAID if costs.tal > money.tal else NOT_SPENT,
                           amount=amount(abs(costs.tal - money.tal)))  # fmt: skip
                exact = costs.er_præcis and money.er_præcis
                code = H1.milder_unless(plan.is_final(aftale) and exact)
                places = aftale.place("finansiering"), aftale.place("poster")
                yield Finding(code, message, hint, *places)


def _sums(posts: Lines, paid: Lines) -> Iterator[tuple[int | None, Beløb | None, Beløb | None]]:
    """Yield the sums of each year, then those of all years."""
    yield from ((year, sum_i(posts, year), sum_i(paid, year)) for year in årene((*posts, *paid)))
    yield None, _all(posts), _all(paid)


def _all(lines: Lines) -> Beløb | None:
    return added_up(Beløb, (line.i_alt for line in lines))


def years_add_up(plan: Plan) -> Iterator[Finding]:
    """H2: the years of a line add up to its amount as a whole."""
    for aftale, path, line in _lines(plan):
        if line.beløb and line.år and line.i_alt and not line.i_alt.spænd.meets(line.beløb.spænd):
            message = say("the years give {sum}, and `beløb` is {amount}",
                          sum=amount(line.i_alt), amount=amount(line.beløb))  # fmt: skip
            hint = say("write beløb: {sum}, or mend the year that is wrong", sum=typed(line.i_alt))
            exact = line.i_alt.er_præcis and line.beløb.er_præcis
            code = H2.milder_unless(plan.is_final(aftale) and exact)
            yield Finding(code, message, hint, aftale.place(*path, "beløb"), aftale.place(*path, "år"))


def number_times_rate(plan: Plan) -> Iterator[Finding]:
    """H3: the number, or the hours, times the rate is the amount, as exactly as that is written."""
    for aftale, path, line in _lines(plan):
        keys = ("antal", "sats") if isinstance(line, Post) else ("timer", "timesats")
        number, rate = (getattr(line, key) for key in keys)
        unit, whole = unit_of(plan, aftale), line.i_alt
        if not (number and rate and whole and unit and number.er_præcis and rate.er_præcis):
            continue
        right = Decimal(number.tal) * rate.tal / unit
        if whole.er_præcis and rounded(right, whole.tal) != whole.tal:
            message = say("{number} × {rate} kr. = {right}, and the amount is {amount}",
                          number=amount(Decimal(number.tal)), rate=amount(rate),
                          right=amount(_short(right)), amount=amount(whole))  # fmt: skip
            hint = say("mend `{number}`, `{rate}` (in kroner), or the amount (in the budget's unit)",
                       number=keys[0], rate=keys[1])  # fmt: skip
            code = H3.milder_unless(plan.is_final(aftale))
            yield Finding(code, message, hint, aftale.place(*path, keys[0]), aftale.place(*path))


def years_lie_in_the_period(plan: Plan) -> Iterator[Finding]:
    """H7: an amount is for a year in which the plan runs."""
    period = plan.helhedsplan.gælder
    if period is None or not (period.fra and period.til):
        return
    first, last = period.fra.år, period.til.år
    for aftale, path, line in _lines(plan):
        for year in line.år:
            if not first <= int(year) <= last:
                message = say("{year} is outside of the plan's period, {period}",
                              year=year, period=f"{first}-{last}")  # fmt: skip
                hint = say("mend the year, or the plan's period")
                yield Finding(H7, message, hint, aftale.place(*path, "år", year), plan.place("periode"))


def _lines(plan: Plan) -> Iterator[tuple[Aftale, Path, Post | Budgetkilde]]:
    for aftale in plan.aftaler:
        yield from ((aftale, path, post) for path, post in parts(aftale, Post))
        yield from ((aftale, path, source) for path, source in parts(aftale, Budgetkilde))


def _short(number: Decimal) -> Decimal:
    """The number with three decimals at most, and none that say nothing."""
    return Decimal(f"{round(number, 3).normalize():f}")


RULES = (
    Rule(
        H1, "Udgifterne er lige så store som finansieringen, hvert år og i alt",
        "En udgift, som ingen betaler, standser indsatsen midt i et år. Penge, der ikke er en post for, kan "
        "ikke bruges.",
        "Statens tilskudspuljer kræver, at kilder og udgifter er lige store (sbst.dk)",
        "posterne i 2027 er 1.190, og kilderne 1.150",
        "Ret den post eller den kilde, der er forkert. Summerne regnes ud.",
        costs_are_what_is_paid,
        milder="advarsel i et udkast, og hvis et af beløbene ikke er nøjagtigt (ca., mindst, højst)",
    ),
    Rule(
        H2, "Årene giver tilsammen linjens beløb",
        "Den, der læser budgettet, lægger tallene sammen.",
        "antaget: Landsbyggefondens skabelon er ikke set",
        "år: {2026: 400, 2027: 500} og beløb: 1.000",
        "Ret året eller beløbet, eller udelad `beløb`: Summen regnes ud.",
        years_add_up,
        milder="advarsel i et udkast, og hvis et af beløbene ikke er nøjagtigt (ca., mindst, højst)",
    ),
    Rule(
        H3, "Antal gange sats, og timer gange timesats, er beløbet",
        "Kommunens bidrag er ofte timer. Står der et forkert antal, er bidraget ikke det, der er lovet.",
        "Kokkedals helhedsplan 2017-20: kommunens del er mest timer",
        "timer: 1.200, timesats: 350 og et beløb på 400.000 kr.",
        "Ret antallet, satsen eller beløbet. Satsen er i kroner, beløbet i budgettets enhed.",
        number_times_rate, milder="advarsel i et udkast", acceptable=True,
    ),
    Rule(
        H7, "Hvert beløb hører til et år, hvor planen løber",
        "Landsbyggefonden giver ikke støtte til udgifter uden for den bevilgede periode.",
        "antaget: Landsbyggefondens skabelon er ikke set",
        "år: {2031: 500} i en plan, der slutter i 2030",
        "Ret året, eller ret planens periode, hvis det er den, der er forkert.",
        years_lie_in_the_period,
    ),
)  # fmt: skip

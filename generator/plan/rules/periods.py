"""Periods: how long the plan runs, what lies inside it, and what texts say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.base.findings import Code, Finding, Severity
from generator.base.language import say, say_count
from generator.plan.model.maal import Baseline, Måling
from generator.plan.model.plan import Plan
from generator.plan.model.values import Dato, Periode
from generator.plan.rules.gathered import Text, walk
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import parts, texts
from generator.plan.rules.wording import day, period

P1 = Code("P1", Severity.WARNING)
P2 = Code("P2")
P3 = Code("P3", Severity.WARNING)

TARGET_YEAR = re.compile(r"(?<!end )\b(?:i|inden|senest i|inden udgangen af|ved udgangen af) (20\d\d)\b(?!-)")
TARGETS = {"måling", "mål", "indikator", "målsætninger"}
LATE_IN_THE_YEAR = 7
MONTHS_A_YEAR = 12


def the_plan_runs_as_long_as_the_round_says(plan: Plan) -> Iterator[Finding]:
    """P1: the period, without an extension of it, is as many years as the round gives, to the day."""
    periode, wanted = plan.helhedsplan.periode, plan.form.varighed
    if wanted is None or periode is None or periode.fra is None or periode.til is None:
        return
    first, last = (_end(start, wanted.år) for start in (periode.fra.første(), periode.fra.sidste()))
    if first <= periode.til.sidste() and periode.til.første() <= last:
        return
    days = (periode.til.sidste() - first).days
    right = f"{first.day}.{first.month}.{first.year}"
    message, hint = (_longer if days > 0 else _shorter)(period(periode), abs(days), wanted.år, right)
    yield Finding(P1, message, hint, plan.place("periode", "til"), plan.place("periode", "fra"))


def _longer(of_plan: str, days: int, years: int, right: str) -> tuple[str, str]:
    message = say_count(
        "{period} is {n} day more than {years} years",
        "{period} is {n} days more than {years} years",
        days, period=of_plan, years=years,
    )  # fmt: skip
    return message, say(
        "write til: {day}, or accept P1 with the reason; "
        "where the plan has been extended, write it in `forlængelse`", day=right,
    )  # fmt: skip


def _shorter(of_plan: str, days: int, years: int, right: str) -> tuple[str, str]:
    message = say_count(
        "{period} is {n} day less than {years} years",
        "{period} is {n} days less than {years} years",
        days, period=of_plan, years=years,
    )  # fmt: skip
    return message, say("write til: {day}, or accept P1 with the reason", day=right)


def a_delaftale_lies_inside_the_plan(plan: Plan) -> Iterator[Finding]:
    """P2: a delaftale with a period of its own begins and ends with the plan or inside it."""
    whole = plan.helhedsplan.gælder
    for aftale in plan.aftaler:
        own = aftale.periode
        if whole is None or own is None:
            continue
        if own.fra and whole.fra and own.fra.sidste() < whole.fra.første():
            message = say_count(
                "the {kind} begins {own}, {n} day before the plan: {plan}",
                "the {kind} begins {own}, {n} days before the plan: {plan}",
                (whole.fra.første() - own.fra.sidste()).days,
                kind=aftale.kind.name, own=day(own.fra), plan=day(whole.fra),
            )  # fmt: skip
            hint = say(
                "write fra: {day}, or leave out `periode` where it is the plan's", day=_short(whole.fra)
            )
            yield Finding(P2, message, hint, aftale.place("periode", "fra"), plan.place("periode", "fra"))
        if own.til and whole.til and own.til.første() > whole.til.sidste():
            message = say_count(
                "the {kind} ends {own}, {n} day after the plan: {plan}",
                "the {kind} ends {own}, {n} days after the plan: {plan}",
                (own.til.første() - whole.til.sidste()).days,
                kind=aftale.kind.name, own=day(own.til), plan=day(whole.til),
            )  # fmt: skip
            hint = say(
                "write til: {day}, or leave out `periode` where it is the plan's", day=_short(whole.til)
            )
            extended = ("forlængelse",) if plan.helhedsplan.forlængelse else ("periode",)
            yield Finding(P2, message, hint, aftale.place("periode", "til"), plan.place(*extended, "til"))


def baselines_come_before_and_targets_within(plan: Plan) -> Iterator[Finding]:
    """P3: a baseline is not from after the start, and a target's year leaves time to reach it."""
    periode = plan.helhedsplan.gælder
    if periode is None or periode.fra is None:
        return
    for aftale in plan.aftaler:
        starts = {path for model in (Baseline, Måling) for path, _ in parts(aftale, model)}
        for _, path, value in walk(aftale).by_key.get("år", ()):
            if path[:-1] in starts and isinstance(value, int) and value > periode.fra.år:
                message = say("the figures are from {year}, and the plan starts {day}",
                              year=value, day=day(periode.fra))  # fmt: skip
                hint = say("a baseline shows how it was before: write the year before the start, or earlier")
                yield Finding(P3, message, hint, aftale.place(*path), plan.place("periode", "fra"))
        for text in texts(aftale):
            if text.field in TARGETS:
                yield from _targets(plan, text, periode)


def _end(start: date, years: int) -> date:
    """Last day of so many years that begin on the day."""
    if (start.month, start.day) == (2, 29):
        start += timedelta(days=1)
    return start.replace(year=start.year + years) - timedelta(days=1)


def _short(dato: Dato) -> str:
    return f"{dato.dag}.{dato.måned}.{dato.år}" if dato.dag else day(dato)


def _targets(plan: Plan, text: Text, periode: Periode) -> Iterator[Finding]:
    fra, til = periode.fra, periode.til
    for match in TARGET_YEAR.finditer(text.words):
        year = int(match[1])
        if fra and year < fra.år:
            message = say("the target is for {year}, outside of the plan, which starts {day}",
                          year=year, day=day(fra))  # fmt: skip
        elif til and year > til.år:
            message = say("the target is for {year}, outside of the plan, which ends {day}",
                          year=year, day=day(til))  # fmt: skip
        elif fra and _is_late(fra, year):
            message = say_count(
                "the target is for {year}, the year of the plan's start, {day}: "
                "only {n} month of that year is in it",
                "the target is for {year}, the year of the plan's start, {day}: "
                "only {n} months of that year are in it",
                MONTHS_A_YEAR + 1 - fra.første().month, year=year, day=day(fra),
            )  # fmt: skip
        else:
            continue
        hint = say("write a year within the period, or say that it is where you begin")
        yield Finding(P3, message, hint, text.place(match.start(1)), plan.place("periode"))


def _is_late(fra: Dato, year: int) -> bool:
    """Tell whether the plan starts so late in that year that a target for it leaves no time."""
    return year == fra.år and fra.første().month > LATE_IN_THE_YEAR


RULES = (
    Rule(
        P1, "Planen løber så længe, som runden giver",
        "Landsbyggefonden bevilger til en fast årrække, og målene sættes for den. "
        "At slutdatoen kommer efter startdatoen, kontrolleres allerede, når filen læses (V7).",
        "lbf.dk, om 4-årige indsatser; samarbejdsaftalens afsnit 5; antallet af år står i rundens form.yaml",
        "periode: {fra: 1.4.2017, til: 31.3.2020}",
        "Ret datoerne. Er planen forlænget, så skriv det i `forlængelse`. Er en anden længde aftalt, så "
        "accepter beskeden med begrundelsen.",
        the_plan_runs_as_long_as_the_round_says,
    ),
    Rule(
        P2, "En delaftale ligger inden for planens periode",
        "Delaftalen er et bilag til den strategiske samarbejdsaftale og kan ikke gælde, når den ikke gør.",
        "Delaftalens indledning: delaftalerne er bilag til den strategiske samarbejdsaftale",
        "Planen slutter 31.7.2029, delaftalen 1.8.2029",
        "Ret delaftalens periode, eller udelad den, hvis den er planens.",
        a_delaftale_lies_inside_the_plan,
    ),
    Rule(
        P3, "En baseline er fra før planen, og målene kan nås inden for den",
        "En baseline fra midt i planen viser også planens egen virkning. Et mål for et år uden for planen "
        "kan ikke følges.",
        "Delaftalens kolonne ”Baseline år”; delaftalen 2025-2029 har et mål for 2025",
        "En plan, der begynder 1. august 2025, og en målsætning ”i 2025”",
        "Skriv et andet år. Er målet kommunens eget, så accepter beskeden med den begrundelse.",
        baselines_come_before_and_targets_within,
    ),
)  # fmt: skip

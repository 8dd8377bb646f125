"""Periods: how long the plan runs, what lies inside it, and what texts say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.base.danish import MONTH
from generator.base.findings import Code, Finding, Severity
from generator.plan.model.maal import Baseline, Måling
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.values import Dato, Periode
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import Text, every_text, parts, texts, walk
from generator.plan.rules.wording import counted, day, period

P1 = Code("P1", Severity.WARNING)
P2 = Code("P2")
P3 = Code("P3", Severity.WARNING)
P4 = Code("P4")

A_DAY = rf"\d{{1,2}}\.\s?(?:{MONTH}|\d{{1,2}}\.)\s?\d{{4}}"
DAYS = re.compile(rf"({A_DAY})\s*(?:til(?: og med)?|[-–])\s*({A_DAY})")
YEARS = re.compile(r"(?<![\d.,-])(20\d\d)\s?[-–]\s?(20\d\d)(?![\d.,]*\d)")
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
    length = counted(abs(days), "day", "days") + (" more" if days > 0 else " less")
    message = f"{period(periode)} is {length} than {wanted.år} years"
    extended = "; where the plan has been extended, write it in `forlængelse`" if days > 0 else ""
    hint = f"write til: {first.day}.{first.month}.{first.year}, or accept P1 with the reason{extended}"
    yield Finding(P1, message, hint, plan.place("periode", "til"), plan.place("periode", "fra"))


def a_delaftale_lies_inside_the_plan(plan: Plan) -> Iterator[Finding]:
    """P2: a delaftale with a period of its own begins and ends with the plan or inside it."""
    whole = plan.helhedsplan.gælder
    for aftale in plan.aftaler:
        own, it = aftale.periode, aftale.kind.name
        if whole is None or own is None:
            continue
        if own.fra and whole.fra and own.fra.sidste() < whole.fra.første():
            days = (whole.fra.første() - own.fra.sidste()).days
            message = f"the {it} begins {day(own.fra)}, {_days(days)} before the plan: {day(whole.fra)}"
            hint = f"write fra: {_short(whole.fra)}, or leave out `periode` where it is the plan's"
            yield Finding(P2, message, hint, aftale.place("periode", "fra"), plan.place("periode", "fra"))
        if own.til and whole.til and own.til.første() > whole.til.sidste():
            days = (own.til.første() - whole.til.sidste()).days
            message = f"the {it} ends {day(own.til)}, {_days(days)} after the plan: {day(whole.til)}"
            hint = f"write til: {_short(whole.til)}, or leave out `periode` where it is the plan's"
            extended = ("forlængelse",) if plan.helhedsplan.forlængelse else ("periode",)
            yield Finding(P2, message, hint, aftale.place("periode", "til"), plan.place(*extended, "til"))


def baselines_come_before_and_targets_within(plan: Plan) -> Iterator[Finding]:
    """P3: a baseline is not from after the start, and a target's year leaves time to reach it."""
    periode = plan.helhedsplan.gælder
    if periode is None or periode.fra is None:
        return
    for aftale in plan.aftaler:
        starts = {path for model in (Baseline, Måling) for path, _ in parts(aftale, model)}
        for path, value in walk(aftale).fields:
            is_a_start = path[-1] == "år" and path[:-1] in starts
            if is_a_start and isinstance(value, int) and value > periode.fra.år:
                message = f"the figures are from {value}, and the plan starts {day(periode.fra)}"
                hint = "a baseline shows how it was before: write the year before the start, or earlier"
                yield Finding(P3, message, hint, aftale.place(*path), plan.place("periode", "fra"))
        for text in texts(aftale):
            if text.field in TARGETS:
                yield from _targets(plan, text, periode)


def texts_give_the_plans_period(plan: Plan) -> Iterator[Finding]:
    """P4: years and dates of the period that stand in a text are those of the plan or its delaftale.

    Years of an earlier or a later plan are let be: they do not overlap with this one's.
    """
    for text in every_text(plan, "20"):
        if text.field == "fælles_med" or text.path[:1] == ("andre_aftaler",):
            continue
        known = [p for p in _periods(plan, text) if p.fra and p.til]
        if known:
            yield from _years(plan, text, known)
            yield from _days_said(plan, text, known)


def _end(start: date, years: int) -> date:
    """Last day of so many years that begin on the day."""
    if (start.month, start.day) == (2, 29):
        start += timedelta(days=1)
    return start.replace(year=start.year + years) - timedelta(days=1)


def _days(number: int) -> str:
    return counted(number, "day", "days")


def _short(dato: Dato) -> str:
    return f"{dato.dag}.{dato.måned}.{dato.år}" if dato.dag else day(dato)


def _targets(plan: Plan, text: Text, periode: Periode) -> Iterator[Finding]:
    fra, til = periode.fra, periode.til
    for match in TARGET_YEAR.finditer(text.words):
        year = int(match[1])
        if fra is None or (year >= fra.år and not (til and year > til.år) and not _is_late(fra, year)):
            continue
        left = MONTHS_A_YEAR + 1 - fra.første().month if year == fra.år else 0
        when = f"which starts {day(fra)}" if year <= fra.år else f"which ends {day(til)}" if til else ""
        only = f": only {left} months of that year are in it" if left else ""
        where = f"the year of the plan's start, {day(fra)}{only}" if left else f"outside of the plan, {when}"
        message = f"the target is for {year}, {where}"
        hint = "write a year within the period, or say that it is where you begin"
        yield Finding(P3, message, hint, text.place(match.start(1)), plan.place("periode"))


def _is_late(fra: Dato, year: int) -> bool:
    """Tell whether the plan starts so late in that year that a target for it leaves no time."""
    return year == fra.år and fra.første().month > LATE_IN_THE_YEAR


def _periods(plan: Plan, text: Text) -> list[Periode]:
    own = text.source.periode if isinstance(text.source, Aftale) else None
    return [p for p in (plan.helhedsplan.gælder, plan.helhedsplan.periode, own) if p is not None]


def _years(plan: Plan, text: Text, known: list[Periode]) -> Iterator[Finding]:
    whole = known[0]
    spans = {(p.fra.år, p.til.år) for p in known if p.fra and p.til}
    for match in YEARS.finditer(text.words):
        first, last = int(match[1]), int(match[2])
        near = text.words[max(0, match.start() - 40) : match.start()].lower()
        if (first, last) in spans or not re.search(r"helhedsplan|aftale|perioden", near + _name(text)):
            continue
        if whole.fra and whole.til and last > whole.fra.år and first < whole.til.år:
            message = f"the text says {match[0]}, and the plan runs {whole.fra.år}-{whole.til.år}"
            hint = f"write {whole.fra.år}-{whole.til.år}, or mend `periode`"
            yield Finding(P4, message, hint, text.place(match.start()), plan.place("periode"))


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
            message = f"the text says {match[0]}, and the plan runs {period(p)}"
            hint = f"write {period(p)}, or mend `periode`"
            yield Finding(P4, message, hint, text.place(match.start()), plan.place("periode"))


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
        P3, "Udgangspunktet er fra før planen, og målene kan nås inden for den",
        "Et udgangspunkt fra midt i planen viser også dens egen virkning. Et mål for et år uden for planen "
        "kan ikke følges.",
        "Delaftalens kolonne ”Baseline år”; delaftalen 2025-2029 har et mål for 2025",
        "En plan, der begynder 1. august 2025, og en målsætning ”i 2025”",
        "Skriv et andet år. Er målet kommunens eget, så accepter beskeden med den begrundelse.",
        baselines_come_before_and_targets_within,
    ),
    Rule(
        P4, "Årstal og datoer i teksten er planens",
        "Forsiden, titlen og teksten skal sige det samme om, hvornår aftalen gælder.",
        "Alle de aftaler, som programmet er lavet efter",
        "”helhedsplanen 2017-2020” i en plan, der løber 2017-2021",
        "Ret teksten. En tidligere eller senere plans år er i orden.",
        texts_give_the_plans_period, acceptable=True,
    ),
)  # fmt: skip

"""The status of a year: it tells of all that the plan follows, and of nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from generator.base.findings import Code, Finding, GradedCode, Place, Severity
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.plan.model.base import samme
from generator.plan.model.budgetbilag import Budgetkilde, Post
from generator.plan.model.delaftale import Aktivitet
from generator.plan.model.maal import Delmål
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import Model
from generator.plan.model.statusdele import Aktivitetsstatus, Indikatorstatus, Indtægt, Udgift
from generator.plan.model.statuslinjer import forbrugsnavn, indikatornavn, linjenavn
from generator.plan.rules.gathered import Path
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import all_parts
from generator.plan.rules.wording import names

Q1 = GradedCode("Q1")
Q2 = GradedCode("Q2")
Q4 = Code("Q4", Severity.WARNING)


ACTIVITIES = "aktiviteter"
M = TypeVar("M", bound=Model)
L = TypeVar("L", Post, Budgetkilde)


class Followed(NamedTuple):
    """Thing that the plan follows: its names, the first printed; its place; whether the year needs it."""

    names: tuple[str, ...]
    place: Place
    needed: bool = True


class Said(NamedTuple):
    """Thing that a status tells of: its name, with what else tells it from others, and its path."""

    name: str
    path: Path
    area: str = ""


class Part(NamedTuple):
    """Part of a status: its key, what it is about, what the plan follows there, and what is told of it."""

    key: str
    thing: str
    followed: list[Followed]
    said: list[Said]


def statuses(plan: Plan) -> list[Aftale]:
    """List the plan's statuses of a year, the earliest first."""
    return sorted((a for a in plan.aftaler if a.har("indikatorer")), key=lambda aftale: aftale.særkende)


def all_that_is_followed_is_told_of(plan: Plan) -> Iterator[Finding]:
    """Q1: every indicator, activity, post and source of the year stands in its status."""
    for status in statuses(plan):
        for part in _parts(plan, status):
            told = {samme(said.name) for said in part.said}
            lacking = [one for one in part.followed if one.needed and not told & {*map(samme, one.names)}]
            required = part.key in plan.form.krævede_felter.get(status.kind.name, {})
            if lacking and (part.said or not required):
                message = say("`{key}` of {year} says nothing of {names}", key=part.key, year=status.særkende,
                              names=names(dict.fromkeys(one.names[0] for one in lacking)))  # fmt: skip
                hint = say("write a line for each, with `årsag` where there is no figure")
                places = status.place(part.key), lacking[0].place
                yield Finding(Q1.milder_unless(plan.is_final(status)), message, hint, *places)


def it_names_what_the_plan_has(plan: Plan) -> Iterator[Finding]:
    """Q2: what a status tells of is in the delaftaler or the budget, and stands there once."""
    for status in statuses(plan):
        for part in _parts(plan, status):
            known = {samme(name) for one in part.followed for name in one.names}
            seen: set[tuple[str, str]] = set()
            for said in part.said:
                place, own = status.place(*said.path), (samme(said.name), said.area)
                if known and own[0] not in known and part.key != ACTIVITIES:  # A4 tells of those
                    hint = suggestion(said.name, [one.names[0] for one in part.followed])
                    message = say("`{name}` is not one of the plan's {things}",
                                  name=said.name, things=part.thing)  # fmt: skip
                    yield Finding(Q2.milder_unless(plan.is_final(status)), message, hint, place)
                elif own in seen:
                    message = say("`{name}` stands twice", name=said.name)
                    yield Finding(Q2, message, say("leave out one of the two"), place)
                seen.add(own)


def its_years_can_be(plan: Plan) -> Iterator[Finding]:
    """Q4: a status is for a year of the plan, alone, and its figures are no younger than it is."""
    gælder, seen = plan.helhedsplan.gælder, dict[str, str]()
    for status in statuses(plan):
        year, place = status.særkende, status.place(status.kind.key)
        if gælder and gælder.fra and gælder.til and not gælder.fra.år <= int(year) <= gælder.til.år:
            message = say("{year} is outside of the plan's period, {period}",
                          year=year, period=f"{gælder.fra.år}-{gælder.til.år}")  # fmt: skip
            hint = say("mend the year, or the plan's period")
            yield Finding(Q4, message, hint, place, plan.place("periode"))
        if year in seen:
            message = say(
                "there are two statuses for {year}; the other is {file}", year=year, file=seen[year]
            )
            yield Finding(Q4, message, say("mend the year, or keep one of the two"), place)
        seen[year] = place.file
        for path, one in all_parts(status, Indikatorstatus):
            if one.nu and one.nu.år and one.nu.år > int(year):
                message = say("the figures of `{name}` are from {later}, after the status of {year}",
                              name=one.indikator, later=one.nu.år, year=year)  # fmt: skip
                hint = say("mend the year of one of the two")
                yield Finding(Q4, message, hint, status.place(*path, "nu", "år"))


def _parts(plan: Plan, status: Aftale) -> Iterator[Part]:
    year = int(status.særkende)
    yield Part(
        "indikatorer", "indikatorer", _followed(plan, Delmål, lambda one: (indikatornavn(one),)),
        [Said(one.indikator, (*path, "indikator"), one.indsatsområde or "")
         for path, one in all_parts(status, Indikatorstatus)],
    )  # fmt: skip
    yield Part(
        ACTIVITIES, "aktiviteter", _followed(plan, Aktivitet, lambda one: one.alle_navne),
        [Said(one.aktivitet, (*path, "aktivitet")) for path, one in all_parts(status, Aktivitetsstatus)],
    )  # fmt: skip
    yield Part(
        "udgifter", "poster", _budgeted(plan, Post, year),
        [Said(forbrugsnavn(one), (*path, "post")) for path, one in all_parts(status, Udgift)],
    )  # fmt: skip
    yield Part(
        "finansiering", "kilder", _budgeted(plan, Budgetkilde, year),
        [Said(forbrugsnavn(one), (*path, "kilde")) for path, one in all_parts(status, Indtægt)],
    )  # fmt: skip


def _followed(plan: Plan, model: type[M], named: Callable[[M], tuple[str, ...]]) -> list[Followed]:
    return [Followed(named(one), aftale.place(*path))
            for aftale in plan.aftaler for path, one in all_parts(aftale, model)]  # fmt: skip


def _budgeted(plan: Plan, model: type[L], year: int) -> list[Followed]:
    return [Followed((linjenavn(one),), aftale.place(*path), bool(one.i(year)))
            for aftale in plan.aftaler for path, one in all_parts(aftale, model)]  # fmt: skip


RULES = (
    Rule(
        Q1, "Årets status fortæller om alt det, som planen følger",
        "Landsbyggefonden sammenligner status med aftalen. En indikator, der ikke nævnes, ser ud som en, der "
        "er opgivet.",
        "Samarbejdsaftalens afsnit 6: afrapportering til Landsbyggefonden hvert år",
        "En delaftale med tre indikatorer og en status med to",
        "Skriv en linje for hver. Kan tallet ikke skaffes, så skriv `årsag`.",
        all_that_is_followed_is_told_of, milder="advarsel i et udkast", across=True,
    ),
    Rule(
        Q2, "Status nævner det, som planen har, under samme navn og én gang",
        "Baseline, aftalte timer og budget findes ved navnet. Er det et andet, står tallet alene.",
        "Delaftalernes indikatorer og aktiviteter; budgettets poster og kilder",
        "indikator: Andel i job, når delaftalen skriver Andel i arbejde",
        "Skriv navnet, som det står i delaftalen eller budgettet.",
        it_names_what_the_plan_has, milder="advarsel i et udkast", across=True,
    ),
    Rule(
        Q4, "Status er for et år i planens periode, og dens tal er ikke nyere",
        "Status for et år bliver sammenlignet med året før. Et forkert år flytter alle tal.",
        "Samarbejdsaftalens afsnit 6: afrapportering til Landsbyggefonden hvert år",
        "år: 2032 i en plan, der slutter i 2030",
        "Ret året, eller ret planens periode, hvis det er den, der er forkert.",
        its_years_can_be,
    ),
)  # fmt: skip

"""Milestones: inside the plan and one of its years, and as often as the agreement says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.base.findings import Code, Finding, GradedCode, Place, Severity
from generator.base.language import say, say_count
from generator.base.nearest import suggestion
from generator.plan.model.base import samme
from generator.plan.model.milepaelsplan import Gentagelse, Milepæl
from generator.plan.model.organisation import Bestyrelse, Gruppe
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.projektaar import projektår
from generator.plan.model.rytmer import MONTHS_BETWEEN, Rytme, gange_om_året, rytmer
from generator.plan.model.values import Dato
from generator.plan.rules.gathered import Path
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import all_parts, names_in, parts
from generator.plan.rules.wording import day, names, period

P5 = GradedCode("P5")
P6 = Code("P6", Severity.WARNING)

BOARD = "bestyrelsen"


class Source(Struct, frozen=True):
    """Place that says how often something happens, and the names that it goes by, the plainest first.

    What `is_expected` belongs in a plan of milestones; of the rest it is told only where the two disagree.
    """

    names: tuple[str, ...]
    rhythms: list[Rytme]
    words: str
    place: Place
    is_expected: bool


def milestones_lie_in_a_year_of_the_plan(plan: Plan) -> Iterator[Finding]:
    """P5: what is due is due in one year of the plan, which begins when the plan does."""
    for aftale in plan.aftaler:
        dates: list[tuple[Path, Dato | None]] = [
            *(((*path, "frist"), one.frist) for path, one in parts(aftale, Milepæl)),
            *(((*path, "første"), one.første) for path, one in parts(aftale, Gentagelse)),
        ]
        for path, date in dates:
            if date:
                yield from _when(plan, aftale, path, date)


def what_comes_again_follows_the_agreement(plan: Plan) -> Iterator[Finding]:
    """P6: meetings and evaluations come as often in the plan of milestones as the agreement says."""
    for aftale in plan.aftaler:
        again = all_parts(aftale, Gentagelse)
        if not aftale.har("gentagne"):
            continue
        sources = list(_sources(plan))
        for source in sources:
            yield from _compared(aftale, source, again)
        known = {samme(name) for source in sources for name in source.names}
        for named in names_in(aftale, "følger"):
            if samme(named.name) not in known:
                hint = suggestion(named.name, [name for source in sources for name in source.names])
                message = say("nothing in the plan called `{name}` says how often", name=named.name)
                yield Finding(P6, message, hint, named.place)


def _when(plan: Plan, aftale: Aftale, path: Path, date: Dato) -> Iterator[Finding]:
    whole, years = plan.helhedsplan.gælder, projektår(plan.helhedsplan.gælder)
    if not years or whole is None:
        return
    place, final, first = aftale.place(*path), plan.is_final(aftale), years[0].periode
    if not any(year.rummer(date) for year in years):
        message = say("{day} lies outside of the plan, which runs {period}",
                      day=day(date), period=period(whole))  # fmt: skip
        hint = say("write a date within the plan, or leave the milestone out")
        yield Finding(P5.milder_unless(final), message, hint, place, plan.place("periode"))
    elif not any(year.holder(date) for year in years):
        message = say("{day} lies in two years of the plan, of which the first runs {period}",
                      day=day(date), period=period(first))  # fmt: skip
        hint = say("write the month or the day")
        yield Finding(P5.milder, message, hint, place, plan.place("periode", "fra"))


def _sources(plan: Plan) -> Iterator[Source]:
    """Yield the board, each group and each document, with how often it meets or is looked at."""
    for path, board in parts(plan, Bestyrelse):
        yield _body(plan, path, board.møder, BOARD, board.navn)
    for path, group in parts(plan, Gruppe):
        yield _body(plan, path, group.møder, group.navn)
    for aftale in plan.aftaler:
        key = aftale.kind.rhythm_in
        text = getattr(aftale.indhold, key) if key else None
        if isinstance(text, str):
            signed = aftale.kind.signed
            yield Source((aftale.navn,), rytmer(text), "", aftale.place(key), is_expected=signed)


def _body(plan: Plan, path: Path, words: str | None, *said: str | None) -> Source:
    known = tuple(name for name in said if name)
    return Source(known, rytmer(words or ""), words or "", plan.place(*path, "møder"), is_expected=True)


def _compared(aftale: Aftale, source: Source, again: Sequence[tuple[Path, Gentagelse]]) -> Iterator[Finding]:
    """Compare how often the milestones that follow the source come in a year with what it says."""
    own = {samme(name) for name in source.names}
    following = [(path, one) for path, one in again if own & {samme(name) for name in one.følger}]
    if not source.rhythms or any(one.hver is None for _, one in following):
        return
    if not following and source.is_expected:
        message = say("nothing that comes again follows {source}: {rhythm}",
                      source=source.names[0], rhythm=_said(source))  # fmt: skip
        hint = say("write it under `gentagne`, with følger: [{source}]", source=source.names[0])
        yield Finding(P6, message, hint, aftale.place("gentagne"), source.place)
    times = sum(gange_om_året(one.hver) for _, one in following if one.hver)
    if following and not _fits(source, times):
        message = say_count(
            "what follows {source} comes once a year, and the agreement says {rhythm}",
            "what follows {source} comes {n} times a year, and the agreement says {rhythm}",
            times, source=source.names[0], rhythm=_said(source),
        )  # fmt: skip
        fitting = [hver for hver in MONTHS_BETWEEN if _fits(source, gange_om_året(hver))]
        hint = (
            say("write hver: {rhythm}, or mend the agreement", rhythm=fitting[-1])
            if fitting and len(following) == 1
            else say("let those that follow it come as often together, or mend the agreement")
        )
        yield Finding(P6, message, hint, aftale.place(*following[0][0], "hver"), source.place)


def _fits(source: Source, times: int) -> bool:
    return any(rhythm.tillader(times) for rhythm in source.rhythms)


def _said(source: Source) -> str:
    """Rhythms of the source in its own words where they are few, else in numbers."""
    return source.words or names([_in_numbers(rhythm) for rhythm in source.rhythms])


def _in_numbers(rhythm: Rytme) -> str:
    least, most = rhythm.mindst, rhythm.højst
    if most is None:
        return say_count("at least once a year", "at least {n} times a year", least)
    if most == least:
        return say_count("once a year", "{n} times a year", least)
    return say("{least}-{most} times a year", least=least, most=most)


RULES = (
    Rule(
        P5, "En milepæl ligger i et af planens projektår",
        "Milepælsplanen gælder den samlede projektperiode, og et projektår begynder, når planen gør, ikke "
        "den 1. januar.",
        "Samarbejdsaftalens liste over bilag: en milepælsplan for den samlede projektperiode",
        "En frist i maj 2032 i en plan, der slutter i februar 2032",
        "Ret fristen. Ligger et kvartal eller et år i to projektår, så skriv måneden eller dagen.",
        milestones_lie_in_a_year_of_the_plan,
        milder="advarsel i et udkast, og når fristen kan ligge i to projektår", acceptable=True,
    ),
    Rule(
        P6, "Det, der gentages, følger aftalens rytme",
        "Aftalen siger, hvor tit bestyrelse og grupper mødes, og hvor tit der evalueres. Siger "
        "milepælsplanen noget andet, ved ingen, hvad der gælder.",
        "Samarbejdsaftalens afsnit 2 og 6",
        "”2-4 gange årligt” i aftalen, og hver: år i milepælsplanen",
        "Ret `hver`, tilføj det, der mangler under `gentagne`, eller ret aftalen. Kun en rytme, der kan "
        "læses sikkert, bliver sammenlignet.",
        what_comes_again_follows_the_agreement, across=True,
    ),
)  # fmt: skip

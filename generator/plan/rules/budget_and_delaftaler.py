"""The budget in full beside the delaftaler: the hours of an activity are the same in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.base.danish import timer
from generator.base.findings import Finding, GradedCode
from generator.base.language import later, say
from generator.plan.model.base import samme
from generator.plan.model.budgetbilag import Post
from generator.plan.model.delaftale import Aktivitet
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.reserved import added_up
from generator.plan.model.values import Timer
from generator.plan.rules.gathered import Path
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import all_parts, parts
from generator.plan.rules.wording import plain

H8 = GradedCode("H8")

OF_ONE = later("the posts give {activity} {ours} hours a week, and the delaftale {theirs}")
IN_ALL = later("the posts give {ours} hours a week in all, and the delaftale {theirs}")
Found = Sequence[tuple[Path, Post]]


def hours_are_those_of_the_delaftale(plan: Plan) -> Iterator[Finding]:
    """H8: the hours a week that the posts give an activity are those of the delaftale."""
    for aftale in plan.aftaler:
        posts = [found for found in parts(aftale, Post) if found[1].timer_pr_uge and found[1].indsatsområde]
        for area, name in dict.fromkeys((post.indsatsområde, post.aktivitet) for _, post in posts):
            own = [found for found in posts if (found[1].indsatsområde, found[1].aktivitet) == (area, name)]
            for other in plan.aftaler:
                if other.indsatsområde == area:
                    yield from _compared(plan, aftale, own, other, name)


def _compared(plan: Plan, aftale: Aftale, posts: Found, other: Aftale, name: str | None) -> Iterator[Finding]:
    """The posts of one activity, or of none by name, held against the delaftale's hours."""
    listed = [
        (path, activity) for path, activity in all_parts(other, Aktivitet)
        if name is None or samme(name) in map(samme, activity.alle_navne)
    ]  # fmt: skip
    here = added_up(Timer, (post.timer_pr_uge for _, post in posts))
    there = added_up(Timer, (activity.timer_pr_uge for _, activity in listed))
    if here is None or there is None or here.spænd.meets(there.spænd):
        return
    message = say(IN_ALL if name is None else OF_ONE, activity=name,
                  ours=plain(timer(here)), theirs=plain(timer(there)))  # fmt: skip
    exact = here.er_præcis and there.er_præcis
    code = H8.milder_unless(plan.is_final(aftale) and exact)
    first, second = (*posts[0][0], "timer_pr_uge"), (*listed[0][0], "timer_pr_uge")
    hint = say("mend the one that is wrong")
    yield Finding(code, message, hint, aftale.place(*first), other.place(*second))


RULES = (
    Rule(
        H8, "Budgettets timer om ugen er dem, der står i delaftalen",
        "Timerne i delaftalen er dem, bestyrelsen følger op på, og budgettets er dem, der bliver betalt.",
        "antaget: Landsbyggefondens skabelon er ikke set",
        "timer_pr_uge: 15 i en post til Hverdagsrådgivning, som har 17 timer i delaftalen",
        "Ret timerne i budget.yaml eller i delaftalen. Uden `aktivitet` er det delaftalens timer i alt.",
        hours_are_those_of_the_delaftale,
        milder="advarsel i et udkast, og hvis timerne ikke er nøjagtige (ca., mindst, højst)",
    ),
)  # fmt: skip

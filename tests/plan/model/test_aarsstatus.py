"""A status takes what is agreed on from the plan, and says how far the year is from it and from the last."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.plan.model.aarsstatus import Årsstatus
from generator.plan.model.budgetbilag import Budgetkilde, Post
from generator.plan.model.delaftale import Delaftale
from generator.plan.model.maal import Baseline, Delmål, Målepunkt, Områdeværdi, Årstal
from generator.plan.model.statusdele import Indikatorstatus, Indtægt, Nu, Udgift
from generator.plan.model.values import Beløb, Måltal

HARD = "\u00a0"


def figure(text: str) -> Områdeværdi:
    return Områdeværdi(værdi=Måltal.parse(text))


def money(number: str) -> Beløb:
    return Beløb(Decimal(number))


THIS = Årsstatus(år=2028)


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("62 %", "63,5 %", f"+1,5{HARD}procentpoint"), ("40", "38", "−2"), ("7", "7", "uændret"),
        ("ca. 40", "38", "–"), ("62 %", "40", "–"), ("ikke opgjort", "40", "–"), ("1.000", "2.200", "+1.200"),
    ],
)  # fmt: skip
def test_a_change_is_told_in_points_or_numbers_and_only_where_both_are_exact_and_alike(
    before: str, now: str, told: str
) -> None:
    assert THIS.ændring(figure(before), figure(now)) == told
    assert THIS.ændring(None, figure(now)) == "–"


def test_a_goal_holds_until_a_status_gives_another_and_figures_come_from_their_målepunkt() -> None:
    figures = {
        "2027": Årstal(områder={"Parken": figure("60 %")}),
        "2028": Årstal(områder={"Parken": figure("61 %")}),
    }
    measured = Målepunkt(navn="I arbejde", enhed="procent", år=figures)
    delmål = Delmål(mål="Flere i arbejde", indikator="Andel", baseline=Baseline(måling="I arbejde"))
    agreed = Delaftale(indsatsområde="job", delmål=(delmål,))
    last = Årsstatus(
        år=2027, indikatorer=(Indikatorstatus(indikator="Andel", mål=Måltal.parse("mindst 65 %")),)
    )
    this = Årsstatus(år=2028, indikatorer=(Indikatorstatus(indikator="andel", nu=Nu(måling="I arbejde")),))
    assert this.forrige((last, this)) is last and last.forrige((last, this)) is None
    [line] = this.indikatorlinjer((agreed,), (measured,), last)
    assert line.mål == Måltal.parse("mindst 65 %")
    assert line.fra == {"Parken": figure("60 %")} and line.til == {"Parken": figure("61 %")}
    [unsaid] = THIS.indikatorlinjer((agreed,), (), None)
    assert unsaid.savnes and unsaid.mål is None


def test_lines_of_one_name_are_one_and_what_the_budget_has_not_stands_last() -> None:
    sources = (
        Budgetkilde(kilde="Kommunen", form="kontant", år={"2028": money("500")}),
        Budgetkilde(kilde="Kommunen", form="timer", år={"2028": money("250"), "2029": money("9")}),
        Budgetkilde(kilde="Fonden", år={"2029": money("100")}),
    )
    given = (Indtægt(kilde="Naboen", beløb=money("1")), Indtægt(kilde="kommunen", beløb=money("760")))
    lines = Årsstatus(år=2028, finansiering=given).indtægtslinjer(sources)
    assert [(line.navn, line.budget, line.rest) for line in lines] == [
        ("Kommunen", money("750"), "−10"), ("Naboen", None, "–"),
    ]  # fmt: skip


def test_a_sum_is_not_known_while_an_amount_is_missing() -> None:
    posts = (
        Post(post="løn", år={"2028": money("5")}),
        Post(post="andet", navn="Leje", år={"2028": money("7")}),
    )
    spent = (Udgift(post="løn", beløb=money("4")), Udgift(post="Leje", årsag="Venter"))
    status = Årsstatus(år=2028, udgifter=spent)
    total = status.i_alt(status.udgiftslinjer(posts), "I alt")
    assert (total.budget, total.brugt, total.rest) == (money("12"), None, "–")

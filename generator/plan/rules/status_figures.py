"""Figures and milestones of a status: in the unit that was agreed on, and reached or with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.base.findings import Code, Finding, GradedCode, Place, Severity
from generator.base.language import later, say
from generator.plan.model.base import samme
from generator.plan.model.maal import Delmål
from generator.plan.model.milepaelsplan import Gentagelse, Milepæl
from generator.plan.model.plan import Plan
from generator.plan.model.rytmer import gentaget
from generator.plan.model.statusdele import Indikatorstatus
from generator.plan.model.statuslinjer import indikatornavn
from generator.plan.model.values import Dato, Måltal, Periode
from generator.plan.rules.rule import Rule
from generator.plan.rules.status_of_year import statuses
from generator.plan.rules.texts_of_plan import all_parts
from generator.plan.rules.wording import day

Q3 = GradedCode("Q3")
Q5 = Code("Q5", Severity.WARNING)

NO_PERCENTAGE = later("the baseline of `{name}` is a percentage, and here is a number")
NO_NUMBER = later("the baseline of `{name}` is a number, and here is a percentage")
DONE = ("nået", "udgår")


class Figure(Struct, frozen=True):
    """A figure of an indicator, with its place."""

    tal: Måltal
    place: Place


def figures_have_the_unit_agreed_on(plan: Plan) -> Iterator[Finding]:
    """Q3: what has come of an indicator, and its goal, are percentages where its baseline is, or numbers."""
    agreed = _agreed(plan)
    for status in statuses(plan):
        for path, one in all_parts(status, Indikatorstatus):
            base = agreed.get(samme(one.indikator))
            nu = one.nu.med(plan.målepunkter) if one.nu else None
            told = [Figure(tal.værdi, status.place(*path, "nu")) for tal in (nu.alle if nu else {}).values()]
            told += [Figure(one.mål, status.place(*path, "mål"))] if one.mål else []
            other = [f for f in told if f.tal.er_opgjort and base and f.tal.er_procent != base.tal.er_procent]
            if base and other:
                message = say(NO_PERCENTAGE if base.tal.er_procent else NO_NUMBER, name=one.indikator)
                hint = say(
                    "write the figure in the unit of the baseline, or mend the baseline in the delaftale"
                )
                code = Q3.milder_unless(plan.is_final(status))
                yield Finding(code, message, hint, other[0].place, base.place)


def _agreed(plan: Plan) -> dict[str, Figure]:
    """First figure of each baseline, by the name of its indicator."""
    found: dict[str, Figure] = {}
    for aftale in plan.aftaler:
        for path, delmål in all_parts(aftale, Delmål):
            base = delmål.med(plan.målepunkter).baseline
            for tal in base.områder.values() if base else ():
                if tal.værdi.er_opgjort:
                    place = aftale.place(*path, "baseline")
                    found.setdefault(samme(indikatornavn(delmål)), Figure(tal.værdi, place))
    return found


def a_milestone_that_is_late_says_why(plan: Plan) -> Iterator[Finding]:
    """Q5: what was due in the year of a status is reached, or says why it is not."""
    for status in statuses(plan):
        year, of_status = int(status.særkende), status.place(status.kind.key)
        for aftale in plan.aftaler:
            for path, one in all_parts(aftale, Milepæl):
                is_due = one.frist and one.frist.sidste().year == year
                if one.frist and is_due and one.status not in DONE and not one.note:
                    message = say("`{name}` was due {day}, and is {status}",
                                  name=one.milepæl, day=day(one.frist), status=one.status)  # fmt: skip
                    hint = say("write in `note` why it is not reached, or mend its status")
                    yield Finding(Q5, message, hint, aftale.place(*path), of_status)
            for path, again in all_parts(aftale, Gentagelse):
                last = _last_of(again, plan.helhedsplan.gælder, year)
                if last and not (again.nået_til and last.sidste() <= again.nået_til.sidste()):
                    message = say("`{name}` was due {day}, and is not told to be reached",
                                  name=again.milepæl, day=day(last))  # fmt: skip
                    hint = say("write in `nået_til` the last time that it was")
                    yield Finding(Q5, message, hint, aftale.place(*path), of_status)


def _last_of(again: Gentagelse, gælder: Periode | None, year: int) -> Dato | None:
    """Last time in the year of something that comes again."""
    til = gælder.til if gælder else None
    times = gentaget(again.første, again.hver, til) if again.første and again.hver and til else ()
    return max((one for one in times if one.sidste().year == year), key=Dato.sidste, default=None)


RULES = (
    Rule(
        Q3, "En indikator måles i samme enhed som sin baseline",
        "60 % og 38 personer kan ikke sammenlignes. Ingen kan se, om det går frem.",
        "Delaftalens delmål med baseline; samarbejdsaftalens afsnit 6 om afrapportering",
        "En baseline på 54 % og et tal nu på 61",
        "Skriv tallet i samme enhed som baseline. Er baseline forkert, så ret den i delaftalen.",
        figures_have_the_unit_agreed_on, milder="advarsel i et udkast", across=True,
    ),
    Rule(
        Q5, "En milepæl, der ikke er nået i tide, siger hvorfor",
        "Status viser årets milepæle. Et nej uden grund er det første, Landsbyggefonden spørger om.",
        "Samarbejdsaftalens afsnit 6: milepælsplanen følges og fornys hvert år",
        "En milepæl med frist i 2027 og status i gang, uden note, og en status for 2027",
        "Skriv i `note`, hvorfor den ikke er nået, eller ret dens status. Det, der gentages, har `nået_til`.",
        a_milestone_that_is_late_says_why,
    ),
)  # fmt: skip

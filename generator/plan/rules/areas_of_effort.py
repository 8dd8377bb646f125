"""Indsatsområder: a delaftale for each, under the name and the number that Landsbyggefonden gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.danish import TALORD
from generator.base.findings import Code, Finding, Severity
from generator.base.language import say
from generator.plan import kinds
from generator.plan.kinds import Count, DocumentKind
from generator.plan.model.base import samme
from generator.plan.model.plan import Plan
from generator.plan.model.strategisk import Bilag
from generator.plan.rules import references
from generator.plan.rules.gathered import Text, whole_names, words_begin
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import all_parts, every_text

I3 = Code("I3")
I4 = Code("I4", Severity.WARNING)

NUMBERS = {word: number for number, word in enumerate(TALORD)}
A_NUMBER = re.compile(r"(\d(?<![\d.]\d)\d*+\.\d+)\.?\s+")
COUNTED = re.compile(
    rf"(?:{words_begin('alle', 'helhedsplanens', 'planens', 'de')}) "
    rf"(?P<n>\d{{1,2}}|{'|'.join(TALORD[2:])})\s+"
    r"(?:valgte\s+)?(?P<what>delaftaler|indsatsområder|boligområder|afdelinger)"
    r"(?!,? (?:som|der|om|med|hvor|i)\b)(?!\w)"
)
"""It reads a text in lower case."""


def one_delaftale_each(plan: Plan) -> Iterator[Finding]:
    """I1: every chosen indsatsområde has one delaftale; a known gap among the annexes may explain none."""
    yield from references.no_second_delaftale(plan)
    for kind in kinds.DOCUMENTS:
        if kind.count is Count.EACH_AREA and not _explained(plan, kind):
            yield from _without_one(plan, kind)


def _without_one(plan: Plan, kind: DocumentKind) -> Iterator[Finding]:
    there = {aftale.indsatsområde for aftale in plan.aftaler if aftale.kind == kind}
    for number, chosen in enumerate(plan.helhedsplan.indsatsområder):
        key = chosen.indsatsområde
        if plan.form.indsatsområde(key) and key not in there:
            message = say(
                "there is no {kind} for `{area}`, which the plan has chosen", kind=kind.name, area=key
            )
            hint = say("make its file with: aftale add {plan} {kind} {area}; or leave the area out",
                       plan=plan.navn, kind=kind.name, area=key)  # fmt: skip
            place = plan.place("indsatsområder", number)
            yield Finding(references.I1.milder_unless(plan.is_final()), message, hint, place)


def areas_of_effort_by_name(plan: Plan) -> Iterator[Finding]:
    """I2: the keys are the round's and chosen, and texts spell the names as Landsbyggefonden does."""
    yield from references.chosen_areas_of_effort(plan)
    official = {samme(område.navn): område.navn for område in plan.form.indsatsområder}
    for text in every_text(plan, *official):
        for at, found in whole_names(text.lower, official) if text.path != ("navn",) else ():
            said, name = text.words[at : at + len(found)], official[found]
            if said[0].isupper() and said != name and not said.isupper():
                message = say("`{said}` is spelt `{right}` by Landsbyggefonden", said=said, right=name)
                hint = say("write {right}", right=name)
                yield Finding(references.I2.milder, message, hint, text.place(at))


def numbers_are_the_forms(plan: Plan) -> Iterator[Finding]:
    """I3: where a text gives an indsatsområde a number, it is the one that the form has fixed."""
    numbers = {samme(område.navn): område.nummer for område in plan.form.indsatsområder if område.nummer}
    for text in every_text(plan, *numbers):
        named = dict(whole_names(text.lower, numbers))
        for match in A_NUMBER.finditer(text.words):
            name = named.get(match.end())
            if name and match[1] != (right := numbers[name]):
                area = text.words[match.end() : match.end() + len(name)]
                message = say("{area} is {right} in the form, and the text says {said}",
                              area=area, right=right, said=match[1])  # fmt: skip
                hint = say(
                    "write {right}: the numbers are fixed, also where an area is not chosen", right=right
                )
                yield Finding(I3, message, hint, text.place(match.start()))


def texts_count_as_the_plan(plan: Plan) -> Iterator[Finding]:
    """I4: `de tre delaftaler` and `alle 6 boligområder` are as many as the plan has."""
    shared = plan.helhedsplan
    efforts, areas = len(shared.indsatsområder), len(shared.boligområder)
    counts = {"delaftaler": efforts, "indsatsområder": efforts, "boligområder": areas}
    departments = [område.alle_afdelinger() for område in shared.boligområder]
    if shared.antal_afdelinger and shared.antal_afdelinger.er_præcis:
        counts["afdelinger"] = int(shared.antal_afdelinger.tal)
    elif all(departments) or not any(departments):
        counts["afdelinger"] = sum(departments) or areas
    for text in every_text(plan, "delaftaler", "områder", "afdelinger"):
        for match in COUNTED.finditer(text.lower):
            yield from _miscounted(plan, text, match, counts.get(match["what"]))


def _miscounted(plan: Plan, text: Text, match: re.Match[str], right: int | None) -> Iterator[Finding]:
    said = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"]]
    if not right or said == right:
        return
    key = "boligområder" if match["what"] in ("boligområder", "afdelinger") else "indsatsområder"
    words = str(right) if match["n"].isdigit() or right >= len(TALORD) else TALORD[right]
    number, what = (text.words[slice(*match.span(part))] for part in ("n", "what"))
    message = say("the text says {said}, and the plan has {right}", said=f"{number} {what}", right=right)
    hint = say("write {right}, or mend `{key}`", right=words, key=key)
    yield Finding(I4, message, hint, text.place(match.start("n")), plan.place(key))


def _explained(plan: Plan, kind: DocumentKind) -> bool:
    """Tell if the list of annexes says why those documents are not there."""
    listed = (bilag for aftale in plan.aftaler for _, bilag in all_parts(aftale, Bilag))
    return any(b.bilag == kind.annex and b.status != "vedlagt" and b.note for b in listed)


RULES = (
    Rule(
        references.I1, "Hvert valgt indsatsområde har én delaftale",
        "Det konkrete arbejde aftales i delaftalerne. Et indsatsområde uden delaftale er et løfte uden "
        "indhold.",
        "Samarbejdsaftalens afsnit om aftaledokumenter: en delaftale for hvert valgt indsatsområde",
        "indsatsområder: [beskæftigelse], og ingen delaftale-beskaeftigelse.yaml",
        "Lav delaftalen med `aftale add`, eller tag indsatsområdet ud. Findes delaftalerne et andet sted, så "
        "skriv det som note ved bilaget `delaftaler`.",
        one_delaftale_each, milder="advarsel i et udkast, når en delaftale mangler", across=True,
    ),
    Rule(
        references.I2, "Indsatsområderne er rundens og skrives som hos Landsbyggefonden",
        "Navnene er Landsbyggefondens. Andre stavemåder gør det svært at finde og sammenligne aftaler.",
        "lbf.dk, boligsociale indsatser; rundens form.yaml",
        "”Sammenhængskraft og Medborgerskab” i stedet for ”Sammenhængskraft og medborgerskab”",
        "Vælg blandt rundens nøgler, og skriv navnet med stort bogstav kun i begyndelsen.",
        areas_of_effort_by_name,
        milder="advarsel, når kun store og små bogstaver er anderledes, og i et udkast, når området ikke er "
        "valgt endnu",
    ),
    Rule(
        I3, "Indsatsområdernes numre er formularens",
        "I runden 2015-18 har indsatsområderne faste numre. De bliver, også når et område er fravalgt.",
        "Samarbejdsaftalens afsnit 5: 5.1, 5.3 og 5.4",
        "”5.2 Uddannelse og beskæftigelse”",
        "Skriv formularens nummer, eller udelad det.",
        numbers_are_the_forms, acceptable=True,
    ),
    Rule(
        I4, "Antal i teksten svarer til planen",
        "Et tal i teksten bliver let stående, når et område eller en delaftale kommer til.",
        "Resuméerne og samarbejdsaftalen nævner antallet af delaftaler, indsatsområder og boligområder",
        "”de tre delaftaler” i en plan med fire indsatsområder",
        "Ret tallet. Gælder det kun nogle af dem, så skriv, hvilke det er: ”to af delaftalerne”.",
        texts_count_as_the_plan,
    ),
)  # fmt: skip

"""Activities: on the list, in the hours and in the forms, under one name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.base.findings import Code, Finding, GradedCode, Severity
from generator.base.language import say
from generator.base.nearest import nearest, suggestion
from generator.plan.model.base import find, samme
from generator.plan.model.delaftale import Aktivitet, Aktivitetsskema
from generator.plan.model.plan import Aftale, Plan
from generator.plan.rules import references
from generator.plan.rules.gathered import Path, Text
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import all_parts, every_text, parts

A1 = GradedCode("A1")
A2 = GradedCode("A2")
A3 = Code("A3", Severity.WARNING)

FIELDS = ("formål", "målgruppe", "indhold", "praksis", "ansvar")
SAYS_SOMETHING = re.compile(r"[^\W\d_]{2,}")
A_NAME = r"(?<!\w)[A-ZÆØÅ][\w’'-]{0,60}+(?:[ \n]++(?:og |i |på |for )?[A-ZÆØÅ][\w’'-]{0,60}+){0,8}"
Listed = Sequence[tuple[Path, Aktivitet]]
Forms = Sequence[tuple[Path, Aktivitetsskema]]
A_DELAFTALE = re.compile(
    rf"(?:(?P<activity>{A_NAME}),?\s+(?:fra|i|under)\s+)?\b[Dd]elaftale(?:n|rne)?\s+(?:om\s+|for\s+)?(?P<name>[A-ZÆØÅ]\w+)"
)


def list_forms_and_hours_are_the_same(plan: Plan) -> Iterator[Finding]:
    """A1: every activity on the list has a form, every form stands on the list, and both use one name."""
    for aftale in plan.aftaler:
        listed, forms = all_parts(aftale, Aktivitet), all_parts(aftale, Aktivitetsskema)
        if forms:
            yield from _without_a_form(plan, aftale, listed, forms)
        yield from _forms(plan, aftale, listed, forms)
        yield from _short_names(aftale, listed)


def every_field_of_a_form_says_something(plan: Plan) -> Iterator[Finding]:
    """A2: a field of a form is no dash, and not the same words as another field of the form."""
    for aftale in plan.aftaler:
        for path, skema in parts(aftale, Aktivitetsskema):
            said: dict[str, str] = {}
            for name in FIELDS:
                words, place = getattr(skema, name), aftale.place(*path, name)
                if not isinstance(words, str):
                    continue
                key, code = samme(words), A2.milder_unless(plan.is_final(aftale))
                if not SAYS_SOMETHING.search(words):
                    message = say("`{field}` of {activity} says nothing: {words}",
                                  field=name, activity=skema.aktivitet, words=words.strip())  # fmt: skip
                    hint = say("write a sentence, or leave the key empty")
                    yield Finding(code, message, hint, place)
                elif key in said:
                    message = say("`{field}` of {activity} says word for word what `{other}` says",
                                  field=name, activity=skema.aktivitet, other=said[key])  # fmt: skip
                    hint = say("write what belongs under `{field}`", field=name)
                    yield Finding(code, message, hint, place, aftale.place(*path, said[key]))
                said.setdefault(key, name)


def references_lead_somewhere(plan: Plan) -> Iterator[Finding]:
    """A3: a delaftale that a text names is one of the plan's, and so is an activity said to be in it."""
    known = _delaftaler(plan)
    for text in every_text(plan, "delaftale"):
        for match in A_DELAFTALE.finditer(text.words):
            yield from _reference(plan, text, match, known)


def _without_a_form(plan: Plan, aftale: Aftale, listed: Listed, forms: Forms) -> Iterator[Finding]:
    for number, (path, aktivitet) in enumerate(listed):
        own = {samme(name) for name in aktivitet.alle_navne}
        if not any(samme(skema.aktivitet) in own for _, skema in forms):
            message = say("`{name}` is on the list and has no form", name=aktivitet.navn)
            hint = say("add an aktivitetsskema with aktivitet: {name}", name=aktivitet.navn)
            yield Finding(A1.milder_unless(plan.is_final(aftale)), message, hint, aftale.place(*path, "navn"))
        if find((other for _, other in listed[:number]), aktivitet.navn):
            message = say("`{name}` is on the list twice", name=aktivitet.navn)
            yield Finding(A1, message, say("leave out one of the two"), aftale.place(*path, "navn"))


def _forms(plan: Plan, aftale: Aftale, listed: Listed, forms: Forms) -> Iterator[Finding]:
    seen: dict[str, Path] = {}
    for path, skema in forms:
        place = aftale.place(*path, "aktivitet")
        aktivitet = find((one for _, one in listed), skema.aktivitet)
        if aktivitet is None:
            message = say("`{name}` has a form and is not on the list of activities", name=skema.aktivitet)
            hint = _add_or_mend(nearest(skema.aktivitet, [one.navn for _, one in listed]))
            code = A1.milder_unless(plan.is_final(aftale))
            yield Finding(code, message, hint, place, aftale.place("aktiviteter"))
            continue
        if aktivitet.navn in seen:
            first = aftale.place(*seen[aktivitet.navn], "aktivitet")
            message = say("`{name}` has two forms", name=aktivitet.navn)
            yield Finding(A1, message, say("keep one form an activity"), place, first)
        elif samme(skema.aktivitet) != samme(aktivitet.navn):
            message = say("the form calls it `{form}`, and the list `{name}`",
                          form=skema.aktivitet, name=aktivitet.navn)  # fmt: skip
            other = next(aftale.place(*at, "navn") for at, one in listed if one == aktivitet)
            hint = say("write {name} in both", name=aktivitet.navn)
            yield Finding(A1.milder, message, hint, place, other)
        seen.setdefault(aktivitet.navn, path)


def _add_or_mend(near: str | None) -> str:
    if near:
        return say(
            "add it to `aktiviteter` with its hours, or mend the name: did you mean `{near}`?", near=near
        )
    return say("add it to `aktiviteter` with its hours, or mend the name")


def _short_names(aftale: Aftale, listed: Listed) -> Iterator[Finding]:
    """Find short names that are no shorter: such a one is another name."""
    for path, aktivitet in listed:
        short = aktivitet.kortnavn
        if short and len(short) >= len(aktivitet.navn):
            message = say(
                "the hours call it `{short}`, and the list `{name}`", short=short, name=aktivitet.navn
            )
            hint = say("write one name, or a `kortnavn` that is shorter")
            yield Finding(A1.milder, message, hint, aftale.place(*path, "kortnavn"))


def _delaftaler(plan: Plan) -> dict[str, str]:
    """Map each name that a delaftale goes by to the key of its indsatsområde."""
    known: dict[str, str] = {}
    for chosen in plan.helhedsplan.indsatsområder:
        område = plan.form.indsatsområde(chosen.indsatsområde)
        for name in (chosen.lokalt_navn, område.navn if område else None):
            if name:
                known[samme(name)] = chosen.indsatsområde
    for aftale in plan.aftaler:
        if aftale.indsats:
            known.setdefault(samme(aftale.indsats), aftale.indsatsområde)
    return known


def _reference(plan: Plan, text: Text, match: re.Match[str], known: dict[str, str]) -> Iterator[Finding]:
    rest = samme(text.words[match.start("name") :])
    name = max((name for name in known if re.match(rf"{re.escape(name)}(?!\w)", rest)), key=len, default=None)
    if name is None:
        message = say("there is no delaftale `{name}` in the plan", name=match["name"])
        yield Finding(A3, message, suggestion(match["name"], known), text.place(match.start("name")))
        return
    said = " ".join((match["activity"] or "").split())
    if not said or samme(said) in known:
        return
    for aftale in plan.aftaler:
        if aftale.indsatsområde == known[name]:
            activities = [aktivitet for _, aktivitet in all_parts(aftale, Aktivitet)]
            if find(activities, said) is None:
                file = aftale.navn
                message = say("`{name}` is not among the activities of {file}", name=said, file=file)
                hint = (say("add it there, or mend the name") if activities
                        else say("{file} has no activities yet", file=file))  # fmt: skip
                place = text.place(match.start("activity"))
                yield Finding(A3, message, hint, place, aftale.place("aktiviteter"))


RULES = (
    Rule(
        A1, "Hver aktivitet har et skema, og hvert skema en aktivitet, under ét navn",
        "Den samme aktivitet står på listen, ved timerne og i et skema. Er der flere navne, ved ingen, om "
        "det er den samme.",
        "Delaftalens formular: ét skema pr. aktivitet; delaftalen 2025-2029 har tre navne for Bo Godt",
        "Et skema for Bo Godt, som ikke står på listen",
        "Sæt aktiviteten på listen, eller slet skemaet. Skriv samme navn alle steder.",
        list_forms_and_hours_are_the_same,
        milder="advarsel, når kun navnet er anderledes, og i et udkast, når et skema eller en aktivitet "
        "mangler",
    ),
    Rule(
        A2, "Alle fem felter i et aktivitetsskema er udfyldt med indhold",
        "Formularen beder om fem forskellige ting. En streg eller en gentagelse er ikke et svar. "
        "Et tomt felt melder C1.",
        "Delaftalens aktivitetsskema",
        "praksis: –",
        "Skriv en sætning, eller lad feltet stå tomt, indtil I ved det.",
        every_field_of_a_form_says_something, milder="advarsel i et udkast", acceptable=True,
    ),
    Rule(
        A3, "En henvisning til en delaftale eller en aktivitet fører til noget",
        "Aktiviteter skifter navn. Teksten i en anden delaftale følger ikke med af sig selv.",
        "Delaftalen 2025-2029: ”Work Shops fra delaftalen Beskæftigelse”",
        "”Work Shops fra delaftalen Beskæftigelse”, som ikke har en aktivitet af det navn",
        "Ret navnet, eller sæt aktiviteten på den anden delaftales liste.",
        references_lead_somewhere, across=True,
    ),
    Rule(
        references.A4, "En aktivitet, som et bilag nævner, står i en delaftale",
        "Milepæle, budget og skemaer følger delaftalens aktiviteter. Skifter en aktivitet navn det ene sted, "
        "ved ingen, om det er den samme.",
        "Delaftalens liste over aktiviteter",
        "aktivitet: Jobcafé i milepælsplanen, og Jobcaféen i delaftalen",
        "Skriv aktivitetens navn, som det står i delaftalen, eller sæt den på listen der.",
        references.activities, milder="advarsel i et udkast", across=True,
    ),
)  # fmt: skip

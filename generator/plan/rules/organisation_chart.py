"""The diagram of the organisation: who is named in it is there, each in one place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Finding, GradedCode
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.plan.model.enheder import Enhed, find_enhed, niveauer
from generator.plan.model.organisationsdiagram import Forbindelse
from generator.plan.model.plan import Aftale, Plan
from generator.plan.rules.gathered import fields
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import Named, all_parts

O10 = GradedCode("O10")
O11 = GradedCode("O11")


def units_are_there(plan: Plan) -> Iterator[Finding]:
    """O10: a unit that a diagram names is a party, the board, a group or the secretariat of the plan."""
    for aftale, units in _with_a_diagram(plan):
        known = [enhed.navn for enhed in units]
        for named in _named(aftale):
            if find_enhed(units, named.name) is None:
                message = say(
                    "`{name}` is no party, board, group or secretariat of the plan", name=named.name
                )
                hint = suggestion(named.name, known)
                yield Finding(O10.milder_unless(plan.is_final(aftale)), message, hint, named.place)


def each_has_one_place(plan: Plan) -> Iterator[Finding]:
    """O11: a unit stands on one level, and no connection leads from a unit to itself or stands twice."""
    for aftale, units in _with_a_diagram(plan):
        code = O11.milder_unless(plan.is_final(aftale))
        seen: list[Enhed] = []
        for named in _on_levels(aftale):
            unit = find_enhed(units, named.name)
            if unit in seen:
                message = say("{name} stands in two places", name=named.name)
                yield Finding(code, message, say("keep one of them"), named.place)
            seen += [unit] if unit else []
        lines: list[tuple[Enhed, Enhed, str]] = []
        for path, line in all_parts(aftale, Forbindelse):
            fra, til = find_enhed(units, line.fra), find_enhed(units, line.til)
            if fra and fra is til:
                message = say("the connection leads from {name} to itself", name=line.fra)
                hint = say("name another unit under `til`, or leave it out")
                yield Finding(code, message, hint, aftale.place(*path, "til"))
            elif fra and til and (fra, til, line.art) in lines:
                connection = f"{line.fra} {line.art} {line.til}"
                message = say("that {connection} stands twice", connection=connection)
                yield Finding(code, message, say("leave out one of the two"), aftale.place(*path))
            lines += [(fra, til, line.art)] if fra and til else []


def _with_a_diagram(plan: Plan) -> Iterator[tuple[Aftale, list[Enhed]]]:
    units = [unit for level in niveauer(plan.helhedsplan) for unit in level]
    yield from ((aftale, units) for aftale in plan.aftaler if aftale.har("niveauer"))


def _named(aftale: Aftale) -> Iterator[Named]:
    yield from _on_levels(aftale)
    for path, line in all_parts(aftale, Forbindelse):
        yield Named(line.fra, aftale.place(*path, "fra"), (*path, "fra"))
        yield Named(line.til, aftale.place(*path, "til"), (*path, "til"))


def _on_levels(aftale: Aftale) -> Iterator[Named]:
    for path, name in fields(aftale.indhold):
        if path[0] == "niveauer" and isinstance(name, str):
            yield Named(name, aftale.place(*path), path)


RULES = (
    Rule(
        O10, "De enheder, som organisationsdiagrammet nævner, findes i planen",
        "Diagram, aftale og kommissorium skal vise den samme organisation.",
        "Samarbejdsaftalens afsnit 2, som diagrammet er bilag til",
        "fra: Projektgruppen, mens planens gruppe hedder Projektkoordineringsgruppen",
        "Ret navnet, eller skriv enheden i `organisation` i helhedsplan.yaml.",
        units_are_there, milder="advarsel i et udkast",
    ),
    Rule(
        O11, "En enhed står ét sted i organisationsdiagrammet, og en forbindelse én gang",
        "Et diagram, der viser det samme to gange, kan læses på to måder.",
        "Følger af, at diagrammet viser hver enhed som én boks",
        "Sekretariatet står både ved siden af bestyrelsen og under grupperne",
        "Behold det ene sted.",
        each_has_one_place, milder="advarsel i et udkast",
    ),
)  # fmt: skip

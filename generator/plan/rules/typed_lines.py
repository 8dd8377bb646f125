"""Texts that may have been meant otherwise: lines that are joined, and some that a `#` ends."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Code, Finding, Place, Severity
from generator.base.language import say
from generator.plan.model.plan import Plan
from generator.plan.rules.gathered import Text, walk
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import every_text, sources
from generator.plan.source import prose

L5 = Code("L5", Severity.WARNING)
L6 = Code("L6", Severity.WARNING)


def a_line_of_its_own_is_not_joined(plan: Plan) -> Iterator[Finding]:
    """L5: no line that looks like a heading, a label or a point is joined with the line below it."""
    for text in every_text(plan):
        if text.is_prose:
            yield from (Finding(L5, message, hint, place) for place, message, hint in _doubts(text))


def _doubts(text: Text) -> Iterator[tuple[Place, str, str]]:
    source = text.source.kilde.source
    if folded := source.folded.get(text.path):
        yield from folded.doubts()
    elif "\n" in text.words:
        block = source.blocks.get(text.path)
        for line, column, message, hint in prose.doubts(text.words):
            inside = block and Place(block.file, block.line + line - 1, block.column + column - 1)
            yield inside or text.place(), message, hint


def a_text_goes_on_to_the_end_of_its_line(plan: Plan) -> Iterator[Finding]:
    """L6: behind a text stands no `#` that looks like more of the text."""
    for source in sources(plan):
        cut = source.kilde.source.cut
        for path, value in walk(source).fields if cut else ():
            if path in cut and (value is None or isinstance(value, str)):
                message = say("what stands from the # on is not printed: to YAML it is a note")
                hint = say('put the whole text in quotes: "…"; or write a space after the # of a note')
                yield Finding(L6, message, hint, cut[path])


RULES = (
    Rule(
        L5, "En linje, der står for sig selv, gør det også i aftalen",
        "Linjer uden en tom linje imellem bliver til ét afsnit. En overskrift eller et punkt løber så sammen "
        "med det næste.",
        "Programmets egen regel: Intet forsvinder",
        "Metode\\nVi ringer på hos alle.",
        "Sæt en tom linje imellem, skriv en liste med - foran hvert punkt, eller skriv det hele på én linje.",
        a_line_of_its_own_is_not_joined,
    ),
    Rule(
        L6, "En tekst går til linjens ende",
        "Et # efter et mellemrum er i YAML begyndelsen på en bemærkning, som ikke kommer med i aftalen.",
        "Programmets egen regel: Intet forsvinder",
        "vision: Vi er #1 i Køge",
        "Sæt hele teksten i anførselstegn, eller skriv et mellemrum efter #, hvis det er en bemærkning.",
        a_text_goes_on_to_the_end_of_its_line,
    ),
)  # fmt: skip

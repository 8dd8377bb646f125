"""Telephone numbers in a document that names roles only: it is published, and a number is a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.findings import Finding, GradedCode
from generator.base.language import say
from generator.plan.model.plan import Plan
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import texts

G2 = GradedCode("G2")

NUMBER = re.compile(
    r"(?<![\w.,/+-])(?<!\d[ \u00a0])(?P<country>\(?(?:\+|00)45\)?[ \u00a0-]?)?"
    r"(?:[2-9]\d(?P<sign>[ \u00a0.-]?)\d\d(?P=sign)\d\d(?P=sign)\d\d|[2-9]\d{3}[ \u00a0]\d{4})"
    r"(?![\w%]|[.,/-]\w|[ \u00a0]?(?:\d|kr|mio|t\.kr|%))",
    re.IGNORECASE,
)
"""Eight digits as a Dane writes a telephone number; the first is never 0 or 1."""
OTHER_NUMBER = re.compile(
    r"\b(?:cvr|se|p|ean|j\.?|journal|sags?|kontos?|reg|kr|beløb)"
    r"(?:[ .-]?(?:nr|nummer|nummeret))?[.:]{0,2}\s?$",
    re.IGNORECASE,
)
"""Words right before a number of another kind: of an organisation, a case, an account, an amount."""
YEARS = re.compile(r"(?:19|20)\d\d\s(?:19|20)\d\d")
A_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
BEFORE = 24
"""Characters before a number that are looked at."""


def telephone_numbers_in(words: str) -> Iterator[int]:
    """Yield where each telephone number of a text begins."""
    for match in NUMBER.finditer(words):
        before = words[max(0, match.start() - BEFORE) : match.start()]
        is_other = OTHER_NUMBER.search(before) or YEARS.fullmatch(match[0]) or A_DATE.fullmatch(match[0])
        if match["country"] or not is_other:
            yield match.start()


def roles_only(plan: Plan) -> Iterator[Finding]:
    """G2: a document that names roles only holds no telephone number."""
    for aftale in plan.aftaler:
        if aftale.kind.roles_only:
            for text in texts(aftale):
                for offset in telephone_numbers_in(text.words):
                    hint = say("leave it out: keep the numbers on a list of your own, which is not published")
                    message = say("a telephone number stands in the {kind}", kind=aftale.kind.name)
                    code = G2.milder_unless(plan.is_final(aftale))
                    yield Finding(code, message, hint, text.place(offset))


RULES = (
    Rule(
        G2, "En beredskabsplan har roller og ingen telefonnumre",
        "Planen bliver offentlig, og et nummer er en persons. Roller holder også længere: Den, der tager "
        "telefonen, skifter.",
        "almindelig praksis: Viborgs aftaler nævner kun roller",
        "rolle: boligsocial leder, tlf. 20 30 40 50",
        "Slet nummeret. Skriv numrene på en liste, som deltagerne selv har. Er det ikke et telefonnummer, så "
        "accepter beskeden med den begrundelse.",
        roles_only, milder="advarsel i et udkast", acceptable=True,
    ),
)  # fmt: skip

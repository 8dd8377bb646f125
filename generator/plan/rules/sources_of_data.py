"""Sources of figures, which somebody must find again in four years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.findings import Code, Finding, Severity
from generator.base.language import say
from generator.plan.model.maal import Delmål, Måling
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.strategisk import Data, Kriterievurdering
from generator.plan.rules.gathered import Path
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import parts

D7 = Code("D7", Severity.INFO)

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
REPEATED = re.compile(r"\bårlig|\bhver[t]? |\bom året\b|\bløbende\b|\bpr\. \d", re.IGNORECASE)
A_WORD = re.compile(r"[^\W\d]{2,}")
ABBREVIATION = re.compile(r"\b[A-ZÆØÅ]{2,}\b")
LEAST_WORDS = 2
LONGEST = 60


def sources_name_their_year(plan: Plan) -> Iterator[Finding]:
    """D7: what figures are taken from has a year, its own or the figures', and somebody who made it."""
    for aftale in plan.aftaler:
        for words, path, dated in _sources_of_data(aftale):
            place = aftale.place(*path)
            if not (dated or YEAR.search(words) or REPEATED.search(words)):
                message = say("`{source}` does not say which year the figures are from", source=_short(words))
                hint = say("write the year behind the name")
                yield Finding(D7, message, hint, place)
            elif len(A_WORD.findall(words)) < LEAST_WORDS and not ABBREVIATION.search(words):
                message = say("`{source}` does not say who made the figures", source=_short(words))
                yield Finding(D7, message, say("write who made the figures, and their year"), place)


def _sources_of_data(aftale: Aftale) -> Iterator[tuple[str, Path, bool]]:
    """Yield each source of figures with its path, and True where they have a year or are still to come."""
    for path, delmål in parts(aftale, Delmål):
        b = delmål.baseline
        for j, kilde in enumerate(delmål.datakilder):
            yield kilde, (*path, "datakilder", j), b is None or bool(b.år or b.afventer)
    for path, m in parts(aftale, Måling):
        if isinstance(m.datakilde, str):
            yield m.datakilde, (*path, "datakilde"), bool(m.år)
    for path, vurdering in parts(aftale, Kriterievurdering):
        if vurdering.kilde:
            yield vurdering.kilde, (*path, "kilde"), False
    for path, data in parts(aftale, Data):
        if data.kilde:
            yield data.kilde, (*path, "kilde"), False


def _short(words: str) -> str:
    first = " ".join(words.split())
    return first if len(first) <= LONGEST else f"{first[:LONGEST]}…"


RULES = (
    Rule(
        D7, "En datakilde har årstal og ophav",
        "Den, der skal måle igen om fire år, skal kunne finde de samme tal.",
        "Samarbejdsaftalen 2017-2021: ”BL nøgletal 2015”",
        "kilde: BL nøgletal",
        "Skriv årstallet, og hvem der har lavet tallene.",
        sources_name_their_year,
    ),
)  # fmt: skip

"""Delmål and målinger: each with an indicator, and figures that can be what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.danish import procent
from generator.base.findings import Code, Finding, GradedCode, Severity
from generator.base.language import later, say, say_count
from generator.plan.model.base import samme
from generator.plan.model.maal import Baseline, Delmål, Områdeværdi
from generator.plan.model.plan import Plan
from generator.plan.rules.figure_tables import FigureTable, tables
from generator.plan.rules.gathered import Text, walk
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import parts, texts
from generator.plan.rules.wording import day, names, plain

D1 = GradedCode("D1")
D2 = Code("D2", Severity.WARNING)
D3 = GradedCode("D3")
D5 = Code("D5", Severity.WARNING)
D8 = Code("D8", Severity.WARNING)

WHOLE = 100
CHANGE = re.compile(
    r"\b(?:fald\w*|steget|stig\w*|reducer\w*|øge\w*|øget|mindske\w*|sænke\w*|sænket)\b[^.;:]{0,150}?"
    r"(?P<to>\btil\s++(?:mindst|minimum|højst|under|over)?+\s*+)?(?<!\d)(?P<n>\d++(?:,\d++)?)\s?(?:%|pct\b|procent\b)",
    re.IGNORECASE,
)
A_PERCENTAGE = re.compile(r"\d\s?(?:%|pct|procent)", re.IGNORECASE)
"""End of what CHANGE finds; it is looked for first."""
IS_A_SHARE = re.compile(r"\bandel|procent(?:en|er|erne)?\b(?! )|\wprocent(?:en|er|erne)?\b", re.IGNORECASE)
PERCENT = ("procent", "pct", "%")
A_SHARE = ("andel", *PERCENT)
IS_A_COUNT = re.compile(r"\bantal(?:let)?\b", re.IGNORECASE)
LEVEL = re.compile(
    r"\b(?:til|på|er|når)\s+(?:mindst\s+|minimum\s+|højst\s+)?\d+(?:,\d+)?\s?(?:%|pct\b|procent\b)"
)
TARGETS = {"måling", "mål", "indikator", "målsætninger", "tekst"}

NO_PERCENTAGE = later("`{words}` is a share, and {name} has a number")
NO_NUMBER = later("`{words}` is a number, and {name} has a percentage")
UNIT_APART = later("write in `enhed` procent where the figures are percentages, else what is counted")
UNIT_FIRST = later("begin with Andel where the figures are percentages, with Antal where they are numbers")


def a_delmål_has_a_baseline(plan: Plan) -> Iterator[Finding]:
    """D1: the baseline of a delmål is there, with its year; what is pending is for drafts."""
    for aftale in plan.aftaler:
        for at, delmål in parts(aftale, Delmål):
            baseline, path = delmål.baseline, (*at, "baseline")
            if baseline is None:
                continue
            final = plan.is_final(aftale)
            if baseline.afventer:
                place = aftale.place(*path, "afventer")
                yield Finding(D1.milder_unless(final), *_pending(delmål.mål, baseline), place)
            elif not (baseline.år or baseline.måling) and (
                baseline.områder or baseline.tekst or baseline.andre
            ):
                message = say("the baseline of `{mål}` does not say which year it is from", mål=delmål.mål)
                hint = say("write in `år` which year the figures are from")
                yield Finding(D1.milder_unless(final), message, hint, aftale.place(*path))


def an_indicator_is_no_delmål(plan: Plan) -> Iterator[Finding]:
    """D2: an indicator says how the delmål is followed, in words of its own."""
    for aftale in plan.aftaler:
        for path, delmål in parts(aftale, Delmål):
            if delmål.indikator and samme(delmål.indikator) == samme(delmål.mål):
                message = say("the indicator is the delmål once more: {mål}", mål=delmål.mål)
                places = aftale.place(*path, "indikator"), aftale.place(*path, "mål")
                hint = say("write what is counted, and not what is to be reached")
                yield Finding(D2, message, hint, *places)


def percentages_can_be(plan: Plan) -> Iterator[Finding]:
    """D3: a share lies between 0 and 100 %, and its change says percent or percentage points."""
    for aftale in plan.aftaler:
        for path, value in walk(aftale).fields:
            share = value.værdi.værdi if isinstance(value, Områdeværdi) and value.værdi.er_procent else None
            if share and not 0 <= share.tal <= WHOLE:
                message = say("{share} is not between 0 and 100 %", share=plain(procent(share)))
                yield Finding(D3, message, say("see where the decimal comma stands"), aftale.place(*path))
        for text in texts(aftale, *PERCENT):
            if text.field in TARGETS and _is_a_target(text):
                yield from _ambiguous(text)


def every_area_has_a_figure(plan: Plan) -> Iterator[Finding]:
    """D5: where some areas have a figure, all have one, or the words `ikke opgjort`."""
    shared = plan.helhedsplan
    for table in tables(plan):
        told = {område.navn for name in table.figures if (område := shared.boligområde(name))}
        missing = [område.navn for område in shared.boligområder if område.navn not in told]
        if told and missing:
            message = say_count(
                "{n} of {all} boligområder has a figure; without: {names}",
                "{n} of {all} boligområder have a figure; without: {names}",
                len(told), all=len(shared.boligområder), names=names(missing),
            )  # fmt: skip
            hint = say("write for example {name}: ikke opgjort", name=missing[0])
            yield Finding(D5, message, hint, table.aftale.place(*table.place_path))


def numbers_are_counted_and_shares_in_percent(plan: Plan) -> Iterator[Finding]:
    """D8: `Antal …` has numbers, `Andel …` has percentages, in the table and in the target."""
    for table in tables(plan):
        yield from _other_kind(table)
    for aftale in plan.aftaler:
        for text in texts(aftale, "antal"):
            if text.field in TARGETS and _is_a_target(text):
                yield from _counts_in_percent(text)


def _other_kind(table: FigureTable) -> Iterator[Finding]:
    """Find the first figure of a table that is a number where its words tell of a share, or the reverse."""
    opening = (table.unit or table.words).strip().lower()
    if not (table.unit or opening.startswith(("antal", "andel"))):
        return
    wants_percent = opening.startswith(A_SHARE)
    for name, figure in table.figures.items():
        if figure.værdi.er_opgjort and figure.værdi.er_procent != wants_percent:
            message = say(NO_PERCENTAGE if wants_percent else NO_NUMBER,
                          words=_begins(table.words), name=name)  # fmt: skip
            hint = say(UNIT_APART if table.unit else UNIT_FIRST)
            yield Finding(D8, message, hint, table.aftale.place(*table.place_path, name))
            return


def _pending(mål: str, baseline: Baseline) -> tuple[str, str]:
    """Message and hint of a baseline that has no figures yet."""
    why, expected = baseline.afventer, baseline.forventet
    if expected:
        message = say("the baseline of `{mål}` is pending: {why}, expected {day}",
                      mål=mål, why=why, day=day(expected))  # fmt: skip
        return message, say("write the figures in `områder` or `tekst` when they are there")
    message = say("the baseline of `{mål}` is pending: {why}, and no date is expected", mål=mål, why=why)
    return message, say(
        "write the figures in `områder` or `tekst` when they are there; "
        "until then, write forventet: with the date"
    )


def _is_a_target(text: Text) -> bool:
    return text.field != "tekst" or "særligt" in text.path


def _ambiguous(text: Text) -> Iterator[Finding]:
    for start, sentence in text.sentences():
        match = CHANGE.search(sentence) if A_PERCENTAGE.search(sentence) else None
        if match and not match["to"] and IS_A_SHARE.search(sentence[: match.start("n")]):
            message = say(
                "`{share}` of a share: percent of it, or percentage points?", share=f"{match['n']} %"
            )
            hint = say("write {n} procentpoint, or from how many % to how many", n=match["n"])
            yield Finding(D3.milder, message, hint, text.place(start + match.start("n")))


def _counts_in_percent(text: Text) -> Iterator[Finding]:
    for start, sentence in text.sentences():
        count, level = IS_A_COUNT.search(sentence), LEVEL.search(sentence)
        if count and level and count.start() < level.start() and not IS_A_SHARE.search(sentence):
            message = say("`{word}` is a number, and the target is a share: {target}",
                          word=count[0], target=" ".join(level[0].split()))  # fmt: skip
            hint = say("write Andelen … for a share, or the number that is to be reached")
            yield Finding(D8, message, hint, text.place(start + count.start()))


def _begins(words: str) -> str:
    return " ".join(words.split(".")[0].split()[:4])


RULES = (
    Rule(
        D1, "Et delmål har en baseline med år",
        "Uden udgangspunkt kan ingen se, om delmålet nås. Et udkast må vente på tal, en endelig aftale ikke.",
        "Delaftalens vejledning: Der skal opsættes delmål samt indikatorer; delaftalen 2025-2029 venter på "
        "to",
        "baseline: {afventer: Data kommer}",
        "Skriv tallene, når de er der. Skal aftalen underskrives før, så accepter beskeden med begrundelsen.",
        a_delmål_has_a_baseline, milder="advarsel i et udkast", acceptable=True,
    ),
    Rule(
        D2, "Indikatoren er noget andet end delmålet",
        "Delmålet siger, hvad der skal opnås; indikatoren, hvad der tælles for at se det.",
        "Delaftalen 2025-2029, tredje delmål",
        "mål og indikator: At øge tilfredsheden i boligområdet",
        "Skriv, hvad der måles: ”Andelen af beboere, der er tilfredse”.",
        an_indicator_is_no_delmål,
    ),
    Rule(
        D3, "Procenter er mulige, og ændringer i dem er entydige",
        "En andel ligger mellem 0 og 100 %. Falder 20 % ”med 5 %”, kan det blive 19 % eller 15 %.",
        "Samarbejdsaftalen 2017-2021 skriver både ”procentpoint” og ”faldet 2 %”",
        "”Fraflytningsprocenten er faldet 2 %”, eller en andel på 126,8 %",
        "Skriv procentpoint, eller fra hvor mange procent til hvor mange.",
        percentages_can_be, milder="advarsel, når en ændring er tvetydig", acceptable=True,
    ),
    Rule(
        D5, "Alle boligområder har et tal",
        "Et område, der mangler i tabellen, kan være glemt. Det skal kunne ses, at det er meningen.",
        "Delaftalen 2025-2029, tredje delmål: tal for 2 af 16 områder",
        "Tal for Ellekonebakken og Houlkærvænget, mens planen har 16 boligområder",
        "Skriv tallet, eller `ikke opgjort`.",
        every_area_has_a_figure,
    ),
    Rule(
        D8, "”Antal” måles i antal og ”andel” i procent",
        "Et antal kan ikke være 80 %. Læseren må gætte, hvad der menes.",
        "Samarbejdsaftalen 2017-2021, afsnit 5.3",
        "”Antallet af uddannelsesparate er steget til mindst 80 %”",
        "Skriv ”Andelen”, eller skriv antallet.",
        numbers_are_counted_and_shares_in_percent,
    ),
)  # fmt: skip

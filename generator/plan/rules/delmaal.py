"""Delmål and målinger: each with an indicator, and figures that can be what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.base.danish import procent
from generator.base.findings import Code, Finding, GradedCode, Severity
from generator.plan.model.base import samme
from generator.plan.model.maal import Baseline, Delmål, Målepunkt, Måling, Områdeværdi
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.statusdele import Indikatorstatus
from generator.plan.model.strategisk import Data
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import Path, Text, parts, texts, walk
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
IS_A_SHARE = re.compile(r"\bandel|procent(?:en|er|erne)?\b(?! )|\wprocent(?:en|er|erne)?\b", re.IGNORECASE)
A_SHARE = ("andel", "procent", "pct", "%")
IS_A_COUNT = re.compile(r"\bantal(?:let)?\b", re.IGNORECASE)
LEVEL = re.compile(
    r"\b(?:til|på|er|når)\s+(?:mindst\s+|minimum\s+|højst\s+)?\d+(?:,\d+)?\s?(?:%|pct\b|procent\b)"
)
TARGETS = {"måling", "mål", "indikator", "målsætninger", "tekst"}


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures for areas, with the words that say what they are; `unit` where it stands apart from them."""

    aftale: Aftale
    path: Path
    words: str
    years: str
    figures: Mapping[str, Områdeværdi]
    unit: str = ""

    @property
    def place_path(self) -> Path:
        """Path of the figures themselves."""
        return (*self.path, "områder")


def tables(plan: Plan) -> Iterator[FigureTable]:
    """Yield all sets of figures for areas: of indicators, målinger, nøgletal and målepunkter."""
    for aftale in plan.aftaler:
        yield from _of_indicators(aftale)
        for path, m in parts(aftale, Måling):
            words = m.måling if isinstance(m.måling, str) else ""
            yield FigureTable(aftale, path, words, str(m.år or ""), m.områder)
        for path, data in parts(aftale, Data):
            for i, row in enumerate(data.tabel):
                yield FigureTable(aftale, (*path, "tabel", i), row.nøgletal, data.kilde or "", row.områder)
        for path, punkt in parts(aftale, Målepunkt):
            for year, tal in punkt.år.items():
                unit = punkt.enhed or ""
                words = f"{punkt.navn}, {unit}"
                yield FigureTable(aftale, (*path, "år", year), words, year, tal.områder, unit)


def _of_indicators(aftale: Aftale) -> Iterator[FigureTable]:
    for path, delmål in parts(aftale, Delmål):
        if b := delmål.baseline:
            words = f"{delmål.indikator or delmål.mål}. {delmål.mål}"
            yield FigureTable(aftale, (*path, "baseline"), words, str(b.år or ""), b.områder)
    for path, status in parts(aftale, Indikatorstatus):
        if nu := status.nu:
            yield FigureTable(aftale, (*path, "nu"), status.indikator, str(nu.år or ""), nu.områder)


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
                yield Finding(D1.milder_unless(final), _pending(delmål.mål, baseline), _hint(baseline), place)
            elif not (baseline.år or baseline.måling) and (
                baseline.områder or baseline.tekst or baseline.andre
            ):
                message = f"the baseline of `{delmål.mål}` does not say which year it is from"
                hint = "write in `år` which year the figures are from"
                yield Finding(D1.milder_unless(final), message, hint, aftale.place(*path))


def an_indicator_is_no_delmål(plan: Plan) -> Iterator[Finding]:
    """D2: an indicator says how the delmål is followed, in words of its own."""
    for aftale in plan.aftaler:
        for path, delmål in parts(aftale, Delmål):
            if delmål.indikator and samme(delmål.indikator) == samme(delmål.mål):
                message = f"the indicator is the delmål once more: {delmål.mål}"
                places = aftale.place(*path, "indikator"), aftale.place(*path, "mål")
                hint = "write what is counted, and not what is to be reached"
                yield Finding(D2, message, hint, *places)


def percentages_can_be(plan: Plan) -> Iterator[Finding]:
    """D3: a share lies between 0 and 100 %, and its change says percent or percentage points."""
    for aftale in plan.aftaler:
        for path, value in walk(aftale).fields:
            share = value.værdi.værdi if isinstance(value, Områdeværdi) and value.værdi.er_procent else None
            if share and not 0 <= share.tal <= WHOLE:
                message = f"{plain(procent(share))} is not between 0 and 100 %"
                yield Finding(D3, message, "see where the decimal comma stands", aftale.place(*path))
        for text in texts(aftale):
            if text.field in TARGETS and _is_a_target(text):
                yield from _ambiguous(text)


def every_area_has_a_figure(plan: Plan) -> Iterator[Finding]:
    """D5: where some areas have a figure, all have one, or the words `ikke opgjort`."""
    shared = plan.helhedsplan
    for table in tables(plan):
        told = {område.navn for name in table.figures if (område := shared.boligområde(name))}
        missing = [område.navn for område in shared.boligområder if område.navn not in told]
        if told and missing:
            number = f"{len(told)} of {len(shared.boligområder)} boligområder have a figure"
            message = f"{number}; without: {names(missing)}"
            place = table.aftale.place(*table.place_path)
            yield Finding(D5, message, f"write for example {missing[0]}: ikke opgjort", place)


def numbers_are_counted_and_shares_in_percent(plan: Plan) -> Iterator[Finding]:
    """D8: `Antal …` has numbers, `Andel …` has percentages, in the table and in the target."""
    for table in tables(plan):
        yield from _other_kind(table)
    for aftale in plan.aftaler:
        for text in texts(aftale):
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
            told, has = ("a share", "a number") if wants_percent else ("a number", "a percentage")
            message = f"`{_begins(table.words)}` is {told}, and {name} has {has}"
            apart = "write in `enhed` procent where the figures are percentages, else what is counted"
            begins = "begin with Andel where the figures are percentages, with Antal where they are numbers"
            hint = apart if table.unit else begins
            yield Finding(D8, message, hint, table.aftale.place(*table.place_path, name))
            return


def _pending(mål: str, baseline: Baseline) -> str:
    when = f", expected {day(baseline.forventet)}" if baseline.forventet else ", and no date is expected"
    return f"the baseline of `{mål}` is pending: {baseline.afventer}{when}"


def _hint(baseline: Baseline) -> str:
    when = "" if baseline.forventet else "; until then, write forventet: with the date"
    return f"write the figures in `områder` or `tekst` when they are there{when}"


def _is_a_target(text: Text) -> bool:
    return text.field != "tekst" or "særligt" in text.path


def _ambiguous(text: Text) -> Iterator[Finding]:
    for start, sentence in text.sentences():
        match = CHANGE.search(sentence)
        if match and not match["to"] and IS_A_SHARE.search(sentence[: match.start("n")]):
            message = f"`{match['n']} %` of a share: percent of it, or percentage points?"
            hint = f"write {match['n']} procentpoint, or from how many % to how many"
            yield Finding(D3.milder, message, hint, text.place(start + match.start("n")))


def _counts_in_percent(text: Text) -> Iterator[Finding]:
    for start, sentence in text.sentences():
        count, level = IS_A_COUNT.search(sentence), LEVEL.search(sentence)
        if count and level and count.start() < level.start() and not IS_A_SHARE.search(sentence):
            said = " ".join(level[0].split())
            message = f"`{count[0]}` is a number, and the target is a share: {said}"
            hint = "write Andelen … for a share, or the number that is to be reached"
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

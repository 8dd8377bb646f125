"""Areas and figures in texts, held against the tables: names, numbers, focus."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from generator.base.danish import måltal
from generator.base.findings import Code, Finding, Place, Severity
from generator.base.language import say
from generator.base.nearest import one_letter_apart
from generator.plan.model.base import samme
from generator.plan.model.counts import Måltal
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.numerals import read_number
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.reserved import Span
from generator.plan.rules import references
from generator.plan.rules.figure_tables import FigureTable, tables
from generator.plan.rules.gathered import Path, Text, walk, whole_names, words_begin
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import every_text, names_in, sources, texts
from generator.plan.rules.wording import names, plain

D6 = Code("D6", Severity.WARNING)
D9 = Code("D9", Severity.WARNING)

WORD = re.compile(r"\b[A-ZÆØÅ][\wé´]{5,}\b")
A_LONG_WORD = re.compile(r"[\w´]{6,}+")
A_FIGURE = re.compile(r"\d\s?%|\d\s+i\s")
"""Beginning of all that the two below find; it is looked for first."""
FIGURE_BEFORE = re.compile(r"(?<!\d)(?P<n>\d++(?:[.,]\d++)?)(?P<unit>\s?%)?\s+i\s+\Z")
FIGURE_BEHIND = re.compile(r":?\s+(?P<n>\d++(?:[.,]\d++)?)(?P<unit>\s?%)")
FOCUS = re.compile(rf"(?:{words_begin('fokus')})\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
TELLING = 9
A_TELLING_WORD = re.compile(r"\w{9,}+")
LEAST_WORDS = 2


def areas_by_name(plan: Plan) -> Iterator[Finding]:
    """D4: an area named in a table is one of the plan's, and no text has its name with one letter wrong."""
    yield from references.areas(plan)
    known = _area_names(plan)
    words = {word for source in sources(plan) for word in A_LONG_WORD.findall(walk(source).said)}
    slips = dict(_slips(words, known))
    for text in every_text(plan, *slips) if slips else ():
        for match in WORD.finditer(text.words) if text.path[:1] != ("boligområder",) else ():
            if right := slips.get(match[0].lower()):
                message = say("`{word}` is one letter away from the boligområde {right}",
                              word=match[0], right=right)  # fmt: skip
                hint = say("write {right}", right=right)
                yield Finding(references.D4.milder, message, hint, text.place(match.start()))


def _slips(words: set[str], known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Pair each word that is one letter away from a name with that name; names and genitives are none."""
    right = {form for name in known for form in (name.lower(), f"{name.lower()}s")}
    names_known = [name for name in sorted(known) if WORD.fullmatch(name)]
    begins, ends = {name[:2].lower() for name in names_known}, {name[-2:].lower() for name in names_known}
    near = [word for word in words if (word[:2] in begins or word[-2:] in ends) and word not in right]
    for name in names_known:
        begin, end, lengths = name[:2].lower(), name[-2:].lower(), range(len(name) - 1, len(name) + 2)
        alike = (word for word in near if len(word) in lengths and (word[:2] == begin or word[-2:] == end))
        yield from ((word, name) for word in alike if one_letter_apart(word, name))


def texts_and_tables_agree(plan: Plan) -> Iterator[Finding]:
    """D6: a figure that a text gives for an area is the table's, and is written in the same way.

    A text and a table are about one thing when they share a long word (`fraflytningsprocenten`) and do
    not name different years.
    """
    shared, known = plan.helhedsplan, _area_names(plan)
    all_tables = [(table, _stems(table.words)) for table in tables(plan)]
    named = [name.lower() for name in known]
    for text in (t for aftale in plan.aftaler for t in texts(aftale, *named) if t.is_prose):
        for start, sentence in text.sentences() if A_FIGURE.search(text.words) else ():
            given = list(_given(sentence, known)) if A_FIGURE.search(sentence) else []
            about = _stems(sentence) if given else frozenset()
            for table, stems in all_tables if about else ():
                if about & stems and _same_years(sentence, table):
                    yield from _compared(shared, text, start, given, table)


class Given(Struct, frozen=True):
    """Figure that a sentence gives for an area, as it is typed, with its offset."""

    area: str
    typed: str
    is_percent: bool
    at: int


def _given(sentence: str, known: Collection[str]) -> Iterator[Given]:
    """Yield each `26,8 % i Egeparken` and `Egeparken: 26,8 %`."""
    done = 0
    for at, area in whole_names(sentence, known):
        end = at + len(area)
        match = FIGURE_BEFORE.search(sentence, done, at)
        if match is None and at >= done and (match := FIGURE_BEHIND.match(sentence, end)):
            end = match.end()
        if match:
            done = end
            yield Given(area, match["n"], bool(match["unit"]), match.start("n"))


def measures_cover_the_focus(plan: Plan) -> Iterator[Finding]:
    """D9: the areas that a text puts in focus are those that the measures of its section cover."""
    shared, known = plan.helhedsplan, _area_names(plan)
    for text in (text for aftale in plan.aftaler for text in texts(aftale, "fokus") if known):
        key = _effort(text)
        for start, sentence in text.sentences() if key else ():
            focus = FOCUS.search(sentence.lower())
            after = whole_names(sentence[focus.end() :], known) if focus else []
            named = _areas(shared, (name for _, name in after))
            measured = _measured(plan, key) if named else {}
            if measured and set(measured) != set(named) and len(measured) < len(shared.boligområder):
                message = say("in focus: {named}; the measures cover {measured}",
                              named=names(named), measured=names(measured))  # fmt: skip
                place = text.place(start + (focus.start() if focus else 0))
                second = next(iter(measured.values()))
                yield Finding(D9, message, _difference(named, measured), place, second)


def _area_names(plan: Plan) -> frozenset[str]:
    """All names of all areas of the plan."""
    return frozenset(name for område in plan.helhedsplan.boligområder for name in område.alle_navne)


def _stems(words: str) -> frozenset[str]:
    """Beginnings of the long words, which tell what the words are about."""
    return frozenset(word[:TELLING].lower() for word in A_TELLING_WORD.findall(words))


def _same_years(sentence: str, table: FigureTable) -> bool:
    said = set(YEAR.findall(sentence))
    return not said or not table.years or bool(said & set(YEAR.findall(table.years)))


def _compared(
    shared: Helhedsplan, text: Text, start: int, all_given: list[Given], table: FigureTable
) -> Iterator[Finding]:
    """Find each figure that differs; and once for a table, a figure that agrees in another form."""
    form: Finding | None = None
    for given in all_given:
        key, value = _figure_of(shared, table, given.area)
        typed = given.typed
        if value is None or value.værdi is None or given.is_percent != value.er_procent:
            continue
        here = text.place(start + given.at)
        there = table.aftale.place(*table.place_path, key)
        shown = plain(måltal(value))
        said = f"{typed} %" if given.is_percent else typed
        number = read_number(typed) or read_number(typed.replace(".", ","))
        if number is None or not value.værdi.spænd.meets(Span(number, number)):
            message = say("{area} is {said} in the text and {shown} in the table",
                          area=key, said=said, shown=shown)  # fmt: skip
            yield Finding(D6, message, say("mend the one that is wrong"), here, there)
        elif form is None and typed not in re.split(r"[ -]", shown):
            message = say("{area} is {said} in the text and {shown} in the table: one figure in two forms",
                          area=key, said=said, shown=shown)  # fmt: skip
            form = Finding(D6, message, say("write it with the same decimals"), here, there)
    if form:
        yield form


def _figure_of(shared: Helhedsplan, table: FigureTable, said: str) -> tuple[str, Måltal | None]:
    """Name of the area in the table, and its figure there; empty and None where it has none."""
    område = shared.boligområde(said)
    own = {samme(name) for name in område.alle_navne} if område else set()
    return next(((name, t.værdi) for name, t in table.figures.items() if samme(name) in own), ("", None))


def _effort(text: Text) -> str:
    """Key of the indsatsområde that the text is about; empty where it is about none."""
    path, source = text.path, text.source
    if path[0] == "problemkompleks" and len(path) > LEAST_WORDS and path[1] == "indsatsområder":
        return str(path[2])
    return source.indsatsområde if path[:1] == ("problemkompleks",) and isinstance(source, Aftale) else ""


def _areas(shared: Helhedsplan, said: Iterable[str]) -> list[str]:
    """Full names of the areas of those names, each once, in order."""
    found = (shared.boligområde(name) for name in said)
    return list(dict.fromkeys(område.navn for område in found if område))


def _measured(plan: Plan, key: str) -> dict[str, Place]:
    """Map each area that the measures of the indsatsområde have figures or texts for to its first place."""
    found: dict[str, Place] = {}
    for aftale in plan.aftaler:
        under: Path = ("delmål",) if aftale.indsatsområde == key else ("indsatsområder", key, "målinger")
        for named in names_in(aftale, "områder", under=str(under[0])):
            if named.path[: len(under)] == under:
                for navn in _areas(plan.helhedsplan, [named.name]):
                    found.setdefault(navn, named.place)
    return found


def _difference(named: list[str], measured: Collection[str]) -> str:
    without, more = [n for n in named if n not in measured], [n for n in measured if n not in named]
    if not more:
        return say("add a measure for {without}", without=names(without))
    if not without:
        return say("say why there are measures for {more}", more=names(more))
    return say("add a measure for {without}, and say why there are measures for {more}",
               without=names(without), more=names(more))  # fmt: skip


RULES = (
    Rule(
        references.D4, "Et boligområde, der nævnes, er et af planens",
        "Et tal for et område, der ikke er med i planen, hører ikke hjemme i aftalen.",
        "Følger af, at aftalen gælder de boligområder, som den nævner",
        "områder: {Kølvraa afd. 8: 9,3 %}, mens planen har Kølvrå afd. 8",
        "Ret navnet, eller skriv det som alias ved området.",
        areas_by_name, milder="advarsel i et udkast, og når et navn i en tekst har ét forkert bogstav",
    ),
    Rule(
        D6, "Samme tal i tekst og tabel",
        "Tal, der står to steder, kommer let til at sige to ting. Også 26,80 og 26,8 ser forskellige ud.",
        "Samarbejdsaftalen 2017-2021, afsnit 3 og 5.1",
        "”26,80 % i Egeparken” i teksten og 26,8 % i tabellen",
        "Ret det tal, der er forkert, og brug lige mange decimaler.",
        texts_and_tables_agree,
    ),
    Rule(
        D9, "Målingerne dækker de områder, der er i fokus",
        "Arbejder indsatsen i ét område og måler i et andet, viser målingen ikke, om den virker.",
        "Samarbejdsaftalen 2017-2021, afsnit 3 og 5.4",
        "Fokus på Vestervang, og målinger i Houlkærparken",
        "Tilføj en måling, eller skriv, hvorfor der måles et andet sted.",
        measures_cover_the_focus,
    ),
)  # fmt: skip

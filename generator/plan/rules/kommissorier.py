"""Kommissorier: those that are referred to, the groups that they are for, and what the plan says too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.findings import Code, Finding, GradedCode, Place, Severity
from generator.base.language import later, say
from generator.base.nearest import suggestion
from generator.plan import kinds
from generator.plan.kinds import DocumentKind
from generator.plan.model.base import samme
from generator.plan.model.bilagsliste import UDKAST, VEDLAGT, bilagslisten
from generator.plan.model.organisation import Gruppe, Organisation
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.strategisk import Bilag, EgetBilag
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import all_parts, texts

O4 = Code("O4", Severity.WARNING)
O7 = GradedCode("O7")
O8 = Code("O8")
O9 = GradedCode("O9")

GROUP = "gruppe"
"""The key of a document that is about a group, or about the board where it has none."""
REFERS = re.compile(r"\b(?:vedlag|vedlæg|henvis|som bilag|i bilag)", re.IGNORECASE)
ENCLOSED = re.compile(r"\b(?:vedlag|vedlæg|som bilag|i bilag)", re.IGNORECASE)
MEETS = re.compile(
    r"\bmødes\s+((?:(?:ca\.|mindst|højst)\s+)?[\w–-]+(?:\s+til\s+\w+)?\s+gange?\s+(?:årligt|om\s+året|om\s+måneden))",
    re.IGNORECASE,
)
SAME = {"om året": "årligt", "–": "-", " til ": "-"}
NUMBERS = {word: str(number) for number, word in enumerate(
    ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"), 1)}  # fmt: skip


HAS_A_STATUS = later("the board's kommissorium is said to be enclosed, and its annex is {status}")
NOT_LISTED = later("the board's kommissorium is said to be enclosed, and its annex is not listed")
A_GROUP_HAS_TWO = later("there are two {kinds} for {group}; the other is {file}")
THE_BOARD_HAS_TWO = later("there are two {kinds} for the board; the other is {file}")


def what_is_referred_to_is_enclosed(plan: Plan) -> Iterator[Finding]:
    """O4: a kommissorium that the board or a group refers to is there, or is among the annexes."""
    organisation, kind, there = plan.helhedsplan.organisation, _kind(), _by_group(plan)
    status, note, second = _annex(plan, kind)
    board = organisation.bestyrelse if organisation else None
    words = board.kommissorium if board and isinstance(board.kommissorium, str) else ""
    if ENCLOSED.search(words) and status != "vedlagt":
        message = say(HAS_A_STATUS if status else NOT_LISTED, status=status)
        place = plan.place("organisation", "bestyrelse", "kommissorium")
        hint = say("give the annex `{annex}` the status vedlagt when it is enclosed, or mend the text",
                   annex=kind.annex)  # fmt: skip
        yield Finding(O4, message, hint, place, second)
    for i, gruppe in enumerate(organisation.grupper if organisation else ()):
        refers = isinstance(gruppe.kommissorium, str) and REFERS.search(gruppe.kommissorium)
        noted = samme(gruppe.navn) in samme(note) and status == "vedlagt"
        if refers and not (samme(gruppe.navn) in there or noted or _has_an_annex(plan, gruppe, kind)):
            message = say("{group} refers to a kommissorium that is not among the annexes", group=gruppe.navn)
            hint = say(
                "make it with: aftale add {plan} {kind} {group}; where it is enclosed, "
                "write {group} in the note of the annex `{annex}`",
                plan=plan.navn, kind=kind.name, group=gruppe.navn, annex=kind.annex,
            )  # fmt: skip
            place = plan.place("organisation", "grupper", i, "kommissorium")
            yield Finding(O4, message, hint, place, second)


def its_group_is_one_of_the_plans(plan: Plan) -> Iterator[Finding]:
    """O7: the group that a kommissorium is for is one of the plan's; its file's name says which, too."""
    known = [gruppe.navn for gruppe in _groups(plan)]
    for aftale in _kommissorier(plan):
        if not aftale.særkende:
            if aftale.navn != aftale.kind.name:
                message = say("{file} is named for a group, and holds the board's {kind}",
                              file=f"{aftale.navn}.yaml", kind=aftale.kind.name)  # fmt: skip
                hint = say("give `{key}` the name of the group, or call the file {file}",
                           key=GROUP, file=f"{aftale.kind.name}.yaml")  # fmt: skip
                yield Finding(O7.milder_unless(plan.is_final(aftale)), message, hint, aftale.place())
        elif samme(aftale.særkende) not in map(samme, known):
            message = say("`{group}` is not one of the groups of `organisation`", group=aftale.særkende)
            hint = suggestion(aftale.særkende, known)
            places = aftale.place(GROUP), plan.place("organisation", "grupper")
            yield Finding(O7.milder_unless(plan.is_final(aftale)), message, hint, *places)


def no_group_has_two(plan: Plan) -> Iterator[Finding]:
    """O8: the board and each group have no more than one kommissorium."""
    first: dict[str, Aftale] = {}
    for aftale in _kommissorier(plan):
        other = first.setdefault(samme(aftale.særkende), aftale)
        if other is not aftale:
            message = say(A_GROUP_HAS_TWO if aftale.særkende else THE_BOARD_HAS_TWO, group=aftale.særkende,
                          kinds=aftale.kind.plural, file=other.place().file)  # fmt: skip
            hint = say("mend `{key}` in this file, or keep one of the two", key=GROUP)
            yield Finding(O8, message, hint, aftale.place(GROUP))


def it_meets_as_often_as_the_plan_says(plan: Plan) -> Iterator[Finding]:
    """O9: a text that says how often the board or the group meets says it as `organisation` does."""
    organisation = plan.helhedsplan.organisation
    for aftale in _kommissorier(plan):
        said, path = _rhythm(organisation, aftale.særkende)
        if not said:
            continue
        for text in texts(aftale, "mødes"):
            for match in MEETS.finditer(text.words):
                if _folded(match[1]) != _folded(said):
                    written = " ".join(match[1].split())
                    message = say("the text has meetings {written}, and `organisation` {said}",
                                  written=written, said=said)  # fmt: skip
                    hint = say("leave it out: the number of meetings is printed from helhedsplan.yaml")
                    code = O9.milder_unless(plan.is_final(aftale))
                    yield Finding(code, message, hint, text.place(match.start(1)), plan.place(*path))


def _kind() -> DocumentKind:
    return next(kind for kind in kinds.DOCUMENTS if kind.key == GROUP)


def _kommissorier(plan: Plan) -> list[Aftale]:
    return [aftale for aftale in plan.aftaler if aftale.kind.key == GROUP]


def _by_group(plan: Plan) -> set[str]:
    return {samme(aftale.særkende) for aftale in _kommissorier(plan)}


def _groups(plan: Plan) -> tuple[Gruppe, ...]:
    return plan.helhedsplan.organisation.grupper if plan.helhedsplan.organisation else ()


def _rhythm(organisation: Organisation | None, group: str) -> tuple[str, tuple[str | int, ...]]:
    """Rhythm of the meetings of the group of that name, or of the board without one, and its path."""
    if organisation is None:
        return "", ()
    if not group:
        board = organisation.bestyrelse
        return (board.møder or "") if board else "", ("organisation", "bestyrelse", "møder")
    found = [(i, one) for i, one in enumerate(organisation.grupper) if samme(one.navn) == samme(group)]
    return next(((one.møder or "", ("organisation", "grupper", i, "møder")) for i, one in found), ("", ()))


def _folded(rhythm: str) -> str:
    """The rhythm with figures for words of numbers, and one word for a year."""
    words = samme(rhythm)
    for one, other in SAME.items():
        words = words.replace(one, other)
    return re.sub(r"\w+", lambda word: NUMBERS.get(word[0], word[0]), words)


def _has_an_annex(plan: Plan, gruppe: Gruppe, kind: DocumentKind) -> bool:
    """Tell whether an annex of the plan's own is enclosed that is a kommissorium for the group."""
    own = (bilag for aftale in plan.aftaler for _, bilag in all_parts(aftale, EgetBilag))
    enclosed = (samme(bilag.navn) for bilag in own if bilag.status == "vedlagt")
    return any(kind.annex in words and samme(gruppe.navn) in words for words in enclosed)


def _annex(plan: Plan, kind: DocumentKind) -> tuple[str, str, Place | None]:
    """Status and note of the kind's annex, empty where it is not listed, and its place."""
    for aftale in plan.aftaler:
        if aftale.har("bilag"):
            places = [path for path, bilag in all_parts(aftale, Bilag) if bilag.bilag == kind.annex]
            place = aftale.place(*places[0]) if places else aftale.place("bilag")
            for linje in bilagslisten(plan, aftale):
                if linje.nøgle == kind.annex:
                    status = VEDLAGT if linje.status == UDKAST else linje.status
                    return status or "", linje.note or "", place
            return "", "", place
    return "", "", None


RULES = (
    Rule(
        O4, "Et kommissorium, der henvises til, er vedlagt",
        "Den, der læser aftalen, skal kunne finde det, som den henviser til. At sekretariatsbetjeningen er "
        "beskrevet, kontrollerer C1.",
        "Samarbejdsaftalens afsnit 2",
        "Projektkoordineringsgruppens kommissorium, ”som der henvises til”, og intet bilag",
        "Skriv `aftale add`, planens navn, `kommissorium` og gruppens navn. Findes det allerede på papir, så "
        "vedlæg det, og skriv gruppens navn i `note` ved bilaget `kommissorium` eller under `egne_bilag`.",
        what_is_referred_to_is_enclosed,
    ),
    Rule(
        O7, "Et kommissorium gælder for bestyrelsen eller for en af planens grupper",
        "Medlemmer og møder tages fra `organisation` i helhedsplan.yaml; en gruppe, der ikke står der, har "
        "ingen.",
        "Samarbejdsaftalens afsnit 2: kommissorier for bestyrelsen, projektkoordineringsgruppen og "
        "beboerpanelet",
        "gruppe: Beboerpanlet, mens gruppen hedder Beboerpanelet",
        "Ret navnet, eller sæt gruppen på under `organisation.grupper`.",
        its_group_is_one_of_the_plans, milder="advarsel i et udkast",
    ),
    Rule(
        O8, "Bestyrelsen og hver gruppe har højst ét kommissorium",
        "Står der noget forskelligt i de to, ved ingen, hvad der gælder.",
        "Følger af, at kommissoriet er bilag til aftalen",
        "kommissorium-panel.yaml og kommissorium-beboere.yaml, begge med gruppe: Beboerpanelet",
        "Ret `gruppe` i den ene fil, eller behold kun én af dem.",
        no_group_has_two,
    ),
    Rule(
        O9, "Kommissoriet har lige så mange møder som aftalen",
        "Aftalen og kommissoriet skal sige det samme om organiseringen.",
        "Samarbejdsaftalens afsnit 2",
        "”Bestyrelsen mødes seks gange om året” i kommissoriet, og møder: 2-4 gange årligt i "
        "helhedsplan.yaml",
        "Slet sætningen: Antallet kommer med fra helhedsplan.yaml. Eller ret `møder` der.",
        it_meets_as_often_as_the_plan_says, milder="advarsel i et udkast", acceptable=True,
    ),
)  # fmt: skip

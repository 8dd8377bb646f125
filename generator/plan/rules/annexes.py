"""Annexes that the form requires, and references to the regulativ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.findings import Code, Finding, GradedCode, Place
from generator.base.language import later, listed, say, say_count
from generator.plan.kinds import Count
from generator.plan.model.bilagsliste import (
    UDKAST,
    VEDLAGT,
    Bilagslinje,
    arter_til,
    bilagslisten,
    dokumenter_til,
    status_af_filer,
)
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.strategisk import Bilag, EgetBilag
from generator.plan.model.values import Dato
from generator.plan.rules import references
from generator.plan.rules.gathered import Path
from generator.plan.rules.periods_in_texts import A_DAY
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import all_parts, every_text, parts
from generator.plan.rules.wording import day

X1 = GradedCode("X1")
X2 = GradedCode("X2")
X4 = GradedCode("X4")

SAID = ("eftersendes", "mangler")
"""Words for an annex that is not there."""
AGREES = {VEDLAGT: (None, "vedlagt"), UDKAST: (None, "vedlagt", "eftersendes")}
"""Words that may be typed of an annex, by what its file says."""
A_DRAFT = later("the annex `{annex}` is typed as {status}, and {file} is there, a draft")
FINAL = later("the annex `{annex}` is typed as {status}, and {file} is there, final")

REGULATIV = re.compile(rf"\bregulativ(?:et)?s?\s+(?:af|fra)\s+(?:den\s+)?({A_DAY})", re.IGNORECASE)
OF_BEREDSKAB = re.compile(
    r"\b(?P<annex>beredskabsplan)\w*[^.]{0,60}?\bregulativ\w*\s+§\s*(?P<paragraph>\d+)", re.IGNORECASE
)
PARAGRAPH = re.compile(r"§\s*(\d+)")

MAKE_IT = later(
    "make its file with: aftale add {plan} {kind}; or, of one that is made elsewhere, "
    "write under `bilag` where it is: {{bilag: {annex}, status: vedlagt}}"
)
MAKE_THEM = later(
    "make its file with: aftale add {plan} {kind} (and so with {others}); or, of one that is made elsewhere, "
    "write under `bilag` where it is: {{bilag: {annex}, status: vedlagt}}"
)


def every_annex_is_enclosed(plan: Plan) -> Iterator[Finding]:
    """X1: the plan's files, or a line under `bilag`, say of every annex where it is."""
    for aftale in plan.aftaler:
        if not aftale.har("bilag"):
            continue
        final = plan.is_final(aftale)
        all_parts(aftale, Bilag)
        listen = bilagslisten(plan, aftale)
        missing = [linje.nøgle for linje in listen if linje.status is None and not _told_by_i1(linje)]
        said = [linje for linje in listen if linje.status in SAID and (final or linje.status == "mangler")]
        yield from _not_enclosed(aftale, [linje for linje in said if linje.note], X1.milder)
        yield from _not_enclosed(aftale, [linje for linje in said if not linje.note], X1.milder_unless(final))
        if missing:
            message = say_count(
                "{n} of {all} annexes is neither among the plan's files nor listed: {names}",
                "{n} of {all} annexes are neither among the plan's files nor listed: {names}",
                len(missing), all=len(plan.form.bilag), names=listed(missing),
            )  # fmt: skip
            yield Finding(X1.milder_unless(final), message, _made_by(plan, missing), aftale.place("bilag"))


def what_is_typed_is_what_is_there(plan: Plan) -> Iterator[Finding]:
    """X4: what was typed of an annex does not contradict the plan's file that is that annex."""
    for aftale in plan.aftaler:
        for path, bilag in parts(aftale, Bilag):
            there = status_af_filer(plan, bilag.bilag)
            if there is None or bilag.status in AGREES[there]:
                continue
            file = dokumenter_til(plan, bilag.bilag)[0].place().file
            message = say(A_DRAFT if there == UDKAST else FINAL,
                          annex=bilag.bilag, status=bilag.status, file=file)  # fmt: skip
            hint = say("leave out `status`: the list takes it from the file")
            code = X4.milder_unless(plan.is_final(aftale))
            yield Finding(code, message, hint, aftale.place(*path, "status"), Place(file))


def the_regulativ_is_the_rounds(plan: Plan) -> Iterator[Finding]:
    """X2: the date of the regulativ, and the paragraph on the beredskabsplan, are those of the round."""
    right = plan.form.regulativ
    for text in every_text(plan, "regulativ"):
        for match in REGULATIV.finditer(text.words):
            try:
                date = Dato.parse(re.sub(r"\s+", " ", match[1]))
            except ValueError:
                continue
            if right and date != right:
                message = say("the text names the regulativ of {said}, and the round's is of {right}",
                              said=day(date), right=day(right))  # fmt: skip
                hint = say("write {right}", right=day(right))
                yield Finding(X2, message, hint, text.place(match.start(1)))
        for match in OF_BEREDSKAB.finditer(text.words):
            annex, said = match["annex"].lower(), match["paragraph"]
            paragraph, place = _paragraph(plan, annex), text.place(match.start("paragraph"))
            if paragraph and said != paragraph:
                message = say("the text has the {annex} from § {said}, the form from § {right}",
                              annex=annex, said=said, right=paragraph)  # fmt: skip
                yield Finding(X2, message, say("write § {right}", right=paragraph), place)
            elif not paragraph:
                message = say("the text has the {annex} from § {said}, the form from none",
                              annex=annex, said=said)  # fmt: skip
                hint = say("see whether the paragraph has come along from an earlier round")
                yield Finding(X2.milder, message, hint, place)


def _not_enclosed(aftale: Aftale, linjer: list[Bilagslinje], code: Code) -> Iterator[Finding]:
    """Tell once of the annexes that are said not to be enclosed: where the first is said."""
    if linjer:
        message, hint = _one(linjer[0]) if len(linjer) == 1 else _several(linjer)
        yield Finding(code, message, hint, _said_at(aftale, linjer[0]))


def _one(linje: Bilagslinje) -> tuple[str, str]:
    """Message and hint of an annex that is not enclosed, whether its note says why or not."""
    annex, status, note = linje.nøgle or linje.navn, linje.status, linje.note
    if note:
        message = say("the annex `{annex}` is not enclosed ({status}): {note}",
                      annex=annex, status=status, note=note)  # fmt: skip
        return message, say("enclose it and write status: vedlagt")
    message = say("the annex `{annex}` is not enclosed ({status})", annex=annex, status=status)
    return message, say("enclose it and write status: vedlagt, or say in `note` why it is not there")


def _several(linjer: list[Bilagslinje]) -> tuple[str, str]:
    """Message and hint of annexes that are not enclosed, all with a note or all without."""
    n, annexes = len(linjer), listed(linje.nøgle or linje.navn for linje in linjer)
    if linjer[0].note:
        message = say("{n} annexes are not enclosed, as their notes say: {names}", n=n, names=annexes)
        return message, say("enclose each and write status: vedlagt")
    message = say("{n} annexes are not enclosed: {names}", n=n, names=annexes)
    return message, say("enclose each and write status: vedlagt, or say in `note` why each is not there")


def _told_by_i1(linje: Bilagslinje) -> bool:
    """Tell if the annex is documents of which each area of effort has one: I1 tells which are missing."""
    return any(kind.count is Count.EACH_AREA for kind in arter_til(linje.nøgle))


def _said_at(aftale: Aftale, linje: Bilagslinje) -> Place:
    """Place where the status of the annex was typed."""
    typed: list[tuple[Path, Bilag | EgetBilag]] = [*parts(aftale, Bilag), *parts(aftale, EgetBilag)]
    for path, bilag in typed:
        if (bilag.bilag if isinstance(bilag, Bilag) else bilag.navn) == (linje.nøgle or linje.navn):
            return aftale.place(*path, "status")
    return aftale.place("bilag")


def _made_by(plan: Plan, missing: list[str]) -> str:
    """Advice for annexes that are not there: the command that makes their files, or what else to write."""
    made = [kind.name for key in missing for kind in arter_til(key)[:1]]
    if not made:
        return say("write under `bilag` where it is: {{bilag: {annex}, status: vedlagt}}", annex=missing[0])
    return say(MAKE_THEM if made[1:] else MAKE_IT,
               plan=plan.navn, kind=made[0], others=listed(made[1:]), annex=missing[0])  # fmt: skip


def _paragraph(plan: Plan, annex: str) -> str:
    """Paragraph that the form gives for the annex; empty where it gives none."""
    for bilag in plan.form.bilag:
        if bilag.nøgle == annex and (match := PARAGRAPH.search(bilag.navn)):
            return match[1]
    return ""


RULES = (
    Rule(
        X1, "Alle krævede bilag er vedlagt",
        "Aftalen siger selv, at bilagene skal vedlægges. Er bilagets fil i planen, er det vedlagt. Et udkast "
        "kan love resten; en endelig aftale skal have dem alle.",
        "Samarbejdsaftalens afsnit om aftaledokumenter; listen står i rundens form.yaml",
        "status: endelig, og {bilag: kommissorium, status: eftersendes}",
        "Lav bilagets fil med `aftale add`. Laves bilaget et andet sted, så skriv `status: vedlagt`; kan det "
        "ikke skaffes, så skriv i `note`, hvorfor det mangler.",
        every_annex_is_enclosed,
        milder="advarsel i et udkast, og når en note siger, hvorfor bilaget ikke er der", acceptable=True,
        across=True,
    ),
    Rule(
        X2, "Henvisninger til regulativet passer til runden",
        "Hver runde har sit regulativ, og paragrafferne flytter sig. At beredskabsplanen er vedlagt, "
        "kontrollerer X1.",
        "Samarbejdsaftalens liste over bilag; lbf-orienterer 11/2017 og 1/2020; datoen står i rundens "
        "form.yaml",
        "”regulativet af 19. marts 2015” i en plan i runden 2019-26",
        "Skriv rundens egen dato eller paragraf.",
        the_regulativ_is_the_rounds,
        milder="advarsel, når formularen ikke giver nogen paragraf", acceptable=True,
    ),
    Rule(
        X4, "Bilagenes status passer til planens filer",
        "Bilagslisten tager sin status fra bilagets fil. Siger aftalen noget andet, er en af de to forkert.",
        "Planens egne filer",
        "{bilag: budget, status: mangler}, og budget.yaml i mappen",
        "Slet `status` ved bilaget, eller slet filen, hvis bilaget laves et andet sted.",
        what_is_typed_is_what_is_there, milder="advarsel i et udkast", acceptable=True, across=True,
    ),
    Rule(
        references.X3, "Et bilag, der nævnes, er et af formularens, og kun én gang",
        "Bilag, som formularen ikke kender, kommer ikke med i aftalen.",
        "Listen over bilag i rundens form.yaml",
        "bilag: beredskapsplan",
        "Ret nøglen, eller slet linjen.",
        references.annexes,
    ),
    Rule(
        references.X5, "En handling er for en af de hændelser, som planen er til",
        "Et handlingskort for en hændelse, der ikke står i planen, bliver ikke fundet, når den sker.",
        "Programmets egen regel",
        "hændelse: Stenkats, hvor planen har Stenkast",
        "Ret navnet, eller skriv hændelsen under `hændelser`.",
        references.events, milder="advarsel i et udkast",
    ),
)  # fmt: skip

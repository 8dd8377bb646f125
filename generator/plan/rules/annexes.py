"""Annexes that the form requires, and references to the regulativ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.findings import Finding, GradedCode
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.strategisk import Bilag, EgetBilag
from generator.plan.model.values import Dato
from generator.plan.rules import references
from generator.plan.rules.periods import A_DAY
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import Path, all_parts, every_text, parts
from generator.plan.rules.wording import day, names

X1 = GradedCode("X1")
X2 = GradedCode("X2")

REGULATIV = re.compile(rf"\bregulativ(?:et)?s?\s+(?:af|fra)\s+(?:den\s+)?({A_DAY})", re.IGNORECASE)
OF_BEREDSKAB = re.compile(
    r"\b(?P<annex>beredskabsplan)\w*[^.]{0,60}?\bregulativ\w*\s+§\s*(?P<paragraph>\d+)", re.IGNORECASE
)
PARAGRAPH = re.compile(r"§\s*(\d+)")


def every_annex_is_enclosed(plan: Plan) -> Iterator[Finding]:
    """X1: the annexes are all listed; in a final agreement each is enclosed, or a note says why not."""
    for aftale in plan.aftaler:
        if not aftale.har("bilag"):
            continue
        final = plan.is_final(aftale)
        yield from _not_enclosed(aftale, final)
        listed = {bilag.bilag for _, bilag in all_parts(aftale, Bilag)}
        if unlisted := [bilag.nøgle for bilag in plan.form.bilag if bilag.nøgle not in listed]:
            message = f"{len(unlisted)} of {len(plan.form.bilag)} annexes are not listed: {names(unlisted)}"
            status = "vedlagt" if final else "eftersendes"
            hint = f"write under `bilag`: {{bilag: {unlisted[0]}, status: {status}}}"
            yield Finding(X1.milder_unless(final), message, hint, aftale.place("bilag"))


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
                message = f"the text names the regulativ of {day(date)}, and the round's is of {day(right)}"
                yield Finding(X2, message, f"write {day(right)}", text.place(match.start(1)))
        for match in OF_BEREDSKAB.finditer(text.words):
            annex, said = match["annex"].lower(), match["paragraph"]
            paragraph, place = _paragraph(plan, annex), text.place(match.start("paragraph"))
            if paragraph and said != paragraph:
                message = f"the text has the {annex} from § {said}, the form from § {paragraph}"
                yield Finding(X2, message, f"write § {paragraph}", place)
            elif not paragraph:
                message = f"the text has the {annex} from § {said}, the form from none"
                hint = "see whether the paragraph has come along from an earlier round"
                yield Finding(X2.milder, message, hint, place)


def _not_enclosed(aftale: Aftale, final: bool) -> Iterator[Finding]:
    listed: list[tuple[Path, Bilag | EgetBilag]] = [*parts(aftale, Bilag), *parts(aftale, EgetBilag)]
    for path, bilag in listed:
        if bilag.status == "vedlagt" or (bilag.status == "eftersendes" and not final):
            continue
        name = bilag.bilag if isinstance(bilag, Bilag) else bilag.navn
        message = f"the annex `{name}` is not enclosed ({bilag.status})"
        place = aftale.place(*path, "status")
        if bilag.note:
            hint = "enclose it, and write status: vedlagt"
            yield Finding(X1.milder, f"{message}: {bilag.note}", hint, place)
        else:
            hint = "enclose it and write status: vedlagt, or say in `note` why it is not there"
            yield Finding(X1.milder_unless(final), message, hint, place)


def _paragraph(plan: Plan, annex: str) -> str:
    """Paragraph that the form gives for the annex; empty where it gives none."""
    for bilag in plan.form.bilag:
        if bilag.nøgle == annex and (match := PARAGRAPH.search(bilag.navn)):
            return match[1]
    return ""


RULES = (
    Rule(
        X1, "Alle krævede bilag er vedlagt",
        "Aftalen siger selv, at bilagene skal vedlægges. Et udkast kan love dem; en endelig aftale skal have "
        "dem.",
        "Samarbejdsaftalens afsnit om aftaledokumenter; listen står i rundens form.yaml",
        "status: endelig, og {bilag: kommissorium, status: eftersendes}",
        "Vedlæg bilaget, og skriv `status: vedlagt`. Kan det ikke skaffes, så skriv i `note`, hvorfor det "
        "mangler.",
        every_annex_is_enclosed,
        milder="advarsel i et udkast, og når en note siger, hvorfor bilaget ikke er der", acceptable=True,
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
        references.X3, "Et bilag, der nævnes, er et af formularens, og kun én gang",
        "Bilag, som formularen ikke kender, kommer ikke med i aftalen.",
        "Listen over bilag i rundens form.yaml",
        "bilag: beredskapsplan",
        "Ret nøglen, eller slet linjen.",
        references.annexes,
    ),
    Rule(
        references.X4, "En handling er for en af de hændelser, som planen er til",
        "Et handlingskort for en hændelse, der ikke står i planen, bliver ikke fundet, når den sker.",
        "Programmets egen regel",
        "hændelse: Stenkats, hvor planen har Stenkast",
        "Ret navnet, eller skriv hændelsen under `hændelser`.",
        references.events, milder="advarsel i et udkast",
    ),
)  # fmt: skip

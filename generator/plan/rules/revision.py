"""Versions: what must happen when an agreement that was final is changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.base.findings import Code, Finding, GradedCode, Severity
from generator.base.language import say
from generator.plan.kinds import Body
from generator.plan.model.base import samme
from generator.plan.model.budget import LANDSBYGGEFONDEN, NAMES_OF_THE_FUND
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.versioner import Version
from generator.plan.rules.rule import Rule
from generator.plan.rules.wording import day

R1 = GradedCode("R1")
R2 = Code("R2", Severity.INFO)
R4 = Code("R4")
R5 = Code("R5", Severity.WARNING)


def a_changed_strategic_agreement_is_a_new_version(plan: Plan) -> Iterator[Finding]:
    """R1: a final strategic agreement changes only with a new version, approved by Landsbyggefonden."""
    for aftale in _final(plan, Body.FUND):
        place = aftale.place("versioner", len(aftale.versioner) - 1)
        if since := plan.ændret.get(aftale.navn):
            message = f"the agreement has changed since version {aftale.version} became final ({since})"
            hint = (
                f"write a new version under `versioner`, approved by {LANDSBYGGEFONDEN}; "
                f"`aftale diff {since.split()[0]}` shows what has changed"
            )
            yield Finding(R1, message, hint, place)
        elif (version := _unapproved(aftale, Body.FUND)) is not None:
            message = f"version {version.nummer} is not approved by {LANDSBYGGEFONDEN} yet"
            decided = f"{{instans: {LANDSBYGGEFONDEN}, dato: …, sagsnummer: …}}"
            hint = f"when it is, write under `besluttet`: {decided}"
            yield Finding(R1.milder, message, hint, place)


def a_changed_delaftale_is_decided_by_the_board(plan: Plan) -> Iterator[Finding]:
    """R2: a final delaftale changes by the board's decision; it is not sent to Landsbyggefonden."""
    for aftale in _final(plan, Body.BOARD):
        place = aftale.place("versioner", len(aftale.versioner) - 1)
        if since := plan.ændret.get(aftale.navn):
            then = f"version {aftale.version} became final ({since})"
            message = f"the {aftale.kind.name} has changed since {then}"
            hint = (
                "write a new version under `versioner`, decided by the board; it is not sent to "
                f"{LANDSBYGGEFONDEN}, which may ask for it at any time"
            )
            yield Finding(R2, message, hint, place)
        elif (version := _unapproved(aftale, Body.BOARD)) is not None:
            message = f"nothing says when the board decided version {version.nummer}"
            hint = "write under `besluttet`: {instans: Bestyrelsen, dato: …}"
            yield Finding(R2, message, hint, place)


def versions_follow_each_other(plan: Plan) -> Iterator[Finding]:
    """R4: every version has a number of its own, and none is older than the one before it."""
    for aftale in plan.aftaler:
        numbers: dict[str, int] = {}
        for position, version in enumerate(aftale.versioner):
            place = aftale.place("versioner", position, "nummer")
            if (first := numbers.setdefault(version.nummer, position)) != position:
                message = say("there are two versions {version}", version=version.nummer)
                hint = say("give each version a number of its own, the newest last")
                yield Finding(R4, message, hint, place, aftale.place("versioner", first, "nummer"))
        for position, (before, after) in enumerate(pairwise(aftale.versioner), start=1):
            if before.dato and after.dato and after.dato.sidste() < before.dato.første():
                message = say(
                    "version {version} is of {older}, and the one before of {newer}",
                    version=after.nummer,
                    older=day(after.dato),
                    newer=day(before.dato),
                )
                hint = say("the oldest version stands first, the newest last")
                yield Finding(R4, message, hint, aftale.place("versioner", position, "dato"))


def it_can_be_seen_whether_an_agreement_has_changed(plan: Plan) -> Iterator[Finding]:
    """R5: R1 and R2 have what they go by, for every final agreement that has a version."""
    for aftale in plan.aftaler:
        if uvist := plan.uvist.get(aftale.navn):
            place = aftale.place("versioner", len(aftale.versioner) - 1)
            message = (
                f"nobody can tell whether the agreement has changed since version {aftale.version}: "
                f"{uvist.hvorfor}"
            )
            yield Finding(R5, message, uvist.hjælp, place)


def _final(plan: Plan, by: Body) -> Iterator[Aftale]:
    """Yield the final agreements that have a version and are approved by that body."""
    for aftale in plan.aftaler:
        if aftale.version and aftale.kind.approved_by is by and plan.is_final(aftale):
            yield aftale


def _unapproved(aftale: Aftale, body: Body) -> Version | None:
    """Newest version, if the body has not decided it on a known date; None where it is the only one."""
    version = aftale.nyeste_version
    if version is None or len(aftale.versioner) < 2:
        return None
    names = NAMES_OF_THE_FUND if body is Body.FUND else {samme(body.value)}
    decided = any(b.dato and any(name in samme(b.instans) for name in names) for b in version.besluttet)
    return None if decided else version


RULES = (
    Rule(
        R1, "En ændret strategisk samarbejdsaftale er en ny version",
        "En ændring gælder først, når Landsbyggefonden har godkendt den. Uden en ny version kan ingen se, "
        "om aftalen er den, der blev underskrevet.",
        "Den strategiske samarbejdsaftale, afsnit 11",
        "Budgettet er rettet i en endelig aftale, og versioner slutter stadig med nummer 1",
        "Skriv en ny version under versioner, med Landsbyggefondens godkendelse under besluttet. Er det kun "
        "en stavefejl, så accepter R1 med den begrundelse.",
        a_changed_strategic_agreement_is_a_new_version,
        milder="advarsel, når versionen er der, og kun godkendelsen mangler",
        acceptable=True,
    ),
    Rule(
        R2, "En ændret delaftale er besluttet af bestyrelsen",
        "Delaftaler ændres lokalt og sendes ikke til Landsbyggefonden, men fonden kan altid bede om dem. Så "
        "skal det kunne ses, hvilken der gælder.",
        "Delaftalen, afsnittet Revision af delaftalen",
        "En aktivitet er kommet til i en endelig delaftale, og versioner slutter stadig med nummer 1",
        "Skriv en ny version under versioner, med bestyrelsens beslutning under besluttet.",
        a_changed_delaftale_is_decided_by_the_board,
    ),
    Rule(
        R4, "Versioner følger efter hinanden",
        "Den sidste version er den, der gælder, og den, der står i sidefoden.",
        "Programmets egen regel",
        "To versioner med nummer 2, eller en version 3, der er ældre end version 2",
        "Giv hver version sit nummer, den ældste først.",
        versions_follow_each_other,
    ),
    Rule(
        R5, "Det kan ses, om en endelig aftale er ændret",
        "R1 og R2 sammenligner med den udgave, der lå i git, da versionen blev endelig. Uden den siger de "
        "ingenting, og tavshed kan ligne et ja.",
        "Programmets egen regel",
        "En endelig aftale med en version i en mappe uden git, eller i en klon med --depth 1",
        "Hent hele historien med git fetch --unshallow. På GitHub står der fetch-depth: 0 under checkout. "
        "Bruger I ikke git, så accepter R5 med den begrundelse.",
        it_can_be_seen_whether_an_agreement_has_changed,
    ),
)  # fmt: skip

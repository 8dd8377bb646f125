"""Versions: what must happen when an agreement that was final is changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.base.findings import Finding, Severity
from generator.plan.model.helhedsplan import LANDSBYGGEFONDEN
from generator.plan.model.plan import STRATEGISK, Aftale, Plan
from generator.plan.model.versioner import Version
from generator.plan.rules.findings_of_rules import day, error, info, is_final, warning
from generator.plan.rules.rule import Rule

BOARD = "bestyrelse"


def a_changed_strategic_agreement_is_a_new_version(plan: Plan) -> Iterator[Finding]:
    """R1: a final strategic agreement changes only with a new version, approved by Landsbyggefonden."""
    for aftale in _final(plan, strategic=True):
        place = aftale.place("versioner", len(aftale.indhold.versioner) - 1)
        if since := plan.ændret.get(aftale.navn):
            message = f"the agreement has changed since version {aftale.version} became final ({since})"
            hint = (f"write a new version under `versioner`, approved by {LANDSBYGGEFONDEN}; "
                    f"`aftale diff {since.split()[0]}` shows what has changed")
            yield error("R1", message, hint, place)
        elif (version := _unapproved(aftale, LANDSBYGGEFONDEN)) is not None:
            message = f"version {version.nummer} is not approved by {LANDSBYGGEFONDEN} yet"
            decided = f"{{instans: {LANDSBYGGEFONDEN}, dato: …, sagsnummer: …}}"
            hint = f"when it is, write under `besluttet`: {decided}"
            yield warning("R1", message, hint, place)


def a_changed_delaftale_is_decided_by_the_board(plan: Plan) -> Iterator[Finding]:
    """R2: a final delaftale changes by the board's decision; it is not sent to Landsbyggefonden."""
    for aftale in _final(plan, strategic=False):
        place = aftale.place("versioner", len(aftale.indhold.versioner) - 1)
        if since := plan.ændret.get(aftale.navn):
            message = f"the delaftale has changed since version {aftale.version} became final ({since})"
            hint = ("write a new version under `versioner`, decided by the board; it is not sent to "
                    f"{LANDSBYGGEFONDEN}, which may ask for it at any time")
            yield info("R2", message, hint, place)
        elif (version := _unapproved(aftale, BOARD)) is not None:
            message = f"nothing says when the board decided version {version.nummer}"
            hint = "write under `besluttet`: {instans: Bestyrelsen, dato: …}"
            yield info("R2", message, hint, place)


def versions_follow_each_other(plan: Plan) -> Iterator[Finding]:
    """R4: every version has a number of its own, and none is older than the one before it."""
    for aftale in plan.aftaler:
        numbers: dict[str, int] = {}
        for position, version in enumerate(aftale.indhold.versioner):
            place = aftale.place("versioner", position, "nummer")
            if (first := numbers.setdefault(version.nummer, position)) != position:
                hint = "give each version a number of its own, the newest last"
                other = aftale.place("versioner", first, "nummer")
                yield error("R4", f"there are two versions {version.nummer}", hint, place, other)
        for position, (before, after) in enumerate(pairwise(aftale.indhold.versioner), start=1):
            if before.dato and after.dato and after.dato.sidste() < before.dato.første():
                older, newer = day(after.dato), day(before.dato)
                message = f"version {after.nummer} is of {older}, and the one before of {newer}"
                place = aftale.place("versioner", position, "dato")
                yield error("R4", message, "the oldest version stands first, the newest last", place)


def it_can_be_seen_whether_an_agreement_has_changed(plan: Plan) -> Iterator[Finding]:
    """R5: R1 and R2 have what they go by, for every final agreement that has a version."""
    for aftale in plan.aftaler:
        if uvist := plan.uvist.get(aftale.navn):
            place = aftale.place("versioner", len(aftale.indhold.versioner) - 1)
            message = (f"nobody can tell whether the agreement has changed since version {aftale.version}: "
                       f"{uvist.hvorfor}")
            yield warning("R5", message, uvist.hjælp, place)


def _final(plan: Plan, *, strategic: bool) -> Iterator[Aftale]:
    """The final agreements of that kind that have a version."""
    for aftale in plan.aftaler:
        if aftale.version and (aftale.art == STRATEGISK) == strategic and is_final(plan, aftale):
            yield aftale


def _unapproved(aftale: Aftale, body: str) -> Version | None:
    """The last version, unless it is the first or has been decided by that body on a known date."""
    version = aftale.nyeste_version
    if version is None or len(aftale.indhold.versioner) < 2:
        return None
    decided = any(body.casefold() in b.instans.casefold() and b.dato for b in version.besluttet)
    return None if decided else version


RULES = (
    Rule(
        "R1", Severity.ERROR, "En ændret strategisk samarbejdsaftale er en ny version",
        "En ændring gælder først, når Landsbyggefonden har godkendt den. Uden en ny version kan ingen se, "
        "om det er den underskrevne aftale, man står med.",
        "Den strategiske samarbejdsaftale, afsnittene Aftaledokumenter og 11",
        "Budgettet er rettet i en endelig aftale, og versioner slutter stadig med nummer 1",
        "Skriv en ny version under versioner, med Landsbyggefondens godkendelse under besluttet. Er det kun "
        "en stavefejl, så accepter R1 med den begrundelse.",
        a_changed_strategic_agreement_is_a_new_version,
        milder="Når versionen er der, og kun godkendelsen mangler, er det en advarsel.",
        acceptable=True,
    ),
    Rule(
        "R2", Severity.INFO, "En ændret delaftale er besluttet af bestyrelsen",
        "Delaftaler ændres lokalt og sendes ikke til Landsbyggefonden, men fonden kan altid bede om dem. Så "
        "skal det kunne ses, hvilken der gælder.",
        "Delaftalen, afsnittet Revision af delaftalen",
        "En aktivitet er kommet til i en endelig delaftale, og versioner slutter stadig med nummer 1",
        "Skriv en ny version under versioner, med bestyrelsens beslutning under besluttet.",
        a_changed_delaftale_is_decided_by_the_board,
    ),
    Rule(
        "R4", Severity.ERROR, "Versioner følger efter hinanden",
        "Den sidste version er den, der gælder, og den, der står i sidefoden.",
        "Programmets egen regel",
        "To versioner med nummer 2, eller en version 3, der er ældre end version 2",
        "Giv hver version sit nummer, den ældste først.",
        versions_follow_each_other, sure=True,
    ),
    Rule(
        "R5", Severity.WARNING, "Det kan ses, om en endelig aftale er ændret",
        "R1 og R2 sammenligner med den udgave, der lå i git, da versionen blev endelig. Uden den siger de "
        "ingenting, og tavshed kan ligne et ja.",
        "Programmets egen regel",
        "En endelig aftale med en version i en mappe uden git, eller i en klon med --depth 1",
        "Hent hele historien med git fetch --unshallow. På GitHub står der fetch-depth: 0 under checkout. "
        "Bruger I ikke git, så accepter R5 med den begrundelse.",
        it_can_be_seen_whether_an_agreement_has_changed,
    ),
)  # fmt: skip

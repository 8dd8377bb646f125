"""Versions: what must happen when an agreement that was final is changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from generator.base.findings import Code, Finding, GradedCode, Severity
from generator.base.language import say
from generator.plan.kinds import Body
from generator.plan.model.budget import LANDSBYGGEFONDEN
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.udgave import Fault, Stand, Udgave, Uorden
from generator.plan.model.versioner import Version
from generator.plan.rules.rule import Rule
from generator.plan.rules.wording import day

R1 = GradedCode("R1")
R2 = Code("R2", Severity.INFO)
R4 = Code("R4")
R5 = Code("R5", Severity.WARNING)
R6 = Code("R6")
R7 = Code("R7", Severity.INFO)


def a_changed_agreement_is_a_new_version(plan: Plan) -> Iterator[Finding]:
    """R1: what was issued, and a strategic agreement that was final, changes with a new version only."""
    for aftale, udgave in _final(plan):
        place = aftale.place("versioner", len(aftale.versioner) - 1)
        if udgave.stand is Stand.CHANGED and udgave.udstedt:
            message = say("the document prints another text than was issued as version {version}",
                          version=udgave.version)  # fmt: skip
            yield Finding(R1, message, _new_version(aftale), place)
        elif udgave.stand is Stand.CHANGED and aftale.kind.approved_by is Body.FUND:
            message = say("the agreement has changed since version {version} became final ({since})",
                          version=udgave.version, since=udgave.siden)  # fmt: skip
            hint = say("write a new version under `versioner`, approved by {fund}; `aftale diff {commit}` "
                       "shows what has changed",
                       fund=LANDSBYGGEFONDEN, commit=udgave.siden.split()[0])  # fmt: skip
            yield Finding(R1, message, hint, place)
        elif (version := _unapproved(aftale, Body.FUND)) is not None:
            message = say("version {version} is not approved by {fund} yet",
                          version=version.nummer, fund=LANDSBYGGEFONDEN)  # fmt: skip
            decided = f"{{instans: {LANDSBYGGEFONDEN}, dato: …, sagsnummer: …}}"
            hint = say("when it is, write under `besluttet`: {decided}", decided=decided)
            yield Finding(R1.milder, message, hint, place)


def a_changed_delaftale_is_decided_by_the_board(plan: Plan) -> Iterator[Finding]:
    """R2: a final delaftale changes by the board's decision; it is not sent to Landsbyggefonden."""
    for aftale, udgave in _final(plan):
        place = aftale.place("versioner", len(aftale.versioner) - 1)
        if aftale.kind.approved_by is not Body.BOARD or (udgave.udstedt and udgave.stand is Stand.CHANGED):
            continue
        if udgave.stand is Stand.CHANGED:
            message = say("the {kind} has changed since version {version} became final ({since})",
                          kind=aftale.kind.name, version=udgave.version, since=udgave.siden)  # fmt: skip
            yield Finding(R2, message, _new_version(aftale), place)
        elif (version := _unapproved(aftale, Body.BOARD)) is not None:
            message = say("nothing says when the board decided version {version}", version=version.nummer)
            hint = say("write under `besluttet`: {decided}", decided="{instans: Bestyrelsen, dato: …}")
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
    for aftale, udgave in _final(plan):
        if udgave.hvorfor:
            place = aftale.place("versioner", len(aftale.versioner) - 1)
            message = say("nobody can tell whether the agreement has changed since version {version}: {why}",
                          version=udgave.version, why=udgave.hvorfor)  # fmt: skip
            yield Finding(R5, message, udgave.hjælp, place)


def what_was_issued_is_as_it_was(plan: Plan) -> Iterator[Finding]:
    """R6: the records of issued versions are all there, and hold what they held."""
    aftaler = {aftale.navn: aftale for aftale in plan.aftaler}
    for document, faults in plan.uorden.items():
        aftale = aftaler.get(document)
        numbers = [version.nummer for version in aftale.versioner] if aftale else []
        for fault in faults:
            if aftale is None:
                place = plan.place()
            elif fault.version in numbers:
                place = aftale.place("versioner", numbers.index(fault.version))
            else:
                place = aftale.place("versioner")
            yield Finding(R6, *_told(fault), place)


def an_issued_version_stands_though_the_form_has_changed(plan: Plan) -> Iterator[Finding]:
    """R7: an issued file is what is laid in output/, also where today's form would print another text."""
    for aftale, udgave in _final(plan):
        if udgave.stand is Stand.OTHER_FORM and udgave.udstedt:
            message = say("the form prints another text today than was issued as version {version}",
                          version=udgave.version)  # fmt: skip
            hint = say("the issued file is what is laid in output/; the next version has today's words")
            yield Finding(R7, message, hint, aftale.place("versioner", len(aftale.versioner) - 1))


def _told(fault: Uorden) -> tuple[str, str]:
    """Say what is wrong with a record, and what helps."""
    match fault.hvad:
        case Fault.MISSING:
            return (say("version {version} was issued, and {file} is not there",
                        version=fault.version, file=fault.fil),
                    say("fetch it back from git or from a backup: it is what was signed"))  # fmt: skip
        case Fault.ALTERED:
            return (say("{file} is not what was issued as version {version}",
                        version=fault.version, file=fault.fil),
                    say("fetch it back from git or from a backup: it is what was signed"))  # fmt: skip
        case Fault.NO_VERSION:
            return (say("version {version} was issued, and is not under `versioner`", version=fault.version),
                    say("write it under `versioner` again: what was signed stays known"))  # fmt: skip
        case Fault.OTHER_TEXT:
            return (say("version {version} has another `aftryk` than its record {file}",
                        version=fault.version, file=fault.fil),
                    say("fetch the line back from git; `aftale sign` alone writes it"))  # fmt: skip
        case unknown:
            assert_never(unknown)


def _new_version(aftale: Aftale) -> str:
    """Advice to write a new version, with who decides it."""
    match aftale.kind.approved_by:
        case Body.FUND:
            return say("write a new version under `versioner`, approved by {fund}, and issue it with "
                       "`aftale sign`", fund=LANDSBYGGEFONDEN)  # fmt: skip
        case Body.BOARD:
            return say("write a new version under `versioner`, decided by the board; it is not sent to "
                       "{fund}, which may ask for it at any time", fund=LANDSBYGGEFONDEN)  # fmt: skip
        case None:
            return say("write a new version under `versioner`, and issue it with `aftale sign`")
        case unknown:
            assert_never(unknown)


def _final(plan: Plan) -> Iterator[tuple[Aftale, Udgave]]:
    """Yield the final agreements that have a version, with how they stand to it."""
    for aftale in plan.aftaler:
        if aftale.version and plan.is_final(aftale):
            yield aftale, plan.udgaver.get(aftale.navn, Udgave(aftale.version, Stand.NOT_YET))


def _unapproved(aftale: Aftale, body: Body) -> Version | None:
    """Newest version, if the body has not decided it on a known date; None where it is the only one."""
    version = aftale.nyeste_version
    if version is None or len(aftale.versioner) < 2 or aftale.kind.approved_by is not body:
        return None
    return None if version.er_besluttet_af(body) else version


RULES = (
    Rule(
        R1, "En ændret endelig aftale er en ny version",
        "Det, der er udstedt med aftale sign, er det, parterne har underskrevet; en anden tekst er en anden "
        "aftale. En ændring af den strategiske samarbejdsaftale gælder først, når Landsbyggefonden har "
        "godkendt den.",
        "Den strategiske samarbejdsaftale, afsnit 11",
        "Budgettet er rettet i en endelig aftale, og versioner slutter stadig med nummer 1",
        "Skriv en ny version under versioner, med beslutningen under besluttet. Er det kun en stavefejl, så "
        "accepter R1 med den begrundelse; er versionen udstedt, bliver den udstedte fil ved at gælde.",
        a_changed_agreement_is_a_new_version,
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
        "Er versionen ikke udstedt med aftale sign, sammenligner R1 og R2 med den udgave, der lå i git, da "
        "versionen blev endelig. Uden den siger de ingenting, og tavshed kan ligne et ja.",
        "Programmets egen regel",
        "En endelig aftale med en version i en mappe uden git, eller i en klon med --depth 1",
        "Udsted versionen med aftale sign. Eller hent hele historien med git fetch --unshallow; på GitHub "
        "står der fetch-depth: 0 under checkout.",
        it_can_be_seen_whether_an_agreement_has_changed,
    ),
    Rule(
        R6, "Det, der er udstedt, er, som det var",
        "Mappen underskrevet er det eneste sted, hvor det står, hvad parterne har underskrevet. Er en fil "
        "der ændret eller væk, kan ingen vise det længere.",
        "Programmets egen regel",
        "En pdf i underskrevet er gemt igen fra et andet program, eller version 1 er slettet under versioner",
        "Hent filen tilbage fra git eller fra en sikkerhedskopi. Skriv den udstedte version under versioner "
        "igen.",
        what_was_issued_is_as_it_was,
    ),
    Rule(
        R7, "En udstedt version gælder, også når formularen er ændret",
        "Nye ord i formularen eller et nyt program ændrer ikke det, der er underskrevet. Derfor er det den "
        "udstedte fil, der lægges i output.",
        "Programmets egen regel",
        "Formularen har fået en ny overskrift, efter at version 1 er udstedt",
        "Der er intet at gøre. Den næste version får formularens nye ord.",
        an_issued_version_stands_though_the_form_has_changed,
    ),
)  # fmt: skip

"""Persons: agreements are published, so they name roles, and nobody can be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.danish import DISKRETIONERET, antal
from generator.base.findings import Code, Finding, Severity
from generator.base.language import later, say
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.values import Antal
from generator.plan.rules.figure_tables import tables
from generator.plan.rules.gathered import words_begin
from generator.plan.rules.organisation import members
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import every_text
from generator.plan.rules.wording import plain

G1 = Code("G1", Severity.WARNING)

PERSONS = re.compile(
    r"\b(?:beboer|borger|børn|barn|unge|person|voksn|ældre|famili|sigtelse|sigtede|dømt|elev|frivillig|mænd|kvinde"
    r"|enlig|modtager|ledig)|årige\b",
    re.IGNORECASE,
)
TELEPHONE = later("a telephone number stands in the text")
PRIVATE = (
    (
        ("-",),
        re.compile(r"[0-3](?<![\d.-].)(?:(?<=0)[1-9]|(?<=[12])\d|(?<=3)[01])(?:0[1-9]|1[0-2])\d\d-\d{4}(?![\d-])"),
        later("a CPR number stands in the text"),
    ),
    (
        ("tlf", "telefon", "mobil"),
        re.compile(rf"(?:{words_begin('tlf', 'telefon', 'mobil')})\w*\.?:?\s*(?:\+45\s*)?\d(?:\s?\d){{7}}\b"),
        TELEPHONE,
    ),
    (
        ("@",),
        re.compile(r"(?<![/:\w@.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++"),
        later("an e-mail address stands in the text"),
    ),
)


def nobody_is_named_or_recognised(plan: Plan) -> Iterator[Finding]:
    """G1: roles stand for persons, private data is nowhere, and no figure counts a handful of people."""
    for path, member in members(plan):
        if member.navn:
            message = say("{member} stands with a name: {name}", member=member.vist, name=member.navn)
            hint = say("leave the name out: the role is enough, and it lasts longer")
            yield Finding(G1, message, hint, plan.place(*path, "navn"))
    for words, pattern, told in PRIVATE:
        for text in every_text(plan, *words):
            if told is TELEPHONE and isinstance(text.source, Aftale) and text.source.kind.roles_only:
                continue  # G2 tells of it
            for match in pattern.finditer(text.lower):
                hint = say("leave it out: the agreement is published")
                yield Finding(G1, say(told), hint, text.place(match.start()))
    yield from _few_persons(plan)


def _few_persons(plan: Plan) -> Iterator[Finding]:
    limit = plan.form.små_tal
    for table in tables(plan) if limit else ():
        for name, figure in table.figures.items() if PERSONS.search(table.words) else ():
            value = figure.værdi.værdi
            if limit and isinstance(value, Antal) and 0 < value.tal < limit.under:
                message = say("{name} has {number}: under {limit} persons can be recognised",
                              name=name, number=plain(antal(value)), limit=limit.under)  # fmt: skip
                hint = say("write {name}: {word}", name=name, word=DISKRETIONERET)
                yield Finding(G1, message, hint, table.aftale.place(*table.place_path, name))


RULES = (
    Rule(
        G1, "Ingen kan genkendes uden grund",
        "Aftalen offentliggøres. Roller holder længere end navne, og små tal kan pege på enkelte beboere. "
        "Navne hører til ved underskrifterne og blandt en delaftales parter.",
        "Viborgs aftaler nævner kun roller; grænsen for små tal står i rundens form.yaml og er antaget",
        "Et medlem med navn, et telefonnummer i en tekst, eller 3 unge i ét område",
        "Skriv rollen. Skriv `diskretioneret`, når tallet er for lille.",
        nobody_is_named_or_recognised,
    ),
)  # fmt: skip

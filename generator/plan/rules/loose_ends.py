"""Loose ends: numbers of residents, placeholders left behind, names that change within a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.danish import antal
from generator.base.findings import Code, Finding, Place, Severity
from generator.base.language import later, say
from generator.plan.model.base import samme
from generator.plan.model.boligomraade import Boligområde
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.parter import Part
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.reserved import added_up
from generator.plan.model.values import Antal
from generator.plan.rules.gathered import Path, Text, whole_names
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import every_text, sources, texts
from generator.plan.rules.wording import names, plain

L1 = Code("L1", Severity.WARNING)
L2 = Code("L2", Severity.WARNING)
L3 = Code("L3", Severity.WARNING)
L4 = Code("L4", Severity.WARNING)

LEFT = re.compile(
    r"\bx{4,}\b|\[(?:…|\.{2,}|[^\[\]\n]*udfyldes)\]|\bHER indsættes\b|\bindsættes her\b"
    r"|\bTODO\b|\bTBD\b"
    r"|\bdata kommer\b|\blorem ipsum\b|\?\?+|\.{4,}|_{3,}|\A\s*[?…]\s*\Z|\A\s*\.\.\.\s*\Z"
    r"|\b(?:for)?navn efternavn\b|\bnavn navnesen\b"
    r"|[\[<](?:(?:for|efter)?navn|dato|beløb|titel|tekst|adresse)[\]>]"
    r"|\bindsæt (?:navn|dato|beløb|titel|tekst)\b"
    r"|\bdd?[.\-/]mm?[.\-/](?:åå|yy){1,2}\b|\b(?:klik|tryk) her for at\b|\A\s*skriv (?:tekst )?her\b",
    re.IGNORECASE,
)
MARKS = (
    "[", "<", "xxx", "indsæt", "todo", "tbd", "data kommer", "lorem ipsum", "??", "....", "___",
    "navn efternavn", "navnesen", "åå", "yy", " her for at", "skriv ",
)  # fmt: skip
OURS = re.compile(r"\bNN\b|\A12345678\Z")
"""Names and numbers that stand in our own examples for those that the writer has."""
ITS_AREAS = later("{party} has {own} beboere, and its areas {other}")
THE_PLAN = later("{party} has {own} beboere, and the plan {other}")
ALONE = ("?", "…", "...")
"""Texts that are nothing else."""
REFERENCES = {"ejer", "etiket", "navn", "kortnavn", "aliaser"}


def residents_and_homes_agree(plan: Plan) -> Iterator[Finding]:
    """L1: the areas add up to the plan's numbers, and there are more residents than homes."""
    shared = plan.helhedsplan
    for key in ("beboere", "lejemål", "antal_afdelinger"):
        total = getattr(shared, key)
        known = [number for område in shared.boligområder if (number := getattr(område, key))]
        added = added_up(Antal, known)
        if not total or not added:
            continue
        all_known = len(known) == len(shared.boligområder)
        too_many = total.spænd.greatest is not None and added.spænd.least > total.spænd.greatest
        if too_many or (all_known and not total.spænd.meets(added.spænd)):
            message = say(
                "the areas have {added} {what} together, and the plan {total}",
                added=_count(added), what=key.removeprefix("antal_"), total=_count(total),
            )  # fmt: skip
            hint = say("write {key}: {added}, or mend the area whose number is wrong",
                       key=key, added=_count(added))  # fmt: skip
            yield Finding(L1, message, hint, plan.place(key), plan.place("boligområder"))
    yield from _owners_and_areas_agree(plan)
    holders: list[tuple[Path, Helhedsplan | Boligområde]] = [((), shared)]
    holders += [(("boligområder", i), område) for i, område in enumerate(shared.boligområder)]
    for path, holder in holders:
        if holder.beboere and holder.lejemål and _are_more(holder.lejemål, holder.beboere):
            message = say("{homes} lejemål are more than {residents} beboere",
                          homes=_count(holder.lejemål), residents=_count(holder.beboere))  # fmt: skip
            places = plan.place(*path, "lejemål"), plan.place(*path, "beboere")
            yield Finding(L1, message, say("have the two numbers changed places?"), *places)
    for i, område in enumerate(shared.boligområder):
        given, listed = område.antal_afdelinger, område.nævnte_afdelinger()
        if given and given.spænd.greatest is not None and given.spænd.greatest < listed:
            message = say("{area} lists {listed} afdelinger, and says that it has {given}",
                          area=område.navn, listed=listed, given=_count(given))  # fmt: skip
            place = plan.place("boligområder", i, "antal_afdelinger")
            hint = say(
                "write antal_afdelinger: {listed}, or leave it out where all are listed", listed=listed
            )
            yield Finding(L1, message, hint, place, plan.place("boligområder", i, "afdelinger"))


def nothing_is_left_behind(plan: Plan) -> Iterator[Finding]:
    """L2: no text has a placeholder in it that somebody meant to replace."""
    alone = (text for text in every_text(plan) if text.words.strip() in ALONE)
    for text in (*every_text(plan, *MARKS), *alone):
        for match in LEFT.finditer(text.words):
            message = say("`{words}` is a placeholder, not a text", words=match[0].strip())
            hint = say("write what belongs there, or leave the key empty, so that the gap is seen")
            yield Finding(L2, message, hint, text.place(match.start()))
    for text in every_text(plan, "nn", "12345678"):
        for match in OURS.finditer(text.words) if "NN" in text.words or text.words == "12345678" else ():
            message = say("`{words}` stands for a name or a number in the examples of the program",
                          words=match[0])  # fmt: skip
            hint = say("write the real one, or leave out the key")
            yield Finding(L2, message, hint, text.place(match.start()))


def the_effort_has_the_plans_name(plan: Plan) -> Iterator[Finding]:
    """L3: the name of the effort in a delaftale is the plan's, not that of the indsatsområde."""
    for aftale in plan.aftaler:
        if aftale.indsats:
            område = plan.form.indsatsområde(aftale.indsatsområde)
            if område and samme(aftale.indsats) == samme(område.navn):
                message = say(
                    "`{name}` is the indsatsområde, not the name of the indsats", name=aftale.indsats
                )
                hint = say("leave out `navn`, and {plan} is printed", plan=plan.helhedsplan.navn)
                yield Finding(L3, message, hint, aftale.place("navn"))


def an_organisation_has_one_name(plan: Plan) -> Iterator[Finding]:
    """L4: within one agreement an organisation goes by one of its names; a short name is another matter."""
    for source in sources(plan):
        for part in plan.helhedsplan.parter:
            found = _uses(source, part)
            if len(found) > 1:
                ordered = sorted(found.items(), key=lambda used: used[1])
                other = next((name, place) for name, place in ordered if name != part.navn)
                first = next(place for name, place in ordered if name != other[0])
                message = say("{party} goes by {names} in one file",
                              party=part.navn, names=names(f"`{name}`" for name, _ in ordered))  # fmt: skip
                hint = say("write {name} everywhere", name=part.navn)
                yield Finding(L4, message, hint, other[1], first)


def _owners_and_areas_agree(plan: Plan) -> Iterator[Finding]:
    """Find an owner with another number of residents than its areas have, or than the plan can have."""
    shared = plan.helhedsplan
    for ejer in shared.områder_efter_ejer():
        part, added = ejer.part, added_up(Antal, (område.beboere for område in ejer.områder))
        if part is None or part.beboere is None:
            continue
        if added and not part.beboere.spænd.meets(added.spænd):
            told, other, where = ITS_AREAS, added, "boligområder"
        elif shared.beboere and _are_more(part.beboere, shared.beboere):
            told, other, where = THE_PLAN, shared.beboere, "beboere"
        else:
            continue
        message = say(told, party=part.navn, own=_count(part.beboere), other=_count(other))
        place = plan.place("parter", shared.parter.index(part), "beboere")
        yield Finding(L1, message, say("mend the one that is wrong"), place, plan.place(where))


def _uses(source: Plan | Aftale, part: Part) -> dict[str, Place]:
    """Map each name of the party that is used, its short name apart, to the first place."""
    known = {part.navn, *part.aliaser}
    found: dict[str, Place] = {}
    for text in texts(source, *map(str.lower, known)) if len(known) > 1 else ():
        if not _is_reference(text):
            for at, name in whole_names(text.words, known):
                found.setdefault(name, text.place(at))
    return found


def _is_reference(text: Text) -> bool:
    """Tell whether the text only points at the party, of which another name is printed."""
    return text.field in REFERENCES and text.path[0] in ("parter", "boligområder")


def _are_more(many: Antal, few: Antal) -> bool:
    """Tell whether the one is the greater, whatever the two can be."""
    return few.spænd.greatest is not None and many.spænd.least > few.spænd.greatest


def _count(number: Antal) -> str:
    return plain(antal(number))


RULES = (
    Rule(
        L1, "Beboere, lejemål og afdelinger stemmer",
        "Tallene bruges til at fordele ressourcer. Der er sjældent flere lejemål end beboere.",
        "Samarbejdsaftalens afsnit 3: 3.220 beboere i 1.630 lejemål; resuméet 2021-2025: 2.079 og 1.716 "
        "beboere",
        "Områderne har tilsammen 3.795 beboere, planen 3.220",
        "Ret det tal, der er forkert.",
        residents_and_homes_agree,
    ),
    Rule(
        L2, "Der står ingen pladsholdere tilbage",
        "”Data kommer” og ”Xxxx” er pladsholdere. De kommer let med i aftalen.",
        "Delaftalen 2025-2029: ”Data kommer”",
        "afventer: Data kommer",
        "Skriv det, der skal stå. Ved I det ikke endnu, så lad nøglen stå tom: Så ses hullet i udkastet. "
        "Ved `afventer` skrives, hvad der ventes på.",
        nothing_is_left_behind,
    ),
    Rule(
        L3, "Navnet på indsatsen er planens, ikke indsatsområdets",
        "Formularen spørger, hvilken boligsocial indsats delaftalen hører til.",
        "Delaftalen 2025-2029, ”Navn på den boligsociale indsats, som delaftalen vedrører”",
        "navn: Sammenhængskraft og Medborgerskab",
        "Udelad `navn`: Så står planens navn i aftalen.",
        the_effort_has_the_plans_name,
    ),
    Rule(
        L4, "En organisation har ét navn i hver fil",
        "Læseren skal ikke være i tvivl, om det er den samme organisation.",
        "Delaftalen 2025-2029: BoligViborg og Boligselskabet Viborg i samme tabel",
        "datakilder: [BoligViborg] og [Boligselskabet Viborg]",
        "Skriv det navn, der står ved parten.",
        an_organisation_has_one_name,
    ),
)  # fmt: skip

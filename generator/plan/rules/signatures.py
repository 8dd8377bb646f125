"""Signatures: a block for each party, under its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.findings import Finding, GradedCode, Severity
from generator.base.language import say, say_count
from generator.plan.model.base import samme
from generator.plan.model.parter import Part
from generator.plan.model.plan import Plan
from generator.plan.rules.rule import Rule
from generator.plan.rules.wording import names

S1 = GradedCode("S1")
S2 = GradedCode("S2", Severity.WARNING, Severity.INFO)


def each_block_answers_to_its_party(plan: Plan) -> Iterator[Finding]:
    """S1: the label of a block begins with its party's name, and no two blocks are taken for each other."""
    labels: dict[str, int] = {}
    numbers: dict[int, int] = {}
    signing = list(_signing(plan))
    if plan.helhedsplan.parter and not signing:
        hint = say("leave out skriver_under: nej at those who sign")
        yield Finding(S1.milder_unless(plan.is_final()), say("no party signs"), hint, plan.place("parter"))
    for i, part in signing:
        own = part.underskrift
        label = (own.etiket if own else None) or part.navn
        path = ("underskrift", "etiket") if own and own.etiket else ()
        place = plan.place("parter", i, *path)
        if samme(label) in labels:
            second = plan.place("parter", labels[samme(label)])
            hint = say("give each party a name or a label of its own")
            yield Finding(S1, say("two parties sign as `{label}`", label=label), hint, place, second)
        elif not _holds(label, part.navn):
            known = any(_holds(label, name) for name in part.alle_navne)
            message = say("the signature block says `{label}`, and the parties say `{party}`",
                          label=label, party=part.navn)  # fmt: skip
            hint = say("write etiket: {party}, with more words after it where needed; or leave it out",
                       party=part.navn)  # fmt: skip
            code = S1.milder if known else S1
            yield Finding(code, message, hint, place, plan.place("parter", i, "navn"))
        labels.setdefault(samme(label), i)
        if own and own.nummer is not None:
            if own.nummer in numbers:
                message = say("two parties sign as number {n}", n=own.nummer)
                places = (plan.place("parter", j, "underskrift", "nummer") for j in (i, numbers[own.nummer]))
                yield Finding(S1, message, say("give each a number of its own"), *places)
            numbers.setdefault(own.nummer, i)


def names_are_filled_in_when_it_is_final(plan: Plan) -> Iterator[Finding]:
    """S2: no signer is named in a draft; in a final agreement all are, or none."""
    parter = list(_signing(plan))
    named = [(i, part) for i, part in parter if part.underskrift and part.underskrift.navn]
    if plan.is_draft():
        for i, part in named:
            message = say("a draft already names who signs for {party}", party=part.navn)
            hint = say("write the name when the agreement is final, so that a draft is not taken for signed")
            yield Finding(S2, message, hint, plan.place("parter", i, "underskrift", "navn"))
    elif named and len(named) < len(parter):
        message = say_count(
            "{n} of {all} signature blocks names who signs; not {names}",
            "{n} of {all} signature blocks name who signs; not {names}",
            len(named), all=len(parter),
            names=names(part.navn for i, part in parter if (i, part) not in named),
        )  # fmt: skip
        hint = say("name all, or none where the names are written by hand or by the e-signature")
        yield Finding(S2.milder, message, hint, plan.place("parter", named[0][0], "underskrift", "navn"))


def _signing(plan: Plan) -> Iterator[tuple[int, Part]]:
    """Yield the parties that sign, each with its position among all of them."""
    return ((i, part) for i, part in enumerate(plan.helhedsplan.parter) if part.skriver_under == "ja")


def _holds(label: str, name: str) -> bool:
    """Tell whether the label is the name, or the name with an office, a unit or an area after it."""
    return re.match(rf"{re.escape(samme(name))}(?!\w)", samme(label)) is not None


RULES = (
    Rule(
        S1, "Underskrifterne svarer til parterne",
        "Den, der skriver under, skal være den, som aftalen er indgået med. Underskriftsfelterne laves ud "
        "fra listen over parter, uden dem, der ikke skriver under.",
        "Samarbejdsaftalens forside; i Viborg 2017-2021 har den ene underskrift et komma, som parten ikke "
        "har",
        "Parten hedder Boligselskabet Sct. Jørgen Viborg, etiketten Boligselskabet Sct. Jørgen, Viborg",
        "Skriv partens navn, eventuelt med kontor eller afdeling bagefter.",
        each_block_answers_to_its_party,
        milder="advarsel, når etiketten er et alias for parten, og i et udkast, hvor ingen skriver under",
        acceptable=True,
    ),
    Rule(
        S2, "Navne på underskrivere hører til den endelige aftale",
        "Et udkast med navne kan forveksles med en underskrevet aftale. I den endelige skal "
        "underskriftsfelterne være ens.",
        "Samarbejdsaftalens forside: ”Dato” og ”Navn”",
        "status: udkast, og underskrift: {navn: …}",
        "Vent med navnet. Skrives der under i hånden eller digitalt, kan navnet udelades for alle.",
        names_are_filled_in_when_it_is_final,
        milder="oplysning i en endelig aftale, når kun nogle er navngivet",
    ),
)  # fmt: skip

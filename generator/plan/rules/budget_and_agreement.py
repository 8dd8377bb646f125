"""The budget in full beside the agreement: the local share, the main figures, and what texts say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.base.danish import procent
from generator.base.findings import Code, Finding, GradedCode, Severity
from generator.base.language import later, say
from generator.plan.model.base import samme
from generator.plan.model.budgetbilag import Budgetkilde
from generator.plan.model.plan import Plan
from generator.plan.model.reserved import added_up
from generator.plan.model.values import Beløb
from generator.plan.rules.gathered import Path
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import all_parts, every_text, parts
from generator.plan.rules.units import rounded, unit_of
from generator.plan.rules.wording import amount, plain, share

H4 = GradedCode("H4")
H5 = GradedCode("H5")
H6 = Code("H6", Severity.WARNING)

GRANT = re.compile(r"\b(?:støtte\w*|tilskud\w*|bevilling\w*|bevilg\w*|budget\w*)", re.IGNORECASE)
AMOUNT = re.compile(
    r"(?<![\d.,])\d++(?:\.\d{3})*+(?:,\d++)?\s(?:kr\.|kroner\b|t\.kr\.|(?:mio|mill)\. kr\.|millioner kr)"
)
SAYS_WHICH = re.compile(r"\b(?:inkl|ekskl|inklusive|eksklusive|heraf|incl|excl)\b", re.IGNORECASE)
THE_TOTAL = later("the total is {here} here, and {there} in the agreement's budget")
A_SOURCE = later("{source} is {here} here, and {there} in the agreement's budget")
_Compared = tuple[str | None, Beløb | None, Beløb | None, Path, Path]


def enough_is_found_locally(plan: Plan) -> Iterator[Finding]:
    """H4: what others than Landsbyggefonden pay is at least the round's share of all."""
    required = plan.form.medfinansiering
    for aftale in plan.aftaler if required else ():
        paid = all_parts(aftale, Budgetkilde)
        total = added_up(Beløb, (source.i_alt for _, source in paid))
        local = [source.i_alt for _, source in paid if not source.er_landsbyggefonden]
        if required is None or not total or not total.tal or len(local) == len(paid):
            continue
        ours, limit = added_up(Beløb, local), required.mindst.tal
        part = ours.tal if ours else Decimal(0)
        if part * 100 / total.tal < limit:
            message = say(
                "of {total} others than Landsbyggefonden pay {part}: {share}, "
                "and at least {least} is required",
                total=amount(total), part=amount(part),
                share=share(part, total.tal, limit), least=plain(procent(limit)),
            )  # fmt: skip
            code = H4.milder_unless(plan.is_final(aftale) and total.er_præcis)
            place = aftale.place("finansiering")
            yield Finding(code, message, say("find more local money, or apply for less"), place)


def main_figures_are_the_agreements(plan: Plan) -> Iterator[Finding]:
    """H5: the total, and what a source of the same name gives, are those of the agreement."""
    main, main_unit = plan.helhedsplan.budget, unit_of(plan)
    for aftale in plan.aftaler if main else ():
        paid, unit = all_parts(aftale, Budgetkilde), unit_of(plan, aftale)
        if main is None or main_unit is None or unit is None or not paid:
            continue
        ours = added_up(Beløb, (source.i_alt for _, source in paid))
        compared: list[_Compared] = [(None, ours, main.total, ("finansiering",), ("finansiering",))]
        for number, line in enumerate(main.finansiering):
            same = [(path, source) for path, source in paid if samme(source.kilde) == samme(line.kilde)]
            if same and not line.inkl:  # such an amount is not the source's alone
                given = added_up(Beløb, (source.i_alt for _, source in same))
                compared.append((line.kilde, given, line.beløb, same[0][0], ("finansiering", number)))
        for name, here, there, path, other in compared:
            if not (here and there and here.er_præcis and there.er_præcis):
                continue
            if rounded(here.tal * unit / main_unit, there.tal) != there.tal:
                message = say(THE_TOTAL if name is None else A_SOURCE, source=name,
                              here=amount(here), there=f"{amount(there)} {main.enhed}")  # fmt: skip
                code = H5.milder_unless(plan.is_final(aftale))
                places = aftale.place(*path), plan.place("budget", *other)
                yield Finding(code, message, say("mend the one that is wrong"), *places)


def texts_say_what_an_amount_includes(plan: Plan) -> Iterator[Finding]:
    """H6: an amount of support in a text says whether the local money is counted in it."""
    for text in every_text(plan, "kr.", "kroner") if _has_a_budget(plan) else ():
        for start, sentence in text.sentences():
            found = AMOUNT.search(sentence)
            if found and GRANT.search(sentence) and not SAYS_WHICH.search(sentence):
                message = say("`{amount}` does not say whether the local money is counted in it",
                              amount=found[0])  # fmt: skip
                hint = say("say beside the amount that it is inkl. or ekskl. medfinansiering")
                yield Finding(H6, message, hint, text.place(start + found.start()))


def _has_a_budget(plan: Plan) -> bool:
    return any(parts(aftale, Budgetkilde) for aftale in plan.aftaler)


RULES = (
    Rule(
        H4, "Den lokale medfinansiering i budgettet er mindst så stor, som runden kræver",
        "Landsbyggefonden støtter kun, når kommune og boligorganisationer selv betaler deres del.",
        "lbf.dk, organisation og økonomiske rammer; grænsen står i rundens form.yaml",
        "Landsbyggefonden 8.000 og Kommunen NN 2.000: 20 % af det hele",
        "Find flere lokale midler, eller søg mindre.",
        enough_is_found_locally,
        milder="advarsel i et udkast, og hvis beløbene ikke er nøjagtige",
    ),
    Rule(
        H5, "Budgettets hovedtal er dem, der står i aftalen",
        "Aftalens afsnit 7 og budgettet er samme budget. Den, der skriver under, skal kunne stole på begge.",
        "Samarbejdsaftalens afsnit 7, som henviser til bilaget",
        "10.000 t.kr. i aftalen og 10.400.000 kr. i budgettet",
        "Ret det tal, der er forkert, i helhedsplan.yaml eller i budget.yaml. Aftalens tal må være afrundet.",
        main_figures_are_the_agreements, milder="advarsel i et udkast",
    ),
    Rule(
        H6, "Et støttebeløb i en tekst siger, hvad det er inklusive eller eksklusive",
        "”21 mio. kr. i støtte” kan være med og uden den lokale medfinansiering, og forskellen er mindst en "
        "fjerdedel.",
        "Koldings helhedsplan 2018-21: 21.000.000 kr. inkl. 7.000.000 i medfinansiering",
        "”Planen har et budget på 21 mio. kr.”",
        "Skriv inkl. eller ekskl., og hvad: ”21 mio. kr. inkl. medfinansiering”.",
        texts_say_what_an_amount_includes,
    ),
)  # fmt: skip

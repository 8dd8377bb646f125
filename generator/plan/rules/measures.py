"""Målepunkter: what is measured centrally, and the baselines of the delaftaler that refer to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.base.danish import måltal
from generator.base.findings import Code, Finding, GradedCode, Place, Severity
from generator.base.language import later, listed, say
from generator.base.nearest import suggestion
from generator.plan.model.base import samme
from generator.plan.model.maal import Baseline, Målepunkt, Områdeværdi, Opgørelse, Årstal
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.statusdele import Nu
from generator.plan.rules.gathered import Path
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import all_parts, parts
from generator.plan.rules.wording import plain

J1 = GradedCode("J1")
J2 = GradedCode("J2")
J3 = Code("J3", Severity.INFO)
J4 = Code("J4")

NO_FIGURES = later("the målepunkt `{name}` has no figures")
NONE_OF_THE_YEAR = later("the målepunkt `{name}` has no figures for {year}")
NO_FIGURE = later("{area} is {here} here, and has no figure in the målepunkt `{name}` ({year})")
ANOTHER_YEAR = later("write år: {newer}, or leave it if the baseline is to be from {year}")
A_YEAR = later("add år: {newer}, or leave it if the baseline is to be from {year}")
OTHER_FIGURE = later("{area} is {here} here, and {there} in the målepunkt `{name}` ({year})")


class Measured(Struct, frozen=True):
    """Målepunkt with the file that it stands in, and its path there."""

    aftale: Aftale
    path: Path
    punkt: Målepunkt


class Reference(Struct, frozen=True):
    """Figures that refer to a målepunkt, with their file and path; `measured` is None where none is there."""

    aftale: Aftale
    path: Path
    tal: Opgørelse
    navn: str
    measured: Measured | None

    @property
    def start(self) -> tuple[int, Årstal] | None:
        """Year that it starts from, with the figures of that year; None where there are none."""
        punkt = self.measured.punkt if self.measured else None
        år = self.tal.året_i(punkt) if punkt else None
        tal = punkt.i(år) if punkt and år else None
        return (år, tal) if år and tal else None


def a_måling_that_is_named_is_there(plan: Plan) -> Iterator[Finding]:
    """J1: the målepunkt that figures refer to is one of the plan's, and has figures for that year."""
    known = [measured.punkt.navn for measured in _measured(plan)]
    for reference in _references(plan):
        code = J1.milder_unless(plan.is_final(reference.aftale))
        here = reference.aftale.place(*reference.path, "måling")
        if reference.measured is None:
            message = say("`{name}` is not one of the plan's målepunkter", name=reference.navn)
            hint = suggestion(reference.navn, known) if known else say(
                "write it under `målepunkter` in the annex, or the figures themselves in `områder`"
            )  # fmt: skip
            yield Finding(code, message, hint, here)
        elif reference.start is None:
            punkt, there = reference.measured.punkt, _place(reference.measured)
            message = say(NONE_OF_THE_YEAR if reference.tal.år else NO_FIGURES,
                          name=punkt.navn, year=reference.tal.år)  # fmt: skip
            yield Finding(code, message, _years_to_choose(punkt), here, there)


def a_figure_typed_is_the_one_measured(plan: Plan) -> Iterator[Finding]:
    """J2: figures beside a reference to a målepunkt are those of the målepunkt."""
    for reference in _references(plan):
        if reference.start is None or reference.measured is None:
            continue
        year, measured = reference.start
        for key in ("områder", "andre"):
            typed, there = getattr(reference.tal, key), getattr(measured, key)
            by_name = _by_name(plan, there)
            for name, figure in typed.items() if there else ():
                other = by_name.get(_name(plan, name))
                if other is None or other.værdi != figure.værdi:
                    code = J2.milder_unless(plan.is_final(reference.aftale))
                    message = say(
                        OTHER_FIGURE if other else NO_FIGURE, name=reference.measured.punkt.navn, year=year,
                        area=name, here=_shown(figure), there=other and _shown(other),
                    )  # fmt: skip
                    hint = say(
                        "mend the one that is wrong, or leave out `{key}` here: the annex's are printed",
                        key=key,
                    )
                    own = reference.aftale.place(*reference.path, key, name)
                    yield Finding(code, message, hint, own, _place(reference.measured, "år", str(year), key))


def no_newer_year_is_there(plan: Plan) -> Iterator[Finding]:
    """J3: a baseline starts from the last figures there are from before the plan, or from its first year."""
    period = plan.helhedsplan.gælder
    begins = period.fra.år if period and period.fra else None
    for reference in _references(plan):
        is_baseline = isinstance(reference.tal, Baseline)
        if not is_baseline or reference.start is None or reference.measured is None:
            continue
        punkt, (year, _) = reference.measured.punkt, reference.start
        newer = [other for other in punkt.årene if year < other <= (begins or other)]
        if newer:
            message = say("the baseline is from {year}, and `{name}` has figures for {newer}",
                          year=year, name=punkt.navn, newer=newer[-1])  # fmt: skip
            hint = say(ANOTHER_YEAR if reference.tal.år else A_YEAR, newer=newer[-1], year=year)
            here = reference.aftale.place(*reference.path, "år" if reference.tal.år else "måling")
            yield Finding(J3, message, hint, here, _place(reference.measured, "år", str(newer[-1])))


def a_målepunkt_stands_once(plan: Plan) -> Iterator[Finding]:
    """J4: no two målepunkter have one name."""
    first: dict[str, Measured] = {}
    for measured in _measured(plan):
        key = samme(measured.punkt.navn)
        if key in first:
            message = say("there are two målepunkter `{name}`", name=measured.punkt.navn)
            hint = say("write the years of both under one, or give one another name")
            yield Finding(J4, message, hint, _place(measured, "navn"), _place(first[key], "navn"))
        first.setdefault(key, measured)


def _measured(plan: Plan) -> Iterator[Measured]:
    for aftale in plan.aftaler:
        for path, punkt in all_parts(aftale, Målepunkt):
            yield Measured(aftale, path, punkt)


def _references(plan: Plan) -> Iterator[Reference]:
    """Yield the baselines, and figures of statuses, that refer to a målepunkt, with what they refer to."""
    by_name = {samme(measured.punkt.navn): measured for measured in reversed([*_measured(plan)])}
    for aftale in plan.aftaler:
        for path, tal in (*parts(aftale, Baseline), *parts(aftale, Nu)):
            if tal.måling:
                yield Reference(aftale, path, tal, tal.måling, by_name.get(samme(tal.måling)))


def _shown(figure: Områdeværdi) -> str:
    return plain(måltal(figure.værdi))


def _years_to_choose(punkt: Målepunkt) -> str:
    if not punkt.årene:
        return say("write its figures in the annex")
    return say("write one of its years in `år`: {years}", years=listed(punkt.årene, "or"))


def _by_name(plan: Plan, figures: Mapping[str, Områdeværdi]) -> dict[str, Områdeværdi]:
    return {_name(plan, name): figure for name, figure in figures.items()}


def _name(plan: Plan, name: str) -> str:
    """Full name of the area, folded; the name itself where it is none of the plan's."""
    område = plan.helhedsplan.boligområde(name)
    return samme(område.navn if område else name)


def _place(measured: Measured, *below: str) -> Place:
    return measured.aftale.place(*measured.path, *below)


RULES = (
    Rule(
        J1, "Et målepunkt, som en baseline henviser til, findes",
        "Tallene hentes i bilaget med målinger. Findes målepunktet ikke, står der ingen tal i delaftalen.",
        "Følger af, at baseline og bilag skal sige det samme",
        "baseline: {måling: Fraflytning}, mens bilaget har Fraflytninger",
        "Ret navnet eller året, eller skriv målepunktet i bilaget.",
        a_måling_that_is_named_is_there, milder="advarsel i et udkast", across=True,
    ),
    Rule(
        J2, "En baseline har samme tal som sit målepunkt",
        "Et tal, der står både i delaftalen og i bilaget, kommer let til at sige to ting.",
        "Samarbejdsaftalens bilag med centralt genererede målinger, som delaftalens baseline bygger på",
        "Ringparken: 21,5 % i delaftalen og 22 % i bilaget",
        "Ret det, der er forkert, eller slet tallene i delaftalen. Så kommer bilagets med i dokumentet.",
        a_figure_typed_is_the_one_measured, milder="advarsel i et udkast", acceptable=True, across=True,
    ),
    Rule(
        J3, "En baseline er fra det nyeste år, der er målt før planen",
        "En baseline fra et gammelt år viser også det, der skete, før indsatsen begyndte.",
        "Bilaget skal vise målingerne ved indsatsens starttidspunkt",
        "baseline: {måling: Fraflytninger, år: 2023}, mens bilaget også har 2024, og planen begynder i 2025",
        "Skriv det nye år, eller lad det stå, hvis det gamle er med vilje.",
        no_newer_year_is_there, across=True,
    ),
    Rule(
        J4, "Et målepunkt står én gang",
        "En baseline henviser til et målepunkt ved dets navn. Er der to, ved ingen, hvilket der menes.",
        "Følger af, at navnet er det, der henvises til",
        "To målepunkter med navnet Fraflytninger, et for hvert år",
        "Saml årene under ét målepunkt, eller giv det ene et andet navn.",
        a_målepunkt_stands_once,
    ),
)  # fmt: skip

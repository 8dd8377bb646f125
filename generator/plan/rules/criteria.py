"""Criteria and terms of the law, and how often the agreement is looked at again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.danish import MONTH
from generator.base.findings import Code, Finding, Severity
from generator.base.language import listed, say
from generator.plan.model.plan import Plan
from generator.plan.model.strategisk import Kriterier, Problemkompleks
from generator.plan.rules import references
from generator.plan.rules.gathered import walk
from generator.plan.rules.rule import Rule
from generator.plan.rules.texts_of_plan import every_text, parts

K1 = Code("K1", Severity.INFO)
K2 = Code("K2", Severity.WARNING)
K3 = Code("K3", Severity.INFO)
R3 = Code("R3", Severity.WARNING)

RHYTHM = re.compile(
    rf"årlig|\bhver(?:t|\s+anden|\s+andet)?\s+(?:halve\s+)?(?:år|halvår|forår|efterår|kvartal|projektår|måned|{MONTH})"
    r"|\bom året\b|\bpr\. (?:år|kvartal|måned)|halvårlig|kvartal|\bmånedlig|\bhvert halve år",
    re.IGNORECASE,
)


def criteria_are_of_today(plan: Plan) -> Iterator[Finding]:
    """K1: the criteria that areas are held against have not been replaced since."""
    criteria = plan.form.kriterier
    if criteria is None or not criteria.afløst_af:
        return
    for aftale in plan.aftaler:
        for path, held in parts(aftale, Kriterier):
            if held.vurderinger:
                message = say("the criteria are those of {year} ({source}); now: {now}",
                              year=criteria.år, source=criteria.kilde, now=criteria.afløst_af)  # fmt: skip
                hint = say("in a new plan, hold the areas against the criteria of today")
                yield Finding(K1, message, hint, aftale.place(*path))


def words_are_the_laws(plan: Plan) -> Iterator[Finding]:
    """K2: texts have the words of the law, not those that it has left."""
    for old in plan.form.udgåede_ord:
        pattern = re.compile(rf"(?<!\w){re.escape(old.ord)}\w*", re.IGNORECASE)
        for text in every_text(plan, old.ord.lower()):
            for match in pattern.finditer(text.words):
                message = say("`{word}` is no longer the word of the law", word=match[0])
                hint = say("write {right} ({source})", right=old.skriv, source=old.kilde)
                yield Finding(K2, message, hint, text.place(match.start()))


def the_ground_of_support_is_told(plan: Plan) -> Iterator[Finding]:
    """K3: a text on the areas says on which paragraph they can be supported."""
    wanted = plan.form.støtte
    for aftale in plan.aftaler:
        for path, problem in parts(aftale, Problemkompleks):
            if not wanted or problem.hovedudfordringer is None:
                continue
            if not walk(aftale).is_whole:
                break  # what is looked for may stand in what could not be read
            said = re.sub(r"\s", "", walk(aftale).said)
            if not any(re.sub(r"\s", "", paragraph.lower()) in said for paragraph in wanted.paragraffer):
                message = say("no text says on what ground the areas can be supported: {grounds}",
                              grounds=listed(wanted.paragraffer, "or"))  # fmt: skip
                hint = say("say it in `hovedudfordringer` ({source})", source=wanted.kilde)
                yield Finding(K3, message, hint, aftale.place(*path, "hovedudfordringer"))


def it_is_said_how_often(plan: Plan) -> Iterator[Finding]:
    """R3: what is written of evaluation and revision says how often."""
    for aftale in plan.aftaler:
        key = aftale.kind.rhythm_in
        words = getattr(aftale.indhold, key, None) if key else None
        if isinstance(words, str) and not RHYTHM.search(words):
            message = say("`{key}` does not say how often", key=key)
            yield Finding(R3, message, say("write how often"), aftale.place(key))


RULES = (
    Rule(
        K1, "Kriterierne er dem, der gælder i dag",
        "Loven har fået andre kriterier siden. En læser kan tro, at områderne er vurderet efter dem.",
        "Almenboligloven § 61 a; rundens form.yaml",
        "En plan i runden 2015-18, der holder områderne op mod de fem kriterier fra 2015",
        "Intet i en gammel plan. I en ny vurderes områderne efter de nye kriterier.",
        criteria_are_of_today,
    ),
    Rule(
        K2, "Ordene er dem, som loven bruger",
        "Nogle ord bruges ikke længere i loven. De kan læses som en holdning.",
        "Almenboligloven § 61 a; listen står i rundens form.yaml",
        "”områder på ghettolisten”",
        "Skriv det ord, som loven bruger nu.",
        words_are_the_laws,
    ),
    Rule(
        K3, "Det står, hvorfor områderne kan få støtte",
        "Landsbyggefonden støtter områder efter § 91 a og prioriterer dem efter § 61 a.",
        "LBF orienterer 1/2020; paragrafferne står i rundens form.yaml",
        "En beskrivelse af områderne, der ikke nævner nogen af paragrafferne",
        "Skriv det i `hovedudfordringer`.",
        the_ground_of_support_is_told,
    ),
    Rule(
        references.K4, "Et kriterium, der vurderes, er et af formularens, og kun én gang",
        "En vurdering af et kriterium, som formularen ikke har, kommer ikke med i aftalen.",
        "Kriterierne i rundens form.yaml",
        "kriterium: indkomster",
        "Ret nøglen, eller slet vurderingen.",
        references.criteria,
    ),
    Rule(
        R3, "Det står, hvor ofte aftalen evalueres",
        "Landsbyggefonden får en afrapportering om året. Uden en fast rytme bliver det ikke gjort.",
        "Samarbejdsaftalens afsnit 6: to gange årligt; delaftalens ”Revision af delaftalen”: én gang om året",
        "”Delaftalen evalueres, når der er behov”",
        "Skriv, hvor ofte det sker, og hvem der gør det.",
        it_is_said_how_often,
    ),
)  # fmt: skip

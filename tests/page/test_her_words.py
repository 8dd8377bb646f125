"""Messages on the page: she reads what fields and documents are called there, and no key of a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.base.language import LANGUAGES, Language
from generator.page.fields import Spot
from generator.page.her_words import for_page
from generator.page.noted import notes
from generator.page.reading import Plans
from generator.plan.kinds import DOCUMENTS, HELHEDSPLAN
from generator.plan.model.load import Loaded
from generator.plan.rules import examine
from generator.plan.rules.completeness import C1
from generator.plan.source.tree import KeyPath
from generator.workspace.folders import Workspace
from tests.page.test_pages import FULL, PLAN
from tests.support.both_languages import speaking
from tests.support.rule_cases import CASES, plan_of, text_of

MODELS = {kind.name: kind.model for kind in DOCUMENTS} | {HELHEDSPLAN.name: HELHEDSPLAN.model}


@pytest.mark.parametrize(("kind", "path", "message", "told"), [
    ("helhedsplan", ("budget", "samlet"), "10 + 2 = 12, men `samlet` er 11.",
     "10 + 2 = 12, men ”Det samlede budget” er 11."),
    ("delaftale", ("aktivitetsskemaer", 0, "praksis"), "Feltet `praksis` siger det samme som `indhold`.",
     "Feltet ”Hvordan aktiviteten foregår” siger det samme som ”Hvad aktiviteten er”."),
    ("delaftale", ("delmål", 0, "baseline", "områder", "Rosen"), "Planen har ikke området `Rosen`.",
     "Planen har ikke området ”Rosen”."),
    ("delaftale", (), "`parter[2].navn` siger noget andet nu.",
     "”Det fulde navn, som det skal stå i aftalen” siger noget andet nu."),
    ("strategisk-samarbejdsaftale", ("bilag", 0), "Planen mangler dokumentet `delaftale`.",
     "Planen mangler dokumentet ”Delaftale”."),
    ("helhedsplan", ("status",), "status: `x` kan ikke stå her.", "”x” kan ikke stå her."),
    ("helhedsplan", ("periode", "til"), "forlængelse: Planen er forlænget.", "Planen er forlænget."),
    ("helhedsplan", ("periode", "til"), "Landsbyggefonden: 3 og 4.", "Landsbyggefonden: 3 og 4."),
    ("delaftale", ("mål",), "Det står ikke i delaftale-vest.", "Det står ikke i ”Delaftale: Vest”."),
])  # fmt: skip
def test_a_message_says_a_field_as_it_is_called_on_the_page(
    kind: str, path: KeyPath, message: str, told: str
) -> None:
    at = Spot(Path(kind), MODELS[kind], path)
    assert for_page(message, "", at, {"delaftale-vest": "Delaftale: Vest"}) == (told, "")


@pytest.mark.parametrize(("kind", "path", "hint", "told"), [
    ("helhedsplan", ("budget", "samlet"), 'Skriv samlet: "ca. 12", eller ret det beløb, der er forkert.',
     "Skriv ”Det samlede budget”: ca. 12, eller ret det beløb, der er forkert."),
    ("helhedsplan", ("organisation", "bestyrelse", "medlemmer", 0), "Skriv organisation: eller udpeget_af:",
     "Skriv ”Hvor medlemmet kommer fra” eller ”Hvem der udpeger medlemmet”"),
    ("delaftale", ("delmål", 0, "baseline"), "Skriv så længe forventet: og datoen.",
     "Skriv så længe ”Hvornår tallene ventes” og datoen."),
    ("helhedsplan", ("budget", "finansiering", 0, "beløb"), "Find flere lokale midler: De skal være 4.",
     "Find flere lokale midler: De skal være 4."),
    ("strategisk-samarbejdsaftale", ("egne_bilag", 0, "status"), "Vedlæg det, og skriv `status: vedlagt`.",
     "Vedlæg det, og skriv ”Hvor bilaget er”: vedlagt."),
    ("delaftale", ("periode", "til"), "Skriv til: 31.7.2030. Er den planens egen, så slet `periode`.",
     "Skriv ”Den sidste dag”: 31.7.2030. Er den planens egen, så slet ”periode”."),
    ("helhedsplan", (), "Kør `aftale check`.", ""),
    ("helhedsplan", ("vision",), "Skriv `|` efter nøglen.", ""),
])  # fmt: skip
def test_a_hint_says_what_to_write_where_and_none_is_about_the_signs_of_a_file(
    kind: str, path: KeyPath, hint: str, told: str
) -> None:
    assert for_page("", hint, Spot(Path(kind), MODELS[kind], path)) == ("", told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_says_a_key_or_a_backtick_on_the_page(language: Language) -> None:
    said = 0
    for case in (case for case in CASES if not case.is_dir() and not case.parent.name.startswith("C")):
        plan = plan_of(text_of(case))
        loaded: list[Loaded[Any]] = [plan.kilde, *(one.kilde for one in plan.aftaler)]
        sources = {one.source.name: one for one in loaded}
        with speaking(language):
            found = [one for one in examine(plan).findings if one.code != C1]
        for one in found:
            held = sources[one.place.file]
            at = Spot(Path(one.place.file), type(held.value), held.source.path_at(one.place))
            told = " ".join(for_page(one.message, one.hint, at))
            said += 1
            assert "`" not in told
            assert "_" not in told.replace("____", "")
    assert said > 150


def test_beside_the_page_the_plans_documents_have_their_titles(workspace: Path) -> None:
    file = workspace / "agreements" / PLAN / f"{FULL}.yaml"
    file.write_text(file.read_text("utf-8").replace("mål: At reducere antallet af fraflytninger",
                                                    "mål: Fornavn Efternavn"), encoding="utf-8")
    plans = Plans(Workspace(workspace))
    folder = plans.workspace.plan(PLAN)
    found = [note.words for note in notes(plans.of(folder), folder, FULL).look]
    assert any("Fornavn Efternavn" in words for words in found)
    assert not any("`" in words or FULL in words for words in found)


def test_what_is_found_in_an_entry_of_a_list_says_which_one_and_git_is_not_spoken_of(workspace: Path) -> None:
    file = workspace / "agreements" / PLAN / f"{FULL}.yaml"
    text = file.read_text("utf-8").replace("Ringparken: \"21,5 %\"", "Ringparken: ikke opgjort")
    file.write_text(f"{text}status: endelig\nversioner: [{{nummer: 1, dato: 1.2.2026}}]\n", encoding="utf-8")
    plans = Plans(Workspace(workspace))
    folder = plans.workspace.plan(PLAN)
    found = notes(plans.of(folder), folder, FULL)
    told = [f"{note.words} {note.hint}" for note in (*found.mend, *found.look)]
    assert any(note.entry for note in found.look)
    assert not any(note.entry.isdecimal() for note in found.look)
    assert not any(note.entry and note.entry in note.words for note in found.look)
    assert not any("git" in one or str(workspace) in one for one in told)
    assert any("No version of the final agreement is kept" in one for one in told)

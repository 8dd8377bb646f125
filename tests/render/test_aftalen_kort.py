"""The table on the first page tells the facts of the plan: whoever changes one of them changes it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.model import Bar, Block, Contents, Document, Table
from generator.document.reading import text_of, walk
from generator.render import Templates
from generator.run.texts import variables
from tests.conftest import ROOT
from tests.support.rule_cases import plan_of

TEMPLATES = Templates((ROOT / "templates",), ROOT)
PLAN = """--- # helhedsplan.yaml
navn: Planen
periode: {fra: FRA, til: TIL}
beboere: BEBOERE
lejemål: LEJEMÅL
parter:
  - {navn: PART, type: boligorganisation, cvr: "CVR"}
  - {navn: Eksempelby Kommune, type: kommune}
boligområder: [{navn: OMRÅDE}, {navn: Lindeparken}]
indsatsområder: [INDSATS]
organisation:
  ansøger: ANSØGER
  bestyrelse: {møder: MØDER, medlemmer: [{titel: chefer, antal: PLADSER}, {titel: a, deltager_som: gæst}]}
  sekretariat: {navn: SEKRETARIAT}
budget:
  enhed: ENHED
  finansiering: [{kilde: Landsbyggefonden, beløb: FONDEN}, {kilde: KILDE, beløb: LOKALT}]
godkendelser: [{instans: INSTANS, dato: DAG, sagsnummer: SAG}]
"""
NAMES = st.sampled_from(["Bøgehaven", "Egeparken", "Foreningen Nord", "Byens Boliger"])
NUMBERS = st.integers(2, 9_999).map(lambda number: f"{number:,}".replace(",", "."))
DAYS = st.builds("{}.{}.{}".format, st.integers(1, 28), st.integers(1, 12), st.just(2026))
FACTS: dict[str, tuple[str, st.SearchStrategy[str]]] = {
    "FRA": ("1.1.2027", DAYS), "TIL": ("31.12.2030", st.sampled_from(["31.12.2029", "30.6.2031"])),
    "BEBOERE": ("3.000", NUMBERS), "LEJEMÅL": ("1.500", NUMBERS), "PART": ("Boligforeningen Eksempel", NAMES),
    "CVR": ("12345674", st.just("25313763")), "OMRÅDE": ("Birkehaven", NAMES),
    "INDSATS": ("beskæftigelse", st.sampled_from(["kriminalitetsforebyggelse", "uddannelse-og-livschancer"])),
    "ANSØGER": ("Ansøgeren", NAMES), "ENHED": ("t.kr.", st.just("kr.")),
    "MØDER": ("4 gange årligt", st.sampled_from(["hver måned", "efter behov"])),
    "PLADSER": ("5", NUMBERS), "SEKRETARIAT": ("Sekretariatet Eksempel", NAMES),
    "FONDEN": ("14.600", NUMBERS), "KILDE": ("Eksempelby Kommune", NAMES), "LOKALT": ("12.502", NUMBERS),
    "INSTANS": ("Byrådet", NAMES), "DAG": ("1.12.2025", DAYS), "SAG": ("26/100", st.just("26/101")),
}  # fmt: skip


def blocks_of(text: str) -> tuple[Block, ...]:
    plan = plan_of(text)
    aftale = next(aftale for aftale in plan.aftaler if aftale.art == "strategisk-samarbejdsaftale")
    name = f"{plan.form.midler}/{aftale.art}.html.j2"
    return TEMPLATES.document(name, variables(plan, aftale, draft=True), title="").document.blocks


def summary(facts: dict[str, str]) -> Table:
    text = PLAN
    for name, value in facts.items():
        text = text.replace(name, value)
    return next(block for block in blocks_of(text) if isinstance(block, Table) and block.style)


AS_IT_IS = {name: value for name, (value, _) in FACTS.items()}
BEFORE = summary(AS_IT_IS)


@pytest.mark.parametrize("name", FACTS)
@settings(max_examples=3)
@given(data=st.data())
def test_a_change_of_any_fact_changes_the_summary(name: str, data: st.DataObject) -> None:
    value = data.draw(FACTS[name][1].filter(lambda drawn: drawn != AS_IT_IS[name]))
    assert summary({**AS_IT_IS, name: value}) != BEFORE


def test_the_bar_divides_the_money_as_the_text_above_it_does() -> None:
    [bar] = [block for block in walk((BEFORE,)) if isinstance(block, Bar)]
    assert [part.label.replace("\u00a0", " ") for part in bar.parts] == [
        "Landsbyggefonden 53,9 %", "Eksempelby Kommune 46,1 %"]
    assert [f"{part.share:.1f}" for part in bar.parts] == ["53.9", "46.1"]


@pytest.mark.parametrize("budget", [
    "[]", "[{kilde: Landsbyggefonden, beløb: 10}]", "[{kilde: Landsbyggefonden, beløb: 10}, {kilde: A}]",
    "[{kilde: Landsbyggefonden, beløb: 0}, {kilde: A, beløb: 0}]",
    "[{kilde: Landsbyggefonden, beløb: 0}, {kilde: A, beløb: 10}]",
])
def test_there_is_no_bar_where_there_is_nothing_to_divide(budget: str) -> None:
    text = f"--- # helhedsplan.yaml\nbudget: {{enhed: t.kr., finansiering: {budget}}}\n"
    assert not [block for block in walk(blocks_of(text)) if isinstance(block, Bar)]


def test_the_summary_of_a_plan_with_nothing_in_it_has_the_labels_of_the_form_and_no_empty_row() -> None:
    nothing = "parter: []\nboligområder: []\nindsatsområder: []\norganisation:\nbudget:\nperiode:\n"
    blocks = blocks_of(f"--- # helhedsplan.yaml\n{nothing}")
    table = next(block for block in blocks if isinstance(block, Table))
    heads = [cell for row in table.rows for cell in row.cells if cell.header]
    said = [text_of(Document("", cell.blocks)) for cell in heads]
    assert said == ["Aftalen kort", "Områdernes navne:", "Aftalens parter:", "Samarbejdsaftalen:", "Ændring:"]


def test_the_list_of_contents_follows_on_the_first_page() -> None:
    blocks = blocks_of("--- # helhedsplan.yaml\n")
    place = next(place for place, block in enumerate(blocks) if isinstance(block, Contents))
    after = blocks[place + 1]
    assert getattr(after, "page_break_before", False)
    contents = blocks[place]
    assert isinstance(contents, Contents) and contents.entries[-1].number == "11"

"""The organisation is drawn, and all that the drawing shows stands in words below it."""

from __future__ import annotations

from generator.document.model import Block, Diagram, Document, Paragraph
from generator.document.reading import text_of
from generator.render import Templates
from tests.conftest import ROOT
from tests.support.rule_cases import plan_of

TEMPLATES = Templates((ROOT / "templates",), ROOT)
PLAN = """# 2019-26
--- # helhedsplan.yaml
navn: Planen
parter: [{navn: Eksempelby Kommune, type: kommune}, {navn: Foreningen, kortnavn: Bo, type: boligorganisation}]
boligområder: [{navn: Bøgehaven}]
indsatsområder: [beskæftigelse]
organisation:
  ansøger: Andelsforeningen
  bestyrelse: {navn: Styret, medlemmer: [{titel: direktør, organisation: Eksempelby Kommune}]}
  grupper:
    - {navn: Koordineringsgruppen, type: tværgående gruppe}
    - {navn: Jobgruppen, indsatsområde: beskæftigelse}
    - {navn: Naboerne, boligområder: [Bøgehaven]}
  sekretariat: {navn: Kontoret, leder: leder}
--- # organisationsdiagram.yaml
niveauer: [[Styret, Kontoret]]
forbindelser:
  - {fra: Kontoret, til: Naboerne, art: betjener}
  - {fra: Naboerne, til: Jobgruppen, art: vælger}
  - {fra: Jobgruppen, til: Styret, art: rådgiver}
  - {fra: Kontoret, til: Styret, art: refererer}
"""


def blocks_of(text: str) -> tuple[Block, ...]:
    plan = plan_of(text)
    aftale = next(aftale for aftale in plan.aftaler if aftale.art == "organisationsdiagram")
    context = {"plan": plan.helhedsplan, "aftale": aftale.indhold, "form": plan.form, "art": aftale.art}
    context |= {"aftaler": plan.aftaler, "målepunkter": plan.målepunkter, "kladde": False}
    return TEMPLATES.document(f"{plan.form.midler}/{aftale.art}.html.j2", context, title="").document.blocks


def drawn(blocks: tuple[Block, ...]) -> Diagram:
    [diagram] = [block for block in blocks if isinstance(block, Diagram)]
    return diagram


def test_every_unit_is_a_box_on_its_level_with_what_it_is() -> None:
    boxes = [(box.level, box.label, box.detail) for box in drawn(blocks_of(PLAN)).boxes]
    assert boxes == [
        (0, "Eksempelby Kommune", ""), (0, "Bo", "Boligorganisation"), (0, "Andelsforeningen", "Ansøger"),
        (1, "Styret", ""), (1, "Kontoret", "Ledes af en leder"),
        (2, "Koordineringsgruppen", "Tværgående gruppe"), (3, "Jobgruppen", "Beskæftigelse"),
        (4, "Naboerne", "Bøgehaven"),
    ]  # fmt: skip


def test_every_kind_of_line_has_a_look_of_its_own() -> None:
    looks = {edge.says: edge.look for edge in drawn(blocks_of(PLAN)).edges}
    assert set(looks) == {"har medlemmer i", "hører under", "betjener", "vælger medlemmer til", "rådgiver",
                          "refererer til"}
    assert len(set(looks.values())) == 6


def test_all_that_is_drawn_stands_in_words_below_it() -> None:
    blocks = blocks_of(PLAN)
    diagram = drawn(blocks)
    words = text_of(Document("", blocks[blocks.index(diagram) + 1:]))
    names = {box.name: box.label for box in diagram.boxes}
    for box in diagram.boxes:
        assert f"{box.label}: {box.detail}".removesuffix(": ") in words.splitlines()
    for edge in diagram.edges:
        assert any(line.startswith(edge.says) and names[edge.end] in line for line in words.splitlines())
    assert words.count("Niveau ") == 5


def test_a_plan_that_knows_nobody_yet_has_a_gap_where_the_drawing_will_be() -> None:
    blocks = blocks_of("# 2019-26\n--- # helhedsplan.yaml\nnavn: Planen\nparter: []\norganisation: {}\n"
                       "--- # organisationsdiagram.yaml\nstatus: udkast\n")
    assert not any(isinstance(block, Diagram) for block in blocks)
    assert any("Organisationen" in text_of(Document("", (block,))) for block in blocks
               if isinstance(block, Paragraph))

"""The facts of a document that stand around its text: title, author, and the line of its edition."""

from __future__ import annotations

import pytest

from generator.document.model import Document, Paragraph, Run
from generator.render import Rendered, Rendering
from generator.run.document_properties import with_properties
from tests.support.rule_cases import plan_of

TITLE = Document("", (Paragraph((Run("En aftale om noget"),), "Title"),))


def made(helhedsplan: str = "", aftale: str = "", *, draft: bool = False) -> Document:
    files = f"--- # helhedsplan.yaml\nnavn: Planen\n{helhedsplan}\n"
    plan = plan_of(f"{files}--- # strategisk-samarbejdsaftale.yaml\n{aftale}\n")
    agreement = next(one for one in plan.aftaler if one.art == "strategisk-samarbejdsaftale")
    rendered = Rendered(Document("", TITLE.blocks, draft=draft), Rendering())
    return with_properties(rendered, plan, agreement).document


def status(document: Document) -> str:
    return dict(document.properties)["Status"].replace("\u00a0", " ")


def test_every_document_of_a_plan_has_a_title_of_its_own_and_a_draft_says_so_in_it() -> None:
    assert made().title == "En aftale om noget – Planen"
    assert made(draft=True).title == "En aftale om noget – Planen – udkast"
    assert dict(made(draft=True).properties)["Dokument"] == "En aftale om noget"


@pytest.mark.parametrize(("helhedsplan", "author"), [
    ("organisation: {ansøger: A, administrator: B, sekretariat: {navn: C}}", "C"),
    ("organisation: {ansøger: A, administrator: B}", "B"), ("organisation: {ansøger: A}", "A"),
    ("organisation:", "Planen"),
])
def test_the_author_is_who_writes_for_the_parties_as_far_as_is_known(helhedsplan: str, author: str) -> None:
    assert made(helhedsplan).author == author


@pytest.mark.parametrize(("helhedsplan", "aftale", "line"), [
    ("godkendelser: []", "versioner: []", "Endelig"),
    ("godkendelser: []", "versioner: [{nummer: 2}]", "Endelig, version 2"),
    ("godkendelser: []", "versioner: [{nummer: 1}, {nummer: 2, dato: 1.3.2026}]",
     "Endelig, version 2 af 1. marts 2026"),
    ("godkendelser: [{instans: A, sagsnummer: 26/1}, {instans: B}, {instans: C, sagsnummer: 26/1}]",
     "versioner: []", "Endelig, sagsnr. 26/1"),
    ("godkendelser: [{instans: A, sagsnummer: 26/1}]",
     "versioner: [{nummer: 2, besluttet: [{instans: A, sagsnummer: 26/7}]}]",
     "Endelig, version 2, sagsnr. 26/7"),
])
def test_the_footer_says_status_version_date_and_case_as_far_as_they_are_known(
    helhedsplan: str, aftale: str, line: str
) -> None:
    assert status(made(helhedsplan, aftale)) == line

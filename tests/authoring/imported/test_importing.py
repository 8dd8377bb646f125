"""Documents of the program's own, imported: every word accounted for, and nearly all at the key they had."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.authoring.imported.importing import Imported
from generator.authoring.imported.leftovers import leftovers
from generator.document.model import (
    Block,
    Cell,
    Document,
    Heading,
    List,
    ListItem,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.formats.word.reading import Comment, Read, read_document
from generator.plan.model.plan import Plan
from generator.workspace.folders import PlanFolder
from tests.support.built import REAL, SOURCES, build
from tests.support.imported import imported, share

PLANS = REAL.plans()
WORDS = st.text("abcdefghij æøå0123456789.,:·()–-[]%\"'*_#", min_size=1, max_size=60).filter(
    lambda text: bool(text.strip()))
HEADS = st.sampled_from((
    "1. Formål med den boligsociale indsats", "2. Organisering", "Delaftalens parter:", "Formål:",
    "BESTYRELSEN", "Opgave:", "Delmål og indikatorer for indsatsområdet",
))  # fmt: skip


@cache
def of_plan(folder: PlanFolder) -> tuple[Imported, Plan]:
    built = {source.file.name: build(source) for source in SOURCES if source.folder == folder}
    plan = next(iter(built.values())).plan
    reads = {f"{name}.docx": read_document(one.data) for name, one in built.items()}
    return imported(reads, plan.form.midler, "Planen"), plan


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_every_word_of_the_documents_is_in_a_value_in_the_forms_text_or_left_over(folder: PlanFolder) -> None:
    found, _ = of_plan(folder)
    assert found.account.is_closed()


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_a_document_becomes_the_file_of_its_kind(folder: PlanFolder) -> None:
    found, plan = of_plan(folder)
    kinds = {f"{aftale.navn}.docx": aftale.kind.name for aftale in plan.aftaler}
    assert all(found.of[document].startswith(kind) for document, kind in kinds.items())


def test_nearly_all_words_of_a_plan_come_back_to_their_key() -> None:
    found, plan = of_plan(REAL.plan("viborg-2025-2029"))
    assert share(found, plan).of_all > 0.93


def cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text),)),))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(
    st.builds(lambda text: Paragraph((Run(text),)), WORDS),
    st.builds(lambda text: Paragraph((Run(text, bold=True),)), WORDS),
    st.builds(lambda text: Heading(1, (Run(text),)), HEADS | WORDS),
    st.builds(lambda text: List((ListItem((Paragraph((Run(text),)),)),)), WORDS),
    st.builds(lambda a, b: Table((Row((cell(a), cell(b))),), (1, 1)), HEADS | WORDS, WORDS),
), max_size=25))  # fmt: skip
@example([Table((Row((cell("0"), cell("0"))),), (1, 1))])
def test_whatever_a_document_says_no_word_of_it_is_lost_or_counted_twice(blocks: list[Block]) -> None:
    title = Heading(1, (Run("Strategisk samarbejdsaftale"),))
    read = Read(Document("", (title, *blocks)), (), (), (), ())
    assert imported({"a.docx": read}, "2019-26").account.is_closed()


def test_what_contradicts_another_document_is_left_over_with_both_texts() -> None:
    def delaftale(name: str, plan: str) -> Read:
        blocks: tuple[Block, ...] = (
            Paragraph((Run(f"Delaftale for indsatsområdet {name}"),), "Title"),
            Paragraph((Run(plan),), "Subtitle"), Heading(1, (Run("Delaftalens parter:"),)))
        return Read(Document("", blocks), (), (), (), ())

    north = delaftale("Beskæftigelse", "Planen i Nord")
    south = delaftale("Uddannelse og livschancer", "Planen i Syd")
    found = imported({"a.docx": north, "b.docx": south}, "2019-26")
    (left,) = found.account.left
    assert (left.text, left.instead, left.key) == ("Planen i Syd", "Planen i Nord", ("helhedsplan", "navn"))
    assert (left.document, left.beside) == ("b.docx", "a.docx")
    assert "at `navn`, where this stands: Planen i Nord (F13)" in leftovers(found.account)
    assert set(found.files) == {
        "helhedsplan.yaml", "delaftale-beskaeftigelse.yaml", "delaftale-uddannelse-og-livschancer.yaml",
    }  # fmt: skip


def test_a_comment_is_left_over_with_who_made_it_and_the_words_that_it_is_about() -> None:
    title = Paragraph((Run("Delaftale for indsatsområdet Beskæftigelse"),), "Title")
    comment = Comment("Jurist NN", "2026-01-02", "Er det det rigtige navn?", "Beskæftigelse", None, None)
    found = imported({"a.docx": Read(Document("", (title,)), (comment,), (), (), ())}, "2019-26")
    assert found.account.is_closed()
    assert "Comment by Jurist NN on: Beskæftigelse\n\n> Er det det rigtige navn?" in leftovers(found.account)

"""A traced document: the same as any other, and every word of the plan in it named by its key."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.base.findings import Rejected
from generator.document.texts import texts
from generator.plan.model.identity import Key
from generator.plan.model.plan import Plan
from generator.render.tracing import Kind, Traced
from generator.render.tracing import Source as Origin
from generator.run.read_plan import Reader
from generator.run.traced import trace
from generator.workspace.folders import PlanFolder
from tests.support.built import INVENTED, REAL, SOURCES, Source, build
from tests.support.drawn_plans import DRAWN, folder_for_plans, plans
from tests.support.marked_plans import MarkedPlan, marked
from tests.support.rounds import ROUNDS
from tests.support.tracing import WORD, Passage, passages, traced, typed_key

PLANS = [folder for workspace in (REAL, INVENTED) for folder in workspace.plans()]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> PlanFolder:
    return folder_for_plans(tmp_path_factory.mktemp("empty"))


@cache
def one(source: Source) -> Traced:
    built = build(source)
    return trace(source.folder, source.file, built.plan, built.aftale)


@cache
def with_marks(folder: PlanFolder) -> tuple[MarkedPlan, list[Passage]]:
    plan = Reader(folder.workspace).plan(folder).plan
    assert plan is not None
    marks = marked(plan)
    documents = traced(folder, marks.plan)
    return marks, [found for name in documents for found in passages(name, documents[name])]


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_a_traced_document_is_the_document_that_is_built(source: Source) -> None:
    assert one(source).document == build(source).document


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_every_character_has_one_source(source: Source) -> None:
    for text in texts(one(source).document):
        spans = one(source).sources(text.owner, text.field)
        assert [0, *(span.end for span in spans)] == [*(span.start for span in spans), len(text.words)]


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_every_text_of_a_plan_is_named_by_the_key_that_it_is_typed_at(folder: PlanFolder) -> None:
    marks, found = with_marks(folder)
    named = {word: typed_key(marks.plan, leaf) for leaf, word in marks.words.items()}
    wrong = [(passage, word) for passage in found for word in WORD.findall(passage.words)
             if named[word] not in passage.source.keys]
    assert not wrong


@pytest.mark.parametrize("midler", ROUNDS.files)
@DRAWN
@given(data=st.data())
def test_every_number_date_and_name_is_named_whichever_keys_a_plan_has(
    empty: PlanFolder, midler: str, data: st.DataObject
) -> None:
    marks = marked(data.draw(plans(empty, ROUNDS.form(midler))))
    try:
        documents = traced(empty, marks.plan)
    except Rejected:
        assume(False)
    named = {word: typed_key(marks.plan, leaf) for leaf, word in marks.words.items()}
    for name in documents:
        for passage in passages(name, documents[name]):
            for word in re.findall(r"mærke\d+|\d[\d.]+\d", passage.words):
                assert word not in named or _tells(passage.source, named[word]), (passage, named[word])


def _tells(source: Origin, key: Key) -> bool:
    """Tell whether a source names the key, or what is computed is made of one that holds it."""
    if source.kind is Kind.VALUE:
        return key in source.keys
    return any(one.file == key.file and one.path == key.path[: len(one.path)] for one in source.keys)


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_every_gap_is_named_by_the_key_that_fills_it(source: Source) -> None:
    built = build(source)
    gaps = [(passage.words, passage.source) for passage in passages(str(source), one(source))
            if "udfyldes]" in passage.words]
    assert all(gap.gap and gap.file for _, gap in gaps)
    labels = {(words, _required(built.plan, gap.keys[0])) for words, gap in gaps}
    assert all(words == f"[{label} udfyldes]" for words, label in labels if label)


def _required(plan: Plan, key: Key) -> str | None:
    """The name that the form has for a field that must be filled in."""
    file = next((a.kind.name for a in plan.aftaler if a.kilde.source.name == key.file), "helhedsplan")
    path = ".".join(map(str, key.path))
    return next((name for field, name in plan.form.krævede_felter.get(file, {}).items()
                 if re.fullmatch(_pattern(field), path)), None)


def _pattern(field: str) -> str:
    return re.escape(field).replace(r"\*", r"\d+").replace(r"\{valgte\}", "[^.]+").replace(r"\?", "")

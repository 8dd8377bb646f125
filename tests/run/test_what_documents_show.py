"""U2 tells what no document shows, and nothing else: held against the documents, by a mark at every value."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.base.findings import Rejected
from generator.plan import kinds
from generator.plan.model.plan import Plan
from generator.render import Rendered
from generator.run.build import Builder
from generator.run.read_plan import Reader
from generator.workspace.folders import PlanFolder
from tests.support.built import INVENTED, REAL
from tests.support.drawn_plans import DRAWN, folder_for_plans, plans
from tests.support.marked_plans import changeable, marked, not_shown, steering, told_of, with_change
from tests.support.rounds import ROUNDS

PLANS = [folder for workspace in (REAL, INVENTED) for folder in workspace.plans()]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> PlanFolder:
    """The folder of a plan with one document of each kind, for plans that are not read from it."""
    return folder_for_plans(tmp_path_factory.mktemp("empty"))


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_every_word_of_a_plan_comes_out_in_its_documents_or_is_told(folder: PlanFolder) -> None:
    plan = marked(read(folder))
    documents = rendered(folder, plan.plan)
    there = {aftale.kind for aftale in plan.plan.aftaler}
    whole = all(kind in there for kind in kinds.DOCUMENTS if kind.includes_shared)
    words = {leaf: word for leaf, word in plan.words.items() if leaf[0] or whole}
    assert words
    hidden = not_shown(words, (one.document for one in documents.values()))
    assert hidden == told_of(words, plan.plan, documents)


@pytest.mark.parametrize("midler", ROUNDS.files)
@DRAWN
@given(data=st.data())
def test_what_comes_out_nowhere_is_told_whichever_keys_a_plan_has(
    empty: PlanFolder, midler: str, data: st.DataObject
) -> None:
    plan = marked(data.draw(plans(empty, ROUNDS.form(midler))))
    documents = rendered(empty, plan.plan)
    assert not_shown(plan.words, (one.document for one in documents.values())) == told_of(
        plan.words, plan.plan, documents
    )


@pytest.mark.parametrize("midler", ROUNDS.files)
@DRAWN
@given(data=st.data())
def test_a_number_a_date_or_a_choice_is_told_just_when_another_changes_no_document(
    empty: PlanFolder, midler: str, data: st.DataObject
) -> None:
    plan = data.draw(plans(empty, ROUNDS.form(midler)))
    leaves = changeable(plan)
    assume(leaves)
    leaf = data.draw(st.sampled_from(leaves))
    other = with_change(plan, leaf)
    before, after = rendered(empty, plan), rendered(empty, other)
    changes = any(before[name].document != after[name].document for name in before)
    assert changes == (not told_of([leaf], plan, before)), leaf


def test_a_key_that_is_printed_wherever_it_stands_is_not_declared_to_steer() -> None:
    found, unseen = set(), set()
    for folder in PLANS:
        plan = read(folder)
        printed = {name for one in rendered(folder, plan).values() for name in one.rendering.printed()}
        held = [(key, value) for key, value in steering(plan) if value]
        found |= {key for key, _ in held}
        unseen |= {key for key, value in held if id(value) not in printed}
    assert found
    assert found - unseen == set()


def read(folder: PlanFolder) -> Plan:
    plan = Reader(folder.workspace).plan(folder).plan
    assert plan
    return plan


def rendered(folder: PlanFolder, plan: Plan) -> dict[str, Rendered]:
    """Each document of the plan; no more of a plan that was drawn where a template refuses it."""
    builder, files = Builder(folder.workspace, None, None), {file.name: file for file in folder.aftaler()}
    try:
        return {a.navn: builder.render(folder, files[a.navn], plan, a) for a in plan.aftaler}
    except Rejected as rejected:
        assume(folder in PLANS)
        raise rejected from None

"""Fourteen revisions that secretariats make: what becomes another document, and who is to approve it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compare.data.consequences import needs_the_fund
from generator.compare.data.plans import Fate
from generator.compare.revisions import compare
from generator.workspace.folders import Workspace
from generator.workspace.git import Repository
from tests.support.clone import clone_in
from tests.support.revisions import PLAN, REVISIONS, STRATEGIC, TOGETHER, WORK, lay_out

DIAGRAM, MEASURED, TERMS = "organisationsdiagram", "maalinger", "kommissorium-jobgruppen"
OTHER: dict[str, tuple[set[str], set[str]]] = {
    "a renamed area": ({STRATEGIC, WORK, TOGETHER, MEASURED}, {STRATEGIC}),
    "a party added": ({STRATEGIC, DIAGRAM, TERMS}, {STRATEGIC, DIAGRAM}),
    "an indsatsområde dropped": ({STRATEGIC, TOGETHER}, {STRATEGIC}),
    "activities reordered": ({TOGETHER}, set()),
    "a paragraph split and joined": ({STRATEGIC}, {STRATEGIC}),
    "a baseline filled": ({TOGETHER}, set()),
    "rows moved": ({TOGETHER}, set()),
    "form only": ({STRATEGIC}, set()),
    "look only": (set(), set()),
    "a version with approval": ({STRATEGIC}, set()),
    "draft to final": ({STRATEGIC, WORK, TOGETHER, TERMS}, {STRATEGIC}),
    "an item indented": ({TOGETHER}, set()),
    "figures swapped": ({TOGETHER}, set()),
    "a group removed": ({STRATEGIC, DIAGRAM, TERMS}, {STRATEGIC, DIAGRAM}),
}
"""The documents that each revision makes other ones, and those that Landsbyggefonden is to approve."""


@pytest.mark.parametrize("name", REVISIONS)
def test_a_revision_makes_these_documents_others_and_these_need_approval(name: str, tmp_path: Path) -> None:
    folder = lay_out(tmp_path)
    REVISIONS[name].first(folder)
    clone_in(tmp_path).commit("Version 1")
    REVISIONS[name].after(folder)
    since = Repository.found(tmp_path).commit("HEAD")
    assert since is not None
    plans = compare(Workspace(tmp_path), since, None, [PLAN]).plans
    documents = [document for plan in plans for document in plan.documents]
    others = {document.name for document in documents if document.fate is not Fate.SAME}
    asked = {document.name for document in documents if needs_the_fund(document)}
    assert (others, asked) == OTHER[name]

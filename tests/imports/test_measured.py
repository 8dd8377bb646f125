"""Imports measured: what must come to its key, of documents as they are and damaged."""

from __future__ import annotations

import pytest

from generator.workspace.folders import PlanFolder
from tests.imports.mangling import EACH, mangled, only, scanned
from tests.imports.measure import measured, original
from tests.support.built import INVENTED, REAL

MAIN = ("strategisk-samarbejdsaftale", "delaftale")
VIBORG = REAL.plan("viborg-2025-2029")


def test_nearly_all_that_a_plan_prints_is_printed_again_from_its_key() -> None:
    one = original(VIBORG)
    score, _ = measured(one, {name: traced.document for name, traced in one.documents.items()})
    assert score.closed
    assert score.share >= 0.97
    assert score.share_of_cells >= 0.93


@pytest.mark.parametrize("damage", EACH)
def test_a_document_that_is_damaged_in_one_way_loses_little(damage: str) -> None:
    one = original(VIBORG).only(*MAIN)
    score, _ = measured(one, {name: only(traced, damage, name) for name, traced in one.documents.items()})
    assert score.closed
    assert score.share >= 0.85


def test_a_document_that_is_damaged_in_all_ways_at_once_loses_little() -> None:
    one = original(VIBORG).only(*MAIN)
    score, _ = measured(one, {name: mangled(traced, name) for name, traced in one.documents.items()})
    assert score.closed
    assert score.share >= 0.8


@pytest.mark.parametrize("plan", [VIBORG, INVENTED.plan("opdigtet-2016-2020")], ids=lambda one: one.name)
def test_a_scanned_document_is_taken_in_with_every_word_accounted_for(plan: PlanFolder) -> None:
    one = original(plan).only(*MAIN)
    score, _ = measured(one, {name: scanned(traced.document, name) for name, traced in one.documents.items()})
    assert score.closed

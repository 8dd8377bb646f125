"""Promises that every entry of the registry keeps, so that all that asks it can rely on the answer."""

from __future__ import annotations

import inspect
from typing import get_type_hints

import pytest

from generator.plan import kinds
from generator.plan.kinds import DocumentKind
from generator.plan.model.plan import Aftale
from tests.conftest import ROOT
from tests.support.husorden import HUSORDEN
from tests.support.rounds import ROUNDS

EVERY = pytest.mark.parametrize("kind", [*kinds.DOCUMENTS, HUSORDEN], ids=lambda kind: kind.name)


@EVERY
def test_what_the_program_asks_of_any_document_means_the_same_in_every_kind(kind: DocumentKind) -> None:
    asked = ("status", "periode", "versioner", "accepter")
    wanted = {key: get_type_hints(inspect.getattr_static(Aftale, key).fget)["return"] for key in asked}
    there = {key: field.annotation for key, field in kind.model.fields.items() if key in asked}
    assert there == {key: wanted[key] for key in there}


@EVERY
def test_a_new_file_of_a_kind_needs_no_more_than_the_key_that_it_is_named_by(kind: DocumentKind) -> None:
    required = {key for key, field in kind.model.fields.items() if field.is_required}
    assert required <= {kind.key}
    assert bool(kind.key) is bool(kind.plural) is kind.count.has_names
    assert not kind.key or kind.key in kind.model.fields


@EVERY
def test_a_kind_names_keys_that_it_has_and_an_example_of_what_is_accepted(kind: DocumentKind) -> None:
    assert not kind.rhythm_in or kind.rhythm_in in kind.model.fields
    assert kind.accepts.keys() == {"regel", "sted", "begrundelse"}
    assert kind.accepts["sted"].partition("[")[0] in kind.model.fields


@pytest.mark.parametrize("midler", ROUNDS.files)
def test_a_round_has_a_template_for_every_kind_and_the_annex_that_it_is(midler: str) -> None:
    annexes = {bilag.nøgle for bilag in ROUNDS.form(midler).bilag}
    for kind in kinds.DOCUMENTS:
        assert (ROOT / "templates" / midler / f"{kind.name}.html.j2").is_file()
        assert not kind.annex or kind.annex in annexes


def test_a_file_is_of_one_kind_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "DOCUMENTS", (*kinds.DOCUMENTS, HUSORDEN))
    found = {
        name: kind.name if (kind := kinds.of_file(name)) else None
        for name in (
            "strategisk-samarbejdsaftale.yaml", "strategisk-samarbejdsaftale-2.yaml",
            "delaftale-x.yaml", "delaftale.yaml", "delaftale-x.yml", "delaftaler.yaml", "helhedsplan.yaml",
            "husorden.yaml", "husorden-x.yaml", "husordener.yaml",
        )
    }  # fmt: skip
    assert {name: kind for name, kind in found.items() if kind} == {
        "strategisk-samarbejdsaftale.yaml": "strategisk-samarbejdsaftale", "delaftale-x.yaml": "delaftale",
        "husorden.yaml": "husorden", "husorden-x.yaml": "husorden",
    }  # fmt: skip


def test_every_kind_has_a_name_of_its_own_that_can_be_that_of_a_file() -> None:
    names = [kind.name for kind in kinds.files()]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name == name.lower() for name in names)

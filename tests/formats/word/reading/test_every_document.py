"""Every document of the suite, written and read: the same document, also when others have saved it."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.document.model import Document
from generator.formats.word import write
from generator.formats.word.reading import read_document
from tests.support.built import SOURCES, Source, build
from tests.support.documents_with_edits import documents
from tests.support.mangled import mangled
from tests.support.read_back import as_word_holds, without_facts
from tests.support.word_samples import every_block, reference

MANY = settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
every_document = pytest.mark.parametrize("source", SOURCES, ids=str)


def read(data: bytes) -> Document:
    found = read_document(data)
    assert not found.told
    return found.document


def same(one: Document, other: Document) -> bool:
    return as_word_holds(one) == as_word_holds(other)


@every_document
def test_a_document_that_was_written_is_read_as_it_was(source: Source) -> None:
    document = build(source).document
    assert same(read(write(document, reference())), document)


@every_document
def test_a_document_is_the_same_when_its_runs_are_split_and_wrapped(source: Source) -> None:
    document = build(source).document
    assert same(read(mangled(write(document, reference()), random.Random(str(source)))), document)


def test_every_kind_of_block_is_read_as_it_was() -> None:
    assert same(read(write(every_block(), reference())), every_block())


@MANY
@given(documents, st.randoms(use_true_random=False))
def test_any_document_is_read_as_it_was_however_its_runs_are_split(
    document: Document, chance: random.Random,
) -> None:
    whole = write(document, reference())
    held = without_facts(as_word_holds(document))
    assert without_facts(as_word_holds(read(whole))) == held
    assert without_facts(as_word_holds(read(mangled(whole, chance)))) == held

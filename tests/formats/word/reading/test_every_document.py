"""Every document of the suite, written and read: the same document."""

from __future__ import annotations

import pytest

from generator.document.model import Document
from generator.formats.word import write
from generator.formats.word.reading import read_document
from tests.support.built import SOURCES, Source, build
from tests.support.read_back import as_word_holds
from tests.support.word_samples import every_block, reference


def read(document: Document) -> Document:
    found = read_document(write(document, reference()))
    assert not found.told
    return found.document


def same(one: Document, other: Document) -> bool:
    return as_word_holds(one) == as_word_holds(other)


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_what_is_written_is_read_as_it_was(source: Source) -> None:
    document = build(source).document
    assert same(read(document), document)


def test_every_kind_of_block_is_read_as_it_was() -> None:
    assert same(read(every_block()), every_block())

"""Every letter of a file is in the Document or is told, and no file crashes the reader."""

from __future__ import annotations

import random
from functools import cache

import pytest

from generator.base.findings import Finding, Rejected
from generator.compare.documents import redline
from generator.document.model import Signature
from generator.formats.word import write
from generator.formats.word.reading import read_document
from generator.formats.word.reading.as_text import text_of_docx
from tests.fuzz.damage import damaged
from tests.support.accounts import disturbed, in_file, in_read
from tests.support.built import SOURCES, Source, build
from tests.support.mangled import mangled
from tests.support.word_samples import document, every_block, p, reference


@cache
def whole() -> tuple[bytes, ...]:
    """Documents of every kind of block, with marks and without."""
    every = write(every_block(), reference())
    marked = write(redline(document(p("Før")), every_block()), reference(), author="Bo", date="2026-05-01")
    return every, marked, build(SOURCES[1]).data


@pytest.mark.parametrize("source", SOURCES[::4], ids=str)
def test_every_letter_of_a_document_is_read(source: Source) -> None:
    data = build(source).data
    for one in (data, mangled(data, random.Random(1))):
        assert not in_file(one) - in_read(read_document(one))


@pytest.mark.parametrize("seed", range(60))
def test_every_letter_is_read_or_told_wherever_it_stands(seed: int) -> None:
    chance = random.Random(seed)
    data = disturbed(chance.choice(whole()), chance)
    assert not in_file(data) - in_read(read_document(data))


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_read_or_refused_in_words(seed: int) -> None:
    chance = random.Random(f"damage {seed}")
    data = damaged(chance.choice(whole()), chance)
    try:
        read_document(data)
        text_of_docx(data)
    except Rejected as rejected:
        assert all(isinstance(one, Finding) and one.hint for one in rejected.findings)


def test_what_is_written_into_a_signature_block_is_told() -> None:
    data = write(document(p("Underskrift"), Signature("Part", "part", "Ane", "Direktør")), reference())
    assert read_document(data).told == ()
    from tests.fuzz.damage import packed, unpacked

    parts = unpacked(data)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b">Dato<", b">Dato 1. maj<")
    (told,) = read_document(packed(parts)).told
    assert (told.what, told.text) == ("signature field", "Dato 1. maj")

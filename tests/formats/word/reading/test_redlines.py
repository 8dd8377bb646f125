"""Documents with marks, written and read: the same old document and the same new one."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings

from generator.base.values import replace
from generator.compare.documents import redline
from generator.document.model import Contents, Document, Entry, Heading, Mark, Paragraph
from generator.document.reading import runs, text_of, walk
from generator.document.revision_marks import accepted, rejected
from generator.formats.word import write
from generator.formats.word.reading import read_document
from tests.support.built import SOURCES, Source, build
from tests.support.documents_with_edits import revised
from tests.support.mangled import mangled
from tests.support.read_back import as_word_holds, without_facts
from tests.support.word_samples import document, h, p, reference

BY, DAY = "Ane Eksempel", "2026-03-31"
A_LINE_OF_CONTENTS_CAME = (document(Contents("Indhold", ()), p("at")),
                           document(Contents("Indhold", (Entry(1, "", "at"),))))
NEIGHBOURS = list(pairwise(sorted(SOURCES, key=lambda source: source.file.name)))[::3]


def written(marked: Document) -> bytes:
    return write(marked, reference(), author=BY, date=DAY)


def read(marked: Document) -> Document:
    return read_document(written(marked)).document


def sides(marked: Document) -> tuple[Document, Document]:
    """The old and the new document; the title and the properties are those of the new one."""
    old, new = rejected(replace(marked, was=None)), accepted(marked)
    return without_facts(as_word_holds(old)), without_facts(as_word_holds(new))


@pytest.mark.parametrize(("before", "after"), NEIGHBOURS, ids=str)
def test_a_redline_of_two_documents_is_read_as_both(before: Source, after: Source) -> None:
    marked = redline(build(before).document, build(after).document)
    whole = written(marked)
    assert sides(read_document(whole).document) == sides(marked)
    assert sides(read_document(mangled(whole, random.Random(1))).document) == sides(marked)


@pytest.mark.parametrize("source", SOURCES[::3], ids=str)
def test_a_few_changes_are_read_with_the_same_marks(source: Source) -> None:
    old = build(source).document
    middle = len(old.blocks) // 2
    blocks = (*old.blocks[:middle], p("Et afsnit, som ingen har set før."), *old.blocks[middle + 1:])
    changed = [replace(block, content=(*block.content, *p(" Og mere.").content))
               if isinstance(block, (Paragraph, Heading)) and not place % 5 else block
               for place, block in enumerate(blocks)]
    marked = redline(old, replace(old, blocks=tuple(changed)))
    found = without_facts(as_word_holds(read(marked)))
    assert found == without_facts(as_word_holds(replace(marked, was=None))), "the marks are others"


@settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
@given(revised())
@example(A_LINE_OF_CONTENTS_CAME)
def test_any_redline_is_read_with_the_lines_of_both_documents(pair: tuple[Document, Document]) -> None:
    marked = redline(*pair)
    one, other = sides(read(marked)), sides(marked)
    assert [sorted(text_of(side).split("\n")) for side in one] == [
        sorted(text_of(side).split("\n")) for side in other]


def test_a_mark_knows_who_made_it_and_when() -> None:
    old, new = p("Beboerne bygger et nyt fælleshus ved skoven"), p("Beboerne bygger et nyt fælleshus ved åen")
    found = read(redline(document(old), document(new)))
    marks = [run.mark for block in walk(found.blocks) for run in runs(block) if run.mark]
    assert [(mark.author, mark.date[:10]) for mark in marks] == [(BY, DAY)] * 2
    assert Mark("inserted", author="En") == Mark("inserted", author="En anden")


def test_what_moved_is_known_to_have_moved() -> None:
    moved = p("Dette afsnit er langt nok til at kunne flyttes for sig selv i aftalen.")
    old = document(moved, h(1, "Formål"), p("Her står noget andet."), p("Og her står det sidste."))
    new = document(h(1, "Formål"), p("Her står noget andet."), moved, p("Og her står det sidste."))
    marks = [block.mark for block in read(redline(old, new)).blocks if block.mark]
    assert [(mark.kind, mark.move) for mark in marks] == [("moved-from", "move1"), ("moved-to", "move1")]

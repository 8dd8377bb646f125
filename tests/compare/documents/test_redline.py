"""A redline holds both documents: accepted it is the new one, rejected the old one."""

from __future__ import annotations

from hypothesis import given, settings

from generator.compare.documents import redline
from generator.document import revision_marks
from generator.document.model import Document
from generator.formats.word import write
from tests.support import documents_with_edits
from tests.support.tracked import accepted, rejected, structure
from tests.support.word_samples import reference


def holds(old: Document, new: Document) -> bytes:
    """Asserts that the redline of the two holds both; returns its .docx."""
    data = write(redline(old, new), reference(), author="Sekretariatet", date="2026-03-31")
    assert accepted(data) == structure(write(new, reference()))
    assert rejected(data) == rejected(write(old, reference()))
    return data


@settings(max_examples=150)
@given(documents_with_edits.documents, documents_with_edits.documents)
def test_the_redline_of_any_two_documents_holds_both(old: Document, new: Document) -> None:
    holds(old, new)


@settings(max_examples=150)
@given(documents_with_edits.revised())
def test_the_redline_of_a_revision_holds_both(both: tuple[Document, Document]) -> None:
    holds(*both)


@settings(max_examples=50)
@given(documents_with_edits.documents)
def test_the_redline_of_a_document_with_itself_has_no_marks(document: Document) -> None:
    assert redline(document, document) == document
    assert not revision_marks.has_marks(redline(document, document).blocks)

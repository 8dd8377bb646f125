"""A redline holds both documents: accepted it is the new one, rejected the old one."""

from __future__ import annotations

from hypothesis import given, settings

from generator import marks
from generator.document import Document
from generator.redline import redline
from generator.word import write
from tests.redline import strategies
from tests.redline.tracked import accepted, rejected, structure
from tests.word.samples import reference


def holds(old: Document, new: Document) -> bytes:
    """Asserts that the redline of the two holds both; returns its .docx."""
    data = write(redline(old, new), reference(), author="Sekretariatet", date="2026-03-31")
    assert accepted(data) == structure(write(new, reference()))
    assert rejected(data) == structure(write(old, reference()))
    return data


@settings(max_examples=150)
@given(strategies.documents, strategies.documents)
def test_the_redline_of_any_two_documents_holds_both(old: Document, new: Document) -> None:
    holds(old, new)


@settings(max_examples=150)
@given(strategies.revised())
def test_the_redline_of_a_revision_holds_both(both: tuple[Document, Document]) -> None:
    holds(*both)


@settings(max_examples=50)
@given(strategies.documents)
def test_the_redline_of_a_document_with_itself_has_no_marks(document: Document) -> None:
    assert redline(document, document) == document
    assert not marks.has_marks(redline(document, document).blocks)

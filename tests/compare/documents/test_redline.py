"""A redline holds both documents: accepted it is the new one, rejected the old one."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.base.values import replace
from generator.compare.documents import redline
from generator.document import revision_marks
from generator.document.model import Document
from generator.formats.word import write
from tests.support import documents_with_edits
from tests.support.package_reading import Docx, W
from tests.support.tracked import REJECT, accepted, margins, rejected, structure
from tests.support.word_samples import PROPERTIES, document, p, reference

STATUSES = ["Udkast", "Endelig, version 1", "Forslag til version 2, ændringer siden version 1"]


def holds(old: Document, new: Document) -> bytes:
    """Asserts that the redline of the two holds both; returns its .docx."""
    data = write(redline(old, new), reference(), author="Sekretariatet", date="2026-03-31")
    assert accepted(data) == structure(write(new, reference()))
    was = write(old, reference())
    assert rejected(data) == rejected(was)
    if revision_marks.has_marks(redline(old, new).blocks):
        assert margins(data) == margins(write(new, reference()))
        assert margins(data, REJECT) == margins(was)
    return data


@settings(max_examples=150)
@given(documents_with_edits.documents, documents_with_edits.documents)
def test_the_redline_of_any_two_documents_holds_both(old: Document, new: Document) -> None:
    holds(old, new)


@settings(max_examples=150)
@given(documents_with_edits.revised())
def test_the_redline_of_a_revision_holds_both(both: tuple[Document, Document]) -> None:
    holds(*both)


@settings(max_examples=150)
@given(documents_with_edits.revised(), st.booleans(), st.booleans(), st.sampled_from(STATUSES),
       st.sampled_from(STATUSES))
def test_headers_and_footers_are_those_of_the_document_that_is_chosen(
    both: tuple[Document, Document], was_draft: bool, is_draft: bool, was: str, now: str,
) -> None:
    old, new = both
    assume(revision_marks.has_marks(redline(old, new).blocks))
    properties = (*PROPERTIES[:2], ("Status", now))
    holds(replace(old, draft=was_draft, properties=(*PROPERTIES[:2], ("Status", was))),
          replace(new, draft=is_draft, properties=properties))


def test_the_header_of_a_redline_shows_the_new_edition_put_in_and_the_old_one_taken_out() -> None:
    old = document(p("Før"), properties=(*PROPERTIES[:2], ("Status", "Endelig, version 1")))
    new = document(p("Efter"), draft=True, properties=(*PROPERTIES[:2], ("Status", "Forslag til version 2")))
    roots = list(Docx(holds(old, new)).margins())
    marked = {kind: {"".join(one.itertext()) for root in roots for one in root.iter(f"{W}{kind}") if len(one)}
              for kind in ("ins", "del")}
    assert marked == {"ins": {"UDKAST", "Forslag til version 2"}, "del": {"Endelig, version 1"}}


@settings(max_examples=50)
@given(documents_with_edits.documents)
def test_the_redline_of_a_document_with_itself_has_no_marks(document: Document) -> None:
    assert redline(document, document) == document
    assert not revision_marks.has_marks(redline(document, document).blocks)

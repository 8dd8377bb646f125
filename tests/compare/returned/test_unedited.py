"""Documents that nobody has edited come back as nothing, whatever has saved them."""

from __future__ import annotations

import pytest

from generator.compare.returned import returned
from generator.formats.word.reading import read_document
from tests.support.built import Source, build
from tests.support.document_library import in_a_library
from tests.support.edited_docx import Editor
from tests.support.returning import documents, docx_of, state_of

NOTHING = ((), (), (), ())
ONE_OF_EACH = {source.file.kind.name: source for source in documents() if source.folder.name != "stor-plan"}


@pytest.mark.parametrize("source", ONE_OF_EACH.values(), ids=str)
def test_a_document_that_was_only_saved_again_changes_nothing(source: Source) -> None:
    saved = Editor(docx_of(str(source))).saved()
    found = returned(state_of(str(source)), read_document(saved))
    assert (found.changes, found.told, found.follows, found.remarks) == NOTHING


@pytest.mark.parametrize("source", ONE_OF_EACH.values(), ids=str)
def test_a_document_that_a_library_has_had_changes_nothing(source: Source) -> None:
    kept = in_a_library(Editor(build(source).data).saved())
    found = returned(state_of(str(source)), read_document(kept))
    assert (found.changes, found.told, found.follows, found.remarks) == NOTHING

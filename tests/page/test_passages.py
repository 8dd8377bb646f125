"""Passages of a page: the words of the document, each with the key that it opens."""

from __future__ import annotations

import re

import pytest

from generator.formats.html.fragment import fragment
from generator.page.passages import passages_of
from generator.run.traced import trace
from tests.support.built import SOURCES, Source, build


@pytest.mark.parametrize("source", [source for source in SOURCES if source.is_real], ids=str)
def test_a_page_with_passages_has_the_same_words_each_with_its_key(source: Source) -> None:
    built = build(source)
    traced = trace(source.folder, source.file, built.plan, built.aftale)
    shared = built.plan.kilde.source.name
    page = fragment(traced.document, passages_of(traced, {shared: shared}))
    assert re.sub(r'<span data-(?:file|key)="[^>]*>(.*?)</span>', r"\1", page) == fragment(traced.document)
    assert f'data-file="{shared}" data-key="[&quot;navn&quot;]" data-kind="value"' in page

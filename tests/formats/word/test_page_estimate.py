"""How long a document is, estimated from its text."""

from __future__ import annotations

import pytest

from generator.document.model import Signature
from generator.formats.word import pages
from tests.support.word_samples import document, h, p, row, table


def test_a_page_holds_some_five_hundred_words() -> None:
    assert pages(document(*[p("ord og mere " * 42)] * 10)) == pytest.approx(1.3, abs=0.3)


def test_a_heading_on_a_new_page_begins_a_page() -> None:
    assert 1 < pages(document(p("x"), h(1, "y", new_page=True))) < 1.2


def test_seven_signatures_fill_a_page() -> None:
    blocks = [Signature("Viborg Kommune", f"a{number}") for number in range(7)]
    assert 0.8 < pages(document(*blocks)) < 1.05


def test_a_table_is_as_long_as_its_tallest_cells() -> None:
    wide = pages(document(table(*[row("a", "ord " * 50)] * 20)))
    narrow = pages(document(table(*[row("a", "ord " * 50)] * 20, columns=(9, 1))))
    assert narrow > 2 * wide

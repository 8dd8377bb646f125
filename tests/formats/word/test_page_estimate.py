"""How long a document is, estimated from its text."""

from __future__ import annotations

import pytest

from generator.base.values import replace
from generator.document.model import Document, Signature
from generator.formats import word
from generator.formats.word.heights import Piece
from generator.formats.word.page_estimate import filled
from tests.support.word_samples import document, h, items, p, reference, row, table


def pages(found: Document) -> float:
    return word.pages(found, reference())


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


def test_the_estimate_follows_the_size_of_the_letters_and_the_page() -> None:
    small = pages(document(*[p("ord og mere " * 42, "Source")] * 20))
    assert pages(document(*[p("ord og mere " * 42)] * 20)) > 1.2 * small


def test_a_list_is_as_long_as_its_points() -> None:
    assert pages(document(items(*["et punkt"] * 20))) == pytest.approx(
        2 * pages(document(items(*["et punkt"] * 10))), rel=0.1)


def test_a_piece_that_does_not_fit_begins_a_page_with_what_is_kept_with_it() -> None:
    line, heading = Piece(10, least=10), Piece(10, least=10, keep=True)
    assert filled([line] * 10, 100) == 1.0
    assert filled([*[line] * 9, line, line], 100) == pytest.approx(1.1)
    assert filled([*[line] * 9, heading, line], 100) == pytest.approx(1.2)
    assert filled([line, replace(line, fresh=True)], 100) == pytest.approx(1.1)


def test_a_piece_higher_than_a_page_goes_on_overleaf() -> None:
    assert filled([Piece(250, least=250)], 100) == pytest.approx(2.5)


def test_room_above_a_heading_is_none_at_the_top_of_a_page() -> None:
    line, heading = Piece(10, least=10), Piece(30, before=20, least=30, fresh=True)
    assert filled([line, heading], 100) == pytest.approx(1.1)

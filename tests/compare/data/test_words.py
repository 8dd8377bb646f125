"""A text that has changed, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.compare.data.change import Piece, Side
from generator.compare.data.words import likeness, paragraphs, word_diff

TEXTS = st.text(alphabet="ab æø.,%\n-1", max_size=60)


def told(old: str, new: str) -> str:
    signs = {Side.BOTH: "{}", Side.OLD: "[{}]", Side.NEW: "<{}>"}
    return "".join(signs[piece.side].format(piece.text) for piece in word_diff(old, new))


def side(pieces: tuple[Piece, ...], left_out: Side) -> str:
    return "".join(piece.text for piece in pieces if piece.side is not left_out)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_had_back_from_the_pieces(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert side(pieces, Side.NEW) == old
    assert side(pieces, Side.OLD) == new
    assert all(piece.text for piece in pieces)


@given(TEXTS)
def test_a_text_is_like_itself(text: str) -> None:
    assert likeness(text, text) == 1
    assert {piece.side for piece in word_diff(text, text)} <= {Side.BOTH}


def test_a_word_that_is_put_in_does_not_take_the_space_before_it() -> None:
    assert told("Alle beboere i huset.", "Alle voksne beboere i huset.") == "Alle <voksne >beboere i huset."


def test_a_number_is_one_word() -> None:
    assert told("I alt 12.502 kr. i år", "I alt 13.100 kr. i år") == "I alt [12.502]<13.100> kr. i år"


def test_two_texts_with_little_in_common_are_not_mixed() -> None:
    assert told("Helhedsplanen har ansvaret.", "Bestyrelsen mødes to gange.") == (
        "[Helhedsplanen har ansvaret.]<Bestyrelsen mødes to gange.>"
    )


def test_a_text_has_paragraphs_and_list_items_on_a_line_each() -> None:
    assert paragraphs("Et\nafsnit.\n\nPunkter:\n- det ene\n  mere\n- det andet\n") == [
        "Et afsnit.", "Punkter:", "- det ene mere", "- det andet",
    ]  # fmt: skip

"""Marks around passages: put in and taken out again without a trace."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.render.tracing.marks import CLOSE, OPEN, Marked, around, in_markup, is_marked, joined, parted

TEXTS = st.text(st.sampled_from("ab \n\u00a0<&"), max_size=20)


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_marked_is_found_again_and_the_text_is_as_it_was(before: str, inner: str, after: str) -> None:
    text, found = parted(before + around(inner, "7") + after)
    assert text == before + inner + after
    assert [text[one.start : one.end] for one in found] == ([inner.strip()] if inner.strip() else [])


@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=5))
def test_passages_that_were_parted_are_joined_again(texts: list[str]) -> None:
    marked = "".join(around(text, str(number)) for number, text in enumerate(texts))
    assert joined(*parted(marked)) == marked


def test_a_mark_stands_inside_white_space_so_that_folding_is_the_same_with_it() -> None:
    assert around("  a b\n", "1").strip() != around("  a b\n", "1")
    assert around("  a b\n", "1").strip().startswith(OPEN)
    assert around("  a b\n", "1").strip().endswith(CLOSE)
    assert around(" \n", "1") == " \n"


def test_in_markup_each_text_is_marked_and_no_tag() -> None:
    marked = in_markup("<p>en <strong>to</strong>\n</p><p> </p>tre", str)
    assert parted(marked) == ("<p>en <strong>to</strong>\n</p><p> </p>tre", [
        Marked(3, 5, "0"), Marked(14, 16, "1"), Marked(38, 41, "2"),
    ])
    assert is_marked(marked)

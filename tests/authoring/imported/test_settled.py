"""Headings that are settled all at once: a section of a form is one of the document's, and no two are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.imported.settled import GIVES_WAY, settled

PAIRS = st.tuples(st.sampled_from("abcde"), st.sampled_from("ABCDE"))
PRICES = st.dictionaries(PAIRS, st.sampled_from([0.75, 0.8, 0.84, 0.9, 1.0]), max_size=20)


@given(PRICES)
def test_no_heading_has_two_sections_and_each_is_one_that_it_may_be(
    prices: dict[tuple[str, str], float]
) -> None:
    owners = settled(prices)
    assert len({*owners.values()}) == len(owners)
    assert all((said, form) in prices for form, said in owners.items())


@given(PRICES)
def test_a_heading_is_without_a_section_only_where_all_that_it_may_be_are_taken(
    prices: dict[tuple[str, str], float]
) -> None:
    owners = settled(prices)
    for said, form in prices:
        if said not in owners.values():
            assert form in owners


def test_one_that_has_another_place_nearly_as_good_gives_way() -> None:
    both = {("a", "A"): 0.9, ("a", "B"): 0.9 - GIVES_WAY / 2, ("b", "A"): 0.8}
    assert settled(both) == {"A": "b", "B": "a"}
    assert settled({**both, ("a", "B"): 0.9 - GIVES_WAY * 2}) == {"A": "a"}

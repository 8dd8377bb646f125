"""Which item of a new list is which of the old one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.compare.data.matching import Pair, match
from generator.compare.data.words import likeness

LISTS = st.lists(st.sampled_from("abcdefgh"), max_size=8)


def pairs(old: list[str], new: list[str]) -> list[Pair[str]]:
    return match(old, new, str, likeness, 0.5)


@given(LISTS, LISTS)
def test_every_item_is_in_one_pair_and_no_more(old: list[str], new: list[str]) -> None:
    found = pairs(old, new)
    assert sorted(pair.old_at for pair in found if pair.old is not None) == list(range(len(old)))
    assert [pair.new_at for pair in found if pair.new is not None] == list(range(len(new)))


@given(st.permutations(list("abcde")))
def test_what_stays_in_order_has_not_moved(new: list[str]) -> None:
    kept = [pair.old_at for pair in pairs(list("abcde"), new) if not pair.moved]
    assert kept == sorted(kept)


@given(LISTS, st.integers(0, 8))
def test_an_item_that_is_added_moves_no_other(items: list[str], at: int) -> None:
    assert not any(pair.moved for pair in pairs(items, [*items[:at], "ny", *items[at:]]))


def test_one_item_that_changes_place_is_the_one_that_moved() -> None:
    moved = [pair.new for pair in pairs(list("abcdef"), list("fabcde")) if pair.moved]
    assert moved == ["f"]


def test_an_item_is_known_again_under_another_name() -> None:
    found = pairs(["Bo Godt i byen", "Rådgivning"], ["Rådgivning", "Bo Godt i hele byen"])
    assert ("Bo Godt i byen", "Bo Godt i hele byen") in {(pair.old, pair.new) for pair in found}


def test_of_long_lists_few_items_are_held_against_each_other() -> None:
    old = [f"række {number} med ord" for number in range(3000)]
    held: list[tuple[str, str]] = []

    def counted(one: str, other: str) -> float:
        held.append((one, other))
        return likeness(one, other)

    match(old, [*old[1500:], *old[:1400]], str, counted, 0.5)
    assert len(held) < 3 * len(old)

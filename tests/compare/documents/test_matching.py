"""What two sequences have in common is found in order, nearly all of it, with work that grows as they do."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.documents import redline
from generator.compare.documents.matching import differing, matches
from generator.document.model import Block, Document, Paragraph, Run

letters = st.lists(st.sampled_from("abcd"), max_size=30)


@given(letters, letters)
def test_pairs_are_equal_and_rise_in_both(old: list[str], new: list[str]) -> None:
    pairs = matches(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(letters, st.data())
def test_what_was_only_added_to_is_found_whole(old: list[str], data: st.DataObject) -> None:
    new = list(old)
    new.insert(data.draw(st.integers(0, len(new))), "x")
    assert len(matches(old, new)) == len(old)


def test_of_six_thousand_blocks_with_many_repeats_the_reworded_stay_in_their_places() -> None:
    chance = random.Random(1)
    said = [f"Aktivitet {number}: beboere mødes i område {number % 7}" for number in range(40)]
    old = [said[chance.randrange(40)] for _ in range(6000)]
    new = [text if chance.random() > 0.05 else f"{text} hver uge i {turn}" for turn, text in enumerate(old)]
    marked = redline(_document(old), _document(new))
    whole = [block for block in marked.blocks if block.mark]
    assert len(whole) < 60, "reworded paragraphs are taken out and put in whole"


class Word(str):
    """A word that counts how often any of its kind is looked at."""

    __slots__ = ()
    looks = 0

    def __eq__(self, other: object) -> bool:
        Word.looks += 1
        return super().__eq__(other)

    def __hash__(self) -> int:
        Word.looks += 1
        return super().__hash__()


@pytest.mark.parametrize("kind", ["one word in each", "other sentences", "other order"])
def test_work_grows_with_the_sentences_of_a_paragraph_and_not_with_their_square(kind: str) -> None:
    def work(sentences: int) -> int:
        chance = random.Random(4)
        said = [[Word(f"ord{chance.randrange(60)}") for _ in range(12)] for _ in range(2 * sentences)]
        old, new = said[:sentences], said[sentences:]
        if kind == "one word in each":
            new = [[*one[:4], Word("nyt"), *one[5:]] for one in old]
        elif kind == "other order":
            new = chance.sample(old, len(old))
        Word.looks = 0
        differing([word for one in old for word in one], [word for one in new for word in one])
        return Word.looks

    few = work(400)
    assert work(800) < 3 * few
    assert work(1600) < 8 * few, "16 times as much would be the square"


def _document(texts: list[str]) -> Document:
    blocks: tuple[Block, ...] = tuple(Paragraph((Run(text),)) for text in texts)
    return Document("En aftale", blocks)

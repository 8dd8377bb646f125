"""Whole sections that were put in beside those that print items of a list → further items of the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import TypeAlias

from generator.compare.returned.aligned import Pair
from generator.compare.returned.elements import Came, Place, Standing
from generator.compare.returned.holes import Segment
from generator.compare.returned.leaves import Leaf
from generator.document.model import List, ListItem

Parts = list[Segment]
Group: TypeAlias = list[tuple[Leaf, Parts]]


def sections_that_came(pairs: Sequence[Pair], parts: Sequence[Parts]) -> Iterator[Came]:
    """The sections that came, heading first, each beside one with a heading of that level as it was made."""
    at = 0
    for is_new, together in groupby(pairs, lambda pair: pair.old is None):
        run = list(together)
        leaves = [pair.new for pair in run if is_new and pair.new and pair.new.text.strip()]
        if leaves and leaves[0].level:
            yield from _beside(leaves, pairs, parts, at)
        at += len(run)


def _beside(leaves: Sequence[Leaf], pairs: Sequence[Pair], parts: Sequence[Parts], at: int) -> Iterator[Came]:
    """One section after the other, if each begins as the first does."""
    level = leaves[0].level
    before = _headings(pairs, reversed(range(at)), level)
    made = (_made(pairs, parts, place, level) for place in (*before, *_headings(
        pairs, range(at, len(pairs)), level)))
    like = next((found for found in made if found), None)
    starts = [place for place, leaf in enumerate(leaves) if leaf.level == level]
    for start, end in zip(starts, [*starts[1:], len(leaves)], strict=True) if like else ():
        assert like
        of_one: Group = [(leaf, []) for leaf in leaves[start:end]]
        new = Standing(ListItem(()), List(()), of_one, [None] * len(of_one))
        yield Came(new, (like,), any(pair.old is like.leaves[0][0] for pair in pairs[:at]))


def _headings(pairs: Sequence[Pair], places: Iterable[int], level: int) -> Iterator[int]:
    """The places of headings of the level, until one that is above it."""
    for place in places:
        old = pairs[place].old
        if old and 0 < old.level < level:
            return
        if old and old.level == level:
            yield place


def _made(pairs: Sequence[Pair], parts: Sequence[Parts], start: int, level: int) -> Standing | None:
    """The section that was made and begins there, if it prints one item of a list, named by its heading."""
    all_ = ((pair.old, of_leaf) for pair, of_leaf in zip(pairs[start:], parts[start:], strict=True)
            if pair.old)
    first = next(all_)
    if _is_fixed(first):
        return None
    leaves = [first, *takewhile(lambda one: not 0 < one[0].level <= level, all_)]
    slots = [part.slot for _, of_leaf in leaves for part in of_leaf if part.slot]
    places = {Place(slot.file, slot.path[:at], step) for slot in slots
              for at, step in enumerate(slot.path) if isinstance(step, int)}
    of_all = (place for place in places if all(place.holds(slot) for slot in slots))
    place = max(of_all, key=lambda one: len(one.list), default=None)
    return place and Standing(ListItem(()), List(()), leaves, [None] * len(leaves), place)


def is_section(one: Standing) -> bool:
    """Tell whether it is a section, and no row and no item."""
    return isinstance(one.element, ListItem) and not one.element.blocks


def side_by_side(like: Standing, one: Standing) -> list[tuple[Group, Group]] | None:
    """The leaves of both between the form's own, those of a key together; None where they are not alike."""
    found: list[tuple[Group, Group]] = []
    left = list(one.leaves)
    fixed = {leaf.text for leaf, parts in like.leaves if _is_fixed((leaf, parts))}
    for is_fixed, together in groupby(like.leaves, _is_fixed):
        old = list(together)
        if is_fixed:
            new = left[: len(old)]
            if [leaf.text for leaf, _ in new] != [leaf.text for leaf, _ in old]:
                return None
        else:
            new = list(takewhile(lambda leaf: leaf[0].text not in fixed, left))
            keys = [list(of_key) for _, of_key in groupby(old, lambda leaf: {part.slot for part in leaf[1]})]
            if len(keys) == 1:
                found.append((old, new))
            elif len(old) == len(new):
                found += [([before], [after]) for before, after in zip(old, new, strict=True)]
            elif len(keys) == 2 and new and len(keys[0]) == 1 and keys[0][0][0].level == new[0][0].level > 0:
                found += [(keys[0], new[:1]), (keys[1], new[1:])]  # a heading, and the text below it
            else:
                return None
        left = left[len(new):]
    return found if not left else None


def _is_fixed(one: tuple[Leaf, Parts]) -> bool:
    """Tell whether all of the leaf is the form's."""
    return not any(part.slot for part in one[1])

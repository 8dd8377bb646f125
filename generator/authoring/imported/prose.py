"""Prose that came in several units: points of one list become one list again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.base.values import replace
from generator.document.model import Block, List
from generator.render.typed_prose import prose_of


def joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, with lists that stand side by side as one."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, List) and isinstance(last, List) and _is_same(last, block):
            found[-1] = replace(last, items=(*last.items, *block.items))
        else:
            found.append(block)
    return tuple(found)


def _is_same(one: List, other: List) -> bool:
    return (one.ordered, one.letters) == (other.ordered, other.letters)


def prose_and(there: Sequence[Block], more: Sequence[Block]) -> tuple[tuple[Block, ...], str]:
    """Both after each other, and what is typed for them."""
    blocks = joined((*there, *more))
    return blocks, prose_of(blocks)

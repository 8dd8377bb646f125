"""Tables that went and those that came in their place, next to each other, so that they are written as one.

Between two blocks that stay, what went may stand before what came or among it: either document is the same.
A table whose rows all go leaves the paragraph above it alone in some readers; one that holds the rows of both
is there whatever is chosen, and so is its caption.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from generator.document.model import Block, Signature, Table


def beside_each_other(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks in an order in which every table that went is followed by one that came, where one did."""
    return tuple([block for free, together in groupby(blocks, _is_free)
                  for block in (_exchanged(list(together)) if free else together)])


def _is_free(block: Block) -> bool:
    """Tell whether the block came or went by itself: neither moved, nor one of a run of signatures."""
    return block.mark is not None and not block.mark.move and not isinstance(block, Signature)


def _exchanged(blocks: list[Block]) -> Iterable[Block]:
    went, came = ([block for block in blocks if block.mark and block.mark.is_old is old]
                  for old in (True, False))
    if not any(isinstance(block, Table) for block in blocks):
        return blocks
    old, new = _parted(went), _parted(came)
    found: list[Block] = []
    for (*before, table), (*above, other) in zip(old[:-1], new[:-1], strict=False):
        found += [*before, *above, table, other]
    both = min(len(old), len(new)) - 1
    left, right = ([block for part in parts[both:] for block in part] for parts in (old, new))
    return [*found, *(right + left if len(new) > len(old) else left + right)]


def _parted(blocks: Iterable[Block]) -> list[list[Block]]:
    """The blocks up to each table, and those after the last."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        parts[-1].append(block)
        if isinstance(block, Table):
            parts.append([])
    return parts

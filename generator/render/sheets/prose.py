"""Prose → the plain text of a cell, to copy from: a line a paragraph, and a line a point of a list."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.markup import parse
from generator.document.model import Block, List
from generator.document.reading import runs
from generator.plan.model.base import Mangel, Prosa
from generator.plan.source.prose import to_markup

_INDENT = "   "


def plain(prose: Prosa | None) -> str:
    """The text as it is printed, without bold and links; of a known gap the part that is there."""
    text = prose.tekst if isinstance(prose, Mangel) else prose
    return "\n".join(_lines(parse(to_markup(text), ""))) if text else ""


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, List):
            for number, item in enumerate(block.items, 1):
                first, *rest = _lines(item.blocks)
                yield f"{_sign(block, number)} {first}"
                yield from (f"{_INDENT}{line}" for line in rest)
        else:
            yield "".join(run.text for run in runs(block))


def _sign(block: List, number: int) -> str:
    if block.letters:
        return f"{chr(ord('a') + number - 1)})"
    return f"{number})" if block.ordered else "–"

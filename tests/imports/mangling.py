"""Damage that people do to a document while it lives in Word; what it says stays as it was.

Headings become bold paragraphs, capitals or get numbers that are typed; bullets are typed; sections change
places; tables become lines; the form's own text is put in other words, and paragraphs are put in that no form
has a place for. `scanned` is a document as a scanner reads it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from generator.authoring.imported.units import text_of
from generator.base.values import replace
from generator.document.model import (
    Block,
    Cell,
    Contents,
    Document,
    Heading,
    Inline,
    LineBreak,
    List,
    Paragraph,
    Run,
    Table,
)
from generator.document.reading import content_of
from generator.render.tracing import Kind, Traced

OFTEN, HALF, SELDOM = 0.7, 0.5, 0.06
BULLETS = ("- ", "– ", "• ", "* ")
LONG = 8
SCANNED = (("l", "1"), ("rn", "m"), ("o", "0"), ("e", "c"), (" ", ""), ("i", "í"), ("ø", "o"), ("å", "a"))


def mangled(traced: Traced, seed: str) -> Document:
    """The document after all of it at once; the same seed gives the same."""
    chance = random.Random(seed)
    blocks = [block for block in traced.document.blocks if not isinstance(block, Contents)]
    found = (_block(block, traced, chance) for block in _in_other_order(blocks, chance))
    return replace(traced.document, blocks=tuple(chain.from_iterable(found)))


def only(traced: Traced, way: str, seed: str) -> Document:
    """The document after one kind of damage: a name in `WAYS`."""
    chance = random.Random(seed)
    blocks = [block for block in traced.document.blocks if not isinstance(block, Contents)]
    if way == "order":
        return replace(traced.document, blocks=tuple(_in_other_order(blocks, chance)))
    kind, change = WAYS[way]
    found = [one for block in blocks for one in (
        change(block, traced, chance) if isinstance(block, kind) else [block])]  # fmt: skip
    return replace(traced.document, blocks=tuple(found))


def _block(block: Block, traced: Traced, chance: random.Random) -> Iterator[Block]:
    changes = [change for kind, change in WAYS.values() if isinstance(block, kind)]
    yield from changes[0](block, traced, chance) if changes else [block]
    yield from _put_in(chance)


def _in_other_order(blocks: Sequence[Block], chance: random.Random) -> list[Block]:
    """The blocks, with each second pair of neighbouring sections the other way round."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            parts.append([])
        parts[-1].append(block)
    for n in range(1, len(parts) - 1, 2):
        if chance.random() < HALF:
            parts[n], parts[n + 1] = parts[n + 1], parts[n]
    return [block for part in parts for block in part]


def _heading(block: Block, _: Traced, chance: random.Random) -> Iterator[Block]:
    assert isinstance(block, Heading)
    text = text_of(block)
    number = f"{chance.randrange(1, 12)}. " if chance.random() < HALF else f"{chance.randrange(1, 9)}.2 "
    yield chance.choice((
        block, _bold(text), _bold(text.upper()), Paragraph((Run(text.upper()),)), _bold(number + text),
        Paragraph((Run(number + text),)), replace(block, content=(Run(number + text),)),
    ))  # fmt: skip


def _bold(text: str) -> Paragraph:
    return Paragraph((Run(text, bold=True),))


def _list(block: Block, _: Traced, chance: random.Random) -> Iterator[Block]:
    assert isinstance(block, List)
    if chance.random() > OFTEN:
        yield block
        return
    bullet = chance.choice(BULLETS)
    for item in block.items:
        for inner in item.blocks:
            if isinstance(inner, Paragraph):
                yield Paragraph((Run(bullet), *inner.content))
            else:
                yield inner


def _table(block: Block, _: Traced, chance: random.Random) -> Iterator[Block]:
    assert isinstance(block, Table)
    if chance.random() > HALF:
        yield block
        return
    if block.caption:
        yield Paragraph(block.caption)
    for row in block.rows:
        yield from _row(row.cells)


def _row(cells: Sequence[Cell]) -> Iterator[Block]:
    """A row as Word makes text of it: a tab between cells, and each further paragraph of one by itself."""
    line: list[Inline] = []
    for number, cell in enumerate(cells):
        line += [Run("\t")] if number else []
        for at, block in enumerate(cell.blocks):
            if at and line:
                yield Paragraph(tuple(line))
                line = []
            if isinstance(block, Paragraph):
                line += block.content
            else:
                yield from [Paragraph(tuple(line))] if line else []
                line = []
                yield block
    if line:
        yield Paragraph(tuple(line))


def _paragraph(block: Block, traced: Traced, chance: random.Random) -> Iterator[Block]:
    """A paragraph of the form's own text has another word, now and then."""
    assert isinstance(block, Paragraph)
    runs = [inline for inline in block.content if isinstance(inline, Run)]
    sources = [source for run in runs for _, _, source in traced.sources(run)]
    is_forms = all(source.kind is Kind.TEMPLATE and not source.gap for source in sources)
    words = text_of(block).split(" ")
    if is_forms and len(words) > LONG and chance.random() < HALF:
        words[chance.randrange(len(words))] = "ændret"
        yield replace(block, content=(Run(" ".join(words)),))
    else:
        yield block


def _put_in(chance: random.Random) -> Iterator[Block]:
    if chance.random() < SELDOM:
        yield Paragraph((Run(f"Her er sat et afsnit ind, nummer {chance.randrange(99)}, uden en plads."),))


Change = Callable[[Block, Traced, random.Random], Iterator[Block]]
WAYS: dict[str, tuple[type[Block], Change]] = {
    "headings": (Heading, _heading), "bullets": (List, _list), "tables": (Table, _table),
    "words": (Paragraph, _paragraph),
}  # fmt: skip
EACH = ("order", *WAYS)


def scanned(document: Document, seed: str) -> Document:
    """The document with the errors of a scanner: letters for others, words run together or cut by a line."""
    chance = random.Random(seed)
    return replace(document, blocks=tuple(_scanned(block, chance) for block in document.blocks))


def _scanned(block: Block, chance: random.Random) -> Block:
    if isinstance(block, Table):
        rows = (replace(row, cells=tuple(_scanned_cell(cell, chance) for cell in row.cells))
                for row in block.rows)  # fmt: skip
        return replace(block, rows=tuple(rows))
    if isinstance(block, List):
        items = (replace(item, blocks=tuple(_scanned(one, chance) for one in item.blocks))
                 for item in block.items)  # fmt: skip
        return replace(block, items=tuple(items))
    if isinstance(block, (Heading, Paragraph)):
        return Paragraph(tuple(inline for one in content_of(block) for inline in _misread(one, chance)))
    return block


def _scanned_cell(cell: Cell, chance: random.Random) -> Cell:
    return replace(cell, blocks=tuple(_scanned(block, chance) for block in cell.blocks))


def _misread(inline: Inline, chance: random.Random) -> Iterator[Inline]:
    if not isinstance(inline, Run):
        yield inline
        return
    words = [_misread_word(word, chance) for word in inline.text.split(" ")]
    half = len(words) // 2
    yield Run(" ".join(words[:half]))
    yield from [LineBreak()] if half and chance.random() < SELDOM else [Run(" ")] if half else []
    yield Run(" ".join(words[half:]))


def _misread_word(word: str, chance: random.Random) -> str:
    one, other = chance.choice(SCANNED)
    return word.replace(one, other, 1) if chance.random() < SELDOM else word

"""Whatever is edited: each word that changed is in a key of the YAML, or is told, and is never lost."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TypeVar

import pytest

from generator.base.values import replace
from generator.compare.returned import returned
from generator.document.model import (
    Block,
    Cell,
    Document,
    Heading,
    Inline,
    List,
    ListItem,
    Origin,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.formats.word.reading import read_document
from tests.support.returning import docx_of, proven, state_of

NAMES = ("viborg-2025-2029/delaftale-sammenhaengskraft-og-medborgerskab", "viborg-2021-2025/resume",
         "opdigtet-2026-2030/budget")  # fmt: skip
WORD = re.compile(r"[^\W\d_]{4,}")
NEW = "Ændret"
T = TypeVar("T")


@dataclass
class Typist:
    """Types over, takes out and puts in, at random; `typed` has the paragraphs by number."""

    dice: random.Random
    often: float
    kinds: tuple[str, ...]
    typed: set[int] = field(default_factory=set)
    numbers: count[int] = field(default_factory=lambda: count(100_000))

    def document(self, document: Document) -> Document:
        return replace(document, blocks=self.blocks(document.blocks))

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        found: list[Block] = []
        for block in blocks:
            kind = self.dice.choice(self.kinds) if self.dice.random() < self.often else ""
            if isinstance(block, (Paragraph, Heading)):
                found += self.paragraph(block, kind)
            elif isinstance(block, List):
                found.append(replace(block, items=self.several(block.items, self.item)))
            elif isinstance(block, Table):
                heads = tuple(row for row in block.rows if row.header)
                rows = self.several(block.rows[len(heads):], self.row)
                found.append(replace(block, rows=(*heads, *rows)))
            else:
                found.append(block)
        return tuple(found)

    def several(self, things: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
        """The rows or items, of which some are taken out, doubled or moved."""
        found = [change(thing) for thing in things]
        if len(found) > 1 and self.dice.random() < self.often:
            kind = self.dice.choice(self.kinds)
            at = self.dice.randrange(len(found))
            if kind == "take out":
                del found[at]
            elif kind == "put in":
                found.insert(at, found[at])
            elif kind == "move":
                found.insert(self.dice.randrange(len(found)), found.pop(at))
        return tuple(found)

    def item(self, item: ListItem) -> ListItem:
        return replace(item, blocks=self.blocks(item.blocks) or item.blocks)

    def row(self, row: Row) -> Row:
        return replace(row, cells=tuple([self.cell(cell) for cell in row.cells]))

    def cell(self, cell: Cell) -> Cell:
        return replace(cell, blocks=self.blocks(cell.blocks) or cell.blocks)

    def paragraph(self, block: Paragraph | Heading, kind: str) -> list[Block]:
        words = [(at, match) for at, inline in enumerate(block.content) if isinstance(inline, Run)
                 for match in WORD.finditer(inline.text)]
        if not words or not kind:
            return [block]
        at, match = self.dice.choice(words)
        number = block.origin.line if block.origin else 0
        if kind == "take out" and isinstance(block, Paragraph):
            return []
        if kind == "put in":
            new = Origin("", next(self.numbers))
            return [block, Paragraph((Run(f"{NEW} tekst, som ingen har set før."),), origin=new)]
        self.typed.add(number)
        return [replace(block, content=typed_over(block.content, at, match, kind))]


def typed_over(
    content: tuple[Inline, ...], at: int, match: re.Match[str], kind: str
) -> tuple[Inline, ...]:
    """The content with one word typed over, or made bold."""
    run = content[at]
    assert isinstance(run, Run)
    before, word, after = run.text[: match.start()], match[0], run.text[match.end():]
    middle = replace(run, text=word, bold=True) if kind == "bold" else replace(run, text=NEW)
    pieces = [one for one in (replace(run, text=before), middle, replace(run, text=after)) if one.text]
    return (*content[:at], *pieces, *content[at + 1:])


@pytest.mark.parametrize("name", NAMES)
def test_a_word_that_is_changed_in_each_paragraph_is_in_a_key_or_told(name: str) -> None:
    read = read_document(docx_of(name))
    typist = Typist(random.Random(15), 1.0, ("type over",))
    read = replace(read, document=typist.document(read.document))
    found = returned(state_of(name), read)
    in_keys = {number for one in found.changes for number in one.where}
    told = {number for one in found.told for number in one.where}
    assert typist.typed - in_keys - told == set()
    assert len(in_keys) > len(typist.typed) / 4


@pytest.mark.parametrize("seed", range(12))
def test_random_edits_leave_nothing_that_differs_and_is_not_told(seed: int) -> None:
    dice = random.Random(seed)
    name = dice.choice(NAMES)
    state, read = state_of(name), read_document(docx_of(name))
    kinds = ("type over", "take out", "put in", "move", "bold")
    read = replace(read, document=Typist(dice, 0.04, kinds).document(read.document))
    found = returned(state, read)
    left = proven(state, found, read)
    known = {number for one in (*found.told, *found.follows) for number in one.where}
    gone = {one.old for one in (*found.told, *found.follows)}
    differs = [(one.where, one.old) for one in left.changes] + [(one.where, one.old) for one in left.told]
    assert [one for one in differs if not (one[0] <= known and (one[0] or one[1] in gone))] == []

"""Arrangement of signatures on a page: what each block has room for, and which stand side by side.

Every writer asks here, so that a .docx and a PDF say the same in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby

from msgspec import Struct

from generator.document.anchors import reference_of
from generator.document.model import Block, Signature

DATE, SIGNATURE, NAME, TITLE = "Dato", "Underskrift", "Navn", "Titel"
ORGANISATION, CVR, REFERENCE = "Organisation", "CVR-nr.", "Reference"
PARTY = "Part"
ELSEWHERE = "–"
"""Stands in a block's place in a row that only its neighbour has."""
NAMES = (DATE, SIGNATURE, NAME, TITLE, ORGANISATION, CVR, REFERENCE)
_MOST_ALONE = 4


class SignatureTable(Struct, frozen=True):
    """One signature by itself under its label, or two side by side; `number` is that of the first, from 1."""

    number: int
    blocks: tuple[Signature, ...]
    paired: bool

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that any of the blocks has, in their order."""
        there = {name for block in self.blocks for name in fields(block)}
        return tuple(name for name in NAMES if name in there)

    @property
    def heading(self) -> str:
        """`Underskrift 1 og 2`, over two that stand side by side."""
        numbers = range(self.number, self.number + len(self.blocks))
        return f"{SIGNATURE} {' og '.join(map(str, numbers))}"

    @property
    def description(self) -> str:
        """The table's text for those who cannot see it."""
        parties = " og ".join(block.label for block in self.blocks)
        kind = "Felter til underskrift" if SIGNATURE in self.fields else "Oplysninger til digital underskrift"
        return f"{kind} for {parties}"


def fields(block: Signature) -> Mapping[str, str]:
    """The fields of a block with what is printed in them: empty where there is room to write by hand.

    A digital block has no such room: what is not known has no field.
    """
    if not block.digital:
        return {DATE: "", SIGNATURE: "", NAME: block.name, TITLE: block.title}
    printed = {NAME: block.name, TITLE: block.title, ORGANISATION: block.organisation, CVR: block.cvr,
               REFERENCE: reference_of(block.anchor)}
    return {name: text for name, text in printed.items() if text}


def has_room(name: str, block: Signature) -> bool:
    """Tell whether the block has a line in that field, to write on or with what is printed on it."""
    return not block.digital and name in fields(block)


def arranged(blocks: tuple[Signature, ...]) -> tuple[SignatureTable, ...]:
    """The signatures that follow each other: up to four under each other, more of them two by two."""
    paired = len(blocks) > _MOST_ALONE
    step = 2 if paired else 1
    return tuple([SignatureTable(place + 1, blocks[place:place + step], paired)
                  for place in range(0, len(blocks), step)])


def in_runs(blocks: Iterable[Block]) -> Iterator[Block | tuple[Signature, ...]]:
    """The blocks in their order, those signatures together that follow each other."""
    for are_signatures, together in groupby(blocks, lambda block: isinstance(block, Signature)):
        if are_signatures:
            yield tuple(block for block in together if isinstance(block, Signature))
        else:
            yield from together


def signers(blocks: Iterable[Block]) -> tuple[Signature, ...]:
    """The signatures of a document's blocks, in the order in which they are to be signed."""
    runs = (run for run in in_runs(blocks) if isinstance(run, tuple))
    return tuple(chain.from_iterable(runs))

"""Layout of a PDF: the page of each block, and pages that are left empty though nobody asked for that.

A block is where its texts are; typst tells the place of each. It leaves no heading alone, and splits no row
and no block that is to stay whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from msgspec import Struct

from generator.base.findings import Finding, Place
from generator.base.language import say
from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from generator.document.signatures import in_runs
from generator.formats.pdf import codes
from generator.formats.pdf.look.look import PageLook

Part = Block | tuple[Signature, ...]


class Stretch(Struct, frozen=True):
    """The pages (from 1) on which a part begins and ends, and how far down it ends, in points.

    `asked` says that the document wants a page to begin there.
    """

    part: Part
    first: int
    last: int
    bottom: float
    asked: bool


class Layout(Struct, frozen=True):
    """The parts of a document that have text, in their order."""

    stretches: tuple[Stretch, ...]

    @classmethod
    def read(cls, said: str, blocks: tuple[Block, ...]) -> Layout:
        """The layout of what typst says of its spots, as JSON: the number of a part, a page, how far down."""
        spots: dict[int, list[tuple[int, float]]] = {}
        for number, page, down in json.loads(said):
            spots.setdefault(number, []).append((page, down))
        parts = list(in_runs(blocks))
        broken = [False, *[isinstance(part, PageBreak) for part in parts]]
        return cls(tuple([Stretch(parts[number], min(found)[0], *max(found),
                                  broken[number] or _begins_a_page(parts[number]))
                          for number, found in sorted(spots.items())]))

    def pages(self) -> dict[str, int]:
        """The page of each heading and each signature that has an anchor, by that."""
        found: dict[str, int] = {}
        for stretch in self.stretches:
            for block in stretch.part if isinstance(stretch.part, tuple) else (stretch.part,):
                if isinstance(block, (Heading, Signature)) and block.anchor:
                    found.setdefault(block.anchor, stretch.first)
        return found

    def holes(self, page: PageLook) -> Iterator[Finding]:
        """The findings about pages that are less than a third full though nobody asked for a new one."""
        third = page.top + (page.height - page.top - page.bottom) / 3
        for here, there in pairwise(self.stretches):
            if there.first > here.last and not there.asked and here.bottom < third:
                block = there.part[0] if isinstance(there.part, tuple) else there.part
                place = Place(block.origin.template, block.origin.line, 1) if block.origin else Place("")
                message = say("page {page} is less than a third full: what follows has no room on it, "
                              "and may not be split", page=here.last)
                yield Finding(codes.HOLE, message, say("make it shorter, or move it"), place)


def _begins_a_page(part: Part) -> bool:
    if isinstance(part, tuple):
        return False
    if isinstance(part, Heading):
        return part.page_break_before
    if isinstance(part, (Paragraph, List, Table, Signature, Contents, Bar, Diagram)):
        return False
    if isinstance(part, PageBreak):
        return True
    assert_never(part)

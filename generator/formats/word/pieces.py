"""Paragraphs and tables of Word as values: all that is decided of them is decided before they are text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from generator.document.model import Inline


class ParagraphLook(Struct, frozen=True):
    """The properties of a paragraph as XML, and those of them that do not follow from its neighbours.

    `listed` where a bullet or a number is among them.
    """

    xml: str
    own: str
    listed: bool = False


class WordParagraph(Struct):
    """A `w:p`: its properties, the XML of its content, and the side of a revision that its end is on.

    `end` is the mark of its end; `is_old` is None where the end stays. `look_before` are the properties that
    it had, where `look_change` says that they changed. `after` stands behind it. `drawn` where a drawing with
    texts of its own is its content; `gives` where it stays, and another's end came or went with its own.
    `said` is the content of an item that came or went by itself.
    """

    look: ParagraphLook
    content: str
    end: str = ""
    is_old: bool | None = None
    look_before: ParagraphLook | None = None
    look_change: str = ""
    after: str = ""
    drawn: bool = False
    gives: bool = False
    said: tuple[Inline, ...] = ()

    def __str__(self) -> str:
        return (f"<w:p><w:pPr>{self.look.xml}{self.end}{self.look_change}</w:pPr>{self.content}</w:p>"
                f"{self.after}")


class WordRow(Struct, frozen=True):
    """A `w:tr` as XML, and the side of a revision that it is on; `is_old` is None where it stays."""

    xml: str
    is_old: bool | None


class WordTable(Struct):
    """A `w:tbl`: the XML inside its properties and its grid, and its rows.

    `change` stands at the end of the properties, where they are not those of the old table.
    """

    properties: str
    grid: str
    rows: tuple[WordRow, ...]
    change: str = ""

    @property
    def is_old(self) -> bool | None:
        """The side that all rows are on; None where some stay, or both sides stand in it."""
        sides = {row.is_old for row in self.rows}
        return sides.pop() if len(sides) == 1 else None

    def __str__(self) -> str:
        rows = "".join([row.xml for row in self.rows])
        properties = f"<w:tblPr>{self.properties}{self.change}</w:tblPr>"
        return f"<w:tbl>{properties}<w:tblGrid>{self.grid}</w:tblGrid>{rows}</w:tbl>"


Piece: TypeAlias = WordParagraph | WordTable
"""A body and a cell are sequences of these."""


def as_xml(pieces: Sequence[Piece]) -> str:
    """The XML of the pieces in their order."""
    if len(pieces) == 1:
        return str(pieces[0])
    return "".join([str(piece) for piece in pieces])

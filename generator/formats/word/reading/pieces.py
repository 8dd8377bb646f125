"""Paragraphs and tables of a .docx as values, before it is known which blocks they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from generator.base.values import replace
from generator.document.model import Bar, Diagram, Inline, Mark, Run, Split
from generator.formats.word.reading.numbering import Listed
from generator.formats.word.reading.revision_stack import Standing


class Drawn(Struct, frozen=True):
    """A drawing that stands in a line of text."""

    block: Bar | Diagram
    mark: Mark | None = None


Token: TypeAlias = Inline | Drawn


class Look(Struct, frozen=True):
    """The properties of a paragraph: its style by name, the level of a heading (0 for none), its list."""

    style: str
    level: int = 0
    listed: Listed | None = None
    indent: int | None = None
    new_page: bool = False


class ReadParagraph(Struct, frozen=True):
    """A paragraph; `number` is its place among all of the document, from 1.

    `end` is the mark of its end, and `mark` that of the whole, which is known when ends have been settled.
    `before` is the look that a revision gave up. `leads_to` is the anchor that a line of contents names.
    """

    number: int
    look: Look
    content: tuple[Token, ...]
    end: Standing = None
    before: Look | None = None
    anchors: tuple[str, ...] = ()
    leads_to: str = ""
    mark: Mark | None = None


class ReadCell(Struct, frozen=True):
    """A cell; `merge` is `restart` where it reaches down, and `continue` below that."""

    pieces: tuple[Piece, ...]
    span: int = 1
    merge: str = ""


class ReadRow(Struct, frozen=True):
    """A row; `skipped` columns of the grid stand before its first cell."""

    cells: tuple[ReadCell, ...]
    header: bool = False
    skipped: int = 0
    mark: Mark | None = None


class TableLook(Struct, frozen=True):
    """All that holds for a whole table; `row_heads` says that its first column heads the rows."""

    style: str
    description: str = ""
    row_heads: bool = False


class ReadTable(Struct, frozen=True):
    """A table; `before` is its look where it was another before the revision."""

    rows: tuple[ReadRow, ...]
    columns: tuple[int, ...]
    look: TableLook
    before: TableLook | None = None


Piece: TypeAlias = ReadParagraph | ReadTable


def first_paragraph(piece: Piece) -> ReadParagraph | None:
    """The paragraph itself, or the first one of the table."""
    if isinstance(piece, ReadParagraph):
        return piece
    inside = (one for row in piece.rows for cell in row.cells for one in cell.pieces)
    return next((found for one in inside if (found := first_paragraph(one))), None)


def unmarked(content: Iterable[Token], mark: Mark) -> tuple[Token, ...]:
    """The content without the marks of that side, of what moved without that mark; like runs are one."""
    found: list[Token] = []
    for token in content:
        bare: Token = token
        goes = token.mark and (token.mark == mark if mark.move else token.mark.is_old == mark.is_old)
        if goes and not isinstance(token, Split):
            bare = replace(token, mark=None)
        last = found[-1] if found else None
        if isinstance(bare, Run) and isinstance(last, Run) and replace(bare, text=last.text) == last:
            found[-1] = replace(bare, text=last.text + bare.text)
        else:
            found.append(bare)
    return tuple(found)

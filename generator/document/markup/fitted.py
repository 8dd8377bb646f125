"""Columns as wide as their words ask for; a table that is wider than the line becomes several.

Only the size of the data decides how many columns such a table has, so no template can share out its width.
Widths are counted in digits, and letters as so many of them as they are in most fonts: which font a document
is set in is not known here. Who writes the document knows it, and widens a column that is too narrow yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.base.values import replace
from generator.document.model import Block, Cell, Inline, Paragraph, Row, Run, Table
from generator.document.reading import content_of, walk

AUTO = "auto"
"""The widths of the columns of a table whose size comes from data."""

LINE = 88
"""Digits of a table's text that stand in one line of a page in portrait, with room to spare."""
_PADDING, _BOLD, _SHARES = 2.6, 1.05, 1000
_NAME = 36
"""The most that names are given where there are several parts anyhow; a longer one has two lines."""
UNSEEN = range(0xF0000, 0x10FFFE)
"""Characters that no document holds: signs about the text, as wide as nothing."""


class _Widths(dict[str, float]):
    """Widths of characters in digits; those of a text are asked for one by one, so each is found once."""

    def __missing__(self, character: str) -> float:
        width = self[character] = 0.0 if ord(character) in UNSEEN else 1.0
        return width


_WIDTHS = _Widths({
    **dict.fromkeys(" .,:;'!|ijlI()[]-", 0.6), **dict.fromkeys("frst/", 0.8),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÅØÄÖÜ", 1.3), **dict.fromkeys("mwæœMWÆŒ@%", 1.75),
})  # fmt: skip


class _AsWide(dict[int, str | None]):
    """A sign that is as wide as the character; a space is one itself, and what is not seen is none."""

    def __missing__(self, code: int) -> str | None:
        width = _WIDTHS[chr(code)]
        sign = " " if chr(code) == " " else _OF_WIDTH.setdefault(width, chr(code)) if width else None
        self[code] = sign
        return sign


_OF_WIDTH: dict[float, str] = {0.6: "."}
_AS_WIDE = _AsWide({ord("\n"): "\n"})


class Width(NamedTuple):
    """Characters that a column needs for its longest word, and those that would hold its longest text."""

    needs: float
    wants: float


def fitted(table: Table) -> tuple[Table, ...]:
    """The table in as few parts as hold all its columns, each with the first column again.

    Where there are several, columns that say something in most rows come first, and a part leaves out the
    rows of the body that say nothing in it: few columns with much to say make no others long.
    """
    columns = list(zip(*(row.cells for row in table.rows), strict=True))
    widths = [_width(cells) for cells in columns]
    if len(_parts(widths, range(1, len(columns)))) == 1:
        return (replace(table, columns=_shares(widths)),)
    fullest = sorted(range(1, len(columns)), key=lambda column: -sum(map(_says, columns[column])))
    parts = _parts(widths, fullest)
    return tuple(_part(table, widths, [0, *part], f"{number} af {len(parts)}")
                 for number, part in enumerate(parts, 1))  # fmt: skip


def _width(cells: Sequence[Cell]) -> Width:
    needs = wants = 0.0
    texts: dict[bool, set[str]] = {False: set(), True: set()}
    for cell in cells:
        texts[cell.header].update(_lines(cell.blocks))
    for header, scale in ((False, 1), (True, _BOLD)):
        for line in _as_wide(texts[header]):
            long = scale * _long(line)
            wants = max(wants, long)
            if long > needs:  # else none of its words is
                needs = max(needs, *(scale * _long(word) for word in line.split(" ")))
    return Width(needs + _PADDING, wants + _PADDING)


def _as_wide(lines: Iterable[str]) -> set[str]:
    """Lines as wide as those; one for all that are so, however many there are."""
    return {*"\n".join(lines).translate(_AS_WIDE).split("\n")}


def _long(text: str) -> float:
    return sum(map(_WIDTHS.__getitem__, text))


def _lines(blocks: tuple[Block, ...]) -> Iterable[str]:
    """The text of the blocks, each line that is not broken by its length as one."""
    if len(blocks) == 1 and isinstance(block := blocks[0], Paragraph) and len(block.content) == 1:
        return _piece(block.content[0]).split("\n")
    return _lines_of_several(blocks)


def _lines_of_several(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in walk(blocks):
        pieces = [_piece(inline) for inline in content_of(block)]
        yield from "".join(pieces).split("\n")


def _piece(inline: Inline) -> str:
    return inline.text if isinstance(inline, Run) else "\n"


def _parts(widths: Sequence[Width], columns: Sequence[int]) -> list[list[int]]:
    """The columns shared out among parts, each beside the first: as few as can be, and about as wide."""
    if sum(width.needs for width in widths) <= LINE:
        return [list(columns)]
    room = LINE - max(widths[0].needs, min(widths[0].wants, _NAME))
    fewest = _filled(widths, columns, room, len(columns))
    even = _filled(widths, columns, room, -(-len(columns) // len(fewest)))
    return even if len(even) == len(fewest) else fewest


def _filled(widths: Sequence[Width], columns: Sequence[int], room: float, most: int) -> list[list[int]]:
    """The columns in parts of no more than so many, that need no more than the room unless one alone does."""
    parts: list[list[int]] = [[]]
    left = room
    for column in columns:
        if parts[-1] and (widths[column].needs > left or len(parts[-1]) == most):
            parts.append([])
            left = room
        parts[-1].append(column)
        left -= widths[column].needs
    return parts


def _shares(widths: Sequence[Width]) -> tuple[int, ...]:
    """Relative widths: what each needs, then as much of what it wants as there is room for."""
    needed, wanted = (sum(column) for column in zip(*widths, strict=True))
    spare, short = max(0.0, LINE - needed), wanted - needed
    part = min(1.0, spare / short) if short else 1.0
    given = [width.needs + part * (width.wants - width.needs) for width in widths]
    edges = [round(_SHARES * edge / sum(given)) for edge in accumulate(given, initial=0)]
    return tuple(right - left for left, right in pairwise(edges))


def _part(table: Table, widths: Sequence[Width], columns: list[int], which: str) -> Table:
    rows = tuple(_of_row(row, columns) for row in table.rows)
    saying = tuple(row for row in rows if row.header or any(map(_says, row.cells[1:])))
    return replace(
        table, columns=_shares([widths[column] for column in columns]),
        rows=saying if not saying[-1].header else rows,
        caption=(*table.caption, Run(f" ({which})")) if table.caption else (),
    )  # fmt: skip


def _of_row(row: Row, columns: list[int]) -> Row:
    return replace(row, cells=tuple(row.cells[column] for column in columns))


def _says(cell: Cell) -> bool:
    """Tell whether there is anything in the cell."""
    return any(content_of(inner) for inner in walk(cell.blocks))

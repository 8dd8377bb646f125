"""Widths of a table's columns: the shares that the template gives, but no word breaks where there is room.

A column that is too narrow for its longest word takes what it lacks from the others, in the proportion of
their shares, as long as their own longest words leave them some. Where every word fits as it is, the shares
stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise
from math import ceil
from typing import assert_never

from msgspec import Struct

from generator.document.alike import Alike, Stretches
from generator.document.model import (
    Bar,
    Block,
    Cell,
    Contents,
    Diagram,
    Heading,
    Inline,
    LineBreak,
    List,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    Split,
    Table,
)
from generator.formats.text_styles import TextStyle, TextStyles

_BREAK = re.compile(r"(?<= )|(?<=[^\W\d_][-–])(?=[^\W\d_])")
"""Places where a line may end: after a space, and after a hyphen between letters."""
_SLACK = 2
"""Twips that a column is wider than its longest word, so that no reader's rounding breaks it."""

Room = tuple[int, int, Callable[[str], float]]
"""The letters that fit side by side however wide they are, the twips for them, and the measure of a word."""

Word = tuple[float, str]
"""A word that no line ends within, after the twips that it and the room beside it take."""


class Columns(Struct, frozen=True):
    """The widths in twips, and the words that are wider than theirs all the same."""

    widths: tuple[int, ...]
    broken: tuple[str, ...] = ()


def column_widths(table: Table, room: int, styles: TextStyles,
                  stretches: Stretches | None = None) -> Columns:
    """The widths of the columns of a table in `room` twips; they add up exactly."""
    shares = divided(table.columns, room)
    ruler = _Ruler(table, styles)
    edges = tuple(accumulate(shares, initial=0))
    if all(ruler.all_fit(part, edges) for part in (stretches or Stretches()).of(table.rows)):
        return Columns(shares)
    words = [(ruler.longest(cell), column, column + cell.colspan) for column, cell in placed(table.rows)]
    widths = filled(shares, _needs(words, shares))
    edges = tuple(accumulate(widths, initial=0))
    broken = [word for (need, word), first, last in words if need > _between(edges, first, last)]
    return Columns(widths, tuple(dict.fromkeys(broken)))


def divided(shares: Iterable[int], room: int) -> tuple[int, ...]:
    """The room as the shares divide it; the parts add up exactly."""
    until = list(accumulate(shares, initial=0))
    edges = [room * share // until[-1] for share in until]
    return tuple([right - left for left, right in pairwise(edges)])


def filled(shares: tuple[int, ...], needs: tuple[int, ...]) -> tuple[int, ...]:
    """The widths nearest to the shares, with the same sum, in which each column has what it needs.

    Where all they need is more than there is, those that need most get the same, and the others all.
    """
    room = sum(shares)
    if sum(needs) >= room:
        return _capped(needs, room)
    fixed = {column for column, (share, need) in enumerate(zip(shares, needs, strict=True)) if share < need}
    while True:
        left = room - sum([needs[column] for column in fixed])
        free = [column for column in range(len(shares)) if column not in fixed]
        if not free:
            return divided(needs, room)
        parts = dict(zip(free, divided([shares[column] for column in free], left), strict=True))
        short = {column for column, part in parts.items() if part < needs[column]}
        if not short:
            return tuple([parts.get(column, needs[column]) for column in range(len(shares))])
        fixed |= short


def placed(rows: Iterable[Row]) -> Iterator[tuple[int, Cell]]:
    """Each cell after the column that it begins in, counted from 0."""
    reaching: dict[int, int] = {}  # column → rows below that a cell further up still fills
    taken: set[int] = set()
    for row in rows:
        if taken or reaching:
            taken = {*reaching}
            reaching = {column: left - 1 for column, left in reaching.items() if left > 1}
        column = 0
        for cell in row.cells:
            while column in taken:
                column += 1
            yield column, cell
            if cell.rowspan > 1:
                reaching.update(dict.fromkeys(range(column, column + cell.colspan), cell.rowspan - 1))
            column += cell.colspan


def _various(part: Alike, column: int) -> Iterable[Cell]:
    """A cell for each text of the column."""
    return {text: row.cells[column]
            for text, row in zip(part.columns[column], part.rows, strict=True)}.values()


def _capped(needs: tuple[int, ...], room: int) -> tuple[int, ...]:
    """The needs of the columns, cut at one width, so that together they fill the room."""
    left, widths = room, [0] * len(needs)
    for done, column in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        widths[column] = min(needs[column], left // (len(needs) - done))
        left -= widths[column]
    widths[max(range(len(needs)), key=needs.__getitem__)] += left
    return tuple(widths)


def _between(edges: tuple[int, ...], first: int, last: int) -> int:
    """The twips between two edges; what reaches out of the table has none there."""
    most = len(edges) - 1
    return edges[min(last, most)] - edges[min(first, most)]


def _needs(words: list[tuple[Word, int, int]], shares: tuple[int, ...]) -> tuple[int, ...]:
    """The twips that each column needs; what a cell over several lacks is divided as the shares are."""
    needs = [0] * len(shares)
    for (need, _), first, last in words:
        if last == first + 1 <= len(shares):
            needs[first] = max(needs[first], ceil(need))
    for (need, _), first, last in words:
        lacking = ceil(need) - sum(needs[first:last])
        if last > first + 1 and lacking > 0:
            parts = divided(shares[first:last], lacking) if shares[first:last] else ()
            needs[first:last] = [known + part for known, part in zip(needs[first:last], parts, strict=True)]
    return tuple(needs)


class _Ruler:
    """Measures the words in the cells of one table."""

    def __init__(self, table: Table, styles: TextStyles) -> None:
        self.styles = styles
        around = styles.room_in(table.style)
        self.beside = around.left + around.right + _SLACK
        self.seen: dict[tuple[str | None, bool, bool, bool, str | None, int], Room] = {}

    def all_fit(self, part: Alike, edges: tuple[int, ...]) -> bool:
        """Tell whether no word in the rows is wider than what it stands in."""
        fits = self._fits
        if len(part.columns) == len(edges) - 1:
            return all(fits(cell, right - left) for column, (left, right) in enumerate(pairwise(edges))
                       for cell in _various(part, column))
        return all(fits(cell, _between(edges, column, column + cell.colspan))
                   for column, cell in placed(part.rows))

    def _fits(self, cell: Cell, width: int) -> bool:
        """Tell whether no word of the cell is wider; most texts have too few letters to be measured."""
        for block in cell.blocks:
            if isinstance(block, Paragraph) and len(block.content) == 1:
                run = block.content[0]
                if isinstance(run, Run):
                    look = (block.style, cell.header, run.bold, run.italic, run.style, width)
                    if look not in self.seen:
                        self.seen[look] = self._room(block, cell.header, run, width)
                    letters, room, measured = self.seen[look]
                    if len(run.text) <= letters or max(map(measured, run.text.split(" "))) <= room:
                        continue
            if any(self._widest(content, style)[0] > width
                   for content, style in _texts((block,), cell.header, self.styles)):
                return False
        return True

    def longest(self, cell: Cell) -> Word:
        """The widest word of the cell; an empty one needs nothing."""
        texts = _texts(cell.blocks, cell.header, self.styles)
        return max([self._widest(content, style) for content, style in texts], default=(0.0, ""))

    def _room(self, block: Paragraph, header: bool, run: Run, width: int) -> Room:
        """The room for a run's words in a column of that width."""
        style = self.styles.named(block.style, self.styles.cell_head if header else self.styles.cell)
        font = self.styles.font_of(style, run.bold, run.italic, run.style)
        room = width - self.beside - style.left - style.right
        if style.capitals:
            return 0, room, lambda word: font.width(word.upper())
        return int(room // font.widest), room, font.width

    def _widest(self, content: tuple[Inline, ...], style: TextStyle) -> Word:
        """The widest word, which may go on from one run to the next."""
        beside = self.beside + style.left + style.right
        widest, width, word = (0.0, ""), 0.0, ""
        for inline in (*content, LineBreak()):
            if isinstance(inline, (LineBreak, Split)):
                widest, width, word = max(widest, (width + beside, word)), 0.0, ""
            elif isinstance(inline, Run):
                font = self.styles.font_of(style, inline.bold, inline.italic, inline.style)
                for number, part in enumerate(_BREAK.split(inline.text)):
                    if number:
                        widest, width, word = max(widest, (width + beside, word)), 0.0, ""
                    bare = part.rstrip(" ")
                    width += font.width(bare.upper() if style.capitals else bare)
                    word += bare
            else:
                assert_never(inline)
        return widest


def _texts(blocks: tuple[Block, ...], header: bool, styles: TextStyles,
           level: int = -1) -> Iterator[tuple[tuple[Inline, ...], TextStyle]]:
    """The texts of a cell, or of an item of a list at this level, each with its style."""
    usual = styles.cell_head if header else styles.cell
    if level >= 0:
        usual = styles.cell_items[min(level, len(styles.cell_items) - 1)]
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.content, styles.named(block.style, usual)
        elif isinstance(block, Heading):
            yield block.content, styles.headings[min(block.level, len(styles.headings)) - 1]
        elif isinstance(block, List):
            for item in block.items:
                yield from _texts(item.blocks, header, styles, level + 1)
        elif not isinstance(block, (Table, Signature, PageBreak, Contents, Bar, Diagram)):  # no words there
            assert_never(block)

"""Heights of blocks on the page, estimated from their letters in the font that they are set in.

A line is taken to hold as many letters as the font sets side by side, less a part of a word at its end: to
break every line would cost more than the estimate is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from generator.base.values import replace
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
from generator.document.signatures import arranged
from generator.formats.column_widths import divided
from generator.formats.fonts import metrics
from generator.formats.text_styles import TextStyle, TextStyles
from generator.formats.word.reference import styles as names

_LOST = 2.0
"""The letters of a line that stay empty, because the next word is too long for them."""
_DRAWING = 280
_WHOLE = 3_500
"""Twips of a row that may split."""
_NOT_IN_A_CELL = (Heading, Table, Signature, PageBreak, Contents, Diagram)
_SIGNATURE_ALONE, _SIGNATURE_PAIR = 1_870, 3_400
"""Twips of a signature with its label above it, and of two side by side."""


class Piece(Struct, frozen=True):
    """A part of a page: a paragraph, or a row of a table; heights in twips.

    `before` is the part of the height that is none at the top of a page, `least` that which must stand on
    the page where the piece begins. `keep` keeps it on the page of the next, `fresh` begins a page.
    """

    height: float
    before: float = 0
    least: float = 0
    keep: bool = False
    fresh: bool = False


class _Setting(Struct, frozen=True):
    """A style as it is counted with."""

    letter: float
    line: float
    around: int
    before: int
    after: int


class _Line(Struct, frozen=True):
    """A line in a cell of one width: its letters, its height, and the room around its paragraph."""

    letters: int
    height: float
    around: int


class Heights:
    """Measures blocks in one reference's styles; `page` is the height of the text on its pages, in twips."""

    def __init__(self, styles: TextStyles, page: int, stretches: Stretches | None = None) -> None:
        self.styles = styles
        self.page = page
        self.stretches = stretches or Stretches()
        self.settings: dict[int, _Setting] = {}
        self.lines: dict[tuple[str | None, bool, int], _Line] = {}

    def pieces(self, block: Block, room: int, keep: bool = False) -> Iterator[Piece]:
        """The parts of a block of the document that a page can end between."""
        styles = self.styles
        if isinstance(block, Paragraph):
            yield self._paragraph(block.content, styles.named(block.style, styles.body), room, keep)
        elif isinstance(block, Heading):
            piece = self._paragraph(block.content, styles.headings[min(block.level, 3) - 1], room, keep=True)
            yield replace(piece, fresh=block.page_break_before)
        elif isinstance(block, List):
            for style, content in self._items(block, styles.items, 0):
                yield self._paragraph(content, style, room)
            yield Piece(styles.items[0].after if styles.items[0].joined else 0)
        elif isinstance(block, Table):
            yield from self._table(block, room)
        elif isinstance(block, Signature):
            yield from self.signatures((block,))
        elif isinstance(block, Contents):
            yield self._line(names.CONTENTS_TITLE, keep=True)
            yield from (self._line(names.ENTRIES[entry.level]) for entry in block.entries)
        else:
            yield from self._without_text(block, room)

    def _without_text(self, block: Bar | Diagram | PageBreak, room: int) -> Iterator[Piece]:
        if isinstance(block, Bar):
            yield Piece(_DRAWING, least=_DRAWING)
        elif isinstance(block, Diagram):
            from generator.formats.diagram.layout import sheets  # few documents have one

            for sheet in sheets(block, room, self.page, self.styles):
                yield Piece(sheet.height, least=sheet.height)
        elif isinstance(block, PageBreak):
            yield Piece(0, fresh=True)
        else:
            assert_never(block)

    def signatures(self, blocks: tuple[Signature, ...]) -> Iterator[Piece]:
        """The parts of signatures that follow each other."""
        for table in arranged(blocks):
            height = _SIGNATURE_PAIR if table.paired else _SIGNATURE_ALONE
            yield Piece(height, least=height)

    def _line(self, style: str, keep: bool = False) -> Piece:
        return self._paragraph((), self.styles.named(style, self.styles.body), 1, keep)

    def _paragraph(self, content: tuple[Inline, ...], style: TextStyle, room: int,
                   keep: bool = False) -> Piece:
        setting = self._setting(style)
        lines = _lines(content, _in_line(room - setting.around, setting.letter))
        text = lines * setting.line
        least = text if lines < 4 else 2 * setting.line
        after = 0 if style.joined else setting.after
        return Piece(setting.before + text + after, setting.before, setting.before + least, keep)

    def _setting(self, style: TextStyle) -> _Setting:
        known = self.settings.get(id(style))
        if known is None:
            known = self.settings[id(style)] = _Setting(
                metrics(style.font).usual, style.line, style.left + style.right, style.before, style.after)
        return known

    def _items(self, block: List, levels: tuple[TextStyle, ...],
               level: int) -> Iterator[tuple[TextStyle, tuple[Inline, ...]]]:
        style = levels[min(level, len(levels) - 1)]
        for item in block.items:
            for inner in item.blocks:
                if isinstance(inner, (Paragraph, Heading)):
                    yield style, inner.content
                elif isinstance(inner, List):
                    yield from self._items(inner, levels, level + 1)

    def _table(self, table: Table, room: int) -> Iterator[Piece]:
        if table.caption:
            yield self._paragraph(table.caption, self.styles.caption, room, keep=True)
        for row, height in zip(table.rows, self.rows(table, room), strict=True):
            yield Piece(height, least=height if height < _WHOLE else 0, keep=row.header)

    def rows(self, table: Table, room: int) -> list[float]:
        """The heights of a table's rows; spans over rows hardly matter."""
        around = self.styles.room_in(table.style)
        widths, sides = divided(table.columns, room), around.left + around.right
        ends = around.top + around.bottom
        return [ends + height for part in self.stretches.of(table.rows)
                for height in self._stretch(part, widths, sides)]

    def _stretch(self, part: Alike, widths: tuple[int, ...], sides: int) -> Iterable[float]:
        """The heights of rows, without the room above and below."""
        if not part.columns:
            return [max([self._cell(cell, width - sides) for cell, width in _in_columns(row, widths)],
                        default=0) for row in part.rows]
        columns = []
        for (cell, width), texts in zip(_in_columns(part.rows[0], widths), part.columns, strict=True):
            [paragraph] = cell.blocks
            assert isinstance(paragraph, Paragraph)
            line = self._known_line(paragraph.style, cell.header, width - sides)
            columns.append([line.around + line.height * (1 + len(text) // line.letters) for text in texts])
        return map(max, *columns) if len(columns) > 1 else columns[0]

    def _cell(self, cell: Cell, room: int) -> float:
        height = 0.0
        for block in cell.blocks:
            if isinstance(block, Paragraph):
                line = self._known_line(block.style, cell.header, room)
                if len(block.content) == 1 and isinstance(run := block.content[0], Run):
                    height += line.around + line.height * (1 + len(run.text) // line.letters)
                else:
                    height += line.around + line.height * _lines(block.content, line.letters)
            elif isinstance(block, List):
                height += sum([self._paragraph(content, style, room).height
                               for style, content in self._items(block, self.styles.cell_items, 0)])
            elif isinstance(block, Bar):
                height += _DRAWING
            elif not isinstance(block, _NOT_IN_A_CELL):
                assert_never(block)
        return height

    def _known_line(self, style: str | None, header: bool, room: int) -> _Line:
        look = (style, header, room)
        if look not in self.lines:
            self.lines[look] = self._line_of(style, header, room)
        return self.lines[look]

    def _line_of(self, style: str | None, header: bool, room: int) -> _Line:
        found = self.styles.named(style, self.styles.cell_head if header else self.styles.cell)
        setting = self._setting(found)
        return _Line(_in_line(room - setting.around, setting.letter), setting.line,
                     setting.before + setting.after)


def _in_columns(row: Row, widths: tuple[int, ...]) -> Iterator[tuple[Cell, int]]:
    """The cells with their widths; one further right than its column, after spans, hardly matters."""
    column = 0
    for cell in row.cells:
        yield cell, sum(widths[column:column + cell.colspan])
        column += cell.colspan


def _in_line(room: int, letter: float) -> int:
    """The letters in a line of `room` twips."""
    return max(1, int(room / letter - _LOST))


def _lines(content: tuple[Inline, ...], in_line: int) -> int:
    """The lines that the content takes, with so many letters in each."""
    if len(content) == 1 and isinstance(content[0], Run):
        return 1 + len(content[0].text) // in_line
    lines, letters = 0, 0
    for inline in (*content, LineBreak()):
        if isinstance(inline, Run):
            letters += len(inline.text)
        elif isinstance(inline, (LineBreak, Split)):
            lines, letters = lines + 1 + letters // in_line, 0
        else:
            assert_never(inline)
    return lines

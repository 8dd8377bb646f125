"""Blocks of a document, back from its paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.base.values import replace
from generator.document.model import (
    Block,
    Diagram,
    Heading,
    Inline,
    Mark,
    Origin,
    PageBreak,
    Paragraph,
)
from generator.document.revision_marks import content_side
from generator.formats.word.reading import drawings
from generator.formats.word.reading.contents_lists import contents_of, is_of_contents
from generator.formats.word.reading.lists import belongs, lists_of
from generator.formats.word.reading.pieces import Drawn, Piece, ReadParagraph, ReadTable, first_paragraph
from generator.formats.word.reading.settled import settled
from generator.formats.word.reading.signature_blocks import (
    SignedTable,
    is_signature,
    signatures_of,
    words_beside,
)
from generator.formats.word.reading.story import What
from generator.formats.word.reading.tables import tables_of
from generator.formats.word.reference.styles import BODY, CAPTION, CELL, CELL_HEAD, PARTY

Tell = Callable[[What, str, int], object]
PART = "word/document.xml"
"""Stands in the origin of what was read; its line is the number of the paragraph."""


def body_blocks(pieces: Iterable[Piece], tell: Tell) -> tuple[Block, ...]:
    """The blocks of a body; the empty paragraph that Word has after a last table is none.

    `tell` hears the words that no block holds: their kind, the words, the number of their paragraph.
    """
    blocks = tuple(_Blocks(settled(pieces), BODY, tell).blocks())
    last = blocks[-1] if blocks else None
    before = blocks[-2] if len(blocks) > 1 else None
    ends = isinstance(last, Paragraph) and not last.content and not isinstance(before, Paragraph)
    return blocks[:-1] if ends and before is not None else blocks


def _cell_blocks(tell: Tell, pieces: Iterable[Piece], header: bool) -> tuple[Block, ...]:
    """The blocks of a cell; none where there is but the paragraph that every cell has."""
    usual = CELL_HEAD if header else CELL
    blocks = tuple(_Blocks(settled(pieces), usual, tell).blocks())
    only = blocks[0] if len(blocks) == 1 else None
    if isinstance(only, Paragraph) and only.style is None and only.mark is None:
        if not only.content:
            return ()
        marks = {inline.mark for inline in only.content}
        if len(marks) == 1 and (mark := next(iter(marks))):
            bare = content_side(only.content, mark.is_old)
            return (replace(only, content=bare, mark=mark),)
    return blocks


class _Blocks:
    """Goes through the pieces of a body or of a cell, whose texts are in the style `usual` if in no other."""

    def __init__(self, pieces: list[Piece], usual: str, tell: Tell) -> None:
        self.pieces, self.usual, self.tell = pieces, usual, tell
        self.place = 0

    def blocks(self) -> Iterator[Block]:
        while self.place < len(self.pieces):
            piece = self.pieces[self.place]
            if isinstance(piece, ReadTable):
                yield from self._tables([])
            elif self._leads_to_signature(self.place):
                yield from self._signatures()
            elif captions := self._captions():
                yield from self._tables(captions)
            elif is_of_contents(piece):
                yield from self._contents()
            elif piece.look.listed and not piece.look.level:
                yield from self._lists()
            else:
                self.place += 1
                yield from self._block(piece)

    def _next(self, place: int) -> Piece | None:
        return self.pieces[place] if place < len(self.pieces) else None

    def _breaks(self, first: ReadParagraph | None, mark: Mark | None) -> Iterator[Block]:
        """The page break before a block that begins with this paragraph; there is none in a cell."""
        if first and first.look.new_page and self.usual == BODY:
            yield PageBreak(Origin(PART, first.number), mark)

    def _captions(self) -> list[ReadParagraph]:
        """The captions that stand here above a table; in a revision there may be two."""
        found = []
        place = self.place
        while isinstance(piece := self._next(place), ReadParagraph) and piece.look.style == CAPTION:
            found.append(piece)
            place += 1
        return found if isinstance(self._next(place), ReadTable) else []

    def _tables(self, captions: list[ReadParagraph]) -> Iterator[Block]:
        self.place += len(captions)
        table = self.pieces[self.place]
        self.place += 1
        if isinstance(table, ReadTable):
            told = [(self._content(self._undrawn(one)), one) for one in captions]
            for first, block in tables_of(table, told, partial(_cell_blocks, self.tell)):
                yield from self._breaks(first, block.mark)
                yield block

    def _leads_to_signature(self, place: int) -> bool:
        piece, table = self._next(place), self._next(place + 1)
        return (isinstance(piece, ReadParagraph) and piece.look.style in (PARTY, CAPTION)
                and isinstance(table, ReadTable) and is_signature(table))

    def _begins_page(self, place: int) -> bool:
        first = first_paragraph(self.pieces[place])
        return first is not None and first.look.new_page

    def _signatures(self) -> Iterator[Block]:
        first = first_paragraph(self.pieces[self.place])
        signed: list[SignedTable] = []
        while self._leads_to_signature(self.place) and not (signed and self._begins_page(self.place)):
            label, table = self.pieces[self.place], self.pieces[self.place + 1]
            if isinstance(label, ReadParagraph) and isinstance(table, ReadTable):
                signed.append(SignedTable(self._undrawn(label), table))
            self.place += 2
        yield from self._breaks(first, signed[0].mark)
        for text in words_beside(signed):
            self.tell("signature field", text, signed[0].above.number)
        yield from signatures_of(signed, PART)

    def _contents(self) -> Iterator[Block]:
        lines: list[ReadParagraph] = []
        while isinstance(piece := self._next(self.place), ReadParagraph) and is_of_contents(piece):
            if lines and piece.look.new_page:
                break
            lines.append(self._undrawn(piece))
            self.place += 1
        yield from self._breaks(lines[0], lines[0].mark)
        yield from contents_of(lines, PART)

    def _lists(self) -> Iterator[Block]:
        found: list[ReadParagraph] = []
        while isinstance(piece := self._next(self.place), ReadParagraph) and not piece.look.level and (
                piece.look.listed or (found and belongs(piece, found))):
            if found and piece.look.new_page:
                break
            found.append(self._undrawn(piece))
            self.place += 1
        yield from self._breaks(found[0], found[0].mark)
        beneath = BODY if self.usual == BODY else CELL
        yield from lists_of(found, self._text, beneath)

    def _block(self, piece: ReadParagraph) -> Iterator[Block]:
        drawn = [token for token in piece.content if isinstance(token, Drawn)]
        if piece.look.level:
            anchor = next((name for name in piece.anchors if not name.startswith("_")), "")
            yield Heading(piece.look.level, self._content(piece), piece.look.new_page,
                          Origin(PART, piece.number), piece.mark, anchor)
        else:
            yield from self._breaks(piece, piece.mark)
            if len(drawn) < len(piece.content) or not drawn:
                yield self._text(piece, self.usual)
        for token in drawn:
            yield self._drawing(token, piece)

    def _drawing(self, token: Drawn, piece: ReadParagraph) -> Block:
        mark = piece.mark or token.mark
        block = token.block
        while isinstance(block, Diagram) and (more := self._next_sheet(block, mark)):
            block = drawings.together(block, more)
            self.place += 1
        return replace(drawings.whole(block), origin=Origin(PART, piece.number), mark=mark)

    def _next_sheet(self, block: Diagram, mark: Mark | None) -> Diagram | None:
        """The next sheet of a diagram that took more than a page."""
        piece = self._next(self.place)
        if not drawings.goes_on(block) or not isinstance(piece, ReadParagraph) or len(piece.content) != 1:
            return None
        token = piece.content[0]
        if not isinstance(token, Drawn) or not isinstance(token.block, Diagram):
            return None
        same = drawings.whole(token.block).description == drawings.whole(block).description
        return token.block if same and (piece.mark or token.mark) == mark else None

    def _text(self, piece: ReadParagraph, usual: str) -> Paragraph:
        style = None if piece.look.style == usual else piece.look.style
        return Paragraph(self._content(piece), style, Origin(PART, piece.number), piece.mark)

    def _undrawn(self, piece: ReadParagraph) -> ReadParagraph:
        """The paragraph without the drawings in it, which are told: no caption or item can hold one."""
        for token in piece.content:
            if isinstance(token, Drawn):
                self.tell("picture", drawings.words_of(token.block), piece.number)
        return replace(piece, content=tuple([one for one in piece.content if not isinstance(one, Drawn)]))

    def _content(self, piece: ReadParagraph) -> tuple[Inline, ...]:
        return tuple([token for token in piece.content if not isinstance(token, Drawn)])


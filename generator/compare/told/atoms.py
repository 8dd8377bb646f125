"""Texts of a document with marks, one after the other, each with the side that it stands on.

What stands on a side is what that document says, in its order: so a text of the marked document is found
again in the old one and in the new by counting letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from msgspec import Struct, field

from generator.base.language import say
from generator.compare.data.change import Side
from generator.compare.told.diagrams import Part, Redrawn, Texts, parts_of, redrawn
from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Document,
    Heading,
    Inline,
    LineBreak,
    List,
    Mark,
    Origin,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    Split,
    Table,
)
from generator.document.reading import content_of
from generator.document.revision_marks import content_side

BETWEEN_CELLS, BETWEEN_LINES, LINE_BREAK = " | ", " ", " ¶ "


class Atom(NamedTuple):
    """A text with its side, and the paragraph or row of a table that it is of.

    `owner` and `name` say what holds it; None for a sign that only the telling puts between two texts.
    `heading` stands above it. `moved` where it stands elsewhere too. `origin` is the line of a template that
    what holds it comes from.
    """

    side: Side
    text: str
    unit: int
    heading: str
    owner: object = None
    name: str = ""
    moved: bool = False
    is_entry: bool = False
    origin: Origin | None = None


def atoms(document: Document) -> Iterator[Atom]:
    """The texts of the document in reading order; the old before the new."""
    return _Walk().blocks(document.blocks, None)


class _Walk(Struct):
    """State of a walk through a document: the paragraph, and the heading on either side."""

    unit: int = 0
    headings: dict[Side, str] = field(default_factory=dict)
    in_row: bool = False
    origin: Origin | None = None

    def blocks(self, blocks: Iterable[Block], mark: Mark | None) -> Iterator[Atom]:
        before: Mark | None = None
        for number, block in enumerate(redrawn(blocks)):
            if isinstance(block, Redrawn):
                yield from self._redrawn(block)
                continue
            own = block.mark or mark
            if not self.in_row:
                self.unit += 1
            elif number and not _apart(before, own):
                yield self._sign(BETWEEN_LINES, own)
            self.origin = block.origin or self.origin
            yield from self._block(block, own)
            before = own

    def _redrawn(self, both: Redrawn) -> Iterator[Atom]:
        """The boxes and lines of a diagram that was drawn anew, each by itself."""
        gone, come = Mark("deleted"), Mark("inserted")
        for old, new in both.parts():
            self.unit += 1
            if old and new and old.key == new.key:
                yield from self._part(new, None)
                continue
            if old:
                yield from self._part(old, gone)
            if new:
                yield from self._part(new, come)

    def _part(self, part: Part, mark: Mark | None) -> Iterator[Atom]:
        if part.between:
            yield self._sign(part.between, mark)
        yield from self._fields(part.texts, mark)

    def _block(self, block: Block, mark: Mark | None) -> Iterator[Atom]:
        if isinstance(block, (Paragraph, Heading)):
            self._below(block, mark)
            yield from self._content(block.content, mark)
        elif isinstance(block, List):
            yield from self._list(block, mark)
        elif isinstance(block, Table):
            yield from self._table(block, mark)
        elif isinstance(block, Signature):
            yield from self._signature(block, mark)
        elif isinstance(block, Contents):
            yield from self._contents(block, mark)
        elif isinstance(block, PageBreak):
            if mark:
                yield self._sign(say("page break"), mark)
        elif isinstance(block, Bar):
            yield from self._fields(((part, "label", part.label) for part in block.parts), mark)
        elif isinstance(block, Diagram):
            yield from self._fields((text for part in parts_of(block) for text in part.texts), mark)
        else:
            assert_never(block)

    def _list(self, block: List, mark: Mark | None) -> Iterator[Atom]:
        for number, item in enumerate(block.items):
            if self.in_row and number:
                yield self._sign(BETWEEN_LINES, item.mark or mark)
            yield from self.blocks(item.blocks, item.mark or mark)

    def _table(self, table: Table, mark: Mark | None) -> Iterator[Atom]:
        yield from self._content(table.caption, mark)
        for row in table.rows:
            if not self.in_row:
                self.unit += 1
            yield from self._row(row, row.mark or mark)

    def _row(self, row: Row, mark: Mark | None) -> Iterator[Atom]:
        outside, self.in_row = self.in_row, True
        for number, cell in enumerate(row.cells):
            if number:
                yield self._sign(BETWEEN_CELLS, mark)
            yield from self.blocks(cell.blocks, mark)
        self.in_row = outside

    def _signature(self, block: Signature, mark: Mark | None) -> Iterator[Atom]:
        """Fields of a block; those that have changed as they were before what they are."""
        was = {name: text for _, name, text in _of_signature(block.was)} if block.was else {}
        now = {name: text for _, name, text in _of_signature(block)}
        names = (name for name in dict.fromkeys((*was, *now)) if was.get(name) or now.get(name))
        for number, name in enumerate(names):
            if number:
                yield self._sign(BETWEEN_LINES, mark)
            old, new = was.get(name, ""), now.get(name, "")
            if block.was is None or old == new:
                yield from self._fields([(block, name, new)], mark)
            else:
                yield from self._fields([(block.was, name, old)], Mark("deleted"))
                yield from self._fields([(block, name, new)], Mark("inserted"))

    def _contents(self, block: Contents, mark: Mark | None) -> Iterator[Atom]:
        yield from self._fields([(block, "title", block.title)], mark)
        for entry in block.entries:
            self.unit += 1
            for atom in self._fields([(entry, "number", entry.number), (entry, "text", entry.text)],
                                     entry.mark or mark):
                yield atom._replace(is_entry=True)

    def _content(self, content: Iterable[Inline], mark: Mark | None) -> Iterator[Atom]:
        for inline in content:
            if isinstance(inline, Run):
                yield self._atom(inline.text, inline, "text", inline.mark or mark)
            elif isinstance(inline, LineBreak):
                yield self._sign(LINE_BREAK if inline.mark else BETWEEN_LINES,
                                 inline.mark or mark)
            elif isinstance(inline, Split):
                yield self._sign(LINE_BREAK, inline.mark)
            else:
                assert_never(inline)

    def _fields(self, texts: Texts, mark: Mark | None) -> Iterator[Atom]:
        for number, (owner, name, text) in enumerate(filter(lambda one: one[2], texts)):
            if number:
                yield self._sign(BETWEEN_LINES, mark)
            yield self._atom(text, owner, name, mark)

    def _atom(self, text: str, owner: object, name: str, mark: Mark | None) -> Atom:
        side = side_of(mark)
        moved = bool(mark and mark.move)
        return Atom(side, text, self.unit, self._heading(side), owner, name, moved, origin=self.origin)

    def _sign(self, text: str, mark: Mark | None) -> Atom:
        side, moved = side_of(mark), bool(mark and mark.move)
        return Atom(side, text, self.unit, self._heading(side), moved=moved, origin=self.origin)

    def _heading(self, side: Side) -> str:
        return self.headings.get(Side.OLD if side is Side.OLD else Side.NEW, "")

    def _below(self, heading: Block, mark: Mark | None) -> None:
        """Go on below a heading, on the sides that it stands on."""
        for side, old in ((Side.OLD, True), (Side.NEW, False)):
            if isinstance(heading, Heading) and side_of(mark) in (Side.BOTH, side):
                text = "".join(i.text for i in content_side(content_of(heading), old) if isinstance(i, Run))
                self.headings[side] = " ".join(text.split())


def side_of(mark: Mark | None) -> Side:
    """The side that a thing with the mark stands on."""
    if mark is None:
        return Side.BOTH
    return Side.OLD if mark.is_old else Side.NEW


def _apart(one: Mark | None, other: Mark | None) -> bool:
    """Tell whether two things never stand in one document."""
    return one is not None and other is not None and one.is_old != other.is_old


def _of_signature(block: Signature) -> Texts:
    names = ("label", "name", "title", *(("organisation", "cvr") if block.digital else ()))
    return ((block, name, getattr(block, name)) for name in names)


"""The text of a body or of a cell: its paragraphs and tables, whatever stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.base.values import replace
from generator.document.model import LineBreak, Mark, Run
from generator.formats.word.reading.content import Content
from generator.formats.word.reading.names import (
    MC,
    VAL,
    WRAPPERS,
    M,
    W,
    below,
    chosen,
    formula,
    is_on,
    number,
    plain,
    value,
)
from generator.formats.word.reading.numbering import indent_of
from generator.formats.word.reading.pieces import (
    Look,
    Piece,
    ReadCell,
    ReadParagraph,
    ReadRow,
    ReadTable,
    TableLook,
    Token,
)
from generator.formats.word.reading.revision_stack import KINDS, Standing, inside, mark_of
from generator.formats.word.reading.story import Range, Seen, Spot, Story, TablePlace
from generator.formats.word.reading.styles import heading_level, in_list, outline

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CELL_MARKS = (f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge")
_MOST_SPAN = 200
_FEW_COLUMNS = 1


class Flow:
    """Reads a body or a cell; the next paragraph owes a new page where `new_page` is set."""

    def __init__(self, story: Story, depth: int = 0) -> None:
        self.story, self.depth = story, depth
        self.new_page = False

    def pieces(self, parent: Iterable[Element]) -> Iterator[Piece]:
        """The paragraphs and tables in their order."""
        for element in parent:
            tag = element.tag
            if tag == f"{W}p":
                yield self._paragraph(element)
            elif tag == f"{W}tbl":
                yield from self._table(element)
            elif tag in WRAPPERS or tag in KINDS:
                yield from self.pieces(element)
            elif tag == f"{MC}AlternateContent":
                yield from self.pieces(chosen(element))
            elif tag in (f"{M}oMath", f"{M}oMathPara"):
                self.story.tell("equation", formula(element), len(self.story.started))
            elif tag == f"{W}altChunk":
                self.story.tell("object", "", len(self.story.started))
            elif not self.story.strays(element):
                self._between(element)
                yield from self.pieces(element)

    def _between(self, element: Element) -> None:
        """Note a mark of place between two paragraphs: at the end of the first, or before the second."""
        story, ident = self.story, element.get(f"{W}id", "")
        if element.tag == f"{W}bookmarkStart":
            story.anchors.append(element.get(f"{W}name", ""))
        elif element.tag == f"{W}commentRangeStart":
            story.ranges.setdefault(ident, Range()).start = Spot(len(story.started) + 1, 0)
        elif element.tag == f"{W}commentRangeEnd":
            last = story.seen[-1] if story.seen else None
            end = Spot(last.number, len(last.text)) if last else Spot(1, 0)
            story.ranges.setdefault(ident, Range()).end = end
        else:
            story.moves.stand(element)

    def _paragraph(self, element: Element) -> ReadParagraph:
        story = self.story
        properties = element.find(f"{W}pPr")
        style = "" if properties is None else value(properties, "pStyle")
        content = Content(story, story.begin())
        content.anchors, story.anchors = story.anchors, []
        content.read(element)
        tokens = content.finish()
        look = self._look(properties)
        look = replace(look, new_page=look.new_page or self.new_page or content.page_before)
        self.new_page = content.page_after
        read = ReadParagraph(
            content.number, look, tokens, self._end(properties, tokens), self._before(properties),
            tuple(content.anchors), content.leads_to)
        self._see(read, style)
        return read

    def _look(self, properties: Element | None) -> Look:
        styles = self.story.styles
        if properties is None:
            return Look(styles.name(""), styles.level(""), self.story.numbering.listed(styles.in_list("")))
        style = value(properties, "pStyle")
        own = properties.find(f"{W}outlineLvl")
        said = None if own is None else outline(own.get(VAL))
        listed = in_list(properties.find(f"{W}numPr")) or styles.in_list(style)
        breaks = bool(is_on(properties.find(f"{W}pageBreakBefore")))
        return Look(styles.name(style), styles.level(style) if said is None else heading_level(said),
                    self.story.numbering.listed(listed), indent_of(properties.find(f"{W}ind")), breaks)

    def _before(self, properties: Element | None) -> Look | None:
        change = None if properties is None else properties.find(f"{W}pPrChange/{W}pPr")
        return None if change is None else self._look(change)

    def _end(self, properties: Element | None, tokens: tuple[Token, ...]) -> Standing:
        """The mark of the paragraph's end: that of its words where those moved."""
        standing = _standing(below(properties, "rPr"), None, self.story)
        if not isinstance(standing, Mark):
            return standing
        of_one_side = all(token.mark and token.mark.is_old == standing.is_old for token in tokens)
        moved = {token.mark for token in tokens if token.mark and token.mark.move}
        if len(moved) == 1 and of_one_side:
            return replace(moved.pop(), author=standing.author, date=standing.date)
        return standing

    def _see(self, read: ReadParagraph, style: str) -> None:
        story = self.story
        runs = [token for token in read.content if isinstance(token, Run) and token.text.strip()]
        stands = [token for token in read.content if token.mark is None or not token.mark.is_old]
        text = "".join([token.text if isinstance(token, Run) else "\n" for token in stands
                        if isinstance(token, (Run, LineBreak))])
        bold = bool(runs) and (all(run.bold for run in runs) or story.styles.bold(style))
        gone = isinstance(read.end, Mark) and read.end.is_old
        listed = read.look.listed
        label = story.numbering.count(listed) if listed and not gone else ""
        story.seen.append(Seen(read.number, story.styles.name(style), label, read.look.level, bold, text,
                               story.place))

    def _table(self, table: Element) -> Iterator[Piece]:
        if self.depth:
            self.story.tell("nested table", plain(table), len(self.story.started))
            return
        self.story.tables += 1
        number_of, place = self.story.tables, self.story.place
        grid = [number(one.get(f"{W}w")) or 0 for one in table.findall(f"{W}tblGrid/{W}gridCol")]
        rows = [self._row(row, mark, number_of, turn)
                for turn, (row, mark) in enumerate(_rows(table, None, self.story), start=1)]
        self.story.place = place
        if rows:
            properties = table.find(f"{W}tblPr")
            before = None if properties is None else properties.find(f"{W}tblPrChange/{W}tblPr")
            yield ReadTable(tuple(rows), tuple(grid), self._table_look(properties),
                            None if before is None else self._table_look(before))

    def _table_look(self, properties: Element | None) -> TableLook:
        if properties is None:
            return TableLook(self.story.styles.table(""))
        return TableLook(self.story.styles.table(value(properties, "tblStyle")),
                         value(properties, "tblDescription"), _has_row_heads(properties.find(f"{W}tblLook")))

    def _row(self, row: Element, mark: Mark | None, table: int, turn: int) -> ReadRow:
        properties = row.find(f"{W}trPr")
        skipped = 0 if properties is None else _count(value(properties, "gridBefore"), 0)
        header = properties is not None and bool(is_on(properties.find(f"{W}tblHeader")))
        cells, column = [], skipped
        for cell in _inside(row, f"{W}tc", self.story):
            self.story.place = TablePlace(table, turn, column + 1)
            cells.append(self._cell(cell))
            column += cells[-1].span
        return ReadRow(tuple(cells), header, skipped, mark)

    def _cell(self, cell: Element) -> ReadCell:
        properties = cell.find(f"{W}tcPr")
        flow = Flow(self.story, self.depth + 1)
        flow.new_page, self.new_page = self.new_page, False
        first = len(self.story.seen)
        pieces = tuple(flow.pieces(cell))
        if properties is None:
            return ReadCell(pieces)
        if any(one.tag in _CELL_MARKS for one in properties):
            self.story.tell("tracked cell", "", len(self.story.started))
        merged = properties.find(f"{W}vMerge")
        merge = "" if merged is None else merged.get(VAL, "continue")
        if merge == "continue":  # Word shows the cell above in its place
            for one in self.story.seen[first:]:
                self.story.tell_if("hidden text", one.text, one.number)
        return ReadCell(pieces, _count(value(properties, "gridSpan"), _FEW_COLUMNS), merge)


def _count(text: str, least: int) -> int:
    return min(max(number(text) or 0, least), _MOST_SPAN)


def _standing(properties: Iterable[Element], outer: Standing, story: Story) -> Standing:
    """The mark that properties of a paragraph or of a row give it."""
    for one in properties:
        if one.tag in KINDS:
            outer = inside(outer, mark_of(one, story.moves))
    return outer


def _has_row_heads(look: Element | None) -> bool:
    if look is None:
        return False
    said = look.get(f"{W}firstColumn")
    if said is not None:
        return said in ("1", "true", "on")
    try:
        return bool(int(look.get(VAL, "0"), 16) & 0x0080)
    except ValueError:
        return False


def _rows(parent: Element, mark: Standing, story: Story) -> Iterator[tuple[Element, Mark | None]]:
    for element in parent:
        if element.tag == f"{W}tr":
            standing = _standing(below(element, "trPr"), mark, story)
            yield element, standing if isinstance(standing, Mark) else None
        elif element.tag in KINDS:
            yield from _rows(element, inside(mark, mark_of(element, story.moves)), story)
        elif not story.strays(element):
            story.moves.stand(element)
            yield from _rows(element, mark, story)


def _inside(parent: Element, tag: str, story: Story) -> Iterator[Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif not story.strays(element):
            yield from _inside(element, tag, story)

"""Lists as typst's own, so that a reader of the PDF knows them; their marks are those of the reference."""

from __future__ import annotations

from functools import partial
from typing import assert_never

from generator.base.values import replace
from generator.document.model import (
    Bar,
    Block,
    Contents,
    Diagram,
    Heading,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from generator.formats import refusals
from generator.formats.pdf.inlines import in_look, inlines
from generator.formats.pdf.look.lists import Level
from generator.formats.pdf.look.values import ParagraphLook
from generator.formats.pdf.source import call, joined, length, sequence
from generator.formats.pdf.state import Setting, paragraph
from generator.formats.word import codes
from generator.formats.word.reference import styles

_NUMBERINGS = {
    "lowerLetter": "LowerAlpha", "upperLetter": "UpperAlpha", "lowerRoman": "LowerRoman",
    "upperRoman": "UpperRoman",
}  # fmt: skip


def list_code(block: List, setting: Setting, in_cell: bool, depth: int = 0, edge: float = 0.0) -> str:
    """The code of a list and of the lists in it; `edge` is how far in it stands already, in points."""
    style = _style(block.ordered, in_cell)
    levels, look = setting.look.lists[style], setting.paragraph(style)
    if depth >= len(levels):
        setting.complain(codes.LIST_SHAPE, *refusals.too_deep(depth + 1, style, len(levels)))
        return ""
    level, room = levels[depth], setting.room(look)
    rooms: list[float] = []
    place = len(setting.lists)  # before those that stand in it
    points: list[str] = []
    for item in block.items:
        rooms.append(setting.room(look))
        write = partial(_item, item, setting, look, in_cell, depth, level.left)
        points.append(setting.under(item.mark, write))
    setting.lists.insert(place, _numbering(block, level))
    kind, between = "enum" if block.ordered else "list", min(rooms[1:], default=0.0)
    indent, marks = length(level.left - level.hanging - edge), _marks(block, level, depth, setting, style)
    code = call(kind, *with_room(points, rooms[1:], between, kind), spacing=length(between), indent=indent,
                **marks)
    return call("items", setting.named(look), length(room), code)


def with_room(points: list[str], rooms: list[float], between: float, kind: str) -> list[str]:
    """The points, the room below each that is larger than between all of them with it."""
    more = [joined([point, f"v({length(room - between)})"]) if room > between else point
            for point, room in zip(points, rooms, strict=False)]
    return [call(f"{kind}.item", point) for point in (*more, *points[len(rooms):])]


def _marks(block: List, level: Level, depth: int, setting: Setting, style: str) -> dict[str, str]:
    """The argument that marks the points: one bullet for them all, or a number for each."""
    texts = level.marks(len(block.items), depth, block.letters) if block.ordered else (level.pattern,)
    marks = [call("mark", length(level.hanging), in_look(text, level.text, setting, style))
             for text in texts]
    return {"numbering": f"n => {sequence(marks)}.at(n - 1)"} if block.ordered else {"marker": marks[0]}


def _numbering(block: List, level: Level) -> str:
    """The name that a PDF has for the numbers of a list."""
    if not block.ordered:
        return "Disc"
    return _NUMBERINGS.get("lowerLetter" if block.letters else level.form, "Decimal")


def _style(ordered: bool, in_cell: bool) -> str:
    if in_cell:
        return styles.CELL_NUMBER if ordered else styles.CELL_BULLET
    return styles.LIST_NUMBER if ordered else styles.LIST_BULLET


def _item(item: ListItem, setting: Setting, look: ParagraphLook, in_cell: bool, depth: int,
          edge: float) -> str:
    """The first paragraph stands beside the mark; further ones below it, in line with it."""
    if not item.blocks or not isinstance(item.blocks[0], Paragraph):
        setting.complain(codes.LIST_SHAPE, *refusals.no_text_first())
    beneath = styles.CELL if in_cell else styles.BODY

    def part(position: int, block: Block) -> str:
        if isinstance(block, Paragraph):
            own = setting.paragraph(block.style) if block.style else setting.paragraph(beneath)
            shown = look if not position and not block.style else own
            content = inlines(block.content, setting, shown.style)
            flush = replace(shown, left=0.0, first=0.0)  # the list brings the indent
            return paragraph(setting, flush, content, above=None if position else 0.0)
        if isinstance(block, List):
            return list_code(block, setting, in_cell, depth + 1, edge)
        if isinstance(block, (Heading, Table, Signature, PageBreak, Contents, Bar, Diagram)):
            setting.complain(codes.PLACEMENT, *refusals.in_a_list(block))
            return ""
        assert_never(block)

    parts = [setting.under(block.mark, partial(part, position, block))
             for position, block in enumerate(item.blocks)]
    return joined(list(filter(None, parts)))

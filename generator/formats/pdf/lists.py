"""Lists as typst's own, so that a reader of the PDF knows them; their marks are those of the reference."""

from __future__ import annotations

from functools import partial
from typing import assert_never

from generator.document.model import Block, Heading, List, ListItem, PageBreak, Paragraph, Signature, Table
from generator.formats.pdf.inlines import in_look, inlines
from generator.formats.pdf.look.lists import Level
from generator.formats.pdf.look.values import ParagraphLook
from generator.formats.pdf.source import call, joined, length, literal, sequence
from generator.formats.pdf.state import Setting, paragraph
from generator.formats.word import codes
from generator.formats.word.reference import styles


def list_code(block: List, setting: Setting, in_cell: bool, depth: int = 0, edge: float = 0.0) -> str:
    """The code of a list and of the lists in it; `edge` is how far in it stands already, in points."""
    style = _style(block.ordered, in_cell)
    levels, look = setting.look.lists[style], setting.paragraph(style)
    if depth >= len(levels):
        setting.complain(codes.LIST_SHAPE, f"a list stands {depth + 1} levels deep; '{style}' has {len(levels)}",
                         "make the innermost list a paragraph, or split the list")
        return ""
    level = levels[depth]
    room = setting.room(look)
    items = []
    for item in block.items:
        above = setting.room(look) if items else 0.0
        items.append((above, setting.under(item.mark, partial(_item, item, setting, look, in_cell, depth, level.left))))
    gaps = [above for above, _ in items[1:]]
    least = min(gaps, default=0.0)
    bodies = []
    for (_, body), gap in zip(items, [*gaps, least], strict=True):
        body = joined([body, f"v({length(gap - least)})"]) if gap > least else body
        bodies.append(call("enum.item" if block.ordered else "list.item", body))
    marks = _marks(block, level, depth, setting, style)
    named = {"indent": length(level.left - level.hanging - edge), "spacing": length(least)}
    code = call("enum" if block.ordered else "list", *bodies, **marks, **named)
    return call("items", setting.named(look), length(room), code)


def _marks(block: List, level: Level, depth: int, setting: Setting, style: str) -> dict[str, str]:
    texts = level.marks(len(block.items), depth, block.letters)
    boxed = [f"mark({length(level.hanging)}, {in_look(literal(text), level.text, setting, style)})"
             for text in (texts if block.ordered else texts[:1] or [level.pattern])]
    if block.ordered:
        return {"numbering": f"n => {sequence(boxed)}.at(n - 1)"}
    return {"marker": boxed[0]}


def _style(ordered: bool, in_cell: bool) -> str:
    if in_cell:
        return styles.CELL_NUMBER if ordered else styles.CELL_BULLET
    return styles.LIST_NUMBER if ordered else styles.LIST_BULLET


def _item(item: ListItem, setting: Setting, look: ParagraphLook, in_cell: bool, depth: int, edge: float) -> str:
    """The first paragraph stands beside the mark; further ones below it, in line with it."""
    if not item.blocks or not isinstance(item.blocks[0], Paragraph):
        setting.complain(codes.LIST_SHAPE, "a list item does not begin with text",
                         "write a text before what stands inside the item")
    beneath = styles.CELL if in_cell else styles.BODY

    def part(position: int, block: Block) -> str:
        if isinstance(block, Paragraph):
            own = setting.paragraph(block.style) if block.style else setting.paragraph(beneath)
            shown = look if not position and not block.style else own
            content = inlines(block.content, setting, shown.style)
            return paragraph(setting, flush(shown), content, above=None if position else 0.0)
        if isinstance(block, List):
            return list_code(block, setting, in_cell, depth + 1, edge)
        if isinstance(block, (Heading, Table, Signature, PageBreak)):
            setting.complain(codes.PLACEMENT, f"a {type(block).__name__} stands inside a list",
                             "a list item holds texts and lists; put it after the list")
            return ""
        assert_never(block)

    parts = [setting.under(block.mark, partial(part, position, block)) for position, block in enumerate(item.blocks)]
    return joined(list(filter(None, parts)))


def flush(look: ParagraphLook) -> ParagraphLook:
    """The look without an indent: a list brings that."""
    from dataclasses import replace

    return replace(look, left=0.0, first=0.0)

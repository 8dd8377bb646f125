"""Checked markup → blocks. All that check.py lets through is taken as it is; a tag unknown here raises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Literal, assert_never, cast

from generator.document.drawings import LineLook
from generator.document.markup.fitted import AUTO, fitted
from generator.document.markup.inlines import fold, inlines, plain
from generator.document.markup.vocabulary import (
    CELL_STYLES,
    DIAGRAM_BOX,
    DIGITAL,
    GUIDANCE,
    INLINE,
    LETTERS,
    NEW_PAGE,
    PARAGRAPH_STYLES,
    TABLE_PARTS,
    TABLE_STYLES,
    BlockTag,
)
from generator.document.markup.xhtml import Element
from generator.document.model import (
    Bar,
    Block,
    Box,
    Cell,
    Contents,
    Diagram,
    Edge,
    Heading,
    List,
    ListItem,
    Origin,
    PageBreak,
    Paragraph,
    Part,
    Row,
    Run,
    Signature,
    Table,
)

_IS_HEADER: Mapping[str, bool] = {"td": False, "th": True}


def blocks(element: Element, style: str | None = None) -> Iterator[Block]:
    """The blocks in an element; text beside them becomes paragraphs. `style` is for its paragraphs."""
    for loose, children in groupby(element.children, _is_inline):
        if not loose:
            for child in children:
                assert isinstance(child, Element)
                yield from _block(child, style)
            continue
        content = inlines(children)
        if content:
            yield Paragraph(content, style, element.origin)


def _is_inline(child: Element | str) -> bool:
    return isinstance(child, str) or child.tag in INLINE


def _block(element: Element, style: str | None) -> Iterable[Block]:
    attributes, origin = element.attributes, element.origin
    match cast(BlockTag, element.tag):
        case "p":
            own = PARAGRAPH_STYLES[attributes["class"]] if "class" in attributes else style
            return (Paragraph(inlines(element.children), own, origin),)
        case "h1" | "h2" | "h3" as heading:
            new_page = attributes.get("class") == NEW_PAGE
            short = fold(attributes.get("short", ""))
            return (Heading(int(heading[1]), inlines(element.children), new_page, origin, short=short),)
        case "ul" | "ol" as kind:
            items = tuple([ListItem(tuple(blocks(item))) for item in _tags(element)])
            return (List(items, kind == "ol", attributes.get("class") == LETTERS, origin),)
        case "table":
            table = _table(element)
            return (table,) if table.columns else fitted(table)
        case "signature" | "pagebreak" | "contents" | "bar" | "diagram" as thing:
            return (_thing(thing, element),)
        case "note":
            return blocks(element, GUIDANCE)
        case "section":
            return blocks(element, style)
        case unknown:
            assert_never(unknown)


def _thing(tag: Literal["signature", "pagebreak", "contents", "bar", "diagram"], element: Element) -> Block:
    """A block in which no text stands."""
    attributes, origin = element.attributes, element.origin
    match tag:
        case "signature":
            return _signature(attributes, origin)
        case "pagebreak":
            return PageBreak(origin)
        case "contents":
            return Contents(fold(attributes["title"]), most=int(attributes.get("most", 0)), origin=origin)
        case "bar":
            parts = tuple([_part(part.attributes) for part in _tags(element)])
            width = Decimal(attributes.get("width", "100"))
            return Bar(parts, fold(attributes["description"]), width, origin)
        case "diagram":
            return _diagram(element)
        case unknown:
            assert_never(unknown)


def _part(attributes: Mapping[str, str]) -> Part:
    return Part(fold(attributes["label"]), Decimal(attributes["share"]))


def _diagram(element: Element) -> Diagram:
    boxes = [child.attributes for child in _tags(element) if child.tag == DIAGRAM_BOX]
    edges = [child.attributes for child in _tags(element) if child.tag != DIAGRAM_BOX]
    return Diagram(
        tuple([Box(box["id"], fold(box["label"]), fold(box.get("detail", "")), int(box["level"]))
               for box in boxes]),
        tuple([Edge(edge["from"], edge["to"], fold(edge["says"]), cast(LineLook, edge["look"]))
               for edge in edges]),
        fold(element.attributes["description"]), element.origin)


def _signature(attributes: Mapping[str, str], origin: Origin | None) -> Signature:
    def said(key: str) -> str:
        return fold(attributes.get(key, ""))

    return Signature(said("label"), said("anchor"), said("name"), said("title"), said("organisation"),
                     said("cvr"), attributes.get("class") == DIGITAL, origin)


def _tags(element: Element) -> Iterator[Element]:
    return (child for child in element.children if isinstance(child, Element))


def _table(element: Element) -> Table:
    caption = next((child for child in _tags(element) if child.tag == "caption"), None)
    columns = element.attributes["columns"]
    return Table(
        rows=tuple([row for header, group in groups(element) for tr in group for row in _rows(tr, header)]),
        columns=() if columns == AUTO else tuple(map(int, columns.split())),
        caption=inlines(caption.children) if caption else (),
        description=fold(element.attributes.get("description", "")),
        style=TABLE_STYLES[element.attributes["class"]] if "class" in element.attributes else None,
        origin=element.origin,
    )


def groups(table: Element) -> Iterator[tuple[bool, list[Element]]]:
    """The rows of a table by head and bodies: whether they are header rows, and the rows.

    Skips what cannot stand in a table: check.py asks too, and tells of that elsewhere.
    """
    loose = []
    for child in _tags(table):
        if child.tag not in TABLE_PARTS:
            continue
        match child.tag:
            case "thead":
                yield True, list(_tags(child))
            case "tbody":
                yield False, list(_tags(child))
            case "tr":
                loose.append(child)
            case "caption":
                pass
            case unknown:
                assert_never(unknown)
    if loose:
        yield False, loose


def _rows(tr: Element, header: bool) -> list[Row]:
    """The row, and those that repeat it with other texts."""
    first = Row(tuple([_cell(cell) for cell in _tags(tr)]), header, tr.origin)
    if not tr.more:
        return [first]
    columns = [_cells_like(cell, texts)
               for cell, texts in zip(_tags(tr), zip(*tr.more, strict=True), strict=True)]
    return [first, *[Row(cells, header, tr.origin) for cells in zip(*columns, strict=True)]]


def _cells_like(cell: Element, texts: tuple[str, ...]) -> list[Cell]:
    """Cells as this one, with those texts."""
    style, origin, header = _style(cell), cell.origin, _IS_HEADER[cell.tag]
    return [Cell((Paragraph((Run(text),) if text else (), style, origin),), header)
            for text in map(fold, texts)]


def _cell(element: Element) -> Cell:
    attributes = element.attributes
    content = _content(element, _style(element))
    header = _IS_HEADER[element.tag]
    if "colspan" not in attributes and "rowspan" not in attributes:
        return Cell(content, header)
    return Cell(content, header, int(attributes.get("colspan", 1)), int(attributes.get("rowspan", 1)))


def _style(cell: Element) -> str | None:
    """The style that the cell gives to its paragraphs, where it has a class."""
    return CELL_STYLES[cell.tag][cell.attributes["class"]] if "class" in cell.attributes else None


def _content(element: Element, style: str | None) -> tuple[Block, ...]:
    children = element.children
    if len(children) == 1 and isinstance(children[0], str):
        return (Paragraph(plain(children[0]), style, element.origin),)
    return tuple(blocks(element, style)) or (Paragraph((), style, element.origin),)

"""Rules of a whole: headings that skip no level, tables with full rows, bars and diagrams that add up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import chain

from generator.base.findings import Finding
from generator.base.language import say
from generator.document.markup import codes, grid
from generator.document.markup.blocks import groups
from generator.document.markup.fitted import AUTO
from generator.document.markup.values import FAULTS, nearest
from generator.document.markup.vocabulary import DIAGRAM_BOX, DIAGRAM_EDGE, HEADINGS
from generator.document.markup.xhtml import Element, place

MOST_ROUNDED_AWAY = 1
"""Percentage points that the shares of a bar may be off when each was rounded."""

_PARTS: Mapping[str, str] = {"caption": "c", "thead": "h", "tbody": "b", "tr": "r"}
_ORDER = re.compile(r"c?h?(b*|r*)")


class Seen:
    """All that has come before in `root`: the level of the last heading, and the anchors of signatures."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.level = 0
        self.anchors: set[str] = set()


def _heading(element: Element, seen: Seen) -> Iterator[Finding]:
    level, last = int(element.tag[1]), seen.level
    seen.level = level
    if level > last + 1:
        hint = say("write <{tag}>; no level is skipped", tag=f"h{last + 1}")
        if last:
            message = say("`<{tag}>` comes after `<{before}>`", tag=element.tag, before=f"h{last}")
        else:
            message = say("`<{tag}>` comes after no heading at all", tag=element.tag)
        yield Finding(codes.HEADING_LEVEL, message, hint, place(element.origin))


def _signature(element: Element, seen: Seen) -> Iterator[Finding]:
    anchor = element.attributes.get("anchor", "")
    if anchor and anchor in seen.anchors:
        message = say("two signatures have the anchor `{anchor}`", anchor=anchor)
        yield Finding(codes.BAD_ATTRIBUTE, message, say("give each its own"), place(element.origin))
    seen.anchors.add(anchor)


def _table(element: Element, _: Seen) -> Iterator[Finding]:
    letters = "".join(_PARTS.get(child.tag, "") for child in element.children if isinstance(child, Element))
    if not _ORDER.fullmatch(letters):
        message = say("the parts of a table are not in their order")
        hint = say("write first one <caption>, then one <thead>, then <tbody> with the rows, or rows alone")
        yield Finding(codes.MISPLACED_TAG, message, hint, place(element.origin))
    columns = element.attributes.get("columns", "")
    if columns.strip() and not FAULTS["columns"](columns):
        yield from _rows(element, columns)


def _rows(table: Element, columns: str) -> Iterator[Finding]:
    bodies = [[tr for tr in rows for _ in (tr, *tr.more)] for _, rows in groups(table)]
    of_row = {id(tr): [_spans(cell) for cell in tr.children if isinstance(cell, Element)]
              for _, rows in groups(table) for tr in rows}  # fmt: skip
    spans = [[of_row[id(tr)] for tr in rows] for rows in bodies]
    count = len(next(chain.from_iterable(spans), ())) if columns == AUTO else len(columns.split())
    for rows, of_rows in zip(bodies, spans, strict=True):
        for number, message in grid.misfits(of_rows, count):
            hint = say("count the cells, `colspan`, `rowspan` and `columns`")
            yield Finding(codes.COLUMNS, message, hint, place(rows[number].origin))
    if columns == AUTO and any(cell != grid.ONE for row in of_row.values() for cell in row):
        message = say("a cell spans several in a table of automatic columns, which may become several tables")
        yield Finding(codes.COLUMNS, message, say("leave `colspan` and `rowspan` out"), place(table.origin))


def _spans(cell: Element) -> tuple[int, int]:
    if "colspan" not in cell.attributes and "rowspan" not in cell.attributes:
        return grid.ONE
    across, down = cell.attributes.get("colspan", "1"), cell.attributes.get("rowspan", "1")
    wrong = FAULTS["colspan"]
    return (int(across) if not wrong(across) else 1, int(down) if not wrong(down) else 1)


def _bar(element: Element, _: Seen) -> Iterator[Finding]:
    shares = [part.attributes.get("share", "") for part in element.children if isinstance(part, Element)]
    if any(not share.strip() or FAULTS["share"](share) for share in shares):
        return
    whole = sum(map(Decimal, shares), Decimal())
    if shares and abs(100 - whole) > MOST_ROUNDED_AWAY:
        message = say("the parts of a bar add up to {whole} %", whole=whole)
        hint = say("let the model compute every share")
        yield Finding(codes.BAD_ATTRIBUTE, message, hint, place(element.origin))


def _diagram(element: Element, _: Seen) -> Iterator[Finding]:
    parts = [child for child in element.children if isinstance(child, Element)]
    names: list[str] = []
    for box in parts:
        name = box.attributes.get("id", "")
        if box.tag == DIAGRAM_BOX and name in names:
            message = say("two boxes have the id `{name}`", name=name)
            yield Finding(codes.BAD_ATTRIBUTE, message, say("give each its own"), place(box.origin))
        names += [name] * (box.tag == DIAGRAM_BOX)
    for edge in parts:
        for end in ("from", "to") if edge.tag == DIAGRAM_EDGE else ():
            if (name := edge.attributes.get(end, "")) not in names:
                message = say('`{end}="{name}"` names no box of its diagram', end=end, name=name)
                yield Finding(codes.BAD_ATTRIBUTE, message, nearest(name, names), place(edge.origin))


OF_WHOLES: Mapping[str, Callable[[Element, Seen], Iterator[Finding]]] = {
    **dict.fromkeys(HEADINGS, _heading), "signature": _signature, "table": _table, "bar": _bar,
    "diagram": _diagram,
}  # fmt: skip

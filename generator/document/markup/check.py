"""All that is wrong with a tree of markup, each with its template and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain

from generator.base.findings import Finding
from generator.base.nearest import nearest as closest
from generator.document.markup import codes, grid
from generator.document.markup.blocks import groups
from generator.document.markup.fitted import AUTO
from generator.document.markup.inlines import SPACE, fold
from generator.document.markup.values import EXAMPLES, FAULTS
from generator.document.markup.vocabulary import (
    ATTRIBUTES,
    BODY,
    CHILDREN,
    CLASSES,
    DIAGRAM_BOX,
    DIAGRAM_EDGE,
    FILLED,
    HEADINGS,
    INLINE,
    REQUIRED,
    TAGS,
    TEXT,
)
from generator.document.markup.xhtml import Element, place

MOST_ROUNDED_AWAY = 1
"""Percentage points that the shares of a bar may be off when each was rounded."""

_KNOWN = {
    tag: ATTRIBUTES.get(tag, frozenset()) | ({"class"} if tag in CLASSES else frozenset()) for tag in CHILDREN
}
_OF_TEXT = HEADINGS | {"p", "caption"}
_PARTS: Mapping[str, str] = {"caption": "c", "thead": "h", "tbody": "b", "tr": "r"}
_ORDER = re.compile(r"c?h?(b*|r*)")


def complaints(root: Element) -> list[Finding]:
    """All that is wrong in the tree, in the order it stands there."""
    found: list[Finding] = []
    seen = _Seen(root)
    _check(root, seen, found)
    return found


class _Seen:
    """All that has come before in `root`: the level of the last heading, and the anchors of signatures."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.level = 0
        self.anchors: set[str] = set()


def _check(element: Element, seen: _Seen, found: list[Finding]) -> bool:
    """Gather all that is wrong in the element; tell whether there is text in it."""
    tag = element.tag
    if tag not in TAGS and element is not seen.root:
        found.append(_unknown_tag(element))
        return True
    if tag in REQUIRED or (element.attributes and not _has_only_a_class(element)):
        found.extend(_attributes(element))
    allowed = CHILDREN[tag]
    has_text = has_tags = False
    for child in element.children:
        if isinstance(child, str):
            if child.strip(SPACE):
                has_text = True
                if tag not in TEXT:
                    found.append(_misplaced_text(child, element))
            continue
        has_tags = True
        if child.tag not in allowed and child.tag in TAGS:
            found.append(_misplaced(child, element))
        has_text = _check(child, seen, found) or has_text
    if tag in FILLED and not (has_text or (has_tags and tag not in _OF_TEXT)):
        found.append(Finding(codes.EMPTY, f"`<{tag}>` is empty", _why_empty(tag), place(element.origin)))
    if tag in _OTHERS:
        found.extend(_OTHERS[tag](element, seen))
    return has_text


def _why_empty(tag: str) -> str:
    if tag in ("p", "li") or tag in HEADINGS:
        return "leave it out: the space between paragraphs comes from their styles"
    return "fill it or leave it out"


def _unknown_tag(element: Element) -> Finding:
    message = f"the tag `<{element.tag}>` does not exist"
    return Finding(codes.UNKNOWN_TAG, message, nearest(element.tag, TAGS, "<{}>"), place(element.origin))


def nearest(word: str, known: Iterable[str], shape: str = "{}") -> str:
    """The hint that names the nearest known word, and all of them."""
    names = sorted(known)
    close = closest(word, names)
    listed = ", ".join(shape.format(name) for name in names)
    return f"write {shape.format(close)}; there are {listed}" if close else f"there are {listed}"


def _misplaced(child: Element, parent: Element) -> Finding:
    around = "directly in the document" if parent.tag == BODY else f"in `<{parent.tag}>`"
    homes = [f"<{tag}>" for tag, allowed in CHILDREN.items() if child.tag in allowed and tag != BODY]
    if child.tag == "table" and parent.tag in ("td", "th"):
        hint = "tables do not stand inside each other; use paragraphs or a list in the cell"
    elif child.tag in INLINE and parent.tag in (BODY, "section"):
        hint = "put it in a <p>"
    elif child.tag in CHILDREN[BODY] and parent.tag == "p":
        hint = f"close the paragraph first: write </p> before <{child.tag}>"
    else:
        hint = f"<{child.tag}> stands in {', '.join(homes)}"
    return Finding(codes.MISPLACED_TAG, f"`<{child.tag}>` cannot stand {around}", hint, place(child.origin))


def _misplaced_text(text: str, parent: Element) -> Finding:
    words = fold(text)
    shown = words if len(words) <= 30 else words[:29] + "…"
    around = "directly in the document" if parent.tag == BODY else f"directly in `<{parent.tag}>`"
    fits = sorted(CHILDREN[parent.tag] & TEXT)
    hint = "put it in a <p>" if "p" in fits else f"put it in a <{fits[0]}>" if fits else "take it out"
    return Finding(codes.MISPLACED_TEXT, f"the text `{shown}` stands {around}", hint, place(parent.origin))


def _attributes(element: Element) -> Iterator[Finding]:
    tag, origin = element.tag, element.origin
    known = _KNOWN[tag]
    for name, value in element.attributes.items():
        if name not in known:
            hint = nearest(name, known) if known else f"<{tag}> has no attributes"
            message = f"`<{tag}>` has no attribute `{name}`"
            yield Finding(codes.UNKNOWN_ATTRIBUTE, message, hint, place(origin))
        elif name == "class":
            yield from _class(element, value)
        elif name in FAULTS and (fault := FAULTS[name](value)):
            yield Finding(codes.BAD_ATTRIBUTE, f"`{name}=\"{value}\"` is not possible", fault, place(origin))
    for name in REQUIRED.get(tag, ()):
        if not fold(element.attributes.get(name, "")):
            message = f"`<{tag}>` lacks `{name}`"
            yield Finding(codes.BAD_ATTRIBUTE, message, f'write {name}="{EXAMPLES[name]}"', place(origin))


def _has_only_a_class(element: Element) -> bool:
    """Tell whether its one attribute is a class that its tag has, as is so in most cells of a table."""
    attributes = element.attributes
    return len(attributes) == 1 and attributes.get("class") in CLASSES.get(element.tag, ())


def _class(element: Element, value: str) -> Iterator[Finding]:
    known = CLASSES[element.tag]
    if value in known:
        return
    if len(value.split()) > 1 and set(value.split()) <= known:
        message, hint = f"`class=\"{value}\"` names more than one class", "keep one of them"
    else:
        message, hint = f"`<{element.tag}>` has no class `{value}`", nearest(value, known)
    yield Finding(codes.UNKNOWN_CLASS, message, hint, place(element.origin))


def _heading(element: Element, seen: _Seen) -> Iterator[Finding]:
    level, last = int(element.tag[1]), seen.level
    seen.level = level
    if level > last + 1:
        before = f"`<h{last}>`" if last else "no heading at all"
        message, hint = f"`<{element.tag}>` comes after {before}", f"write <h{last + 1}>; no level is skipped"
        yield Finding(codes.HEADING_LEVEL, message, hint, place(element.origin))


def _signature(element: Element, seen: _Seen) -> Iterator[Finding]:
    anchor = element.attributes.get("anchor", "")
    if anchor and anchor in seen.anchors:
        message = f"two signatures have the anchor `{anchor}`"
        yield Finding(codes.BAD_ATTRIBUTE, message, "give each its own", place(element.origin))
    seen.anchors.add(anchor)


def _table(element: Element, _: _Seen) -> Iterator[Finding]:
    letters = "".join(_PARTS.get(child.tag, "") for child in element.children if isinstance(child, Element))
    if not _ORDER.fullmatch(letters):
        message = "the parts of a table are not in their order"
        hint = "first one <caption>, then one <thead>, then <tbody> with the rows, or rows alone"
        yield Finding(codes.MISPLACED_TAG, message, hint, place(element.origin))
    columns = element.attributes.get("columns", "")
    if columns.strip() and not FAULTS["columns"](columns):
        yield from _rows(element, columns)


def _rows(table: Element, columns: str) -> Iterator[Finding]:
    spans = [[[_spans(cell) for cell in tr.children if isinstance(cell, Element)] for tr in rows]
             for _, rows in groups(table)]  # fmt: skip
    count = len(next(chain.from_iterable(spans), ())) if columns == AUTO else len(columns.split())
    for (_, rows), of_rows in zip(groups(table), spans, strict=True):
        for number, message in grid.misfits(of_rows, count):
            hint = f"the table has {count} columns: count the cells, `colspan`, `rowspan` and `columns`"
            yield Finding(codes.COLUMNS, message, hint, place(rows[number].origin))
    if columns == AUTO and any(cell != grid.ONE for row in chain.from_iterable(spans) for cell in row):
        message = f'a cell spans several in a table with `columns="{AUTO}"`, which may become several tables'
        yield Finding(codes.COLUMNS, message, "leave `colspan` and `rowspan` out", place(table.origin))


def _spans(cell: Element) -> tuple[int, int]:
    if "colspan" not in cell.attributes and "rowspan" not in cell.attributes:
        return grid.ONE
    across, down = cell.attributes.get("colspan", "1"), cell.attributes.get("rowspan", "1")
    wrong = FAULTS["colspan"]
    return (int(across) if not wrong(across) else 1, int(down) if not wrong(down) else 1)


def _bar(element: Element, _: _Seen) -> Iterator[Finding]:
    shares = [part.attributes.get("share", "") for part in element.children if isinstance(part, Element)]
    if any(not share.strip() or FAULTS["share"](share) for share in shares):
        return
    whole = sum(map(Decimal, shares), Decimal())
    if shares and abs(100 - whole) > MOST_ROUNDED_AWAY:
        message, hint = f"the parts of a bar add up to {whole} %", "let the model compute every share"
        yield Finding(codes.BAD_ATTRIBUTE, message, hint, place(element.origin))


def _diagram(element: Element, _: _Seen) -> Iterator[Finding]:
    parts = [child for child in element.children if isinstance(child, Element)]
    names: list[str] = []
    for box in parts:
        name = box.attributes.get("id", "")
        if box.tag == DIAGRAM_BOX and name in names:
            message = f"two boxes have the id `{name}`"
            yield Finding(codes.BAD_ATTRIBUTE, message, "give each its own", place(box.origin))
        names += [name] * (box.tag == DIAGRAM_BOX)
    for edge in parts:
        for end in ("from", "to") if edge.tag == DIAGRAM_EDGE else ():
            if (name := edge.attributes.get(end, "")) not in names:
                message = f"`{end}=\"{name}\"` names no box of its diagram"
                yield Finding(codes.BAD_ATTRIBUTE, message, nearest(name, names), place(edge.origin))


_OTHERS: Mapping[str, Callable[[Element, _Seen], Iterator[Finding]]] = {
    **dict.fromkeys(HEADINGS, _heading), "signature": _signature, "table": _table, "bar": _bar,
    "diagram": _diagram,
}  # fmt: skip

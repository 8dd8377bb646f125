"""Structure of a PDF, as far as typst cannot say it: row headers, descriptions of tables, and revisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.formats.pdf.state import CONTENTS, Setting, TableTags


def complete(pdf: Any, setting: Setting) -> None:
    """Add to the structure of a pikepdf.Pdf what is known of its tables, lists and revised texts."""
    from pikepdf import Name, String

    elements = list(_elements(pdf.Root.StructTreeRoot.K))
    for element, tags in zip(_of(elements, "/Table"), setting.tables, strict=True):
        _table(element, tags)
    marked = [span for span in _of(elements, "/Span") if _has_colored_line(span)]
    for span, said in zip(marked, setting.marked, strict=True):
        span[Name.Alt] = String(said)
    for element, kind in zip(_of(elements, "/L"), setting.lists, strict=True):
        if kind == CONTENTS:
            _contents(element)
        else:
            _attributes(element)[0].ListNumbering = Name(f"/{kind}")


def _elements(kids: Any) -> Iterator[Any]:
    """The elements below, each before what it holds."""
    from pikepdf import Array, Dictionary

    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            if "/K" in kid:
                yield from _elements(kid.K)


def _of(elements: list[Any], kind: str) -> list[Any]:
    return [element for element in elements if str(element.S) == kind]


def _contents(element: Any) -> None:
    """Make a list of contents of a list, whose points have no marks."""
    from pikepdf import Array, Name

    element.S = Name.TOC
    if "/A" in element:
        del element.A
    for point in _of(list(_elements(element.K)), "/LI"):
        point.S = Name.TOCI
        entries = _of(list(_elements(point.K)), "/P")
        for entry in entries:
            entry.S, entry.P = Name.Reference, point
        point.K = Array(entries)


def _table(element: Any, tags: TableTags) -> None:
    """Make row headers of the cells that are; a reader finds all headers by their scope."""
    from pikepdf import Array, Dictionary, Name, String

    if tags.description:
        about = Dictionary(O=Name.Table, Summary=String(tags.description))
        element.A = Array([*_attributes(element), about])
    below = list(_elements(element.K))
    for row, headers in zip(_of(below, "/TR"), tags.headers, strict=True):
        cells = [cell for cell in _elements(row.K) if cell.S in ("/TH", "/TD")]
        for cell, is_header in zip(cells, headers, strict=True):
            of_row = is_header and cell.S == "/TD"
            if of_row:
                cell.S = Name.TH
            for attributes in _attributes(cell):
                if attributes.O == "/Table":
                    if "/Headers" in attributes:
                        del attributes.Headers
                    if of_row:
                        attributes.Scope = Name.Row


def _attributes(element: Any) -> list[Any]:
    from pikepdf import Array

    found = element.get("/A")
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def _has_colored_line(element: Any) -> bool:
    """Tell whether a line under or through the text has a colour, as those of revisions alone have."""
    return any("/TextDecorationColor" in found for found in _attributes(element))

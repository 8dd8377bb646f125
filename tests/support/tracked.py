"""A reader of tracked changes: a body with all of them accepted, or all rejected, as Word does it.

`structure` is what is compared: paragraphs with their style, list and looks, rows and cells. What Word
reckons anew (what is kept together, room after a table) and the ids are no part of it; nor are, when all is
rejected, the widths of cells: a table has one grid, which is as wide as the words of the new one need.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from tests.support.package_reading import Docx, R, W, val

ACCEPT, REJECT = "accept", "reject"
_GONE = {ACCEPT: ("del", "moveFrom"), REJECT: ("ins", "moveTo")}
_STAYS = {ACCEPT: ("ins", "moveTo"), REJECT: ("del", "moveFrom")}
_EMPTY = f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'
_RANGES = [f"{W}{kind}Range{end}" for kind in ("moveFrom", "moveTo") for end in ("Start", "End")]


def accepted(data: bytes) -> list[Any]:
    """The structure of the document when all is accepted."""
    return structure(data, ACCEPT)


def rejected(data: bytes) -> list[Any]:
    """The structure of the document when all is rejected."""
    return structure(data, REJECT)


def structure(data: bytes, how: str = ACCEPT) -> list[Any]:
    """The blocks of the document after that; for a document without changes simply its blocks."""
    docx = Docx(data)
    ends_in_table = docx.body[-2].tag == f"{W}tbl"
    if ends_in_table:  # Word has an empty paragraph there in any case
        docx.body.insert(len(docx.body) - 1, etree.fromstring(_EMPTY))
    _remove_rows(docx.body, how)
    _resolve_runs(docx.body, how)
    _resolve_looks(docx.body, how)
    for container in (docx.body, *docx.body.iter(f"{W}tc")):
        _join_paragraphs(container, how)
    found = _Structure(docx, widths=how == ACCEPT).blocks(docx.body)
    after_table = len(found) > 1 and found[-2][0] == "table"
    return found[:-1] if found[-1][-1] == [] and (ends_in_table or after_table) else found


def margins(data: bytes, how: str = ACCEPT) -> list[list[str]]:
    """The texts of the paragraphs of each header and footer after that, without what fields reckon anew."""
    roots = list(Docx(data).margins())
    for root in roots:
        _resolve_runs(root, how)
        _join_paragraphs(root, how)
        for paragraph in root.iter(f"{W}p"):
            _remove_fields(paragraph)
    return [["".join(paragraph.itertext()) for paragraph in root.iter(f"{W}p")] for root in roots]


def _remove_fields(paragraph: Any) -> None:
    depth = 0
    for run in paragraph.findall(f"{W}r"):
        marks = [mark.get(f"{W}fldCharType") for mark in run.findall(f"{W}fldChar")]
        if depth or marks:
            paragraph.remove(run)
        depth += marks.count("begin") - marks.count("end")


def _remove_rows(body: Any, how: str) -> None:
    for table in list(body.iter(f"{W}tbl")):
        for row in table.findall(f"{W}tr"):
            if any(row.find(f"{W}trPr/{W}{kind}") is not None for kind in _GONE[how]):
                table.remove(row)
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)


def _resolve_runs(body: Any, how: str) -> None:
    for kind in (*_GONE[how], *_STAYS[how]):
        for element in list(body.iter(f"{W}{kind}")):
            parent = element.getparent()
            if parent.tag in (f"{W}rPr", f"{W}trPr"):
                continue
            place = parent.index(element)
            if kind in _STAYS[how]:
                parent[place:place] = list(element)
            parent.remove(element)
    for element in list(body.iter(*_RANGES, f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        element.getparent().remove(element)
    for link in list(body.iter(f"{W}hyperlink")):
        if not len(link):
            link.getparent().remove(link)


def _resolve_looks(body: Any, how: str) -> None:
    """The properties of paragraphs that were changed."""
    for change in list(body.iter(f"{W}pPrChange")):
        properties = change.getparent()
        properties.remove(change)
        if how == REJECT:
            for child in list(properties):
                if child.tag != f"{W}rPr":
                    properties.remove(child)
            properties[0:0] = list(change.find(f"{W}pPr"))


def _join_paragraphs(container: Any, how: str) -> None:
    """A paragraph without its mark runs into the next, which keeps its own look.

    Before a table an empty one vanishes. The last of a cell, or of the document, never does.
    """
    for paragraph in container.findall(f"{W}p"):
        if not any(paragraph.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None for kind in _GONE[how]):
            continue
        content = [child for child in paragraph if child.tag != f"{W}pPr"]
        after = paragraph.getnext()
        if after is not None and after.tag == f"{W}p":
            after[1:1] = content
            container.remove(paragraph)
        elif after is not None and after.tag == f"{W}tbl" and not content:
            container.remove(paragraph)


class _Structure:
    """Reads blocks; numbered lists are told apart by the order in which they stand."""

    def __init__(self, docx: Docx, widths: bool) -> None:
        self.widths = widths
        self.addresses = {ident: target for ident, (_, target, _) in
                          docx.relations("word/document.xml").items()}
        self.own = {num.get(f"{W}numId"): val(num, "abstractNumId")
                    for num in docx.part("word/numbering.xml").findall(f"{W}num")
                    if num.find(f"{W}lvlOverride") is not None}
        self.lists: dict[str, int] = {}

    def blocks(self, container: Any) -> list[Any]:
        return [self._paragraph(child) if child.tag == f"{W}p" else self._table(child)
                for child in container if child.tag in (f"{W}p", f"{W}tbl")]

    def _table(self, table: Any) -> tuple[Any, ...]:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        rows = [[self._cell(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        return ("table", val(table, "tblPr/tblStyle"), heads, rows)

    def _cell(self, cell: Any) -> tuple[Any, ...]:
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        spans = None if merge is None else merge.get(f"{W}val", "continue")
        width = cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w") if self.widths else None
        return (width, spans, self.blocks(cell))

    def _paragraph(self, paragraph: Any) -> tuple[Any, ...]:
        indent = paragraph.find(f"{W}pPr/{W}ind")
        breaks = paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
        return ("paragraph", val(paragraph, "pPr/pStyle"), self._list(paragraph), breaks,
                None if indent is None else indent.get(f"{W}left"), self._runs(paragraph))

    def _list(self, paragraph: Any) -> Any:
        number = val(paragraph, "pPr/numPr/numId")
        if number is None or number not in self.own:
            return number, val(paragraph, "pPr/numPr/ilvl")
        turn = self.lists.setdefault(number, len(self.lists))
        return "own", self.own[number], turn, val(paragraph, "pPr/numPr/ilvl")

    def _runs(self, paragraph: Any) -> list[Any]:
        """Look, address and text; runs alike are one."""
        found: list[Any] = []
        for run in paragraph.iter(f"{W}r"):
            link = run.getparent().get(f"{R}id")
            look = [(child.tag, child.get(f"{W}val")) for child in run.findall(f"{W}rPr/*")]
            text = "".join({"tab": "\t", "br": "\n"}.get(child.tag.removeprefix(W), child.text or "")
                           for child in run if child.tag != f"{W}rPr")
            if found and found[-1][:2] == [look, self.addresses.get(link)]:
                found[-1][2] += text
            else:
                found.append([look, self.addresses.get(link), text])
        return found

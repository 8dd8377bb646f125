"""What a .docx of ours shows, taken apart: paragraphs and rows, those of one look in a row together.

Headings, labels and the heads of tables are the form's own words; all else is data.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import Path
from typing import Any

from lxml import etree

MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLE = re.compile(r'w:(?:pStyle|tblStyle) w:val="([^"]+)"')
_NAMESPACES = re.compile(r' xmlns:\w+="[^"]+"')
_FORM_STYLES = ("Heading1", "Heading2", "Heading3", "Label")


@dataclass(frozen=True)
class Line:
    """A paragraph: its text, and the XML of how it and its first run look."""

    text: str
    look: str
    run: str

    def tagged(self, tag: str) -> str:
        """The XML of the paragraph with the tag in place of its text."""
        return f'<w:p>{self.look}<w:r>{self.run}<w:t xml:space="preserve">{tag}</w:t></w:r></w:p>'

    @property
    def style(self) -> str:
        """The id of its style."""
        return style_in(self.look)


@dataclass(frozen=True)
class Row:
    """A row: what it and each cell look like; a cell's paragraphs are one line in the look of the first."""

    look: str
    cells: tuple[tuple[str, Line], ...]

    def tagged(self, *tags: str) -> str:
        """The XML of the row with the tags in place of its cells' texts."""
        pairs = zip(self.cells, tags, strict=True)
        cells = "".join(f"<w:tc>{look}{line.tagged(tag)}</w:tc>" for (look, line), tag in pairs)
        return f"<w:tr>{self.look}{cells}</w:tr>"

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(line.text for _, line in self.cells)


@dataclass(frozen=True)
class Lines:
    """Paragraphs of one look; `name` is what their texts are called in the data."""

    name: str
    lines: tuple[Line, ...]

    @property
    def is_fixed(self) -> bool:
        """Whether they are the form's own words."""
        return self.lines[0].style in _FORM_STYLES


@dataclass(frozen=True)
class Rows:
    """Rows of one look; `name` is what they are called in the data."""

    name: str
    rows: tuple[Row, ...]

    @property
    def is_fixed(self) -> bool:
        """Whether they are the head of the table."""
        return "w:tblHeader" in self.rows[0].look


@dataclass(frozen=True)
class Table:
    """A table: how it and its columns look, and its rows."""

    look: str
    groups: tuple[Rows, ...]


Block = Lines | Table


def read(path: Path) -> list[Block]:
    """The paragraphs and tables of the .docx, in order."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read(MAIN))[0]
    names, blocks = count(), list[Block]()
    for is_table, group in groupby(_children(body, "p", "tbl"), lambda element: element.tag == f"{_W}tbl"):
        if is_table:
            blocks += [_table(element, names) for element in group]
        else:
            alike = groupby(map(_line, group), lambda line: (line.look, line.run))
            blocks += [Lines(f"p{next(names)}", tuple(lines)) for _, lines in alike]
    return blocks


def units(path: Path) -> list[str]:
    """The text of each paragraph and of each cell that has any, white space folded."""
    texts: list[str] = []
    for block in read(path):
        if isinstance(block, Lines):
            texts += [line.text for line in block.lines]
        else:
            texts += [text for group in block.groups for row in group.rows for text in row.texts]
    return [folded for text in texts if (folded := " ".join(text.split()))]


def style_in(look: str) -> str:
    """The id of the style that the XML of a look names."""
    found = _STYLE.search(look)
    return found[1] if found else "Normal"


def _table(element: Any, names: Iterator[int]) -> Table:
    alike = groupby(
        map(_row, _children(element, "tr")), lambda row: (row.look, [_look(cell) for cell in row.cells])
    )
    groups = tuple(Rows(f"t{next(names)}", tuple(rows)) for _, rows in alike)
    return Table("".join(map(_xml, _children(element, "tblPr", "tblGrid"))), groups)


def _row(element: Any) -> Row:
    return Row(_first(element, "trPr"), tuple(map(_cell, _children(element, "tc"))))


def _cell(element: Any) -> tuple[str, Line]:
    lines = [_line(paragraph) for paragraph in element.iter(f"{_W}p")]
    text = "\n".join(line.text for line in lines if line.text)
    return _first(element, "tcPr"), Line(text, lines[0].look, lines[0].run)


def _look(cell: tuple[str, Line]) -> tuple[str, str, str]:
    look, line = cell
    return look, line.look, line.run


def _line(element: Any) -> Line:
    pieces = element.iter(f"{_W}t", f"{_W}br", f"{_W}tab", f"{_W}cr")
    text = "".join(piece.text or "" if piece.tag == f"{_W}t" else "\n" for piece in pieces)
    run = next(element.iter(f"{_W}r"), None)
    return Line(text, _first(element, "pPr"), "" if run is None else _first(run, "rPr"))


def _children(element: Any, *names: str) -> Iterator[Any]:
    return (child for child in element if child.tag in {f"{_W}{name}" for name in names})


def _first(element: Any, name: str) -> str:
    return "".join(_xml(child) for child in _children(element, name))


def _xml(element: Any) -> str:
    return _NAMESPACES.sub("", etree.tostring(element, encoding="unicode", with_tail=False))

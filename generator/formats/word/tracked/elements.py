"""Tracked changes: who made them and when, and the elements that Word keeps them in.

A mark of the document becomes `w:ins`, `w:del`, `w:moveFrom` or `w:moveTo`: around runs, in the mark of a
paragraph, in the properties of a row.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

from msgspec import Struct, field

from generator.document.model import Bar, Block, Diagram, Document, Heading, List, Mark, Run, Signature
from generator.document.reading import runs, walk
from generator.formats.word.pieces import ParagraphLook
from generator.formats.word.xml_text import attribute

_NO_DATE = "1980-01-01T00:00:00Z"  # a move must have one; as in the zip, nothing is invented
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class Revisions(Struct):
    """The revisions of one document; without marks in it nothing here is used.

    `anchors` and `lists` are the bookmarks and the number of numbered lists of the new document, which keep
    the ids that they have there; what stands in the old one only comes after them. So do the revisions.
    """

    author: str = ""
    date: str = ""
    active: bool = False
    anchors: frozenset[str] = frozenset()
    links: tuple[str, ...] = ()
    lists: int = 0
    last_id: int = 0
    numbered: list[tuple[int, int]] = field(default_factory=list)

    def number(self, definition: int, level: int) -> int:
        """The number of lists that start over before this one of the old document."""
        self.numbered.append((definition, level))
        return self.lists + len(self.numbered) - 1

    def ident(self) -> int:
        """An id that no bookmark and no other revision has."""
        self.last_id += 1
        return self.last_id

    def around(self, mark: Mark | None, write: Callable[[bool], str]) -> str:
        """The runs that `write` writes, inside the element of the mark; it is told whether they go."""
        if mark is None:
            return write(False)
        tag = _tag(mark)
        runs = write(tag == "del")
        return runs and f"<w:{tag}{self._by()}>{runs}</w:{tag}>"

    def paragraph_end(self, mark: Mark) -> str:
        """The `w:rPr` of a paragraph whose end came or went; of one that moved too, whose words moved."""
        return f"<w:rPr>{self.row_mark(mark)}</w:rPr>"

    def row_mark(self, mark: Mark) -> str:
        """The end of a row's `w:trPr`; Word knows no rows that move."""
        return f"<w:{'del' if mark.is_old else 'ins'}{self._by()}/>"

    def look_change(self, before: ParagraphLook) -> str:
        """The end of a `w:pPr`: the properties that the paragraph had before."""
        return f"<w:pPrChange{self._by()}><w:pPr>{before.xml}</w:pPr></w:pPrChange>"

    def table_change(self, before: str) -> str:
        """The end of a `w:tblPr`: the properties of the table that had its place before."""
        return f"<w:tblPrChange{self._by()}><w:tblPr>{before}</w:tblPr></w:tblPrChange>"

    def range(self, mark: Mark) -> tuple[str, str]:
        """The beginning and the end of the range that a move has around its paragraphs."""
        tag, ident = _tag(mark), self.ident()
        by = self._by(ident) if self.date else f'{self._by(ident)} w:date="{_NO_DATE}"'
        start = f'<w:{tag}RangeStart{by} w:name="{attribute(mark.move)}"/>'
        return start, f'<w:{tag}RangeEnd w:id="{ident}"/>'

    def old_bookmark(self, name: str, content: str) -> str:
        """The bookmark of a signature that is gone, unless it stands elsewhere in the new document."""
        if name in self.anchors:
            return content
        ident = self.ident()
        return f'<w:bookmarkStart w:id="{ident}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{ident}"/>'

    def _by(self, ident: int = 0) -> str:
        date = f' w:date="{self.date}"' if self.date else ""
        return f' w:id="{ident or self.ident()}" w:author="{attribute(self.author)}"{date}'


def _tag(mark: Mark) -> str:
    """The name of the element around runs that have the mark."""
    match mark.kind:
        case "inserted":
            return "ins"
        case "deleted":
            return "del"
        case "moved-from":
            return "moveFrom"
        case "moved-to":
            return "moveTo"
        case unknown:
            assert_never(unknown)


def revisions_of(document: Document, author: str, date: str) -> Revisions:
    """The revisions that lead to the document; `date` is an ISO day or a moment in UTC, or nothing.

    Raises ValueError for another date.
    """
    if date and not _MOMENT.fullmatch(date):
        if not _DAY.fullmatch(date):
            raise ValueError(f"{date!r} is no day (2026-03-31) and no moment in UTC (2026-03-31T09:00:00Z)")
        date = f"{date}T00:00:00Z"
    blocks = list(walk(document.blocks))
    anchors = [block.anchor for block in blocks if isinstance(block, (Signature, Heading)) and block.anchor]
    shapes = sum(map(_most_shapes, blocks))
    lists = sum(isinstance(block, List) and block.ordered for block in blocks)
    links = dict.fromkeys(_link(run) for block in blocks for run in runs(block))
    return Revisions(author or document.author or "Aftale", date, active=True, anchors=frozenset(anchors),
                     links=tuple(link for link in links if link), lists=lists, last_id=len(anchors) + shapes)


def _most_shapes(block: Block) -> int:
    """As many ids as a drawing may take: of a diagram, on every page the whole, its lines and its legend."""
    if isinstance(block, Bar):
        return 1 + len(block.parts)
    if isinstance(block, Diagram):
        return len(block.boxes) * (1 + len(block.boxes) + 3 * len(block.edges))
    return 0


def _link(run: Run) -> str:
    return run.link if run.link and run.text else ""

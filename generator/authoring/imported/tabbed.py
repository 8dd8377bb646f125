"""Tables that stand as lines with tabs between the cells, as Word makes text of them: tables again.

A further paragraph of a cell stands in a line of its own, up to the tab that begins the next cell. So do the
first ones of a row, after the last cell of the row before: as many as follow the head, whose cells have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.authoring.imported.looks import look_of
from generator.authoring.imported.signing_lines import is_blank
from generator.authoring.imported.units import CAPTION
from generator.base.values import replace
from generator.document.model import Block, Cell, Inline, List, Paragraph, Row, Run, Table

TAB = "\t"
MARK = re.compile(r"\s*+(?:[-–—•·▪◦*\uf0b7]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[IVX]{1,4})[.)]?)?\s*+\Z")
"""A bullet, a number or nothing: before a tab it begins a line, and no row."""
PAGE = re.compile(r"[\s.]*\d+\s*\Z")
FAR = 8
"""Blocks without a tab that stand at most between two lines of a table."""
Line = list[list[Inline]]


def with_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with tables in place of the lines that are their rows."""
    found: list[Block] = []
    here = 0
    while here < len(blocks):
        table, end = _table(blocks, here)
        if table:
            found.append(table)
            here = end
        else:
            found.append(blocks[here])
            here += 1
    return found


def _table(blocks: Sequence[Block], begin: int) -> tuple[Table | None, int]:
    """The table whose lines begin there, and the end of its lines; None where there is none."""
    first = _cells(blocks[begin])
    if len(first) < 2:
        return None, begin
    width, rows, end = len(first), [[[_paragraph(one)] for one in first]], begin + 1
    whole = 1, end  # rows that have all their cells, and the end of their lines
    lead = 0  # paragraphs of the first cell before its line: a head has no further ones, so they follow it
    while (until := _next(blocks, end, width, rows[-1])) is not None:
        line, between = _cells(blocks[until]), [*blocks[end:until]]
        is_whole = len(rows[-1]) == width
        if is_whole and len(rows) == 1 and not _text([_paragraph(line[0])]).rstrip().endswith(":"):
            lead = len(between)
        at = max(len(between) - lead, 0) if is_whole else len(between)
        rows[-1][-1] += between[:at]
        if is_whole:
            rows.append([[*between[at:], _paragraph(line.pop(0))]])
        else:
            rows[-1][-1].append(_paragraph(line.pop(0)))
        rows[-1] += [[_paragraph(one)] for one in line]
        end = until + 1
        whole = (len(rows), end) if len(rows[-1]) == width else whole
    rows, end = rows[: whole[0]], whole[1]
    if len(rows) < 2 or all(PAGE.match(_text(row[-1])) for row in rows):
        return None, begin
    made = tuple(Row(tuple(Cell(tuple(cell)) for cell in row)) for row in rows)
    return Table(made, (1,) * width), end


def _next(blocks: Sequence[Block], begin: int, width: int, row: Sequence[Sequence[Block]]) -> int | None:
    """The next line of the table, past further paragraphs of the cell that has begun; None at its end."""
    have, is_done = len(row), len(row) == width and look_of(_text(row[-1])) == "figure"
    for at in range(begin, min(begin + (1 if is_done else FAR), len(blocks))):
        count = len(_cells(blocks[at]))
        if count > 1:
            fits = have + count - 1 <= width if have < width else count <= width
            return at if fits else None
        if not isinstance(blocks[at], (Paragraph, List)) or CAPTION.match(_text([blocks[at]])):
            return None
    return None


def _cells(block: Block) -> Line:
    """The content of a line between its tabs; of one that is no row of a table, all of it."""
    if not isinstance(block, Paragraph):
        return []
    cells: Line = [[]]
    for inline in block.content:
        if not isinstance(inline, Run) or TAB not in inline.text:
            cells[-1].append(inline)
            continue
        for number, text in enumerate(inline.text.split(TAB)):
            if number:
                cells.append([])
            if text:
                cells[-1].append(replace(inline, text=text))
    is_row = len(cells) > 1 and not MARK.match("".join(_words(cells[0]))) and not is_blank(
        " ".join(" ".join(_words(block.content)).split()))  # fmt: skip
    return cells if is_row else [[*block.content]]


def _words(content: Sequence[Inline]) -> Iterator[str]:
    return (inline.text for inline in content if isinstance(inline, Run))


def _paragraph(content: Sequence[Inline]) -> Block:
    return Paragraph(tuple(content))


def _text(blocks: Sequence[Block]) -> str:
    return " ".join("".join(_words(block.content)) for block in blocks if isinstance(block, Paragraph))

"""Rows of two tables as the rows of one; cells that reach over several rows keep those rows together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import TypeAlias

from generator.base.values import replace
from generator.compare.documents.similar import Traits
from generator.compare.documents.steps import Stays, steps
from generator.compare.documents.words import compare
from generator.document.model import Block, Cell, Paragraph, Row, Table
from generator.document.numbering import unnumbered
from generator.document.reading import runs, runs_of, walk

Blocks: TypeAlias = tuple[Block, ...]
Merge: TypeAlias = Callable[[Blocks, Blocks], Blocks]
Words: TypeAlias = Callable[[Iterable[Block]], frozenset[str]]
_Group: TypeAlias = tuple[Row, ...]
_ALIKE = 0.35


def head(table: Table) -> tuple[str, ...]:
    """The texts of the caption without its number, and of the header rows: a table is known by these."""
    caption = "".join(run.text for run in runs_of(unnumbered(table.caption)))
    return (caption, *(_text(cell) for row in _heads(table.rows) for cell in row.cells))


def rows(old: tuple[Row, ...], new: tuple[Row, ...], merge: Merge, words: Words) -> tuple[Row, ...]:
    """The rows of both, headers apart; `merge` sees to what stands in the cells of a row that stays."""
    before, after = _heads(old), _heads(new)
    return (*_merged(before, after, merge, words),
            *_merged(old[len(before):], new[len(after):], merge, words))


def _heads(all_rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(takewhile(lambda row: row.header, all_rows))


def _merged(old: tuple[Row, ...], new: tuple[Row, ...], merge: Merge, words: Words) -> tuple[Row, ...]:
    found: list[Row] = []
    for step in steps(_groups(old), _groups(new), lambda group: _traits(group, words)):
        if isinstance(step, Stays):
            found += [_row(was, row, merge) for was, row in zip(step.old, step.new, strict=True)]
        else:
            found += [replace(row, mark=step.mark) for row in step.thing]
    return tuple(found)


def _groups(all_rows: tuple[Row, ...]) -> list[_Group]:
    """The rows, those together that a cell reaches over."""
    groups: list[_Group] = []
    group: list[Row] = []
    reach = 0
    for row in all_rows:
        group.append(row)
        reach = max(reach - 1, *(cell.rowspan - 1 for cell in row.cells), 0)
        if not reach:
            groups.append(tuple(group))
            group = []
    return [*groups, tuple(group)] if group else groups


def _traits(group: _Group, words: Words) -> Traits:
    shape = tuple((row.header, tuple((cell.header, cell.colspan, cell.rowspan) for cell in row.cells))
                  for row in group)
    said = words(block for row in group for cell in row.cells for block in cell.blocks)
    first = next((_text(cell) for row in group for cell in row.cells), "")
    return Traits(shape, said, _ALIKE, key=first or None)


def _row(old: Row, new: Row, merge: Merge) -> Row:
    if old == new:
        return new
    return replace(new, cells=tuple(_cell(was, cell, merge)
                                    for was, cell in zip(old.cells, new.cells, strict=True)))


def _cell(old: Cell, new: Cell, merge: Merge) -> Cell:
    """A cell that stays: its one text stays too, however much of it is new."""
    if old == new:
        return new
    was, now = (cell.blocks[0] if len(cell.blocks) == 1 else None for cell in (old, new))
    if isinstance(was, Paragraph) and isinstance(now, Paragraph) and was.style == now.style:
        return replace(new, blocks=(replace(now, content=compare(was.content, now.content).content),))
    return replace(new, blocks=merge(old.blocks, new.blocks))


def _text(cell: Cell) -> str:
    return " ".join(run.text for block in walk(cell.blocks) for run in runs(block))

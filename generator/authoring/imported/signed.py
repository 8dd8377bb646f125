"""Signatures, by their shape: lines to sign on below each other, side by side, or in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from generator.authoring.imported.alike import folded
from generator.authoring.imported.concepts import concepts_of
from generator.authoring.imported.looks import said
from generator.authoring.imported.plain import plain
from generator.authoring.imported.signing_lines import LONGEST, Line, Part, lines_of, signatures_of
from generator.authoring.imported.units import Unit
from generator.base.values import replace
from generator.document.model import Heading

BEFORE, AFTER = 3, 3
"""Units at most that stand before a blank and belong to it, and after it."""
SIGNED = "underskrift"
"""Thing that heads of signatures speak of."""


def with_signatures(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, in which those that belong to a signature know which part of it they are."""
    here = 0
    for begin, end in _stretches(units):
        for unit in units[here:begin]:
            yield from _of_table(unit) if unit.rows else [unit]
        yield from _told(_lines(units[begin:end]), units[begin]) or units[begin:end]
        here = end
    for unit in units[here:]:
        yield from _of_table(unit) if unit.rows else [unit]


def _stretches(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Places of the lines to sign on, with what is around them."""
    end = 0
    for at, unit in enumerate(units):
        if at < end or not _is_short(unit) or not _is_to_sign(unit):
            continue
        begin = at
        while begin > max(end, at - BEFORE) and _is_short(units[begin - 1]):
            begin -= 1
        last = end = at
        while end < len(units) and end <= last + AFTER and _is_short(units[end]):
            last = end if _is_to_sign(units[end]) else last
            end += 1
        yield begin, end


def _is_to_sign(unit: Unit) -> bool:
    return any(line.part == "blank" for line in lines_of(unit.text))


def _is_short(unit: Unit) -> bool:
    """Tell whether it may be a line of a signature."""
    is_heading = bool(unit.blocks) and isinstance(unit.blocks[0], Heading)
    is_other = unit.rows or unit.sign or unit.of_contents or unit.point or is_heading
    if is_other or _speaks_of_signing(unit.line):
        return False
    return not (unit.line.endswith(".") and unit.line[-2:-1].isalpha()) and all(
        len(line.split()) <= LONGEST for line in unit.text.split("\n"))  # fmt: skip


def _speaks_of_signing(text: str) -> bool:
    is_to_fill = text.rstrip().endswith(("_", ".", "…"))
    return any(SIGNED in one for one in concepts_of(folded(text))) and not is_to_fill


def _lines(units: Sequence[Unit]) -> list[Line]:
    return [line for unit in units for line in lines_of(unit.text)]


def _told(lines: Sequence[Line], like: Unit) -> list[Unit]:
    """The signatures that the lines are, and the rest of them; nothing where they are none."""
    found, left = signatures_of(lines)
    signs = [(sign, text) for one in found for sign, text in zip(one._fields, one, strict=True) if text]
    told = [Unit(text, plain(text), heading=like.heading, sign=sign) for sign, text in signs]
    told += [Unit(text, plain(text), heading=like.heading, is_form=part == "blank") for part, text in left]
    return told if found else []


def _of_table(unit: Unit) -> list[Unit]:
    """The signatures of a table, one in each row or in each column; the table where it has none."""
    head, *rows = unit.rows
    if any(_speaks_of_signing(said(cell)) for cell in head):
        columns = _columns(unit)
        told = [_told(_lines_of_row(row, columns), unit) for row in rows]
        if rows and all(told):
            heads = [replace(one, heading=unit.heading, level=0, is_form=True) for one in chain(*head)]
            return [*heads, *chain.from_iterable(told)]
        return [unit]
    upright = zip_longest(*unit.rows, fillvalue=())
    sides = [side for column in upright if (side := _lines([one for cell in column for one in cell]))]
    told = [_told(side, unit) for side in sides]
    is_to_sign = all(any(line.part == "blank" for line in side) for side in sides)
    return [*chain.from_iterable(told)] if told and is_to_sign and all(told) else [unit]


def _lines_of_row(row: Sequence[Sequence[Unit]], columns: dict[int, Part]) -> list[Line]:
    """The lines of a row: for whom first, then the name, and what else stands there."""
    order = sorted(range(len(row)), key=lambda n: (*OF.values(), "").index(columns.get(n, "")))
    found: list[Line] = []
    for n in order:
        is_known = columns.get(n) in ("label", "title")
        found += [Line(columns[n], line.text) if is_known and line.part != "blank" else line
                  for line in _lines(row[n])]  # fmt: skip
    return found


OF: dict[str, Part] = {"part": "label", "navn": "name", "giver": "label", "titel": "title"}
"""Columns of a table to sign in, by what their heads speak of."""


def _columns(unit: Unit) -> dict[int, Part]:
    """The columns of a table to sign in, by their heads."""
    found: dict[int, Part] = {}
    for at, cell in enumerate(unit.rows[0]):
        spoken = {one for said_ in concepts_of(folded(said(cell))) for one in said_}
        sign = next((sign for concept, sign in OF.items()
                     if concept in spoken and sign not in found.values()), None)  # fmt: skip
        if sign:
            found[at] = sign
    return found

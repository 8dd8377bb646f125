"""Lines that somebody signs on, by their shape: for whom, a date, a line, and who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.authoring.imported.alike import folded
from generator.authoring.imported.concepts import concepts_of
from generator.authoring.imported.units import Unit
from generator.base.values import replace
from generator.document.model import Block, Paragraph, Run

LINE = re.compile(r"(?=[^_.…]*+(?:_{4}|\.{6}|…{3}))[\s_.…·]++")
DATED = re.compile(r"(?:dato|sted og dato|dato og underskrift|underskrift)\b[\s:,/_.…]*", re.IGNORECASE)
FOR = re.compile(r"(?:på vegne af|for)\s+", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s+[^\W\d_][\w.’'-]*){1,4}")
NEAR = 4
"""Units that stand at most between for whom somebody signs and the line to sign on."""


def with_signatures(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, in which those that belong to a signature know which part of it they are."""
    signs: dict[int, str] = {}
    for at, unit in enumerate(units):
        if not unit.rows and LINE.fullmatch(unit.line):
            signs |= _around(units, at)
    for at, unit in enumerate(units):
        if unit.rows and (columns := _columns(unit)):
            yield from _of_table(unit, columns)
        elif at in signs:
            yield from _parts(unit, signs[at])
        else:
            yield unit


def _around(units: Sequence[Unit], at: int) -> dict[int, str]:
    """Units around a line to sign on: whom it is for before it, who signs after it."""
    found: dict[int, str] = {}
    for before in range(at - 1, max(at - NEAR, -1), -1):
        line = units[before].line
        if FOR.match(line) and len(line.split()) < NEAR * 3 and not units[before].rows:
            found |= dict.fromkeys(range(before + 1, at + 1), "") | {before: "label"}
            break
        if not (LINE.fullmatch(line) or DATED.fullmatch(line)):
            break
    after = at + 1
    if found and after < len(units) and not units[after].rows and NAME.match(units[after].line):
        found[after] = "name"
    return found


def _parts(unit: Unit, sign: str) -> Iterator[Unit]:
    """The unit as a part of a signature; a title after the name is one of its own. A line is the form's."""
    if not sign:
        yield replace(unit, is_form=True)
        return
    if sign == "label":
        begin = FOR.match(unit.line)
        yield from _split(unit, begin.end() if begin else 0, ("", "label"))
        return
    name, comma, _ = unit.line.partition(",")
    yield from _split(unit, len(name) + len(comma), ("name", "title")) if comma else [
        replace(unit, sign="name", level=0)]  # fmt: skip


def _split(unit: Unit, at: int, signs: tuple[str, str]) -> Iterator[Unit]:
    for text, sign in zip((unit.line[:at], unit.line[at:]), signs, strict=True):
        said = text.strip(" ,:")
        if said and sign:
            yield replace(unit, text=said, blocks=_block(said), sign=sign, level=0)
        elif said:
            yield replace(unit, text=said, blocks=_block(said), sign="", level=0, is_form=True)


def _block(text: str) -> tuple[Block, ...]:
    return (Paragraph((Run(text),)),)


def _columns(unit: Unit) -> dict[int, str]:
    """The columns of a table to sign in, by their heads; none where it is another table."""
    heads = [{one for said in concepts_of(folded(" ".join(part.line for part in cell))) for one in said}
             for cell in unit.rows[0]]  # fmt: skip
    if not any("underskrift" in one for one in heads):
        return {}
    found: dict[int, str] = {}
    for at, one in enumerate(heads):
        sign = next((sign for concept, sign in OF.items()
                     if concept in one and sign not in found.values()), "")  # fmt: skip
        if sign:
            found[at] = sign
    return found if {"label", "name"} <= {*found.values()} else {}


OF = {"part": "label", "navn": "name", "giver": "label", "titel": "title"}
"""Columns of a table to sign in, by what their heads speak of."""


def _of_table(unit: Unit, columns: dict[int, str]) -> Iterator[Unit]:
    for at, row in enumerate(unit.rows):
        for number, cell in enumerate(row):
            for part in cell:
                if at == 0:
                    yield replace(part, heading=unit.heading, level=0, is_form=True)
                elif sign := columns.get(number, ""):
                    yield from _parts(replace(part, heading=unit.heading), sign) if sign == "name" else [
                        replace(part, heading=unit.heading, sign=sign, level=0)]  # fmt: skip
                else:
                    yield replace(part, heading=unit.heading)

"""A table and its mapping → figures, and the cells that cannot be any, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.authoring.measured.mapping import ColumnMap
from generator.authoring.measured.table import Cell, Table
from generator.base import danish
from generator.base.findings import Finding, Rejected
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.plan.model.base import samme
from generator.plan.model.load import Loaded
from generator.plan.model.texts import YEARS
from generator.plan.source.codes import NOT_A_CHOICE

DECIMALS = 6
"""Most decimals of a figure that a program has computed."""
WHOLE = re.compile(r"[0-9]+")
DANISH = re.compile(r"[0-9]+(?:,[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
ENGLISH = re.compile(r"[0-9]+(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
NUMBER = re.compile(r"[0-9][0-9.,]*")
MINUS = "-−"


class Figure(NamedTuple):
    """A figure as it is typed in YAML, or a number whose unit is not known yet; `place` is its cell."""

    place: str
    målepunkt: str
    år: int
    område: str
    tal: str | Decimal
    er_procent: bool = False


class NotTaken(NamedTuple):
    """A cell that is left out, and why."""

    place: str
    why: str


class CannotBe(Exception):
    """A cell that says nothing that can be taken; the words say why."""


def figures(table: Table, loaded: Loaded[ColumnMap]) -> Iterator[Figure | NotTaken]:
    """Yield the figures of the table, row by row. Raises Rejected where it lacks a column that is named."""
    columns = _columns(table, loaded)
    mapping = loaded.value
    skipped = set(map(samme, mapping.spring_over))
    for number, row in enumerate(table.rows, table.first):
        if not any(row) or any(samme(str(cell)) in skipped for cell in row if cell is not None):
            continue
        for at in _cells(mapping, columns, table):
            place = say("row {number}, `{column}`", number=number, column=table.head[at])
            try:
                yield _figure(mapping, columns, table.head[at], row, at, place)
            except CannotBe as cannot:
                yield NotTaken(place, str(cannot))


def _columns(table: Table, loaded: Loaded[ColumnMap]) -> dict[str, int]:
    """Position of each column that the mapping names."""
    at = {samme(name): number for number, name in enumerate(table.head) if name}
    found: dict[str, int] = {}
    wrong: list[Finding] = []
    for what, name in loaded.value.kolonner.items():
        if name and samme(name) in at:
            found[what] = at[samme(name)]
        elif name:
            hint = suggestion(name, [head for head in table.head if head])
            place = loaded.place("kolonner", what)
            message = say("the table has no column `{name}`", name=name)
            wrong.append(Finding(NOT_A_CHOICE, message, hint, place))
    if wrong:
        raise Rejected(wrong)
    return found


def _cells(mapping: ColumnMap, columns: dict[str, int], table: Table) -> list[int]:
    """Positions of a row's figures: of the one column that has them, or of all that nothing else is in."""
    if not mapping.kolonne_pr:
        return [columns["værdi"]]
    rest = [at for at, name in enumerate(table.head) if name and at not in columns.values()]
    return [at for at in rest if mapping.kolonne_pr == "område" or WHOLE.fullmatch(table.head[at])]


def _figure(
    mapping: ColumnMap, columns: dict[str, int], head: str, row: tuple[Cell, ...], at: int, place: str
) -> Figure:
    def told(what: str) -> str:
        if mapping.kolonne_pr == what:
            return head
        cell = row[columns[what]] if what in columns else getattr(mapping, what)
        return f"{cell.normalize():f}" if isinstance(cell, Decimal) else str(cell or "").strip()

    område, punkt, year = told("område"), told("målepunkt"), told("år")
    if not område:
        raise CannotBe(say("the row does not say which område it is about"))
    if not punkt:
        raise CannotBe(say("the row does not say which målepunkt it is about"))
    if not year:
        raise CannotBe(say("the row does not say which year it is from"))
    if not (WHOLE.fullmatch(year) and int(year) in YEARS):
        raise CannotBe(say("`{year}` is no year", year=year))
    tal, er_procent = _number(row[at], mapping)
    return Figure(place, punkt, int(year), område, tal, er_procent)


def _number(cell: Cell, mapping: ColumnMap) -> tuple[str | Decimal, bool]:
    """The number, and whether a % stands behind it; or the words that stand in the place of one."""
    if isinstance(cell, Decimal):
        return plain_number(cell), False
    text = " ".join((cell or "").split())
    for words, meant in ((mapping.diskretioneret, danish.DISKRETIONERET),
                         (mapping.ikke_opgjort, danish.IKKE_OPGJORT)):  # fmt: skip
        if samme(text) in map(samme, (*words, meant)):
            return meant, False
    if not text and mapping.tom_celle:
        return str(mapping.tom_celle), False
    if not text:
        raise CannotBe(say("the cell is empty; write in `tom_celle` what it stands for, if it is one thing"))
    plain = text.removesuffix("%").strip()
    number = _read(plain.lstrip(MINUS), mapping.decimaltegn)
    return -number if plain[0] in MINUS else number, plain != text


def plain_number(number: Decimal) -> Decimal:
    """The number that a program has computed, without what it adds behind the last figure that counts."""
    return Decimal(f"{round(number, DECIMALS).normalize():f}")


def _read(text: str, sign: str | None) -> Decimal:
    if not NUMBER.fullmatch(text):
        raise CannotBe(say(
            "`{typed}` is no number; write it under `diskretioneret` if it stands for one", typed=text))
    if sign is None and not WHOLE.fullmatch(text):
        raise CannotBe(say(
            "`{typed}` can be read in two ways; write decimaltegn: komma, or punktum", typed=text))
    if not (ENGLISH if sign == "punktum" else DANISH).fullmatch(text):
        raise CannotBe(say("`{typed}` is no number whose decimaltegn is {sign}", typed=text, sign=sign))
    plain = text.replace(",", "") if sign == "punktum" else text.replace(".", "").replace(",", ".")
    return Decimal(plain)

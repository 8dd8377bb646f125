"""Budgets in other shapes than the form's: who pays how much in all, and the rest beside it.

Who pays stands in the rows or in the columns, beside years, kinds of money, or one sum. A table of amounts in
which nobody pays (expenses, areas of effort) has no place; nor has one of years without their sum.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from generator.authoring.imported.alike import folded
from generator.authoring.imported.column_words import SAID
from generator.authoring.imported.grids import Cell, Row, again, left_over, rows_of, with_rows
from generator.authoring.imported.looks import SUM, look_of, said, share_of
from generator.authoring.imported.plain import plain
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import Unit
from generator.base.values import replace

Axis = Literal["year", "sum", "payer", "other", "none"]

PAYER = re.compile(r"landsbyggefond|\blbf\b|\bfond|kommune|bolig|forening|selskab|lejerbo|almen|\bregion"
                   r"|medfinansiering|\blokalt?\b|\bparter|institution|staten|puljen")  # fmt: skip
FUND, LUMPED = re.compile(r"landsbyggefond|\blbf\b|\bfonden\b"), re.compile(r"\blokalt?\b|medfinans|parterne")
SPENT = re.compile(r"løn\b|lønninger|aktivitet|lokaler|drift\b|material|kurser|evaluering|revision|transport"
                   r"|ledelse|administration|arrangement|formidling|uddannelse|inventar")  # fmt: skip
MONEY = re.compile(r"t\.?\s?kr|mio\.?\s?kr|\bkr\b|kroner|1\.000", re.IGNORECASE)
UNITS = (("mio. kr.", re.compile(r"mio\.?\s?kr|million", re.IGNORECASE)),
         ("t.kr.", re.compile(r"t\.?\s?kr|tusinde|1\.000 kr", re.IGNORECASE)),
         ("kr.", re.compile(r"\bkr\b|kroner", re.IGNORECASE)))  # fmt: skip
ALL_IN = re.compile(r"\b(?:alle|beløb\w*|tal\w*|angivet|skema\w*|tabel\w*)\b[^.]{0,40}\bi\s+(.{0,12})",
                    re.IGNORECASE)  # fmt: skip
LIST = "finansiering"
NEAR = 3
"""Units around a table in which its unit is told."""
OWN_WORDS = ("Organisation", "Finansiering")


def with_budgets(units: Sequence[Unit], slots: Sequence[Slot]) -> list[Unit]:
    """The units, with what the form has of a budget in the place of one that it has not."""
    if not _asks_for_sums(slots):
        return [*units]
    found: list[Unit] = []
    table: int | None = None  # place of the form's table
    for at, unit in enumerate(units):
        rows = [] if not unit.rows or unit.is_own or unit.columns else rows_of(unit)
        if not _is_of_money(rows):
            found.append(unit)
            continue
        paid, left = _paid(rows, of_any=table is not None)
        lumped = _lumped(found[table].rows, paid) if table is not None else 0
        if paid and table is None:
            table = len(found)
            found.append(_told(paid, unit, _unit_of(rows, units[max(at - NEAR, 0) : at + 2])))
        elif table is not None and lumped:
            found[table] = _with_parts(found[table], lumped, paid)
        else:
            left = rows
        found += left_over(left, unit)
    return found


def _asks_for_sums(slots: Sequence[Slot]) -> bool:
    """Tell whether the form has a table of who pays how much in all."""
    return any(row.loops[-1:] and row.loops[-1][-1] == LIST and len(row.loops[-1]) > 2
               for slot in slots if slot.what == "table" and not slot.weak for cell in slot.cells
               for row in cell)  # fmt: skip


def _is_of_money(rows: Sequence[Row]) -> bool:
    """Tell whether the cells beside the first are amounts."""
    if not rows or len(rows[0]) < 2:
        return False
    looks = [look_of(said(cell)) for row in rows for cell in row[1:]]
    inner = [look_of(said(cell)) for row in rows[1:] for cell in row[1:]]
    text = " ".join(said(cell) for row in rows for cell in row)
    axes = [*map(_axis, map(said, rows[0])), *(_axis(said(row[0])) for row in rows)]
    return share_of(inner or looks, "figure") > 0.6 and (
        MONEY.search(text) is not None or "payer" in axes)  # fmt: skip


def _axis(text: str) -> Axis:
    plain = folded(text)
    if not plain:
        return "none"
    if SUM.fullmatch(plain):
        return "sum"
    if look_of(text) == "year":
        return "year"
    return "payer" if PAYER.search(plain) and not SPENT.search(plain.partition("medfin")[0]) else "other"


def _paid(rows: Sequence[Row], *, of_any: bool) -> tuple[list[Row], list[Row]]:
    """Tell who pays how much, and what else the table says; nothing where nobody pays.

    Payers are known by their names, but for those `of_any` name, whose sum has to be one that is known.
    """
    is_headed = len(rows) > 1 and all(look_of(said(cell)) != "figure" for cell in rows[0][1:])
    upright = [*zip(*rows, strict=True)]
    for is_turned, lines in enumerate((rows, upright)):
        head = lines[0] if is_headed or is_turned else ((),) * len(lines[0])
        body = lines[1:] if is_headed or is_turned else lines
        if (found := _column_of_sums(head, body)) is not None and (
                of_any or _are_payers(said(lines[0][0]), body)):  # fmt: skip
            payers = [row for row in body if row[0] and _axis(said(row[0])) != "sum"]
            paid: list[Row] = [(row[0], row[found]) for row in payers]
            taken = {id(cell) for one in paid for cell in one}
            left = [tuple(() if id(cell) in taken else cell for cell in row) for row in rows]
            return paid, left
    return [], [*rows]


def _column_of_sums(head: Row, body: Sequence[Row]) -> int | None:
    """The column that says how much each pays in all: the last of sums, else the only one."""
    sums = [n for n in range(1, len(head)) if _axis(said(head[n])) == "sum"]
    if not sums:
        sums = [n for n in range(1, len(head)) if folded(said(head[n])) in SAID["budget.finansiering.beløb"]]
    figures = [n for n in range(1, len(head)) if any(look_of(said(row[n])) == "figure" for row in body)]
    one = figures if len(figures) == 1 and _axis(said(head[figures[0]])) != "year" else []
    return next(reversed(sums or one), None)


def _are_payers(head: str, body: Sequence[Row]) -> bool:
    """Tell whether those whom the rows begin with are such that pay."""
    names = [said(row[0]) for row in body if row[0] and _axis(said(row[0])) != "sum"]
    kinds = [_axis(name) for name in names]
    spent = any(_axis(name) != "payer" and SPENT.search(folded(name)) for name in names)
    if not names or "year" in kinds or spent:
        return False
    is_said = folded(head) in SAID["budget.finansiering.kilde"] or any(map(FUND.search, map(folded, names)))
    return all(kind == "payer" for kind in kinds) or (is_said and "payer" in kinds)


def _lumped(rows: Sequence[Row], paid: Sequence[Row]) -> int:
    """The row of the payer that these are parts of, as their sum says; 0 where they are of none."""
    total = sum((_amount(amount) for _, amount in paid), Decimal(0))
    return next((n for n, row in enumerate(rows) if LUMPED.search(folded(said(row[0])))
                 and _amount(row[1]) == total > 0), 0)  # fmt: skip


def _amount(cell: Cell) -> Decimal:
    digits = re.sub(r"[^\d,]", "", said(cell)).replace(",", ".")
    return Decimal(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else Decimal(0)


def _unit_of(rows: Sequence[Row], near: Sequence[Unit]) -> str:
    """The unit of the amounts, where the table or a sentence beside it tells that; empty for none."""
    heads = " ".join(said(cell) for row in (rows[0], *(row[:1] for row in rows)) for cell in row)
    told = [found[1] for unit in near if not unit.rows for found in ALL_IN.finditer(unit.line)]
    return next((name for text in (heads, *told) for name, known in UNITS if known.search(text)), "")


def _told(paid: Sequence[Row], like: Unit, money: str) -> Unit:
    """The table of the form, with its heads."""
    heads = (OWN_WORDS[0], f"{OWN_WORDS[1]} ({money})" if money else OWN_WORDS[1])
    head = tuple((again(Unit(text, plain(text))),) for text in heads)
    return _table((head, *paid), like)


def _with_parts(table: Unit, number: int, paid: Sequence[Row]) -> Unit:
    """The table, with those whom a sum is made of below it."""
    parts = [(tuple(replace(one, shown=f"heraf {one.line}") for one in payer), amount)
             for payer, amount in paid]  # fmt: skip
    return _table((*table.rows[: number + 1], *parts, *table.rows[number + 1 :]), table)


def _table(rows: Sequence[Row], like: Unit) -> Unit:
    return with_rows(Unit("", like.blocks, heads=1, heading=like.heading, is_own=True), tuple(rows))

"""A spreadsheet program of a few lines: it computes what stands in cells as text, SUM, IF, × − / alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.base.border.workbooks import Cells, Held

CELL = re.compile(r"(?:'((?:[^']|'')+)'!)?([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?")
Sheets = Mapping[str, Cells]


def computed(sheets: Sheets, sheet: str, formula: str) -> Decimal:
    """What the formula gives in that sheet; an AssertionError for one that is none of those few."""
    if found := re.fullmatch(r"=SUM\((.*)\)", formula):
        parts = found[1].split(",")
        return sum((value for part in parts for value in _values(sheets, sheet, part)), Decimal())
    if found := re.fullmatch(r"=IF\((.+)=0,0,(.+)/(.+)\)", formula):
        whole = _one(sheets, sheet, found[1])
        assert found[1] == found[3]
        return _one(sheets, sheet, found[2]) / whole if whole else Decimal()
    if found := re.fullmatch(r"=([^*]+)\*([^/]+)(?:/([0-9]+))?", formula):
        product = _one(sheets, sheet, found[1]) * _one(sheets, sheet, found[2])
        return product / Decimal(found[3] or 1)
    found = re.fullmatch(r"=([A-Z]+[0-9]+)-([A-Z]+[0-9]+)", formula)
    assert found, formula
    return _one(sheets, sheet, found[1]) - _one(sheets, sheet, found[2])


def _one(sheets: Sheets, sheet: str, name: str) -> Decimal:
    (value,) = _values(sheets, sheet, name)
    return value


def _values(sheets: Sheets, sheet: str, name: str) -> Iterator[Decimal]:
    """The numbers in a cell or a range, computed anew; an empty cell and a text count nothing."""
    found = CELL.fullmatch(name)
    assert found, name
    other, left, top, right, bottom = found.groups()
    home = other.replace("''", "'") if other else sheet
    for row in range(int(top) - 1, int(bottom or top)):
        for column in range(_number(left), _number(right or left) + 1):
            held = sheets[home].get((row, column), Held(None))
            if held.formula:
                yield computed(sheets, home, held.formula)
            else:
                yield held.value if isinstance(held.value, Decimal) else Decimal()


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1

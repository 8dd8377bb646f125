"""Rows of a spreadsheet → the items of a list in the YAML as it is now, wherever they have been moved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.formats.sheet.layout import LINE, Remembered
from generator.plan.source.read import Data
from generator.plan.source.tree import KeyPath

_ITEM = re.compile(r"(.+)\[([0-9]+)\]")
Known = dict[str, str]
"""Fields of a line that tell it from the others, with their texts."""


def paths_of_rows(memory: Iterable[Remembered], data: Data) -> Mapping[str, KeyPath]:
    """The path of each row's line in the data, by the row's name; without those that are not there any more.

    Lines that nothing tells apart are the same in their order, if there are as many of them as there were.
    """
    return dict(_found(_lines(memory), data))


def _lines(memory: Iterable[Remembered]) -> dict[str, Known]:
    lines: dict[str, Known] = {}
    for one in memory:
        if one.kind == LINE:
            lines.setdefault(one.row, {})[one.column] = one.text
    return lines


def _found(lines: Mapping[str, Known], data: Data) -> Iterator[tuple[str, KeyPath]]:
    for row, known in lines.items():
        match = _ITEM.fullmatch(row)
        held = data.get(match[1]) if match and isinstance(data, dict) else None
        if not match or not isinstance(held, list):
            continue
        now = [at for at, item in enumerate(held) if _said(item, known) == known]
        then = [other for other, fields in lines.items() if fields == known and _list_of(other) == match[1]]
        if len(now) == len(then):
            yield row, (match[1], now[then.index(row)])


def _said(item: Data, known: Known) -> Known:
    """The same fields of an item, each with its text."""
    fields = item if isinstance(item, dict) else {}
    return {name: text if isinstance(text := fields.get(name), str) else "" for name in known}


def _list_of(row: str) -> str:
    match = _ITEM.fullmatch(row)
    return match[1] if match else ""

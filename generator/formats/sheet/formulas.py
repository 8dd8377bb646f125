"""Formulas as a spreadsheet reads them, in English and with commas, as the file format has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from generator.formats.sheet.layout import place_of
from generator.formats.sheet.model import Difference, Formula, Product, Ref, Share, Sum


def formula_text(formula: Formula, sheet: str) -> str:
    """The formula as it stands in a cell of that sheet: `=SUM(F4:J4)`."""
    match formula:
        case Sum(parts):
            return f"=SUM({','.join(_range(first, last, sheet) for first, last in _ranges(parts))})"
        case Product(one, other, per):
            divided = "" if per == 1 else f"/{per:f}"
            return f"={_name(one, sheet)}*{_name(other, sheet)}{divided}"
        case Difference(whole, less):
            return f"={_name(whole, sheet)}-{_name(less, sheet)}"
        case Share(part, whole):
            divisor = _name(whole, sheet)
            return f"=IF({divisor}=0,0,{_name(part, sheet)}/{divisor})"
        case never:
            assert_never(never)


def _ranges(parts: Iterable[Ref]) -> Iterator[tuple[Ref, Ref]]:
    """First and last of each run of neighbours, down a column or along a row."""
    run: list[Ref] = []
    for ref in parts:
        if run and not _follows(run, ref):
            yield run[0], run[-1]
            run = []
        run.append(ref)
    if run:
        yield run[0], run[-1]


def _follows(run: list[Ref], ref: Ref) -> bool:
    last = run[-1]
    step = (ref.row - last.row, ref.column - last.column)
    along = (run[1].row - run[0].row, run[1].column - run[0].column) if len(run) > 1 else step
    return ref.sheet == last.sheet and step == along and step in ((0, 1), (1, 0))


def _range(first: Ref, last: Ref, sheet: str) -> str:
    return _name(first, sheet) + (f":{place_of(last)}" if last != first else "")


def _name(ref: Ref, sheet: str) -> str:
    """The cell's name, with that of its sheet where it is another: `'Timer og satser'!F4`."""
    quoted = ref.sheet.replace("'", "''")
    return place_of(ref) if ref.sheet == sheet else f"'{quoted}'!{place_of(ref)}"

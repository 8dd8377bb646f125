"""Lists of a form, with what it asks of each item: in the columns of a table, or under labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.authoring.imported.alike import PARTLY, folded
from generator.authoring.imported.column_words import SAID
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.grids import Grid
from generator.authoring.imported.heads import EMPTY, assigned
from generator.authoring.imported.looks import Look, look_of, may_hold, said, share_of
from generator.authoring.imported.slots import ANY, Hole, Path, Slot, generic

FEWEST = 2
LABELS = 2
"""Labels that an item has at least."""
MOST = 0.3
"""Price of a head at most, of 1 for one that is another."""


class Column(NamedTuple):
    """A thing that a form asks of an item: under which words, and at which keys."""

    head: str
    holes: tuple[Hole, ...]

    @property
    def keys(self) -> set[str]:
        """The keys with dots between, without places in lists."""
        return {".".join(str(step) for step in hole.path if step != ANY and not isinstance(step, int))
                for hole in self.holes if not hole.computed}  # fmt: skip


class Target(NamedTuple):
    """A list of the form: what its items are asked for, their name first. A table has its heads."""

    columns: tuple[Column, ...]
    is_table: bool
    loop: Path

    @property
    def heads(self) -> tuple[str, ...]:
        return tuple(column.head for column in self.columns)


class Match(NamedTuple):
    """Columns of a grid by those of a target, and how near it is."""

    target: Target
    found: Mapping[int, int]
    worth: float


def targets_of(slots: Sequence[Slot]) -> list[Target]:
    """The lists of a form that a table can be."""
    return [*dict.fromkeys((*_tables(slots), *_records(slots)))]


def _tables(slots: Sequence[Slot]) -> Iterator[Target]:
    for slot in slots:
        rows = [cell[0] for cell in slot.cells] if slot.what == "table" and not slot.weak else []
        lines = [row for row in rows[1:] if row.loops and not row.across]
        if len(lines) and rows[0].head and len(rows[0].cells) >= FEWEST:
            heads = [folded(EMPTY.sub("", " ".join(one.text for one in cell))) for cell in rows[0].cells]
            if all(heads):
                cells = [tuple(hole for one in cell for hole in one.holes()) for cell in lines[0].cells]
                columns = zip(heads, cells, strict=False)
                yield Target(tuple(Column(*one) for one in columns), True, lines[0].loops[-1])


def _records(slots: Sequence[Slot]) -> Iterator[Target]:
    """Items with a name in a heading, and texts below it with a label each."""
    for loop in dict.fromkeys(slot.loops[-1] for slot in slots if slot.loops):
        own = [slot for slot in slots if slot.loops[-1:] == (loop,)]
        names = [hole for slot in own if slot.level and slot.what == "line"
                 for hole in slot.holes() if hole.path]  # fmt: skip
        labels = [at for at, slot in enumerate(own) if slot.what == "fixed" and (slot.level or slot.label)]
        columns = []
        if len(labels) < LABELS:
            continue
        for at, end in zip(labels, [*labels[1:], len(own)], strict=True):
            holes = tuple(hole for slot in own[at:end] if not slot.level for hole in slot.holes())
            is_name = any(generic(hole.path) == generic(name.path) for hole in holes for name in names)
            if holes and not is_name:
                columns.append(Column(folded(own[at].text), holes))
        if names and len(columns) >= LABELS:
            yield Target((Column(str(names[0].path[-1]), (names[0],)), *columns), False, loop)


def match(grid: Grid, target: Target, fits: Fits) -> Match | None:
    """The columns of the grid that the target asks for; None where it has not its name, or too few."""
    looks = [[look_of(text) for text in grid.column(n)] for n in range(len(grid.heads))]
    prices: dict[tuple[int, int], float] = {}
    for n, cell in enumerate(grid.heads):
        for m, column in enumerate(target.columns):
            if may_hold(column.holes, looks[n], names=m == 0):
                is_corner = n == m == 0 and not cell and share_of(looks[n], "words") > SURE
                prices[n, m] = CORNER if is_corner else price_of(said(cell), column, fits)
    prices |= _of_years(grid, target, looks)
    found = {n: m for n, m in assigned(prices, ()).items() if prices[n, m] <= MOST}
    if 0 not in found.values() or len(found) < FEWEST:
        return None
    price = sum(prices[n, m] for n, m in found.items()) + (len(target.columns) - len(found)) * PASSED
    others = sum(any(row[n] for row in grid.rows) for n in range(len(grid.heads)) if n not in found)
    return Match(target, found, len(found) - price - others * OTHER) if len(found) > others else None


ONLY_SAID = frozenset({"delmål.baseline.andre"})
"""Keys that are told from others like them by their own words alone."""
def _of_years(grid: Grid, target: Target, looks: Sequence[Sequence[Look]]) -> dict[tuple[int, int], float]:
    """The price of the first of several years with figures: where an indicator starts."""
    years = [(text, n) for n, cell in enumerate(grid.heads) if look_of(text := said(cell)) == "year"
             and share_of(looks[n], "figure") > SURE]  # fmt: skip
    starts = [m for m, column in enumerate(target.columns) if START in column.keys]
    return {(min(years)[1], m): CORNER for m in starts} if len(years) > 1 else {}


START = "delmål.baseline.tekst"
SURE = 0.5
CORNER = 0.2
"""Price of a column of names without a head, and of figures of a year."""
PASSED, OTHER = 0.05, 0.3
"""Price of a column that the form has and the table has not, and of one that the table alone has."""


def price_of(text: str, column: Column, fits: Fits) -> float:
    """The price of a head; 0 for the form's own words."""
    head = folded(text)
    if column.keys & ONLY_SAID and not any(head in words for key in column.keys for words in _words(key)):
        return 1.0
    if any(one in words for key in column.keys for words in _words(key) for one in (head, _short(head))):
        return 0.05
    alike = max(fits.headings.alike(head, column.head), fits.headings.by_words(head, column.head))
    return 1 - alike if alike >= PARTLY else 1.0


def _words(key: str) -> Iterator[frozenset[str]]:
    """The words that are said for a key, wherever it stands."""
    steps = key.split(".")
    return (SAID[end] for at in range(len(steps)) if (end := ".".join(steps[at:])) in SAID)


def _short(head: str) -> str:
    """The head without years, units and what stands in brackets."""
    words = head.partition("(")[0].split()
    return " ".join(word for word in words if not word.strip(".,/-–").isdecimal())

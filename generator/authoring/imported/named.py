"""Names of areas and years that a form prints beside their figures: each is the key at which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.authoring.imported.slots import Hole, Path, Piece, Slot, generic
from generator.base.values import replace
from generator.plan.kinds import HELHEDSPLAN

AREAS = "boligområder"
NAME_KEYS = ("navn", "kortnavn")
FIGURES = ("værdi", "note")
YEAR = ("årstal",)
BY_YEAR = "år"
"""Key below which figures stand by their year."""


def named(cells: Sequence[Sequence[Slot]]) -> tuple[tuple[Slot, ...], ...]:
    """The cells of a row, in which the name of an area is the key of its figures."""
    holes = [hole for cell in cells for slot in cell for hole in slot.holes()]
    return tuple(tuple(one for slot in cell for one in _of_all(
        replace(slot, pieces=_with_names(slot.pieces, holes)), holes)) for cell in cells)  # fmt: skip


def _of_all(slot: Slot, holes: Sequence[Hole]) -> Iterator[Slot]:
    """The slot, and where it is a name alone the same for each other key of its figures."""
    yield slot
    name = slot.pieces[0] if len(slot.pieces) == 1 else None
    if isinstance(name, Hole) and name.is_name:
        known = {name.key}
        for hole in holes:
            if hole.path[-1:] == FIGURES[:1] and hole.path[-2] == name.path[-1]:
                other = Hole(key_of(hole.path), hole.file, name.filters, is_name=True)
                if other.key not in known and other.path[-2] == name.path[-2]:
                    known.add(other.key)
                    yield replace(slot, pieces=(other,), optional=True)


def names_in(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a line, in which the name of an area is the key of its figures."""
    return [*_with_names(pieces, [piece for piece in pieces if isinstance(piece, Hole)])]


def _with_names(pieces: Sequence[Piece], holes: Sequence[Hole]) -> tuple[Piece, ...]:
    figures = [hole for hole in holes if hole.path[-1:] and hole.path[-1] in FIGURES and len(hole.path) > 2]
    return tuple(_named(piece, figures) if isinstance(piece, Hole) else piece for piece in pieces)


def _named(hole: Hole, figures: Sequence[Hole]) -> Hole:
    if hole.file != HELHEDSPLAN.name or hole.path[:1] != (AREAS,) or hole.path[-1] not in NAME_KEYS:
        return hole
    number = hole.path[1]
    found = next((one for one in figures if one.path[-2] == number), None)
    return hole if found is None else Hole(key_of(found.path), found.file, hole.filters, is_name=True)


def with_years(rows: Sequence[Slot]) -> list[Slot]:
    """The rows of a table, in whose head a year is the key of what stands below it."""
    if not rows[0].head or not any(hole.filters == YEAR for hole in rows[0].holes()):
        return [*rows]
    cells = tuple(tuple(replace(slot, pieces=tuple(_year(piece, column, rows) for piece in slot.pieces))
                        for slot in cell) for column, cell in enumerate(rows[0].cells))  # fmt: skip
    return [replace(rows[0], cells=cells), *rows[1:]]


def of_year(caption: Iterable[Piece], rows: Sequence[Slot]) -> Iterator[Piece]:
    """The caption of a table, in which a year is the key of the figures below."""
    years = filter(None, (_year_of(hole) for row in rows for hole in row.holes() if not hole.is_name))
    found = next(years, None)
    for piece in caption:
        is_year = isinstance(piece, Hole) and piece.computed and piece.filters == YEAR
        yield found if is_year and found else piece


def _year(piece: Piece, column: int, rows: Sequence[Slot]) -> Piece:
    if not isinstance(piece, Hole) or piece.filters != YEAR:
        return piece
    below = (hole for row in rows[1:] if column < len(row.cells) for slot in row.cells[column]
             for hole in slot.holes())  # fmt: skip
    return next(filter(None, map(_year_of, below)), piece)


def _year_of(hole: Hole) -> Hole | None:
    """The key of the year that a figure is of; None where it is of none."""
    ends = [at for at, step in enumerate(hole.path) if isinstance(step, int)
            and (at == len(hole.path) - 1 or hole.path[at - 1] == BY_YEAR)]  # fmt: skip
    return None if not ends else Hole(
        (*generic(hole.path[: ends[-1]]), hole.path[ends[-1]]), hole.file, YEAR, is_name=True)  # fmt: skip


def key_of(path: Path) -> Path:
    """The path of the key at which a figure stands, in whichever item of a list around it."""
    return (*generic(path[:-2]), path[-2])

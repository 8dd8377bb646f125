"""Lines in which each part may be there or not: a member of a board, a department, a party that does not sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.authoring.imported.slots import Hole, Piece, Series, Slot
from generator.base.values import replace
from generator.plan.model.shape import Choice

CHAIRS = ("formand", "medformand", "formænd")
AS_ORGANISATION = "Som organisation ("
MEMBERS, DEPARTMENTS, PARTIES = "medlemmer", "afdelinger", "parter"
DEPARTMENT = "Afd. "
UNSIGNED = "skriver ikke under"
Pieces = tuple[Piece, ...]


def with_ways(slots: Iterable[Slot]) -> Iterator[Slot]:
    """The slots, in which lines have the ways that they may be put in too."""
    known: set[object] = set()
    for slot in slots:
        if slot.what == "line" and not slot.is_point and known and {hole.key for hole in slot.holes()} <= known:
            continue
        if slot.cells:
            yield replace(slot, cells=tuple(tuple(with_ways(cell)) for cell in slot.cells))
            continue
        pieces = tuple(map(_with_unsigned, _unsigned(slot.pieces)))
        ways = () if slot.is_point or len(pieces) == 1 else (*_of_member(pieces), *_of_department(pieces))
        known |= {hole.key for way in ways for hole in way if isinstance(hole, Hole)}
        yield replace(slot, pieces=pieces, ways=tuple(replace(slot, pieces=way) for way in ways))


def _of_member(pieces: Pieces) -> Iterator[Pieces]:
    """The ways to put a member: with a number or none, who takes part as what, appointed by whom."""
    holes = _holes(pieces, MEMBERS)
    if not (title := holes.get("titel")):
        return

    def beside(name: str) -> Hole:
        return holes.get(name, replace(title, path=(*title.path[:-1], name), filters=(), shapes=()))

    chair = replace(beside("formand"), shapes=(Choice(CHAIRS),), means="ja")
    behind: Pieces = (" (", chair, ")", " (", beside("deltager_som"), ")")
    named: Pieces = (", ", organisation) if (organisation := holes.get("organisation")) else ()
    by: Pieces = (", udpeget af ", beside("udpeget_af")) if organisation else ()
    yield (AS_ORGANISATION, beside("deltager_som"), ")")
    for first in ((beside("antal"), " ", title), (title,)):
        yield (*first, *behind, *named, *by)
    if organisation:
        yield (organisation, *behind, *by)


def _of_department(pieces: Pieces) -> Iterator[Pieces]:
    """The ways to put a department: by its number, its name or both."""
    holes = _holes(pieces, DEPARTMENTS)
    if (number := holes.get("nummer")) and (name := holes.get("navn")) and (owner := holes.get("ejer")):
        of: Pieces = (" (", owner, ")")
        yield (DEPARTMENT, number, ", ", name, *of)
        yield (DEPARTMENT, number, *of)
        yield (name, *of)


def _holes(pieces: Pieces, key: str) -> dict[object, Hole]:
    """The holes of a line by their own keys, where they are below that one."""
    return {piece.path[-1]: piece for piece in pieces if isinstance(piece, Hole) and key in piece.path}


def _with_unsigned(piece: Piece) -> Piece:
    return replace(piece, body=tuple(_unsigned(piece.body))) if isinstance(piece, Series) else piece


def _unsigned(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces, behind which a party may be told not to sign."""
    first = pieces[0] if pieces else None
    is_party = isinstance(first, Hole) and first.path[:1] == (PARTIES,) and first.path[2:] == ("navn",)
    if not isinstance(first, Hole) or not is_party or len(pieces) < 2:
        yield from pieces
        return
    *others, last = pieces
    yield from others
    unsigned = replace(first, path=(*first.path[:-1], "skriver_under"), shapes=(Choice((UNSIGNED,)),), means="nej")
    yield from (f"{last} (",) if isinstance(last, str) else (last, " (")
    yield from (unsigned, ")")

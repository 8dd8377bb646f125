"""Lines in which each part may be there or not: a member, a department, a party that does not sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.authoring.imported.slots import Hole, Piece, Series, Slot
from generator.base.values import replace
from generator.plan.model.shape import Choice

CHAIRS = ("formand", "medformand", "formænd")
AS_ORGANISATION = "Som organisation ("
MEMBERS, DEPARTMENTS, AREAS, PARTIES = "medlemmer", "afdelinger", "boligområder", "parter"
DEPARTMENT = "Afd. "
UNSIGNED = "skriver ikke under"
Pieces = tuple[Piece, ...]


def with_ways(slots: Iterable[Slot]) -> Iterator[Slot]:
    """The slots, in which lines have the ways that they may be put in too; those that say no more go."""
    found = [_with_ways(slot) for slot in slots]
    known = [_said(slot) for slot in found if slot.ways]
    for number, slot in enumerate(found):
        before = sum(bool(one.ways) for one in found[:number])
        is_said = slot.what == "line" and not slot.is_point and any(
            _said(slot) < one or (_said(slot) == one and (not slot.ways or n < before))
            for n, one in enumerate(known))  # fmt: skip
        if slot.cells:
            yield replace(slot, cells=tuple(tuple(with_ways(cell)) for cell in slot.cells))
        elif not is_said:
            yield slot


def _said(slot: Slot) -> set[object]:
    """The keys of all that the slot can say."""
    return {hole.key for way in slot.ways or (slot,) for hole in way.holes()}


def _with_ways(slot: Slot) -> Slot:
    pieces = tuple(map(_with_unsigned, _unsigned(slot.pieces)))
    ways = () if slot.is_point or slot.what != "line" else (
        *_of_member(pieces), *_of_department(pieces), *_of_area(pieces), *_of_figures(pieces))
    return replace(slot, pieces=pieces, ways=tuple(replace(slot, pieces=way) for way in ways))


def _of_member(pieces: Pieces) -> Iterator[Pieces]:
    """The ways to put a member: with a number or none, who takes part as what, appointed by whom."""
    holes = _holes(pieces, MEMBERS)
    if not (title := holes.get("titel")) or len(pieces) == 1:
        return

    def beside(name: str) -> Hole:
        return holes.get(name, replace(title, path=(*title.path[:-1], name), filters=(), shapes=(), words=()))

    chair = replace(beside("formand"), shapes=(Choice(CHAIRS),), words=CHAIRS, means="ja")
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


def _of_area(pieces: Pieces) -> Iterator[Pieces]:
    """The way to put an area that has all: its name, a short one, and its town."""
    holes = _holes(pieces, AREAS)
    if {"navn", "by"} <= holes.keys():
        yield pieces


def _of_figures(pieces: Pieces) -> Iterator[Pieces]:
    """The ways to put figures of areas in a line: under the name of who owns them, or without one."""
    series = pieces[-1] if pieces else None
    if len(pieces) == 3 and isinstance(series, Series) and isinstance(pieces[0], Hole) \
            and any(isinstance(piece, Hole) and piece.is_name for piece in series.body):  # fmt: skip
        yield pieces
        yield (series,)


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
    unsigned = replace(first, path=(*first.path[:-1], "skriver_under"),
                       shapes=(Choice((UNSIGNED,)),), words=(UNSIGNED,), means="nej")  # fmt: skip
    yield from (f"{last} (",) if isinstance(last, str) else (last, " (")
    yield from (unsigned, ")")

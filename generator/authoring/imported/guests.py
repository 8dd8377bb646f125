"""Sections of a document that another document of the plan is for: the milestones of a delaftale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.authoring.imported.kinds import called
from generator.authoring.imported.lost import look_of
from generator.authoring.imported.units import Unit
from generator.base.values import replace
from generator.plan.kinds import DocumentKind

LONGEST = 5
"""Words of a heading that is the name of a document."""


class Guest(NamedTuple):
    """A section that is of another kind than its document, which is known by that name."""

    kind: DocumentKind
    document: str
    units: Sequence[Unit]


def with_guests_apart(
    units: Sequence[Unit], document: str, kinds: Iterable[DocumentKind]
) -> tuple[list[Unit], list[Guest]]:
    """The units without the sections that are for one of those kinds, and these.

    Only a section for which the form of the document has no place is one, and only with a table or points.
    A document that reports on others has none: what it says of a year is not all of it.
    """
    kinds = [*kinds]
    mine: list[Unit] = []
    guests: list[Guest] = []
    here = 0
    while here < len(units):
        kind = _kind_of(units[here], kinds)
        end = _end(units, here) if kind else here + 1
        if kind and any(unit.rows or unit.point for unit in units[here:end]):
            inside = [replace(unit, lost=False, is_top=False) for unit in units[here:end]]
            guests.append(Guest(kind, document, inside))
        else:
            mine += units[here:end]
        here = end
    return mine, guests


def _kind_of(unit: Unit, kinds: Sequence[DocumentKind]) -> DocumentKind | None:
    is_section = unit.lost and unit.level and not unit.is_apart and len(unit.plain.split()) <= LONGEST
    return called(unit.plain, kinds) if is_section else None


def _end(units: Sequence[Unit], begin: int) -> int:
    """The end of the section: the next heading that looks as its own, or that the form has."""
    look = look_of(units[begin])
    return next((at for at in range(begin + 1, len(units)) if not units[at].lost or (
        units[at].level and not units[at].is_apart and look_of(units[at]) == look)), len(units))  # fmt: skip

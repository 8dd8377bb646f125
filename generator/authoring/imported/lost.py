"""Headings that a form does not have: what stands under them is no text of the section before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.authoring.imported.headings import Headings
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import TYPED_NUMBER, Unit
from generator.base.values import replace
from generator.document.model import Heading, Paragraph, Run

NEAR = 2
"""Units after the name of an item among which its first label stands."""
MOSTLY = 2
"""Headings of sections for each other one that looks as they do, from which the look is that of a section."""
TOP = 1
"""Level of the headings that begin sections."""
NUMERALS = re.compile(r"\d+|[^\W\d_]+")


class Look(NamedTuple):
    """A heading as it looks; `level` is that of its style, 0 where it has none."""

    level: int
    style: str | None = None
    bold: bool = False
    capitals: bool = False
    number: str = ""


def with_lost(units: Sequence[Unit], headings: Headings) -> Iterator[Unit]:
    """The units, in which those under a heading that the form does not have know it.

    That is a heading that looks as the one which began the section, or is above it; where only sections
    look so, it is no text of theirs either.
    """
    section: Look | None = None
    is_lost = False
    sections = _looks_of_sections(units, headings)
    title = next((at for at, unit in enumerate(units) if unit.level), 0)
    for at, unit in enumerate(units):
        begins = unit.level > 0 and _stands_above_a_label(units, at, headings)
        look = look_of(unit)
        is_section = not unit.is_apart and look in sections
        if unit.level and not begins:
            if headings.is_one(unit.plain) and (headings.is_own(unit.plain) or not is_section):
                is_lost = False
                is_below = section and section.level and look.level > section.level
                if not (unit.is_apart or is_below) and headings.is_section(unit.plain):
                    section = look
            elif not unit.is_apart and at > title and (is_section or look == section or look.level == TOP or (
                    section and 0 < look.level < section.level)):  # fmt: skip
                is_lost = True
        is_top = unit.level > 0 and not unit.is_apart and (look == section or look.level == TOP or is_section)
        yield replace(unit, lost=is_lost or unit.lost, begins=begins, is_top=is_top)


def headings_of(units: Sequence[Unit], slots: Iterable[Slot]) -> Headings:
    """The headings of the form, where those that begin sections are what most of them look like here.

    One that comes again begins none: it is a label of items.
    """
    headings = Headings.of(slots)
    often = Counter((unit.plain, look_of(unit)) for unit in units if unit.level)
    said = [unit for unit in units if often[unit.plain, look_of(unit)] == 1]
    first = headings.settled(unit.plain for unit in said)
    looks = Counter(look_of(unit) for unit in said if first.is_owner(unit.plain))
    main = max(looks, key=looks.__getitem__, default=None)
    return headings.settled(unit.plain for unit in said
                            if look_of(unit) == main or headings.is_sure_section(unit.plain))  # fmt: skip


def _looks_of_sections(units: Sequence[Unit], headings: Headings) -> set[Look]:
    """The look that most headings of sections have; none where others have it too."""
    found: dict[bool, Counter[Look]] = {True: Counter(), False: Counter()}
    for unit in units:
        level = headings.levels.get(unit.plain, TOP if headings.is_owner(unit.plain) else 0)
        if unit.level and level and not unit.is_apart:
            found[level == TOP][look_of(unit)] += 1
    return {look for look, count in found[True].most_common(1) if count >= MOSTLY * found[False][look]}


def look_of(unit: Unit) -> Look:
    """The look of a heading."""
    block = unit.blocks[0] if unit.blocks else None
    number = TYPED_NUMBER.match(unit.line)
    shape = NUMERALS.sub("1", number[0].strip()) if number else ""
    if isinstance(block, Heading):
        return Look(block.level)
    if isinstance(block, Paragraph):
        bold = any(isinstance(one, Run) and one.bold for one in block.content)
        return Look(0, block.style, bold, unit.line.isupper(), shape)
    return Look(0)


def _stands_above_a_label(units: Sequence[Unit], at: int, headings: Headings) -> bool:
    """Tell whether it names an item, whose first label follows at once; it is no heading of the form."""
    if headings.is_one(units[at].plain):
        return False
    look = look_of(units[at])
    for unit in units[at + 1 : at + 1 + NEAR]:
        if unit.is_label:
            return headings.is_of_item(unit.plain) and (unit.is_apart or look_of(unit) != look)
    return False

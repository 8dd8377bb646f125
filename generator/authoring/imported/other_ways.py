"""Slots that a form has not, for what people put in other ways than it: a name alone, a list for a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.authoring.imported.lines import DAYS
from generator.authoring.imported.slots import Either, Hole, Slot, generic
from generator.authoring.imported.ways_of_lines import with_ways
from generator.base.values import replace
from generator.plan.kinds import HELHEDSPLAN, DocumentKind
from generator.plan.model.form import Form

GAP = re.compile(r"\[[^\[\]]* udfyldes\]")
WHAT = re.compile(r"s?(?:navn)?:\s*\Z")
"""End of a label that says of what the name is: `Aktivitetsnavn:`."""
NUMBER = Hole((), computed=True, filters=("nummer",))
"""Number that people give a document or an item."""
BETWEEN = (", ", " i ", " fra ", " – ")
"""Words between what somebody is and where from."""
BEHIND = (" (formand)", " (næstformand)")
"""Words behind both, for whom the form has them before."""


def in_other_ways(slots: list[Slot], form: Form, kind: DocumentKind) -> tuple[Slot, ...]:
    """The slots with those that people have beside them; prose that is seldom there only under its label."""
    slots = with_headings_beside([*with_ways(slots)])
    found = with_points(with_period(with_titles(slots, kind)))
    return tuple(_with_bound(tuple(with_names(with_meetings(found))), form, kind))


def with_headings_beside(slots: Sequence[Slot]) -> list[Slot]:
    """The slots, in which a heading that stands where a name is missing stands beside that name."""
    found: list[Slot] = []
    for at, slot in enumerate(slots):
        is_for_gap = slot.what == "fixed" and slot.optional and slots[at + 1 : at + 2] \
            and GAP.fullmatch(slots[at + 1].text)  # fmt: skip
        named = [n for n, one in enumerate(found) if one.level == slot.level and one.what == "line"
                 and not one.text and not one.loops] if slot.level and is_for_gap else []  # fmt: skip
        found.insert(named[-1] + 1 if named else len(found), slot)
    return found


def with_titles(slots: Sequence[Slot], kind: DocumentKind) -> Iterator[Slot]:
    """The slots, in which the title may be put in other ways too, and the plan's name stand above it."""
    title = next((slot for slot in slots if kind.title in slot.text), None)
    name = next((slot for slot in slots if [hole.path for hole in slot.holes()] == [("navn",)]
                 and not slot.text), None)  # fmt: skip
    for slot in slots:
        if slot is not title:
            yield slot
            continue
        yield from [replace(name, optional=True)] if name else []
        yield slot
        hole = slot.pieces[-1] if slot.pieces else None
        if isinstance(hole, Hole) and hole.path == ("indsatsområde",):
            before = (f"{kind.title}: ", f"{kind.title} for ", f"{kind.title} – ", f"{kind.title} om ")
            yield from (replace(slot, pieces=(text, hole), optional=True) for text in before)
            for between in (" ", ": ", " – ", " om "):
                yield replace(slot, pieces=(f"{kind.title} ", NUMBER, between, hole), optional=True)
            yield Slot("fixed", ("Indsatsområde:",), label=True, optional=True)
            yield Slot("line", (hole,), optional=True, follows=True)
        else:
            yield Slot("fixed", (kind.title,), optional=True, is_title=True)


def with_names(slots: Iterable[Slot]) -> Iterator[Slot]:
    """The slots, in which an item that begins with its name in a heading may have the name alone there.

    Or behind what it is and its number: `Aktivitet 2: Åben dør`.
    """
    for slot in slots:
        label = slot.pieces[0] if len(slot.pieces) == 2 else None
        is_name = slot.level and slot.loops and isinstance(label, str) and label.rstrip().endswith(":")
        if is_name and isinstance(label, str):
            pieces = (f"{WHAT.sub('', label)} ", NUMBER, ": ", slot.pieces[1])
            yield replace(slot, pieces=pieces, optional=True)
        yield slot
        if is_name:
            yield replace(slot, pieces=slot.pieces[1:], optional=True, begins=True)


def with_period(slots: Iterable[Slot]) -> Iterator[Slot]:
    """The slots, with a line of a title page that has the period alone."""
    slots = [*slots]
    period = next((holes for slot in slots if slot.what == "line" and len(holes := [*slot.holes()]) == 2
                   and all(DAYS & {*hole.filters} for hole in holes)), None)  # fmt: skip
    for slot in slots:
        yield slot
        if period and slot.what == "line" and [hole.path for hole in slot.holes()] == [("navn",)]:
            yield Slot("line", (period[0], " til ", period[1]), optional=True)
            period = None


def with_meetings(slots: Iterable[Slot]) -> Iterator[Slot]:
    """The slots, in which how often a body meets may stand alone under its label."""
    before: Slot | None = None
    for slot in slots:
        holes = [*slot.holes()] if slot.what == "line" and not slot.weak else []
        if len(holes) == 1 and holes[0].path[-1:] == ("møder",) and len(slot.pieces) > 1:
            if before is None or not before.label:
                yield slot
                yield Slot("fixed", (MEETINGS,), loops=slot.loops, label=True, optional=True)
            yield replace(slot, pieces=(holes[0],), optional=True, follows=True)
            if before is not None and before.label:
                yield slot
        else:
            yield slot
        before = slot


MEETINGS = "Møder:"


def with_points(slots: Iterable[Slot]) -> Iterator[Slot]:
    """The slots, with points beside a table of people: what each is, and where from."""
    done: set[object] = set()
    for slot in slots:
        yield slot
        rows = [cell[0] for cell in slot.cells if cell[0].loops] if slot.what == "table" else []
        holes = {str(hole.path[-1]): hole for row in rows[:1] for hole in row.holes() if hole.path}
        if {"titel", "organisation"} <= holes.keys() and holes["titel"].key not in done:
            who, where = holes["titel"], holes["organisation"]
            if rows[0].loops[-1] != (who.file, *generic(who.path[:-2])):
                continue
            done.add(who.key)
            loops = (*slot.loops, *rows[0].loops)
            pieces = (who, Either(BETWEEN), where, Either(BEHIND))
            yield Slot("line", pieces, loops=loops, optional=True, is_point=True)


def _with_bound(slots: Sequence[Slot], form: Form, kind: DocumentKind) -> Iterator[Slot]:
    """The slots, in which prose under a label of its own that a plan can be without follows that."""
    asked = {(file, tuple(key.replace("?", "").split("."))) for file, name in (
        (HELHEDSPLAN.name, HELHEDSPLAN.name), ("", kind.name)) for key in form.krævede_felter.get(name, {})}
    for at, slot in enumerate(slots):
        hole = next(slot.holes(), None)
        is_labelled = at > 0 and slots[at - 1].label and slots[at - 1].what == "fixed"
        is_text = slot.what == "prose" and len(slot.pieces) == 1 and is_labelled
        if is_text and hole and (hole.file, generic(hole.path)) not in asked:
            yield replace(slot, follows=True)
        else:
            yield slot

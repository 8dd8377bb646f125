"""Everything that is due in a plan, each with the way to it: deadlines, versions and annexes, and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import quote

from msgspec import Struct

from generator.base.danish import dato
from generator.base.language import say, say_count
from generator.page.noted import Note, Notes
from generator.page.titles import titles
from generator.page.views.whole import address, field_address
from generator.plan.model.bilagsliste import manglende
from generator.plan.model.plan import Aftale, Plan
from generator.plan.model.record import NotRead
from generator.workspace.folders import PlanFolder

SOON = timedelta(days=92)
MOST = 4
REACHED = "nået"


class Due(Struct, frozen=True):
    """One thing that is due: what it says, where it leads, and whether it is late or wrong."""

    words: str
    address: str
    is_late: bool = False


def due(folder: PlanFolder, plan: Plan | None, notes: Notes, today: date) -> list[Due]:
    """All that is due in the plan, what is wrong first; while it cannot be read what must be mended alone."""
    path = address(folder.name)
    found = []
    if notes.mend:
        told = say_count("{n} thing must be mended", "{n} things must be mended", len(notes.mend))
        found.append(Due(told, _place(folder, notes.mend) or path, is_late=True))
    if plan:
        found += [*_deadlines(folder, plan, today), *_versions(folder, plan), *_annexes(folder, plan)]
    if notes.empty:
        told = say_count("{n} empty field", "{n} empty fields", len(notes.empty))
        found.append(Due(told, _place(folder, notes.empty) or path))
    if notes.look:
        told = say_count("{n} thing to look at", "{n} things to look at", len(notes.look))
        found.append(Due(told, _place(folder, notes.look) or path))
    return found


def _place(folder: PlanFolder, notes: tuple[Note, ...]) -> str:
    """The address of the first of them that has a field."""
    documents = [file.name for file in folder.aftaler()]
    for one in notes:
        if one.path and documents:
            document = one.file if one.file in documents else documents[0]
            return field_address(folder.name, document, one.file, one.path)
    return ""


def _deadlines(folder: PlanFolder, plan: Plan, today: date) -> Iterator[Due]:
    """Yield the milestones that are late or near, the earliest first, as the calendar has them.

    None of a plan that is over: nobody reaches them any more.
    """
    gælder = plan.helhedsplan.gælder
    if gælder and gælder.til and gælder.til.sidste() < today:
        return
    found = sorted(((day, aftale, path, name) for aftale in plan.aftaler
                    for day, path, name in _dated(plan, aftale)), key=lambda one: one[0][1])  # fmt: skip
    near = [one for one in found if one[0][0] <= today + SOON]
    for (_, last, told), aftale, path, name in near[:MOST]:
        late = last < today
        words = (say("late since {day}: {milestone}", day=told, milestone=name) if late
                 else say("due {day}: {milestone}", day=told, milestone=name))
        yield Due(words, field_address(folder.name, aftale.navn, aftale.navn, path), is_late=late)
    if len(near) > MOST:
        more = say_count("{n} deadline more", "{n} deadlines more", len(near) - MOST)
        yield Due(more, address(folder.name, near[MOST][1].navn))


def _dated(plan: Plan, aftale: Aftale) -> Iterator[tuple[tuple[date, date, str], tuple[str | int, ...], str]]:
    """Yield the first and the last day of each deadline that is not reached, its key and what it is."""
    from generator.run.milestones_calendar import CANCELLED

    for number, punkt in enumerate(aftale.milepæle(plan.helhedsplan.gælder)):
        if punkt.status in (REACHED, CANCELLED):
            continue
        path: tuple[str | int, ...] = ("gentagne",) if punkt.gentages else ("milepæle", number, "frist")
        for frist in punkt.frister:
            yield (frist.første(), frist.sidste(), dato(frist)), path, punkt.ting.milepæl


def _versions(folder: PlanFolder, plan: Plan) -> Iterator[Due]:
    """Yield the final agreements that are signed, and whose newest version has not been issued."""
    named = titles(folder, plan)
    for aftale in plan.aftaler:
        try:
            version = aftale.nyeste_version
        except NotRead:
            continue
        if version and aftale.kind.signed and plan.is_final(aftale) and not version.har_aftryk:
            told = say("version {version} of {document} is not signed yet",
                       version=version.nummer, document=named.get(aftale.navn, aftale.navn))  # fmt: skip
            yield Due(told, address(folder.name, aftale.navn))


def _annexes(folder: PlanFolder, plan: Plan) -> Iterator[Due]:
    number = len({annex.nøgle for aftale in plan.aftaler for annex in manglende(plan, aftale)})
    if number:
        told = say_count("{n} annex is not there", "{n} annexes are not there", number)
        yield Due(told, f"/package/{quote(folder.name, safe='')}")

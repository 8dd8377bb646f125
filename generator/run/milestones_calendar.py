"""The milestones of a plan as a calendar: an event for each, as long as its date is not known better."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator

from generator.formats.calendar import Event, write
from generator.plan.model.milepaelsplan import Punkt
from generator.plan.model.plan import Aftale, Plan

CANCELLED = "udgår"


def calendar(plan: Plan, aftale: Aftale) -> bytes | None:
    """The .ics of the agreement's milestones; None where it has none with a date."""
    events = list(_events(plan, aftale))
    if not events:
        return None
    newest, gælder = aftale.nyeste_version, plan.helhedsplan.gælder
    made = (newest and newest.dato) or (gælder and gælder.fra)
    return write(plan.helhedsplan.navn, made.første() if made else events[0].first, events)


def _events(plan: Plan, aftale: Aftale) -> Iterator[Event]:
    seen: Counter[str] = Counter()
    for punkt in aftale.milepæle(plan.helhedsplan.gælder):
        seen[punkt.ting.milepæl] += 1
        for frist in punkt.frister:
            name = f"{plan.navn}/{aftale.navn}/{punkt.ting.milepæl}/{seen[punkt.ting.milepæl]}"
            yield Event(
                f"{uuid.uuid5(uuid.NAMESPACE_URL, name)}@aftale", punkt.ting.milepæl, frist.første(),
                frist.sidste(), _about(plan, punkt), punkt.status == CANCELLED,
            )  # fmt: skip


def _about(plan: Plan, punkt: Punkt) -> str:
    ting, key = punkt.ting, punkt.ting.indsatsområde
    område = plan.form.indsatsområde(key) if key else None
    said = {
        "Ansvarlig": ting.ansvarlig, "Indsatsområde": område.navn if område else None,
        "Aktivitet": ting.aktivitet, "Status": punkt.status, "Note": punkt.note,
    }  # fmt: skip
    return "\n".join(f"{name}: {value}" for name, value in said.items() if value)

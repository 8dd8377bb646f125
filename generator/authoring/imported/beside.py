"""Documents that a form prints from beside its own, in a plan of placeholders: both name things alike.

The status of a year is of the indicators and the activities that the delaftaler have, and of the year after
the one before.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from generator.plan.kinds import DOCUMENTS, DocumentKind

Data = dict[str, Any]
Fill = Callable[[DocumentKind, int], Data]
YEAR, YEAR_BEFORE = "2024", "2023"
NAMED = (
    ("indikatorer", "indikator", "delmål", "indikator"),
    ("aktiviteter", "aktivitet", "aktiviteter", "navn"),
)
"""Lists of a status: their own key, the key that names an item, and the same of the agreement."""


def kind_of_name(name: str) -> DocumentKind:
    """The kind of document of that name."""
    return next(one for one in DOCUMENTS if one.name == name)


def documents_beside(kind: DocumentKind, own: Data, count: int, fill: Fill, area: Callable[[], str],
                     ) -> list[tuple[DocumentKind, Data]]:  # fmt: skip
    """The others, as many agreements as there are items in a list; `own` is changed to name theirs."""
    if not kind.reports_on:
        return []
    agreement = kind_of_name(kind.reports_on)
    agreements = [fill(agreement, number) | {"indsatsområde": area()} for number in range(count)]
    own[kind.key] = YEAR
    for key, name, theirs, called in NAMED:
        statuses = own.pop(key, [])
        own[key] = [{**deepcopy(status), name: item[called]} | (
                        {"indsatsområde": of["indsatsområde"]} if "indsatsområde" in status else {})
                    for of in agreements
                    for status, item in zip(statuses, of.get(theirs, []), strict=False)]  # fmt: skip
    before = deepcopy(own) | {kind.key: YEAR_BEFORE}
    return [*((agreement, one) for one in agreements), (kind, before)]

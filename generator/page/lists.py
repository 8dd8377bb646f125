"""Lists of a page: their entries with what each is known by, and what a new one is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.page.fields import KEYS, Spot, field
from generator.page.new_entries import new_entry
from generator.plan.model.shape import KeysOf, shapes_at
from generator.plan.source.read import Data


def opened(at: Spot) -> dict[str, object]:
    """Tell the page of a field, of its entries where it has some, and of the list that it is in.

    Raises Rejected, Refused and OSError for a file in error.
    """
    known = field(at)
    numbers = [place for place, step in enumerate(at.path) if isinstance(step, int)]
    if numbers:
        known["around"] = at.path[: numbers[-1]]
    now = known["value"]
    if known["kind"] == KEYS:
        known["entries"] = list(_entries(at, now))  # type: ignore[arg-type]
        new = new_entry(at, now)  # type: ignore[arg-type]
        known["new"] = [one.shown() for one in new.asked] if new else []
    return known


def _entries(at: Spot, now: Data) -> Iterator[dict[str, object]]:
    """Yield the path and the value of each entry that can be taken away; of a list also its place."""
    if isinstance(now, list):
        for place, value in enumerate(now):
            yield {"path": [*at.path, place], "value": value, "place": place}
    elif isinstance(now, dict) and any(isinstance(one, KeysOf) for one in shapes_at(at.model, at.path)):
        for name, inner in now.items():
            yield {"path": [*at.path, name], "value": inner}

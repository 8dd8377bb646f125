"""Lists of contents that are typed, or of which a converter left nothing but lines: as those they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.authoring.imported.units import Unit, folded_heading
from generator.base.values import replace

PAGE = re.compile(r"(?<![\s.…])[\s.…]++\d{1,3}\Z")
TITLES = ("indhold", "indholdsfortegnelse")


def with_contents(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, in which lines that name what comes, with its page, are of the contents."""
    said = {unit.plain for unit in units}
    entries = {at for at, unit in enumerate(units) if (page := PAGE.search(unit.line))
               and folded_heading(unit.line[: page.start()]) in said}  # fmt: skip
    for at, unit in enumerate(units):
        is_entry = at in entries and (at - 1 in entries or at + 1 in entries)
        is_title = unit.plain in TITLES and at + 1 in entries
        yield replace(unit, of_contents=True, level=0) if is_entry or is_title else unit

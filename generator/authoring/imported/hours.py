"""Hours of an activity that stand under a label of its own: in the table that a form has for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.authoring.imported.column_words import SAID
from generator.authoring.imported.grids import again, table_of
from generator.authoring.imported.headings import Headings
from generator.authoring.imported.lines import WEEKLY
from generator.authoring.imported.plain import plain
from generator.authoring.imported.units import Unit
from generator.base.values import replace

KEY = "aktiviteter.timer_pr_uge"
COLUMNS = ("aktivitet", "timer pr. uge")
LONGEST = 6
"""Words of a line of hours."""


def with_hours_apart(units: Sequence[Unit], headings: Headings) -> Iterator[Unit]:
    """The units, with a table of activities and their hours at the end, in the place of such lines.

    Hours that are not those of a week are left over.
    """
    name: Unit | None = None
    rows: list[tuple[tuple[Unit, ...], ...]] = []
    here = 0
    while here < len(units):
        unit = units[here]
        text = units[here + 1] if here + 1 < len(units) else None
        is_label = unit.level > 0 and unit.plain in SAID[KEY] and not headings.is_owner(unit.plain)
        is_figure = text and not (text.level or text.rows) and any(map(str.isdecimal, text.line)) \
            and len(text.line.split()) <= LONGEST  # fmt: skip
        if is_label and name and text and is_figure:
            found = WEEKLY.fullmatch(text.line)
            if found:
                yield replace(unit, is_form=True, level=0)
                yield _of(found[2], text, is_form=True)
                rows.append(((again(replace(name, level=0)),), (_of(found[1], text),)))
            else:
                yield from (replace(one, level=0, lost=True, heading=name.line) for one in (unit, text))
            here += 2
            continue
        if unit.level and not (unit.is_apart or headings.is_of_item(unit.plain)):
            name = None if headings.is_one(unit.plain) else unit
        yield unit
        here += 1
    if rows:
        yield table_of(rows, rows[0][0][0], COLUMNS)


def _of(text: str, like: Unit, *, is_form: bool = False) -> Unit:
    return replace(like, text=text, blocks=plain(text), is_form=is_form, point=False)

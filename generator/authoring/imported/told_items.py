"""Items that are told in one paragraph: the name first, and then what it is for, for whom and how.

`Åben Dør. Formålet er at … Målgruppe: …` becomes a heading and a paragraph, whose labels `run_in` finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.authoring.imported.alike import folded
from generator.authoring.imported.headings import Headings
from generator.authoring.imported.plain import plain
from generator.authoring.imported.run_in import INSIDE, NOUN, SAID, bold_of, paragraph_of, part_of
from generator.authoring.imported.units import Unit
from generator.base.values import replace

NAME = re.compile(r"\s*+[^\s.:–]++(?:[ \u00a0][^\s.:–]++){0,6}?(?:[.:]|[ \u00a0]–)\s++(?=\S)")
"""Name of an item, before its first sentence."""
FEWEST = 2
"""Labels that make an item of a paragraph."""
ITEM = 2
"""The level of the heading that a name becomes."""


def with_items_apart(units: Iterable[Unit], headings: Headings) -> Iterator[Unit]:
    """The units, in which the name of such an item is a heading of its own above the rest."""
    for unit in units:
        is_text = unit.blocks and not (unit.rows or unit.sign or unit.level) and paragraph_of(unit)
        end = _end_of_name(unit, headings) if is_text else 0
        if end:
            name, rest = part_of(unit, 0, end), part_of(unit, end, len(unit.text))
            said = name.line.rstrip(" .:–")
            yield replace(name, text=said, blocks=plain(said), level=ITEM, point=False)
            inner = paragraph_of(rest)
            yield replace(rest, blocks=(inner,) if inner else rest.blocks, point=False, heading=said)
        else:
            yield unit


def _end_of_name(unit: Unit, headings: Headings) -> int:
    """Number of letters of the name; 0 where the paragraph is no item."""
    found = NAME.match(unit.text)
    end = bold_of(unit) or (found.end() if found else 0)
    end += len(unit.text[end:]) - len(unit.text[end:].lstrip())
    if not end or headings.is_one(folded(unit.text[:end].strip(" .:–"))):
        return 0
    rest = unit.text[end:]
    labels = [one[1] or one[2] for one in INSIDE.finditer(rest)]
    labels += [noun[0] for one in SAID.finditer(rest) if (noun := NOUN.search(one[1]))]
    return end if sum(headings.is_of_item(folded(label)) for label in {*labels}) >= FEWEST else 0

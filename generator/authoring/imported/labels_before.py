"""Labels with what they are of in one line, as points or in a heading: as lines, each with its own label.

`Delmål 1: Flere er trygge` above points as `Indikator: …` becomes what `gathered` makes a table of; a table
with a band that has a name above its labels, a heading and those.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from generator.authoring.imported.alike import folded
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.grids import with_rows
from generator.authoring.imported.plain import plain
from generator.authoring.imported.run_in import FIRST, LABEL, SURE, paragraph_of
from generator.authoring.imported.units import Unit, text_of
from generator.base.values import replace
from generator.document.model import List, Paragraph

NUMBERED = re.compile(r"\s*(?:[a-h][.)]\s*)?([^\W\d_]+)\s+\d{1,2}(?:\.\d{1,2})?\s*[:.–-]\s+(?=\S)")
"""Begins an item of a list with what it is, and its number."""
FEWEST = 2


def with_labels_before(units: Sequence[Unit], labels: Collection[str], fits: Fits) -> Iterator[Unit]:
    """The units, with lines in the place of such points, and a label in that of such a heading.

    `labels` are those of the form's tables, folded.
    """
    labelled = {*_runs(units, labels, fits)}
    for at, unit in enumerate(units):
        if unit.point and (lines := _inner(unit)) and any(True for _ in _runs(lines[1:], labels, fits)):
            yield replace(lines[0], level=FEWEST)
            yield from (replace(one, point=False, heading=lines[0].line) for one in lines[1:])
        elif at in labelled:
            inner = paragraph_of(unit)
            yield replace(unit, point=False, blocks=(inner,) if inner else unit.blocks)
        elif _is_alone(units, at, fits) and (found := _numbered(unit, labels, fits)):
            yield from _apart(unit, found)
        elif unit.rows and _is_banded(unit, fits):
            yield from _of_band(unit)
        else:
            yield unit


def _runs(units: Sequence[Unit], labels: Collection[str], fits: Fits) -> Iterator[int]:
    """The places of points that follow each other, all of them with labels, and with different ones."""
    for is_point, places in groupby(range(len(units)), key=lambda at: units[at].point):
        run = [*places] if is_point else []
        said = {_label(units[at], labels, fits).rstrip(" .0123456789") for at in run} - {""}
        if len(said) >= FEWEST and all(FIRST.match(units[at].text) for at in run):
            yield from run


def _inner(unit: Unit) -> list[Unit]:
    """The name of a point that has points of its own, and those; nothing for another."""
    (block, *others) = unit.blocks
    if others or not isinstance(block, List) or len(block.items) != 1:
        return []
    name, *below = block.items[0].blocks
    points = [one for part in below if isinstance(part, List) for one in part.items]
    if not points or not isinstance(name, Paragraph) or len(below) != 1:
        return []
    blocks = [name, *(inner for one in points for inner in one.blocks)]
    return [Unit(text_of(one), (one,), point=at > 0, heading=unit.heading) for at, one in enumerate(blocks)]


def _label(unit: Unit, labels: Collection[str], fits: Fits) -> str:
    """The label before the text; nothing where the form has none of the kind."""
    found = FIRST.match(unit.text)
    said = folded(found[1]) if found else ""
    return said if said and (fits.headings.is_of_item(said) or _is_any(said, labels, fits)) else ""


def _is_any(said: str, labels: Collection[str], fits: Fits) -> bool:
    return any(fits.headings.by_words(said, one) >= SURE for one in labels)


def _is_alone(units: Sequence[Unit], at: int, fits: Fits) -> bool:
    """Tell whether it is a heading, and no name of an item whose labels are headings too."""
    following = units[at + 1 : at + 2]
    is_heading = units[at].level > 0 and not units[at].is_apart
    return is_heading and not any(one.is_label and fits.headings.is_of_item(one.plain) for one in following)


def _numbered(unit: Unit, labels: Collection[str], fits: Fits) -> int:
    """Number of letters before the text of such a heading; 0 for another."""
    found = NUMBERED.match(unit.text)
    return found.end() if found and _is_any(folded(found[1]), labels, fits) else 0


def _apart(unit: Unit, end: int) -> Iterator[Unit]:
    label = unit.text[:end]
    yield Unit(label, plain(label.strip()), level=LABEL, heading=unit.heading, is_apart=True)
    rest = unit.text[end:]
    yield replace(unit, text=rest, blocks=plain(rest), level=0, heading=label.strip(" :.–-"))


def _is_banded(unit: Unit, fits: Fits) -> bool:
    """Tell whether a table has a name alone in its first row, and labels of an item in the others."""
    first, *rows = unit.rows
    is_name = len([cell for cell in first if cell]) == 1 and len(first[0]) == 1
    labels = [row[0][0] for row in rows if len(row) == FEWEST and len(row[0]) == 1]
    known = sum(fits.headings.is_of_item(label.plain) for label in labels)
    return is_name and len(labels) == len(rows) and known >= FEWEST


def _of_band(unit: Unit) -> Iterator[Unit]:
    yield replace(unit.rows[0][0][0], level=FEWEST, heading=unit.heading)
    yield replace(with_rows(unit, unit.rows[1:]), heading=unit.rows[0][0][0].line)

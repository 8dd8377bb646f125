"""Labels of the form that stand in the line of their text, as units of their own: `Målgruppe: Unge mellem …`.

So do those of a sentence in the midst of a paragraph (`… Kilde: Politiet.`), those in brackets at its end,
and words in bold that begin it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.authoring.imported.alike import folded
from generator.authoring.imported.fit import Fits
from generator.authoring.imported.plain import plain
from generator.authoring.imported.slots import Slot
from generator.authoring.imported.units import Unit, cut, text_of
from generator.base.values import replace
from generator.document.model import Block, List, Paragraph, Run

LABEL = 3
"""The level of a label that becomes a unit."""
SURE = 0.82
"""Likeness to a label of the form from which a text before a colon is one."""
OWN = 0.6
"""Price below which a line stands where the form has one with words of its own."""
FIRST = re.compile(r"\s*([^\s.:!?()][^.:!?()\n]{1,60}):\s+(?=\S)")
INSIDE = re.compile(r"(?<=[.!?])\s++([A-ZÆØÅ][^.:!?()\n]{1,40}):\s+(?=\S)"
                    r"|(?<!\s)\s*+\(([A-ZÆØÅ][^.:!?()\n]{1,40}):\s+(?=[^()]{1,200}\)\.?\Z)")  # fmt: skip
SAID = re.compile(r"(?:(?<=[.!?]\s)|\A)((?:\w+ har til )?(?:[Ff]ormål(?:et)?(?: (?:med|for) \w+)?(?: er)?"
                  r"|Målgruppen er|Opgaven er)),?\s+(?=\S)")  # fmt: skip
"""Words with which the first sentences under a name say what they are about."""
NOUN = re.compile(r"formål|målgruppe|opgave", re.IGNORECASE)
THE_REST = "Indhold og praksis"
"""Label of the text after those sentences."""
MOST = 8
"""Words of a label at most."""


def with_labels_apart(
    units: Sequence[Unit], slots: Sequence[Slot], fits: Fits, labels: Iterable[str]
) -> Iterator[Unit]:
    """The units, in which a label of the form is one of its own; `labels` are also those of its tables."""
    spoken = [slot for slot in slots if slot.what in ("line", "prose") and slot.text
              and any(not hole.computed for hole in slot.holes())]  # fmt: skip
    known = frozenset(labels)
    has_rest = fits.headings.is_one(folded(THE_REST))
    in_item = is_first = waits = False
    for unit in units:
        is_other = unit.rows or unit.sign or unit.of_contents or unit.is_form or unit.level
        is_text = not is_other and len(unit.blocks) == 1
        prices = [fits.of(unit, slot) for slot in spoken] if is_text else []
        if not is_text or any(price is not None and price < OWN for price in prices):
            yield unit
        else:
            parts = [*_apart(unit, fits, known, said=ANYWHERE if is_first else FIRST_WORDS if in_item else 0)]
            if waits and not parts[0].is_apart:
                yield Unit("", unit.blocks, level=LABEL, heading=unit.heading, is_apart=True, shown=THE_REST)
            yield from parts
            says_it = in_item and parts[0].is_apart and SAID.match(unit.line) is not None
            waits = has_rest and says_it
        if unit.level:
            in_item, waits = not fits.headings.is_one(unit.plain), False
        is_first = in_item and unit.level > 0


FIRST_WORDS, ANYWHERE = 1, 2
"""Places in a paragraph of an item at which it may say what its sentences are about."""


def _apart(unit: Unit, fits: Fits, labels: frozenset[str], *, said: int) -> Iterator[Unit]:
    text = _text(unit)
    cuts: list[tuple[int, int]] = []  # where a label begins, and where its text does
    found = None if unit.point else FIRST.match(text)
    begin = bold_of(unit) or (found.end() if found else 0)
    if begin and _is_label(text[:begin], fits, labels):
        cuts.append((0, begin))
    cuts += [found.span() for found in INSIDE.finditer(text)
             if _is_label(label := found[1] or found[2], fits, labels) and _is_low(label, fits)]  # fmt: skip
    if said:
        cuts += [found.span() for found in SAID.finditer(text) if said == ANYWHERE or not found.start()
                 if (noun := NOUN.search(found[1])) and _is_label(noun[0], fits, labels)]  # fmt: skip
        cuts.sort()
    if not cuts:
        yield unit
        return
    if cuts[0][0]:
        yield part_of(unit, 0, cuts[0][0])
    for (start, middle), following in zip(cuts, [*cuts[1:], (len(text), 0)], strict=True):
        label = text[start:middle]
        yield Unit(label, plain(label.strip(" (")), level=LABEL, heading=unit.heading,
                   is_apart=True)  # fmt: skip
        yield replace(part_of(unit, middle, following[0]), heading=label.strip(" ():"))


def _is_label(text: str, fits: Fits, labels: frozenset[str]) -> bool:
    said = folded(text.strip(" ()"))
    if len(said.split()) > MOST:
        return False
    return any(fits.headings.alike(said, one) >= SURE for one in (*fits.headings.anchors, *labels))


def _is_low(text: str, fits: Fits) -> bool:
    """Tell whether it is none of what begins a section: that stands in no midst of a paragraph."""
    return not fits.headings.is_one(said := folded(text)) or fits.headings.is_label(said)


def bold_of(unit: Unit) -> int:
    """Letters of the words in bold that begin a paragraph which goes on without."""
    block = paragraph_of(unit)
    runs = [one for one in block.content if isinstance(one, Run)] if block else []
    count = 0
    for run in runs:
        if not run.bold:
            break
        count += len(run.text)
    return count if 0 < count < sum(len(run.text) for run in runs) else 0


def paragraph_of(unit: Unit) -> Paragraph | None:
    """The paragraph that a unit is, or that a point of a list has; None for another."""
    block: Block = unit.blocks[0]
    if isinstance(block, List) and len(block.items) == 1 and len(block.items[0].blocks) == 1:
        block = block.items[0].blocks[0]
    return block if isinstance(block, Paragraph) else None


def _text(unit: Unit) -> str:
    block = paragraph_of(unit)
    return text_of(block) if block else ""


def part_of(unit: Unit, start: int, end: int) -> Unit:
    """The unit with a part of its letters."""
    block = paragraph_of(unit)
    assert block
    content = cut(block.content, start)
    left = end - start
    kept = []
    for inline in content:
        length = len(inline.text) if isinstance(inline, Run) else 1
        if left > 0:
            kept.append(replace(inline, text=inline.text[:left]) if isinstance(inline, Run) else inline)
        left -= length
    part = Paragraph(tuple(kept), block.style)
    return replace(unit, text=text_of(part), blocks=(_in_place(unit.blocks[0], part),))


def _in_place(block: Block, part: Paragraph) -> Block:
    if not isinstance(block, List):
        return part
    return replace(block, items=(replace(block.items[0], blocks=(part,)),))

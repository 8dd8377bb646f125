"""Price of a line: little where it has words of the form, much for a long text that has none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.authoring.imported.concepts import concepts_of
from generator.authoring.imported.field_words import SAME
from generator.authoring.imported.lines import PERIOD, Caught, is_in_words_of_the_form
from generator.authoring.imported.slots import ANY, Series, Slot
from generator.authoring.imported.taken import is_choice, takes
from generator.authoring.imported.units import Unit, words_of

SHORT = 14
IN_OTHER_WORDS, FIGURE = 1.2, 0.4
"""Prices of a line in other words than the form's, and of a figure behind its name."""
LONGEST_NAME, LONGEST_IN_FULL = 10, 5
"""Words of one item of a list in a line, and of a name that ends with a full stop."""
TITLE = re.compile(r"(?:(?:den|en)\s+)?(?:strategiske?\s+)?(?:samarbejds|del|partnerskabs)?aftale(?:n|r)?\b",
                   re.IGNORECASE)  # fmt: skip
"""Begins the title of a document, which is the name of nothing."""
FEWEST = 3
"""Words of the form that make its line of a sentence."""
ANDS = Counter(dict.fromkeys(("og", "samt"), 99))


def is_sentence(unit: Unit) -> bool:
    """Tell whether it is a text, and no name."""
    return unit.line.endswith(".") and len(unit.line.split()) > LONGEST_NAME


def price_of_line(unit: Unit, slot: Slot, got: Sequence[Caught], *, is_anchor: bool) -> float | None:
    """The price of a line in whose places that was caught; None where it is none of the form's."""
    said = sum(len(words_of(one.text)) for one in got)
    longest = max((len(one.text.split()) for one in got), default=0)
    is_list = any(isinstance(piece, Series) for piece in slot.pieces)
    own = sum((words_of(unit.bare) - ANDS if is_list else words_of(unit.bare)).values())
    own -= sum(words_of(one.text).total() for one in got)
    is_prose = is_sentence(unit)
    if slot.follows and is_prose and not slot.text.strip(" ,.()"):
        return None
    if is_list and not slot.text.strip(" ,.()") and (longest > LONGEST_NAME or is_prose):
        return None
    if any(isinstance(piece, Series) and ":" in piece.text for piece in slot.pieces):
        return 0.1
    if ":" in slot.text and got[0].hole.is_name and len(got) > 1 and takes(*got[1][:2]):
        return FIGURE
    if own and not is_in_words_of_the_form(slot.pieces, unit.bare):
        return IN_OTHER_WORDS
    if (unit.lost and not own) or (is_prose and own < FEWEST and longest > LONGEST_NAME):
        return None
    if own:
        return 0.1 - 0.002 * min(own, 20) if own >= FEWEST or said <= SHORT * 2 else 2.4
    return None if is_anchor else _of_bare_line(unit, slot, got, longest, is_list=is_list)


def _of_bare_line(
    unit: Unit, slot: Slot, got: Sequence[Caught], longest: int, *, is_list: bool
) -> float | None:
    """The price of a line that has no words of the form."""
    is_name = bool(got) and got[0].hole.path[-1:] == ("navn",)
    if is_name and TITLE.match(unit.line):
        return None
    is_whole = longest > (LONGEST_IN_FULL if is_name else SHORT) and unit.line.endswith(".")
    is_long = longest > 2 * SHORT or is_whole or (len(unit.line.split()) > 4 * SHORT and not is_list)
    if is_long or (slot.level and not unit.level):
        return None
    if slot.level:
        return _of_name(unit, slot, got[0])
    if PERIOD.fullmatch(unit.line) and len(got) < 2:
        return None
    many = 0.05 * (sum(1 for _ in slot.holes()) - 1)
    numeric = any(sign.isdecimal() for one in got for sign in one.text)
    chosen = any(is_choice(one.hole) and takes(*one[:2]) for one in got)
    is_list |= any(True for _ in slot.loops) and slot.follows
    is_other = numeric and longest > SHORT / 3 if is_list else unit.point != slot.is_point
    other = 0.8 if unit.level or is_other else 0.0
    return (0.7 if longest <= SHORT else 2.4) + other + many - 0.1 * numeric - 0.3 * chosen


def _of_name(unit: Unit, slot: Slot, got: Caught) -> float | None:
    """The price of a heading that is the name of something."""
    if not (unit.begins or _may_be_name(got)):
        return None
    chosen = is_choice(got.hole) and takes(*got[:2])
    sure = slot.loops or _has_word_of_its_key(got)
    return (0.5 if sure else 0.8) + 0.6 * unit.is_top - 0.3 * chosen


SHORTEST = 4
"""Letters of a word that is part of a name: `projektkoordineringsgruppen`."""


def _may_be_name(one: Caught) -> bool:
    """Tell whether it may be the name of an item of its list: a group is called one, or a council."""
    lists = [step for step in one.hole.path[:-1] if isinstance(step, str) and step != ANY]
    asked = {name for said in concepts_of(lists[-1]) for name in said if name in SAME} if lists else set()
    if one.hole.path[-1:] != ("navn",) or not asked:
        return True
    words = (word.removesuffix("-") for name in asked for word in SAME[name])
    return any(word in one.text.casefold() for word in words if len(word) >= SHORTEST)


def _has_word_of_its_key(one: Caught) -> bool:
    """Tell whether a name has the word of what it names: `Fællessekretariatet` for a secretariat."""
    words = [step for step in one.hole.path[:-1] if isinstance(step, str)]
    return not words or words[-1] in one.text.casefold()

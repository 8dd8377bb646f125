"""Suggestions of what to write in the place of a text: each is tried before it is made.

A suggestion is accepted where the text was refused, and says all that the text said: the same numbers, the
same reservations. Where there is none, the neutral example of the shape is offered, as an example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from msgspec import Struct

from generator.base.language import later, listed, say
from generator.plan.model.numerals import TO, read_number
from generator.plan.model.refusal import folded
from generator.plan.model.reservations import OTHER_WORDS

_NUMBER = re.compile(r"[0-9]+(?:[.,' ][0-9]+)*")
_WORD = re.compile(r"[^\W\d_]+(?: end\b| til\b)?\.?")


class Hint(Struct, frozen=True):
    """Sentences that say what to write: where it is known what was meant, and where only examples are."""

    meant: str
    otherwise: str


WRITE = Hint(later("write {values}"), later("write for example {values}"))


def write(typed: str, candidates: Iterable[str], made_of: Callable[[str], object | None],
          examples: Iterable[str], known: Iterable[str] = (), hint: Hint = WRITE) -> str:  # fmt: skip
    """The hint with the candidates that say what was typed and that a value is made of; else with examples.

    `known` are words beside the number, such as its unit, that the key says already.
    """
    sound: dict[object, str] = {}
    for candidate in candidates:
        value = made_of(candidate) if says(candidate, typed, known) else None
        if value is not None:
            sound.setdefault(value, candidate)
    if sound:
        return say(hint.meant, values=listed(sound.values(), "or"))
    return say(hint.otherwise, values=listed(examples, "or"))


def says(candidate: str, typed: str, known: Iterable[str] = ()) -> bool:
    """Tell whether the candidate has the numbers and the words of what was typed, but for those known."""
    numbers, readings = _NUMBER.findall(folded(candidate)), _readings(folded(typed))
    same = len(numbers) == len(readings) and all(map(lambda n, r: read_number(n) in r, numbers, readings))
    return same and _words(typed) - {*known} <= _words(candidate)


def _readings(text: str) -> list[set[Decimal]]:
    """Each number that a text can mean, whatever is between its digits; before `-` it may lack thousands."""
    found = list(_NUMBER.finditer(text))
    readings = [_reading(number[0]) for number in found]
    for number, values in zip(found, readings, strict=True):
        if TO.match(text, number.end()):
            values |= {value * 1000 for value in values}
    return readings


def _reading(number: str) -> set[Decimal]:
    """A number as one without its signs, with its last sign for a comma, or with zeros that it has lost."""
    digits = re.sub(r"\D", "", number)
    *whole, last = re.split(r"\D", number)
    if not whole:
        return {Decimal(digits)}
    grouped = {Decimal(digits)} if len(last) == 3 else {Decimal("".join(whole) + last.ljust(3, "0"))}
    ends_in_decimals = number[-len(last) - 1] in ".,"
    return grouped | {Decimal(f"{''.join(whole)}.{last}")} if ends_in_decimals else {Decimal(digits)}


def _words(text: str) -> set[str]:
    """The words of a text in lower case, a reservation as it is printed."""
    words = (word.lower() for word in _WORD.findall(folded(text)))
    printed = (OTHER_WORDS.get(word, OTHER_WORDS.get(word.rstrip("."), word)) for word in words)
    return {word.rstrip(".") for word in printed} - {"til"}

"""Numbers in Danish text: how they are read, what stands around them, and how they were meant."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.plan.model.refusal import folded
from generator.plan.model.reservations import OTHER_WORDS, RESERVATIONS

DANISH = re.compile(r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
MOST_DIGITS = 15
MOST_KNOWN = 4096
"""Texts of numbers that are read once, however often they are typed."""

_WORDS = "|".join(re.escape(word) for word in sorted({*RESERVATIONS, *OTHER_WORDS}, key=len, reverse=True))
RESERVED = re.compile(rf"(?P<word>{_WORDS})(?: |(?=[0-9]))", re.IGNORECASE)
TO = re.compile(r" ?[-–] ?| til ")


class Range(NamedTuple):
    """A number, or the first and the last of a range."""

    tal: Decimal
    til: Decimal | None = None


@lru_cache(maxsize=MOST_KNOWN)
def split_reservation(text: str) -> tuple[str, str]:
    """Cut a word such as `ca.` or `mindst` from the front of a text; the rest, and the word as printed."""
    plain = folded(text)
    match = RESERVED.match(plain)
    if not match:
        return plain, ""
    word = match["word"].lower()
    return plain[match.end():], OTHER_WORDS.get(word, word)


def read_range(text: str) -> Range | None:
    """Read `40` or `605-608`; None for any other text.

    A range has its smaller number first. `2-3.000` is none: it may begin at two, or at two thousand.
    """
    ends = _ends(text)
    return Range(*map(Decimal, ends)) if ends else None


@lru_cache(maxsize=MOST_KNOWN)
def _ends(text: str) -> tuple[str, ...]:
    """The number, or the first and the last of a range, as Python writes them: each that is made of them is
    an object of its own.
    """
    ends = TO.split(text)
    numbers = [number for end in ends if (number := read_number(end)) is not None]
    if not len(numbers) == len(ends) <= 2:
        return ()
    if len(ends) == 2 and (numbers[1] <= numbers[0] or lacks_thousands(numbers[0], ends[1])):
        return ()
    return tuple(map(str, numbers))


def lacks_thousands(low: Decimal, last: str) -> bool:
    """Tell whether the first number of a range may lack its thousands: in 2-3.000, but not in 800-1.200."""
    high = read_number(last)
    return bool("." in last and low and high and low * 1000 < high)


def read_number(text: str) -> Decimal | None:
    """Read a number as Danes write it, with its decimals; None for any other text, or over 15 digits."""
    if not DANISH.fullmatch(text) or sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    return Decimal(text.replace(".", "").replace(",", "."))


def meant(text: str) -> list[str]:
    """Guess the Danish form of a number typed in the English way or with spaces; empty without a guess.

    A range is guessed at from its two ends: `2-3.000` is `2.000-3.000`.
    """
    ends = TO.split(text)
    if len(ends) == 2:
        first, last = (_one(end)[:1] for end in ends)
        return [f"{_as_large(first[0], last[0])}-{last[0]}"] if first and last else []
    return _one(text)


def _as_large(first: str, last: str) -> str:
    """The first number of a range with the thousands that it left to the last one."""
    low = read_number(first)
    return grouped(str(int(low * 1000))) if low and lacks_thousands(low, last) else first


def _one(text: str) -> list[str]:
    digits = text.replace(" ", "").replace("'", "")
    if re.fullmatch(r"[0-9]+", digits):
        return [grouped(digits)]
    if DANISH.fullmatch(digits):
        return [digits]
    if re.fullmatch(r"[0-9]{1,3}(?:(?:,[0-9]{3}){2,}|(?:,[0-9]{3})+\.[0-9]+)", digits):
        return [digits.translate(str.maketrans(",.", ".,"))]
    match = re.fullmatch(r"([0-9]+)\.([0-9]+)", digits)
    if not match:
        return []
    whole, rest = match.groups()
    thousands = [f"{whole}.{rest.ljust(3, '0')}"] if len(rest) < 3 and 0 < len(whole.lstrip("0")) < 4 else []
    return [*thousands, f"{whole},{rest}"]


def grouped(digits: str) -> str:
    """Put a full stop at the thousands: 14600 becomes 14.600; over 15 digits stay as they are."""
    return f"{int(digits):,}".replace(",", ".") if len(digits) <= MOST_DIGITS else digits


def prefixed(word: str, number: str) -> str:
    """The number behind its reservation, if it has one."""
    return f"{word} {number}".strip()

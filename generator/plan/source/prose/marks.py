"""The signs that people begin a line with when they see it as a line of its own: –, 1., (a), iv), § 2, o."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from generator.base.danish import MONTHS
from generator.base.language import later

POINTS = later(
    "write - and a space at the beginning of each point, or the lines as one where they are no list"
)
NUMBERS = later(
    "write 1), 2), 3) at the beginning of each point, or the lines as one where they are no list"
)
LETTERS = later(
    "write a), b), c) at the beginning of each point, or the lines as one where they are no list"
)
APART = later("write an empty line between them, or - and a space at the beginning of each")
FURTHER_OUT = later(
    "begin the list with -, 1) or a), in line with the text above it; an empty line parts them"
)
HARD = later("write a plain space after {sign}; a hard one stands there")
_COUNTED = re.compile(
    r"(?P<open>\(?)(?P<what>[0-9]{1,3}|[A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})(?P<close>\.\)|[.):]| [-–—])(?= |$)"
)
_DECIMAL = re.compile(r"(?P<first>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})\.(?P<last>[0-9]{1,2})\.?(?= |$)")
_NAMED = re.compile(r"(§§?|[Ss]tk\.|[Pp]kt\.|[Nn]r\.) ?[0-9]{1,4}(?![0-9])")
_WORDS = re.compile(r"(?![SsPpNn]|[ivxlcIVXLC]{2})[^\W\d_]{2}")
"""Beginning of a line that has no sign before its first word, for sure."""
_MONTH = re.compile(rf" *+(?:{'|'.join(month[:3] for month in MONTHS)})", re.IGNORECASE)
_DASHES = "-–—−‐‑‒―·•∙◦▪"
"""Signs that people also write without a space after them."""
_OF_A_SENTENCE = frozenset("…&%\\/\"'”“’‘(){}<_`")
_SPACES = str.maketrans("\t\u00a0", "  ")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Mark(NamedTuple):
    """A sign at the beginning of a line: what kinds it may be of, its place in the order of each, the hint.

    Signs without an order have the place 0. The hint is said with the sign, when it is told.
    """

    sign: str
    kinds: tuple[tuple[str, int], ...]
    hint: str
    is_ours: bool = False

    def goes_with(self, other: Mark) -> bool:
        """Tell whether the two look like points of one list."""
        return any(kind == same and abs(place - at) <= 1 for kind, place in self.kinds
                   for same, at in other.kinds)  # fmt: skip

    @property
    def is_ordinal(self) -> bool:
        """Tell whether it may be no mark but a word: `9. klasse`."""
        return self.kinds[0][0] == "number."

    @property
    def may_be_a_word(self) -> bool:
        """Tell whether a sentence may begin with it: an ordinal number, an initial, a paragraph of a law."""
        return self.kinds[0][0].endswith((".", "§", "§§"))

    @property
    def begins(self) -> bool:
        """Tell whether a list can begin with it."""
        return any(place <= 1 for _, place in self.kinds)


def mark_of(text: str) -> Mark | None:
    """The sign that a line without its indentation begins with, where it looks like one of a list."""
    if _WORDS.match(text):
        return None
    plain = text.translate(_SPACES)
    if not plain or plain[0] == " ":
        return None
    if named := _NAMED.match(plain):
        return Mark(named[0], ((named[1], 0),), APART)
    mark = _counted(plain) or _decimal(plain) or _sign(plain)
    if mark and mark.is_ours and text[len(mark.sign) :].startswith("\u00a0"):
        return mark._replace(hint=HARD)
    return mark


def _counted(text: str) -> Mark | None:
    match = _COUNTED.match(text)
    if not match or (match["close"] == "." and match["what"].isdigit() and _MONTH.match(text, match.end())):
        return None
    if match["open"] and match["close"] != ")":
        return None
    what, shape = match["what"], match["open"] + match["close"]
    is_ours = shape == ")" and (what.isdigit() or (len(what) == 1 and what.islower()))
    if what.isdigit():
        return Mark(match[0], (("number" + shape, int(what)),), FURTHER_OUT if is_ours else NUMBERS, is_ours)
    case = "small" if what.islower() else "large"
    kinds = []
    if len(what) == 1:
        kinds.append((f"{case} letter {shape}", ord(what.lower()) - ord("a") + 1))
    if set(what.lower()) <= _ROMAN.keys():
        kinds.append((f"{case} roman {shape}", _roman(what.lower())))
    hint = LETTERS if len(what) == 1 else NUMBERS
    return Mark(match[0], tuple(kinds), FURTHER_OUT if is_ours else hint, is_ours) if kinds else None


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _decimal(text: str) -> Mark | None:
    match = _DECIMAL.match(text)
    return Mark(match[0], ((match["first"] + ".", int(match["last"])),), APART) if match else None


def _sign(text: str) -> Mark | None:
    first = text[0]
    if first == "o":
        return Mark("o", (("o", 0),), POINTS) if text.startswith("o ") else None
    if first.isalnum() or first in _OF_A_SENTENCE or unicodedata.category(first)[0] not in "PS":
        return None
    if first == "[":
        return Mark(text[:3], (("[]", 0),), POINTS) if text[:4] in ("[ ] ", "[x] ", "[X] ") else None
    run = len(text) - len(text.lstrip(first))
    after = text[run : run + 1]
    if after not in ("", " ") and not (first in _DASHES and run == 1 and after.isalnum()):
        return None
    is_ours = first == "-" and run == 1 and after == " "
    kind = f"{first} apart" if after == " " else first
    return Mark(text[:run], ((kind, 0),), FURTHER_OUT if is_ours else POINTS, is_ours)

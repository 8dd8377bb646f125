"""Rhythms: how often something happens in a year, as an agreement says it in words, or as a key."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from generator.base.danish import QUARTERS, TALORD
from generator.plan.model.values import Dato

Hver = Literal["måned", "anden måned", "kvartal", "fjerde måned", "halvår", "år"]
MONTHS_BETWEEN: dict[str, int] = dict(zip(get_args(Hver), (1, 2, 3, 4, 6, 12), strict=True))
A_YEAR = 12
QUARTER = 3

_NUMBER = rf"\d{{1,3}}|én|et|{'|'.join(TALORD[1:])}"
_TIMES = re.compile(
    rf"(?:\b(?P<bound>mindst|minimum|højst|maks\.|maksimalt)\s+)?\b(?P<least>{_NUMBER})"
    rf"(?:\s?(?:-|–|til)\s?(?P<most>{_NUMBER}))?\s(?:\w{{1,30}}\s)?"
    r"(?:gange?|møder?|\w{0,20}møder?)\s(?:årligt|om\såret|pr\.\sår|hvert\sår)",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\bhver(?:t)?\s(?P<every>{'|'.join(get_args(Hver))})\b"
    r"|\b(?P<word>månedligt?|månedsvis|kvartalsvis|kvartårlig|halvårligt?|halvårsvis|årligt?)\b",
    re.IGNORECASE,
)
_WORDS = {"måned": 12, "kvart": 4, "halvå": 2, "årlig": 1}
_LETTERS = 5


class Rytme(NamedTuple):
    """Times a year: at least, and at most; None where there is no limit."""

    mindst: int
    højst: int | None

    def tillader(self, gange: int) -> bool:
        """Tell whether so many times a year is in keeping with it."""
        return self.mindst <= gange and (self.højst is None or gange <= self.højst)


def rytmer(tekst: str) -> list[Rytme]:
    """Rhythms that a text states in words that can be read for certain; none where it states none."""
    said = list(_TIMES.finditer(tekst))
    taken = {position for match in said for position in range(*match.span())}
    every = [match for match in _EVERY.finditer(tekst) if match.start() not in taken]
    return [*map(_times, said), *map(_every, every)]


def gange_om_året(hver: str) -> int:
    """Times a year of something that happens every `hver`."""
    return A_YEAR // MONTHS_BETWEEN[hver]


def kan_begynde(hver: str, første: Dato) -> bool:
    """Tell whether the first time is known well enough for the next to follow from it."""
    known_to = 1 if første.måned else QUARTER if første.del_ in QUARTERS else A_YEAR
    return MONTHS_BETWEEN[hver] % known_to == 0


def gentaget(første: Dato, hver: str, til: Dato) -> Iterator[Dato]:
    """Yield each time until the plan ends, each as precise as the first."""
    number, time = 0, første
    while time.sidste() <= til.sidste():
        yield time
        number += 1
        time = _later(første, number * MONTHS_BETWEEN[hver])


def _later(dato: Dato, months: int) -> Dato:
    """Date so many months later, as precise; the last day of a month that is too short for it."""
    if dato.måned is None:
        quarter = QUARTERS.index(dato.del_) if dato.del_ in QUARTERS else 0
        years, quarter = divmod(quarter + months // QUARTER, len(QUARTERS))
        return Dato(dato.år + years, del_=QUARTERS[quarter] if dato.del_ in QUARTERS else dato.del_)
    years, month = divmod(dato.måned - 1 + months, A_YEAR)
    year, month = dato.år + years, month + 1
    day = min(dato.dag, calendar.monthrange(year, month)[1]) if dato.dag else None
    return Dato(year, month, day, dato.del_)


def _times(match: re.Match[str]) -> Rytme:
    least, bound = _number(match["least"]), (match["bound"] or "").lower()
    most = _number(match["most"]) if match["most"] else least
    if bound.startswith("m") and not bound.startswith("mak"):
        return Rytme(least, None)
    return Rytme(1 if bound else least, most)


def _every(match: re.Match[str]) -> Rytme:
    words = match["every"] or match["word"]
    times = gange_om_året(words.lower()) if match["every"] else _WORDS[words.lower()[:_LETTERS]]
    return Rytme(times, times)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word.lower() in ("én", "et") else TALORD.index(word.lower())

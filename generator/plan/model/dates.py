"""Dates as Danes write them, with no more precision than the writer knows; and periods."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, ClassVar, Self

from msgspec import Struct

from generator.base import danish
from generator.base.danish import MONTHS, PARTS, QUARTERS
from generator.base.language import later, say
from generator.plan.model import patterns
from generator.plan.model.computed import beregnet
from generator.plan.model.record import Model, felt, krævet
from generator.plan.model.refusal import FromText, Refused, folded
from generator.plan.model.texts import Linje
from generator.plan.source import codes

FIRST_YEAR, LAST_YEAR = 1900, 2100
FIRST_MONTHS = {"medio": 6, "ultimo": 12} | {name: 3 * n + 1 for n, name in enumerate(QUARTERS)}
LAST_MONTHS = {"primo": 1, "medio": 7} | {name: 3 * n + 3 for n, name in enumerate(QUARTERS)}
FIRST_DAYS = {"primo": 1, "medio": 11, "ultimo": 21}
LAST_DAYS = {"primo": 10, "medio": 20}
ENGLISH = {"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "october": 10}

DAY = re.compile(r"(?P<d>[0-9]{1,2})\. ?(?P<m>[0-9]{1,2})\. ?(?P<y>[0-9]{4})")
ISO_DAY = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})")
DAY_IN_WORDS = re.compile(r"(?P<d>[0-9]{1,2})\.? ?(?P<word>[a-z]+)\.? (?P<y>[0-9]{4})")
MONTH_IN_WORDS = re.compile(r"(?P<word>[a-z]+)\.? (?P<y>[0-9]{4})")
YEAR = re.compile(r"(?P<y>[0-9]{4})")
OTHER_SIGNS = re.compile(r"(?P<a>[0-9]{1,4})[./ -]+(?P<b>[0-9]{1,2})[./ -]+(?P<c>[0-9]{1,4})")
ENGLISH_ORDER = re.compile(r"(?P<word>[a-z]+)\.? (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y>[0-9]{4})")
ISO_MONTH = re.compile(r"(?P<y>[0-9]{4})[-/](?P<m>[0-9]{1,2})|(?P<m2>[0-9]{1,2})[-/.](?P<y2>[0-9]{4})")
PART = re.compile(rf"(?P<part>{'|'.join(PARTS)}) (?:(?P<word>[a-zæøå]+)\.? )?(?P<y>[0-9]{{4}})")
QUARTER = re.compile(r"(?P<quarter>[1-4])\. ?kvartal (?P<y>[0-9]{4})")
TO = re.compile(r" ?[–-] | - ?|–| til |^fra ")
SHAPES = later(
    "write 1.4.2017, 1. april 2017, 2017-04-01, or less when no more is known: "
    "april 2017, 2. kvartal 2017, ultimo 2017, 2017"
)


class Dato(FromText, Struct, frozen=True):
    """Day, or only a month, or only a year; `første` and `sidste` say which days it can be.

    `del_` is what alone is known: primo, medio or ultimo of a month or a year, or the quarter of a year.
    """

    år: int
    måned: int | None = None
    dag: int | None = None
    del_: str = ""
    looks: ClassVar[patterns.Schema] = patterns.DAY_OR_MONTH

    def __post_init__(self) -> None:
        if self.måned is None and self.dag is not None:
            raise ValueError("a day without a month")
        parts = (*PARTS, *QUARTERS) if self.måned is None else PARTS
        if self.del_ and (self.dag is not None or self.del_ not in parts):
            raise ValueError("a part is primo, medio or ultimo of a month or a year, or a quarter of a year")
        date(self.år, self.måned or 1, self.dag or 1)

    def første(self) -> date:
        """First day that it can be."""
        month = self.måned or FIRST_MONTHS.get(self.del_, 1)
        whole_month = self.måned is None or not self.del_
        return date(self.år, month, self.dag or (1 if whole_month else FIRST_DAYS[self.del_]))

    def sidste(self) -> date:
        """Last day that it can be."""
        month = self.måned or LAST_MONTHS.get(self.del_, 12)
        last = calendar.monthrange(self.år, month)[1]
        whole_month = self.måned is None or not self.del_
        return date(self.år, month, self.dag or (last if whole_month else LAST_DAYS.get(self.del_, last)))

    @classmethod
    def parse(cls, text: str) -> Self:
        """`1.4.2017`, `1. april 2017`, `2017-04-01`, or less: `april 2017`, `2. kvartal 2017`, `2017`."""
        plain = folded(text).lower()
        if quarter := QUARTER.fullmatch(plain):
            return cls._checked(text.strip(), quarter["y"], None, None, QUARTERS[int(quarter["quarter"]) - 1])
        for shape in (DAY, ISO_DAY, DAY_IN_WORDS, PART, MONTH_IN_WORDS, YEAR):
            match = shape.fullmatch(plain)
            parts = match.groupdict() if match else {}
            word = parts.get("word")
            if parts and (word is None or word in MONTHS):
                month = MONTHS.index(word) + 1 if word else parts.get("m")
                return cls._checked(text.strip(), parts["y"], month, parts.get("d"), parts.get("part", ""))
        raise _no_date(text, guess(plain))

    @classmethod
    def _checked(
        cls, text: str, year: str, month: str | int | None, day: str | None, part: str = ""
    ) -> Self:
        y, m, d = int(year), int(month) if month else None, int(day) if day else None
        if not FIRST_YEAR <= y <= LAST_YEAR:
            raise _no_date(text, _years())
        if month is not None and not 1 <= (m or 0) <= 12:
            raise _no_date(text, _american(y, m or 0, d or 0))
        if m and d is not None and not 1 <= d <= calendar.monthrange(y, m)[1]:
            last = calendar.monthrange(y, m)[1]
            name = f"{MONTHS[m - 1]} {y}" if m == 2 else MONTHS[m - 1]
            hint = say("{month} has {days} days", month=name, days=last)
            raise Refused(codes.DATE, say("`{date}` does not exist", date=text), hint)
        return cls(y, m, d, part)


def _no_date(text: str, hint: str) -> Exception:
    return Refused(codes.DATE, say("`{typed}` cannot be read as a date", typed=text.strip()), hint)


def _years() -> str:
    return say("the year must be from {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR)


def _american(year: int, month: int, day: int) -> str:
    """Hint for a date with something else than a month in the month's place."""
    if 1 <= day <= 12 and 12 < month <= 31:
        last = calendar.monthrange(year, day)[1]
        if month > last:
            return say("the day stands first, then the month, and {month} has {days} days",
                       month=MONTHS[day - 1], days=last)  # fmt: skip
        return say("the day stands first, then the month: write {date}", date=f"{month}.{day}.{year}")
    return say("there are twelve months, and {number} is not one; the day stands first, then the month",
               number=month)  # fmt: skip


def guess(plain: str) -> str:
    """Hint for a text in lower case that looks like a date but is not one of ours."""
    parts = OTHER_SIGNS.fullmatch(plain)
    if parts:
        return _guess_numbers(parts["a"], parts["b"], parts["c"], "/" in plain)
    month = ISO_MONTH.fullmatch(plain)
    number = int(month["m"] or month["m2"]) if month else 0
    if month and 1 <= number <= 12:
        return _write(f"{MONTHS[number - 1]} {month['y'] or month['y2']}")
    for shape in (ENGLISH_ORDER, DAY_IN_WORDS, MONTH_IN_WORDS):
        match = shape.fullmatch(plain)
        number = month_number(match["word"]) if match else 0
        if match and number:
            day = f"{int(match['d'])}. " if "d" in match.groupdict() else ""
            return _write(f"{day}{MONTHS[number - 1]} {match['y']}")
    return say(SHAPES)


def month_number(word: str) -> int:
    """Number, from 1, of the month that an abbreviation or an English name stands for; 0 for none."""
    starts = [number for number, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.startswith(word)]
    return starts[0] if len(starts) == 1 else ENGLISH.get(word, 0)


def _guess_numbers(a: str, b: str, c: str, slash: bool) -> str:
    if len(a) == 4:
        a, c, slash = c, a, False
    if len(c) == 2:
        date = f"{int(a)}.{int(b)}.20{c}"
        return say("write {date}: a year has four digits", date=date) if is_date(date) else say(SHAPES)
    if len(a) > 2 or len(c) != 4:
        return say(SHAPES)
    first, second = int(a), int(b)
    if second > 12:
        return _american(int(c), second, first)
    if slash and first <= 12 and first != second:
        return say("write {date}, or {other} if {number} is the month",
                   date=f"{first}.{second}.{c}", other=f"{second}.{first}.{c}", number=first)  # fmt: skip
    return _write(f"{first}.{second}.{c}")


def _write(date: str) -> str:
    """Hint with the date, if there is such a day."""
    return say("write {values}", values=date) if is_date(date) else say(SHAPES)


def is_date(text: str) -> bool:
    """Tell whether the text is a date."""
    try:
        Dato.parse(text)
    except Refused:
        return False
    return True


class Periode(Model):
    """From a date to a date, both days included; either may be unknown."""

    fra: Dato | None = felt("Den første dag.", "1.1.2027")
    til: Dato | None = felt("Den sidste dag.", "31.12.2030")

    @classmethod
    def refuse_text(cls, text: str) -> Refused:
        """Refuse two dates in one text: they are not a period."""
        plain = folded(text)
        ends = [end for end in TO.split(plain) if end]
        fra, til = ends if len(ends) == 2 else (*plain.split("-", 1), "")[:2]
        hint = say("write fra: and til: with a date each")
        if is_date(fra) and is_date(til) and Dato.parse(fra).første() <= Dato.parse(til).sidste():
            hint = say("write {values}", values=f"{{fra: {fra}, til: {til}}}")
        return Refused(codes.PERIOD, say("`{typed}` is not a period", typed=text.strip()), hint)

    @classmethod
    def contradictions(cls, values: Mapping[str, Any]) -> Iterator[tuple[str, Refused]]:
        """Refuse a last day before the first."""
        fra, til = values.get("fra"), values.get("til")
        if fra and til and til.sidste() < fra.første():
            message = say("the period ends {til}, before it starts {fra}", til=told(til), fra=told(fra))
            hint = say("write a later date in `til` or an earlier one in `fra`")
            yield "til", Refused(codes.PERIOD, message, hint)

    @property
    @beregnet("fra", "til")
    def hele_år(self) -> int | None:
        """Number of years that it lasts, to the day; None where it is no whole number, or not known."""
        if self.fra is None or self.til is None or not (self.fra.dag and self.til.dag):
            return None
        after = self.til.sidste() + timedelta(days=1)
        first = self.fra.første()
        return after.year - first.year if (after.month, after.day) == (first.month, first.day) else None


class Forlængelse(Model):
    """Extension of a plan beyond the period that it was granted for."""

    til: Dato = krævet("Den nye sidste dag.", "31.7.2030")
    godkendt: Dato | None = felt("Hvornår Landsbyggefonden har godkendt forlængelsen.", "12.3.2029")
    sagsnummer: Linje | None = felt("Sagens nummer.", "NN")
    note: Linje | None = felt("Hvorfor planen er forlænget.", "for at gøre aktiviteterne færdige")


def told(dato: Dato) -> str:
    """Date as a document prints it, in a message: with spaces that can be typed."""
    return danish.dato(dato).replace(danish.HARD_SPACE, " ")

"""Amounts, percentages and hours as Danes write them: 14.600,50 is fourteen thousand and a half."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar, Self

from msgspec import Struct

from generator.base.language import later, say
from generator.plan.model import patterns, suggest
from generator.plan.model.numerals import Range, grouped, meant, prefixed, read_range, split_reservation
from generator.plan.model.refusal import Refused
from generator.plan.model.reserved import Number
from generator.plan.model.suggest import Hint
from generator.plan.source import codes

UNIT = re.compile(
    r"(?P<t>t\. ?kr\b\.?|tkr\b\.?)|(?P<mio>(?:mio|mill)\b\.?(?: ?(?:kr|dkk|kroner)\b\.?)?)"
    r"|(?P<mia>mia\b\.?(?: ?(?:kr|dkk|kroner)\b\.?)?)|(?P<kr>(?:kr|dkk|kroner)\b\.?|,-|,–)",
    re.IGNORECASE,
)
IN_UNITS: dict[str, tuple[tuple[str, int | Decimal], ...]] = {
    "kr": (("kr.", 1), ("t.kr.", Decimal("0.001"))), "t": (("t.kr.", 1), ("mio. kr.", Decimal("0.001"))),
    "mio": (("mio. kr.", 1), ("t.kr.", 1000)), "mia": (("mio. kr.", 1000),),
}  # fmt: skip
"""Units that an amount with a unit can be written in, and what to multiply it with."""
SIGNS = Hint(
    later("write {values}: a full stop at the thousands, a comma before decimals"),
    later("write for example {values}: a full stop at the thousands, a comma before decimals"),
)
NEVER_NEGATIVE = Hint(
    later("an amount is never negative; write {values}"),
    later("an amount is never negative; write for example {values}"),
)
UNIT_ONCE = Hint(
    later("write {values}; the unit stands once, in `enhed`"),
    later("write for example {values}; the unit stands once, in `enhed`"),
)
ONLY_HOURS = Hint(
    later("write {values}; hours are a number and nothing else"),
    later("write for example {values}; hours are a number and nothing else"),
)


class Beløb(Number, Struct, frozen=True):
    """An amount, in the unit that its budget names once."""

    tal: Decimal
    forbehold: str = ""
    til: Decimal | None = None
    examples: ClassVar[tuple[str, ...]] = ("10.000", "12,5")
    looks: ClassVar[patterns.Schema] = patterns.AMOUNT

    @classmethod
    def parse(cls, text: str) -> Self:
        """`14.600`, `14600`, `14.600,50`, `13,709`, `ca. 14.600`, `mindst 8`, `5-6`."""
        made = cls.made_of(text)
        if made is None:
            message = say("`{typed}` cannot be read as an amount", typed=text.strip())
            raise Refused(codes.AMOUNT, message, cls._hint(*split_reservation(text)))
        return made

    @classmethod
    def _hint(cls, plain: str, word: str) -> str:
        if plain[:1] in "-−–" and plain[1:]:
            return cls._write(plain[1:].strip(), word, NEVER_NEGATIVE)
        unit = UNIT.search(plain)
        bare = " ".join((plain[: unit.start()] + " " + plain[unit.end():]).split()) if unit else plain
        if unit is None:
            return cls._write(bare, word, SIGNS)
        number = read_range(bare)
        if number is None:
            return cls._write(bare, word, UNIT_ONCE)
        return _in_units(number, word, IN_UNITS[unit.lastgroup or ""])

    @classmethod
    def _write(cls, plain: str, word: str, hint: Hint) -> str:
        candidates = [prefixed(word, one) for one in (*meant(plain), plain)]
        return suggest.write(prefixed(word, plain), candidates, cls.made_of, cls.examples, hint=hint)


def _in_units(number: Range, word: str, units: tuple[tuple[str, int | Decimal], ...]) -> str:
    """Hint with the amount in the one unit, or in either."""
    (amount, unit), *other = ((prefixed(word, _times(number, by)), unit) for unit, by in units)
    if not other:
        return say("write {amount} with `enhed: {unit}`", amount=amount, unit=unit)
    [(amount_2, unit_2)] = other
    return say("write {amount} with `enhed: {unit}`, or {amount_2} with `enhed: {unit_2}`",
               amount=amount, unit=unit, amount_2=amount_2, unit_2=unit_2)  # fmt: skip


def _times(number: Range, by: int | Decimal) -> str:
    return "-".join(_typed(end * by) for end in number if end is not None)


def _typed(number: Decimal) -> str:
    """A number as people type it: 14.600, 13,709, 0,5."""
    plain = f"{number.normalize():f}"
    whole, _, rest = plain.partition(".")
    return f"{grouped(whole)},{rest}" if rest else grouped(whole)


class Procent(Number, Struct, frozen=True):
    """Percentage with the decimals it was typed with; it may be negative or over 100, which a rule tells."""

    tal: Decimal
    forbehold: str = ""
    til: Decimal | None = None
    examples: ClassVar[tuple[str, ...]] = ("12,5 %",)
    looks: ClassVar[patterns.Schema] = patterns.PERCENT

    @classmethod
    def parse(cls, text: str) -> Self:
        """`21,5 %`, `21,5%`, `ca. 75 %`, `20-25 %`, `-5 %`."""
        made = cls.made_of(text)
        if made is None:
            message = say("`{typed}` cannot be read as a percentage", typed=text.strip())
            raise Refused(codes.PERCENT, message, cls._hint(text))
        return made

    @classmethod
    def made_of(cls, text: str) -> Self | None:
        """Read the percentage; None for any other text."""
        plain, word = split_reservation(text)
        sign = -1 if plain[:1] in ("-", "−") else 1
        number = read_range(plain.lstrip("-−").removesuffix("%").strip())
        if number is None or not plain.endswith("%") or (sign < 0 and number.til is not None):
            return None
        return cls(sign * number.tal, word, number.til)

    @classmethod
    def _hint(cls, text: str) -> str:
        plain, word = split_reservation(text)
        digits = plain.lstrip("-−").removesuffix("%").strip()
        bare = re.sub(r" ?(?:pct|procent)\b\.?", "", digits, flags=re.IGNORECASE).strip()
        candidates = [prefixed(word, f"{one} %") for one in (bare, *meant(bare)[-1:])]
        return suggest.write(text, candidates, cls.made_of, cls.examples, known=("pct", "procent"))


class Timer(Number, Struct, frozen=True):
    """Hours, as a decimal number: 17,5 is seventeen hours and a half."""

    tal: Decimal
    forbehold: str = ""
    til: Decimal | None = None
    examples: ClassVar[tuple[str, ...]] = ("7,5",)
    looks: ClassVar[patterns.Schema] = patterns.HOURS

    @classmethod
    def parse(cls, text: str) -> Self:
        """`17`, `17,5`, `ca. 17`, `15-20`."""
        made = cls.made_of(text)
        if made is None:
            message = say("`{typed}` cannot be read as hours", typed=text.strip())
            raise Refused(codes.HOURS, message, cls._hint(text))
        return made

    @classmethod
    def _hint(cls, text: str) -> str:
        plain, word = split_reservation(text)
        clock = re.fullmatch(r"([0-9]{1,3}):([0-5][0-9])", plain)
        if clock and int(clock[2]) % 3 == 0:
            hours = prefixed(word, _typed(int(clock[1]) + Decimal(clock[2]) / 60))
            return say(ONLY_HOURS.meant, values=hours)
        bare = re.sub(r" ?(?:timer|time|t)\.?$", "", plain, flags=re.IGNORECASE)
        candidates = [prefixed(word, one) for one in (bare, *meant(bare)[-1:])]
        return suggest.write(text, candidates, cls.made_of, cls.examples, ("timer", "time", "t"), ONLY_HOURS)

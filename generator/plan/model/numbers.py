"""Amounts, percentages, counts and hours as Danes write them: 14.600,50 is fourteen thousand and a half."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from generator.plan.model import patterns
from generator.plan.model.refusal import FromText, Refused, folded
from generator.plan.source import codes

DANISH = re.compile(r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
CIRCA = re.compile(r"(?:ca\.?|cirka|omkring)(?: |(?=[0-9]))", re.IGNORECASE)
UNIT = re.compile(r"(?:t\. ?kr|tkr|mio|mill|mia|kr|dkk|kroner)\b\.?|,-|,–|€|\$", re.IGNORECASE)
MOST_DIGITS = 15
NOTHING_MEASURED = {
    "ja", "nej", "ingen", "intet", "mangler", "ukendt", "ved ikke", "ikke målt", "ikke oplyst", "uoplyst",
    "no", "none", "n/a", "?", "-", "–",
}  # fmt: skip
"""Words in lower case that people write in the place of a figure that they do not have."""


def split_circa(text: str) -> tuple[str, bool]:
    """Cut `ca.` from the front of a text; the rest, and True when it stood there."""
    plain = folded(text)
    match = CIRCA.match(plain)
    return (plain[match.end():], True) if match else (plain, False)


def read_number(text: str) -> Decimal | None:
    """Read a number as Danes write it, with its decimals; None for any other text, or over 15 digits."""
    if not DANISH.fullmatch(text) or sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    return Decimal(text.replace(".", "").replace(",", "."))


def meant(text: str) -> list[str]:
    """Guess the Danish form of a number typed in the English way or with spaces; empty without a guess."""
    digits = text.replace(" ", "").replace("'", "")
    if re.fullmatch(r"[0-9]+", digits):
        return [grouped(digits)]
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


def choice(words: list[str], otherwise: str) -> str:
    """Hint that offers these words, or the example when there are none."""
    return "write " + (" or ".join(words) if words else f"for example {otherwise}")


@dataclass(frozen=True, slots=True)
class Beløb(FromText):
    """An amount, in the unit that its budget names once; `cirka` when it was typed with `ca.`."""

    tal: Decimal
    cirka: bool = False
    example: ClassVar[str] = "14.600 or 13,709"
    looks: ClassVar[patterns.Schema] = patterns.AMOUNT

    @classmethod
    def parse(cls, text: str) -> Self:
        """`14.600`, `14600`, `14.600,50`, `13,709`, `ca. 14.600`."""
        plain, circa = split_circa(text)
        number = read_number(plain)
        if number is None:
            raise Refused(codes.AMOUNT, f"`{text.strip()}` cannot be read as an amount", cls._hint(plain))
        return cls(number, circa)

    @classmethod
    def _hint(cls, plain: str) -> str:
        if plain[:1] in "-−–" and plain[1:]:
            return f"an amount is never negative; write {plain[1:].strip()}"
        without_unit = UNIT.sub("", plain).strip()
        if without_unit != plain:
            words = [without_unit] if read_number(without_unit) is not None else meant(without_unit)
            return f"{choice(words, '14.600')}; the unit stands once, in `enhed`"
        hint = choice(meant(plain), cls.example)
        return f"{hint}: a full stop at the thousands, a comma before decimals"


@dataclass(frozen=True, slots=True)
class Procent(FromText):
    """Percentage with the decimals it was typed with; it may be negative or over 100, which a rule tells."""

    tal: Decimal
    cirka: bool = False
    example: ClassVar[str] = "21,5 %"
    looks: ClassVar[patterns.Schema] = patterns.PERCENT

    @classmethod
    def parse(cls, text: str) -> Self:
        """`21,5 %`, `21,5%`, `ca. 75 %`."""
        plain, circa = split_circa(text)
        negative = plain[:1] in ("-", "−")
        digits = plain.lstrip("-−").removesuffix("%").strip()
        number = read_number(digits)
        if number is None or not plain.endswith("%"):
            message = f"`{text.strip()}` cannot be read as a percentage"
            raise Refused(codes.PERCENT, message, cls._hint(digits))
        return cls(-number if negative else number, circa)

    @classmethod
    def _hint(cls, digits: str) -> str:
        bare = re.sub(r" ?(?:pct|procent)\b\.?", "", digits, flags=re.IGNORECASE).strip()
        if read_number(bare) is not None:
            return f"write {bare} %"
        return choice([f"{words} %" for words in meant(bare)[-1:]], cls.example)


@dataclass(frozen=True, slots=True)
class Antal(FromText):
    """A count; an int unless it was typed with decimals."""

    tal: int | Decimal
    cirka: bool = False
    example: ClassVar[str] = "3.220"
    looks: ClassVar[patterns.Schema] = patterns.COUNT

    @classmethod
    def parse(cls, text: str) -> Self:
        """`3220`, `3.220`, `0`, `2,5`, `ca. 40`."""
        plain, circa = split_circa(text)
        number = read_number(plain)
        if number is None:
            hint = choice(meant(first_number(plain)), cls.example) + "; a count is a number and nothing else"
            raise Refused(codes.COUNT, f"`{text.strip()}` cannot be read as a count", hint)
        return cls(number if "," in plain else int(number), circa)


@dataclass(frozen=True, slots=True)
class Timer(FromText):
    """Hours, as a decimal number: 17,5 is seventeen hours and a half."""

    tal: Decimal
    example: ClassVar[str] = "17,5"
    looks: ClassVar[patterns.Schema] = patterns.HOURS

    @classmethod
    def parse(cls, text: str) -> Self:
        """`17`, `17,5`."""
        number = read_number(folded(text))
        if number is None:
            hint = choice(cls._meant(folded(text)), cls.example) + "; hours are a number and nothing else"
            raise Refused(codes.HOURS, f"`{text.strip()}` cannot be read as hours", hint)
        return cls(number)

    @staticmethod
    def _meant(plain: str) -> list[str]:
        clock = re.fullmatch(r"([0-9]{1,3}):([0-5][0-9])", plain)
        if clock:
            hours, rest = int(clock[1]), Decimal(clock[2]) / 60
            return [f"{hours + round(rest, 2)}".rstrip("0").rstrip(".").replace(".", ",")]
        return meant(first_number(plain))[-1:]


@dataclass(frozen=True, slots=True)
class Måltal(FromText):
    """Figure measured for an area: a percentage, a count, or None for `ikke opgjort`."""

    værdi: Procent | Antal | None = None
    example: ClassVar[str] = '"21,5 %", 34 or ikke opgjort'
    looks: ClassVar[patterns.Schema] = patterns.MEASURE

    @property
    def er_procent(self) -> bool:
        """True for a percentage."""
        return isinstance(self.værdi, Procent)

    @property
    def er_opgjort(self) -> bool:
        """True for a number of either kind, False for `ikke opgjort`."""
        return self.værdi is not None

    @classmethod
    def parse(cls, text: str) -> Self:
        """`21,5 %`, `34`, `ca. 40`, `ikke opgjort`."""
        plain, _ = split_circa(text)
        if plain.lower() == "ikke opgjort":
            return cls(None)
        if plain.endswith("%"):
            return cls(Procent.parse(text))
        if read_number(plain) is not None:
            return cls(Antal.parse(text))
        hint = choice(meant(first_number(plain)), cls.example)
        if plain.lower() in NOTHING_MEASURED:
            hint = "write ikke opgjort where nothing was measured, and 0 where there were none"
        raise Refused(codes.MEASURE, f"`{text.strip()}` is neither a percentage nor a count", hint)


def first_number(text: str) -> str:
    """Find the first thing in the text that looks like a number; empty where there is none."""
    match = re.search(r"[0-9][0-9.,]*", text)
    return match[0].rstrip(".,") if match else ""

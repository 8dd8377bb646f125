"""Counts, and figures that were measured for an area."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar, Self

from msgspec import Struct

from generator.base.danish import DISKRETIONERET, IKKE_OPGJORT
from generator.base.language import later, say
from generator.plan.model import patterns, suggest
from generator.plan.model.numbers import Procent
from generator.plan.model.numerals import meant, prefixed, read_range, split_reservation
from generator.plan.model.refusal import FromText, Refused, folded
from generator.plan.model.reserved import Number
from generator.plan.model.suggest import Hint
from generator.plan.source import codes

NOTHING_MEASURED = {
    "ja", "nej", "ingen", "intet", "mangler", "ukendt", "ved ikke", "ikke målt", "ikke oplyst", "uoplyst",
    "no", "none", "n/a", "?", "-", "–",
}  # fmt: skip
"""Words in lower case that people write in the place of a figure that they do not have."""

COUNTED_THING = re.compile(r"(?P<number>.*[0-9]) ?(?P<word>[a-zæøå]{2,})")
ONLY_WHOLE = Hint(
    later("write {values}; a count is a whole number and nothing else"),
    later("write for example {values}; a count is a whole number and nothing else"),
)
LARGE = {"mio", "mill", "mia", "tusind", "hundrede", "millioner", "pct", "procent", "dusin", "kr", "pr"}


class Antal(Number, Struct, frozen=True):
    """A count, which is whole; as a figure that was measured it may have decimals."""

    tal: int | Decimal
    forbehold: str = ""
    til: int | Decimal | None = None
    examples: ClassVar[tuple[str, ...]] = ("1.000",)
    looks: ClassVar[patterns.Schema] = patterns.COUNT

    @classmethod
    def parse(cls, text: str) -> Self:
        """`3220`, `3.220`, `0`, `ca. 40`, `mindst 40`, `605-608`."""
        if count := cls.made_of(text):
            return count
        hint = suggest.write(text, _counted(text), cls.made_of, cls.examples, _thing(text), ONLY_WHOLE)
        raise Refused(codes.COUNT, say("`{typed}` cannot be read as a count", typed=text.strip()), hint)

    @classmethod
    def made_of(cls, text: str) -> Self | None:
        """Read the count; None for any other text."""
        count = cls.measured(text)
        return None if count is None or Decimal in (type(count.tal), type(count.til)) else count

    @classmethod
    def measured(cls, text: str) -> Self | None:
        """Read a count or a number with decimals, such as 2,5; None for any other text."""
        plain, word = split_reservation(text)
        number = read_range(plain)
        if number is None:
            return None
        tal, til = (end if end is None or "," in plain else int(end) for end in number)
        assert tal is not None
        return cls(tal, word, til)


def _counted(text: str) -> list[str]:
    """The counts that may have been meant by a text."""
    plain, word = split_reservation(text)
    found = COUNTED_THING.fullmatch(plain)
    bare = found["number"] if found and found["word"] not in LARGE else plain
    english = [bare.replace(",", ".")] if re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", bare) else []
    return [prefixed(word, one) for one in (*english, *meant(bare), bare)]


def _thing(text: str) -> tuple[str, ...]:
    """The word behind a number that says what is counted, as its key does: `beboere`."""
    found = COUNTED_THING.fullmatch(folded(text))
    return (found["word"],) if found and found["word"] not in LARGE else ()


class Måltal(FromText, Struct, frozen=True):
    """Figure measured for an area: a percentage, a count, or None for a figure that is not to be had.

    That one is `ikke opgjort`, or `diskretioneret`: held back, since it counts so few that they are known.
    """

    værdi: Procent | Antal | None = None
    er_diskretioneret: bool = False
    examples: ClassVar[tuple[str, ...]] = ('"12,5 %"', "10", IKKE_OPGJORT)
    looks: ClassVar[patterns.Schema] = patterns.MEASURE

    @property
    def er_procent(self) -> bool:
        """True for a percentage."""
        return isinstance(self.værdi, Procent)

    @property
    def er_opgjort(self) -> bool:
        """True for a number of either kind, False for `ikke opgjort` and `diskretioneret`."""
        return self.værdi is not None

    @classmethod
    def parse(cls, text: str) -> Self:
        """`21,5 %`, `34`, `ca. 40`, `2,5`, `under 5`, `ikke opgjort`, `diskretioneret`."""
        if made := cls.made_of(text):
            return made
        plain = folded(text)
        if plain.endswith("%"):
            return cls(Procent.parse(text))
        hint = suggest.write(text, _counted(text), cls.made_of, cls.examples, _thing(text))
        if plain.lower() in NOTHING_MEASURED:
            hint = say("write ikke opgjort where nothing was measured, and 0 where there were none")
        message = say("`{typed}` is neither a percentage nor a count", typed=text.strip())
        raise Refused(codes.MEASURE, message, hint)

    @classmethod
    def made_of(cls, text: str) -> Self | None:
        """Read the figure; None for any other text."""
        value = Procent.made_of(text) or Antal.measured(text)
        if value is not None:
            return cls(value)
        plain = folded(text).lower()
        return cls(None, plain == DISKRETIONERET) if plain in (IKKE_OPGJORT, DISKRETIONERET) else None

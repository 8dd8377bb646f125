"""Numbers that need not be exact: what they can be, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Self, TypeVar

from msgspec import Struct

from generator.plan.model.numerals import read_range, split_reservation
from generator.plan.model.refusal import FromText
from generator.plan.model.reservations import RESERVATIONS, Side

ONE_WORD = {Side.NEAR: "ca.", Side.ABOVE: "mindst", Side.BELOW: "højst"}
"""Word for a sum of parts with several words that open the same side."""


class Span(Struct, frozen=True):
    """Least and greatest that a number can be; no greatest where it is open."""

    least: Decimal
    greatest: Decimal | None

    def meets(self, other: Span) -> bool:
        """Tell whether a number can be both."""
        below = self.greatest is None or other.least <= self.greatest
        return below and (other.greatest is None or self.least <= other.greatest)


class Number(FromText):
    """A number, or a range from `tal` to `til`; `forbehold` is a word before it that says it is not exact."""

    __slots__ = ()
    tal: int | Decimal
    forbehold: str
    til: int | Decimal | None

    @classmethod
    def made_of(cls, text: str) -> Self | None:
        """Read `14.600`, `ca. 40`, `mindst 8`, `605-608`; None for any other text."""
        plain, word = split_reservation(text)
        number = read_range(plain)
        return None if number is None else cls(number.tal, word, number.til)  # type: ignore[call-arg]

    @property
    def er_præcis(self) -> bool:
        """True for one number without a reservation."""
        return not self.forbehold and self.til is None

    @property
    def spænd(self) -> Span:
        """Range of what it can be: `ca. 14.600` is within half of its last figure that is not a zero."""
        least, greatest = Decimal(self.tal), Decimal(self.tal if self.til is None else self.til)
        match RESERVATIONS.get(self.forbehold):
            case Side.NEAR:
                return Span(least - _half_a_figure(least), greatest + _half_a_figure(greatest))
            case Side.ABOVE:
                return Span(least, None)
            case Side.BELOW:
                return Span(Decimal(0), greatest)
            case None:
                return Span(least, greatest)


def _half_a_figure(number: Decimal) -> Decimal:
    """Half of the last figure that is not a zero: 50 for 14.600, 0,05 for 24,1."""
    return Decimal(5).scaleb(int(number.normalize().as_tuple().exponent) - 1)


N = TypeVar("N", bound=Number)


def added_up(kind: Callable[..., N], numbers: Iterable[N | None]) -> N | None:
    """Add up; None without numbers, or while one is missing.

    Where parts are open to one side, the sum is; where they are open to both, it is `ca.`
    """
    listed = list(numbers)
    known = [number for number in listed if number is not None]
    if not known or len(known) < len(listed):
        return None
    words = {number.forbehold for number in known} - {""}
    sides = {RESERVATIONS[word] for word in words}
    low = sum(number.tal for number in known)
    high = sum(number.tal if number.til is None else number.til for number in known)
    word = words.pop() if len(words) == 1 else "".join(ONE_WORD[side] for side in sides)
    if len(sides) > 1:
        word = ONE_WORD[Side.NEAR]
    if sides == {Side.ABOVE}:
        return kind(low, word)
    if sides == {Side.BELOW}:
        return kind(high, word)
    return kind(low, word, high if high > low else None)


def most_decimals(numbers: Iterable[Number | None]) -> int:
    """Most decimals that any exact one of the numbers was typed with."""
    exact = (Decimal(number.tal) for number in numbers if number and number.er_præcis)
    return max((max(0, -int(number.as_tuple().exponent)) for number in exact), default=0)

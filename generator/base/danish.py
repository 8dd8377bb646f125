"""Danish formatting as pure functions: value in, text out. The filters of the templates are made of these.

Numbers, dates and lists are those of Unicode's Danish (CLDR), to which a test holds them. Values are those
of the model, told by their fields alone (`tal`, `forbehold`, `til`; `år`, `måned`, `dag`), or plain numbers
where they are computed. A value that cannot be put into words raises ValueError.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, Protocol

from generator.base.language import say

HARD_SPACE = "\u00a0"
IKKE_OPGJORT = "ikke opgjort"
DISKRETIONERET = "diskretioneret"
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
PARTS = ("primo", "medio", "ultimo")
QUARTERS = ("1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal")

Datoform = Literal["lang", "kort"]


class MedTal(Protocol):
    """A value with a number: Beløb, Procent, Antal, Timer. `forbehold` and `til` may be missing."""

    @property
    def tal(self) -> int | Decimal: ...


class EnDato(Protocol):
    """A day, or only a month, or only a year; `del_` is the part or quarter of it, and may be missing."""

    @property
    def år(self) -> int: ...
    @property
    def måned(self) -> int | None: ...
    @property
    def dag(self) -> int | None: ...


class EnPeriode(Protocol):
    """A time from a date to a date; either may be unknown."""

    @property
    def fra(self) -> EnDato | None: ...
    @property
    def til(self) -> EnDato | None: ...


class EtMåltal(Protocol):
    """A percentage, a count, or None for what was not measured, or is held back."""

    @property
    def er_procent(self) -> bool: ...
    @property
    def er_diskretioneret(self) -> bool: ...
    @property
    def værdi(self) -> MedTal | None: ...


def _danish(number: int | Decimal, decimals: int = 0) -> str:
    """The number with Danish separators and as many decimals as it has, or more where they are wanted."""
    english = str(number)
    whole, _, rest = (f"{number:f}" if "E" in english else english).partition(".")
    if len(whole) > 3:
        whole = f"{int(whole):,d}".replace(",", ".")
    rest = rest.ljust(decimals, "0")
    return f"{whole},{rest}" if rest else whole


def _number(value: int | Decimal | MedTal) -> int | Decimal:
    number = value if isinstance(value, (int, Decimal)) else value.tal
    if isinstance(number, bool) or (isinstance(number, Decimal) and not number.is_finite()):
        raise ValueError(say("{number} is not a number to print", number=number))
    return number


def _is_exact(value: object) -> bool:
    return isinstance(value, (int, Decimal)) or not (
        getattr(value, "forbehold", "") or getattr(value, "til", None) is not None
    )


def _in_words(value: int | Decimal | MedTal, unit: str = "", decimals: int = 0) -> str:
    """`ca. 14.600`, `mindst 8`, `605-608`; only an exact number takes more decimals than it has."""
    word, last = getattr(value, "forbehold", ""), getattr(value, "til", None)
    if not word and last is None:
        return _danish(_number(value), decimals) + unit
    before = f"{word} ".replace(" ", HARD_SPACE) if word else ""
    after = "" if last is None else f"-{_danish(last)}"
    return before + _danish(_number(value)) + after + unit


def beløb(value: Decimal | int | MedTal, decimaler: int = 0) -> str:
    """`14.600`, `ca. 14.600`, `13,709`, `14.600,50`; the unit stands elsewhere.

    `decimaler` is how many an exact amount has at least, so that those of a column stand under each other.
    """
    return _in_words(value, decimals=decimaler)


def antal(value: int | Decimal | MedTal) -> str:
    """`34`, `3.220`, `ca. 40`, `605-608`."""
    return _in_words(value)


def timer(value: int | Decimal | MedTal, decimaler: int = 0) -> str:
    """`17`, `17,5`, `ca. 17`, with at least so many decimals as an amount has in a column."""
    return _in_words(value, decimals=decimaler)


def procent(value: int | Decimal | MedTal) -> str:
    """`21,5 %` with a hard space, and the decimals that were typed."""
    return _in_words(value, f"{HARD_SPACE}%")


def andel(part: int | Decimal | MedTal, whole: int | Decimal | MedTal, decimals: int = 1) -> str:
    """The part of the whole in percent, rounded half up: `53,9 %`.

    Where one of them is not exact, the share is `ca.` and has no decimals; all of it is 100 % for certain.
    """
    total = Decimal(_number(whole))
    if not total:
        raise ValueError(say("there is no share of nothing"))
    circa = part != whole and not (_is_exact(part) and _is_exact(whole))
    share = _middle(part) * 100 / _middle(whole)
    rounded = share.quantize(Decimal(1).scaleb(0 if circa else -decimals), ROUND_HALF_UP)
    return f"{f'ca.{HARD_SPACE}' if circa else ''}{_danish(rounded)}{HARD_SPACE}%"


def _middle(value: int | Decimal | MedTal) -> Decimal:
    """The number, or the middle of a range."""
    last = getattr(value, "til", None)
    return Decimal(_number(value)) if last is None else (Decimal(_number(value)) + last) / 2


def måltal(value: EtMåltal) -> str:
    """`21,5 %`, `34`, `ikke opgjort` or `diskretioneret`."""
    if value.værdi is None:
        return DISKRETIONERET if value.er_diskretioneret else IKKE_OPGJORT
    return procent(value.værdi) if value.er_procent else antal(value.værdi)


def årstal(year: int) -> str:
    """`2023`: a year has no full stop."""
    return f"{year:d}"


def dato(value: EnDato, form: Datoform = "lang") -> str:
    """`1. april 2017`, `april 2017`, `ultimo 2017`, `2. kvartal 2017`.

    A known day is `01.04.2017` in the form `kort`.
    """
    if form not in ("lang", "kort"):
        raise ValueError(say("a date is lang or kort, not {form}", form=form))
    part = f"{word.replace('. ', f'.{HARD_SPACE}')} " if (word := getattr(value, "del_", "")) else ""
    if value.måned is None:
        return f"{part}{value.år}"
    if value.dag is not None and form == "kort":
        return f"{value.dag:02}.{value.måned:02}.{value.år}"
    day = f"{value.dag}.{HARD_SPACE}" if value.dag is not None else ""
    return f"{part}{day}{MONTHS[value.måned - 1]} {value.år}"


def datoer(values: Sequence[EnDato]) -> str:
    """`marts og juni 2027, januar 2028`: the year of several in a row stands once, after the last of them."""
    years: list[tuple[int, list[str]]] = []
    for value in values:
        words = dato(value)
        if years and years[-1][0] == value.år:
            years[-1][1].append(words)
        else:
            years.append((value.år, [words]))
    return ", ".join(opremsning([*(words.removesuffix(f" {year}") for words in all_[:-1]), all_[-1]])
                     for year, all_ in years)


def periode(value: EnPeriode, form: Datoform = "lang") -> str:
    """`1. april 2017 til 31. marts 2021`. Raises ValueError while one of the dates is unknown."""
    fra, til = _both_ends(value)
    return f"{dato(fra, form)} til {dato(til, form)}"


def årsspænd(value: EnPeriode) -> str:
    """`2017-2021`; one year alone when it starts and ends in it."""
    fra, til = _both_ends(value)
    return f"{fra.år}-{til.år}" if fra.år != til.år else str(fra.år)


def _both_ends(value: EnPeriode) -> tuple[EnDato, EnDato]:
    if value.fra is None:
        raise ValueError(say("the period has no start yet"))
    if value.til is None:
        raise ValueError(say("the period has no end yet"))
    return value.fra, value.til


def opremsning(items: Sequence[str]) -> str:
    """`a, b og c`."""
    *others, last = [str(item) for item in items] or [""]
    return f"{', '.join(others)} og {last}" if others else last


TALORD = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
ORDENSTAL = (
    "", "første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende",
)  # fmt: skip


def talord(number: int, en: str = "en") -> str:
    """`tre`; from 11 on in digits. `en` is the word for 1, for those who need `et`."""
    if not 0 <= number <= 10:
        return antal(number)
    return en if number == 1 else TALORD[number]


def ordenstal(number: int) -> str:
    """`fjerde`; from 11 on `11.`."""
    return ORDENSTAL[number] if 1 <= number <= 10 else f"{number}."


def stort(text: str) -> str:
    """The text with its first letter large; as it was typed where its second one is, as in `iVækst`."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


MONTH = "|".join(MONTHS)


_LETTERS = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y", "ð": "d", "þ": "th"})
_DIGITS = re.compile(r"(\d+)")


def sortering(name: str) -> tuple[str | int, ...]:
    """The key that sorts names as Danes do: æ, ø, å last, aa as å, accents apart, afd. 8 before afd. 10.

    It does not know that aa is two letters where two words meet, nor the order of signs and of other scripts.
    """
    letters = unicodedata.normalize("NFC", name).casefold().replace("aa", "å").translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))
    return tuple(int(part) if number % 2 else part for number, part in enumerate(_DIGITS.split(plain)))

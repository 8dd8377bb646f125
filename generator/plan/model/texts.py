"""Text that stands in a document as it was typed: prose, single lines; and years."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Self

from generator.base.language import later, say
from generator.plan.model import patterns
from generator.plan.model.own import OwnNumber, OwnText
from generator.plan.model.refusal import FromText, ReadBy, Refused, folded, text_of
from generator.plan.source import codes, prose

YEARS = range(1990, 2101)
EMPTY = later("the text is empty")
NO_TEXT = later("write the text, or leave out the key")


class Tekst(str, FromText):
    """Prose in the format of `generator.plan.source.prose`, as it was typed."""

    __slots__ = ()
    looks: ClassVar[patterns.Schema] = patterns.PROSE

    @classmethod
    def parse(cls, text: str) -> Self:
        """Take prose; refused with all complaints when it is empty or has a form that prose cannot have."""
        complaints = prose.complaints(text)
        if not text.strip():
            complaints = [(1, 1, say(EMPTY), say(NO_TEXT))]
        if complaints:
            raise Refused(codes.PROSE, complaints[0][2], complaints[0][3], complaints)
        return cls(text)


def read_line(value: object) -> str:
    """Read a text without the space around it; refused when it is empty or has more than one line."""
    line = text_of(value).strip()
    if not line:
        raise Refused(codes.LINE, say(EMPTY), say(NO_TEXT))
    if len(line.splitlines()) > 1:
        message = say("one line is wanted, and there are more")
        raise Refused(codes.LINE, message, say("write it on one line, without |"))
    return OwnText(line)


def read_year(value: object) -> int:
    """Read a year as a number, from 1990 to 2100."""
    if isinstance(value, int) and value in YEARS and not isinstance(value, bool):
        return OwnNumber(value)
    text = folded(text_of(value))
    if re.fullmatch(r"[0-9]{4}", text) and int(text) in YEARS:
        return OwnNumber(text)
    found = re.search(r"\b(?:19|20)[0-9]{2}\b", text)
    hint = say("write for example {year}; a year is from {first} to {last}",
               year=found[0] if found else 2017, first=YEARS[0], last=YEARS[-1])  # fmt: skip
    raise Refused(codes.YEAR, say("`{typed}` cannot be read as a year", typed=text), hint)


Linje = Annotated[str, ReadBy(read_line, patterns.LINE)]
ÅrTal = Annotated[int, ReadBy(read_year, patterns.YEAR)]

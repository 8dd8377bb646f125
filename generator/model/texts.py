"""Text that stands in a document as it was typed: prose, single lines; and years."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator import codes, prose
from generator.model import patterns
from generator.model.patterns import Schema
from generator.model.refusal import folded, refuse, text_or_refuse

YEARS = range(1990, 2101)


class Tekst(str):
    """Prose in the format of `generator.prose`, as it was typed."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The prose; refused with all its complaints when it has a form that prose cannot have."""
        complaints = prose.complaints(text)
        if not text.strip():
            complaints = [(1, 1, "the text is empty", "write the text, or leave out the key")]
        if complaints:
            raise refuse(codes.PROSE, complaints[0][2], complaints[0][3], complaints)
        return cls(text)

    @classmethod
    def _validate(cls, value: object) -> Self:
        return value if isinstance(value, cls) else cls.parse(text_or_refuse(value, "one or more sentences"))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        return dict(patterns.PROSE)


class _Plain:
    """Marks a built-in type in an annotation as read by a function of ours; editors know it by `looks`."""

    def __init__(self, read: Any, looks: Schema) -> None:
        self.read, self.looks = read, looks

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        return dict(self.looks)


def read_line(value: object) -> str:
    """The text without space around it; refused when it is empty or has more than one line."""
    line = text_or_refuse(value, "a name or a few words on one line").strip()
    if not line:
        raise refuse(codes.LINE, "the text is empty", "write the text, or leave out the key")
    if len(line.splitlines()) > 1:
        raise refuse(codes.LINE, "one line is wanted, and there are more", "write it on one line, without |")
    return line


def read_year(value: object) -> int:
    """The year as a number, from 1990 to 2100."""
    if isinstance(value, int) and value in YEARS and not isinstance(value, bool):
        return value
    text = folded(text_or_refuse(value, "2017"))
    if re.fullmatch(r"[0-9]{4}", text) and int(text) in YEARS:
        return int(text)
    found = re.search(r"\b(?:19|20)[0-9]{2}\b", text)
    hint = f"write for example {found[0] if found else 2017}; a year is from {YEARS[0]} to {YEARS[-1]}"
    raise refuse(codes.YEAR, f"`{text}` cannot be read as a year", hint)


Linje = Annotated[str, _Plain(read_line, patterns.LINE)]
ÅrTal = Annotated[int, _Plain(read_year, patterns.YEAR)]

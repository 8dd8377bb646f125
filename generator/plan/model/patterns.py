"""JSON Schema of each kind of value, for editors.

An editor sees `14.600` as a number and `21,5 %` as text. A pattern is never stricter than the reader of
the value; a test holds the two together. `patternErrorMessage` is what VS Code says instead of the
pattern.
"""

from __future__ import annotations

import re
from typing import Any

from generator.base.danish import DISKRETIONERET, IKKE_OPGJORT, MONTHS, PARTS
from generator.plan.model.reservations import OTHER_WORDS, RESERVATIONS

Schema = dict[str, Any]


def any_case(words: str) -> str:
    """Pattern for the words in large or small letters; a schema has no flag for that."""
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else _sign(c) for c in words)


def _sign(character: str) -> str:
    return r"\s+" if character == " " else re.escape(character)


WHOLE = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)"
NUMBER = rf"{WHOLE}(?:,[0-9]+)?"
RESERVED = f"(?:{'|'.join(any_case(word) for word in (*RESERVATIONS, *OTHER_WORDS))})"
RANGE = rf"{NUMBER}(?:(?:\s*[-–]\s*|\s+til\s+){NUMBER})?"
ABOUT = rf"(?:{RESERVED}\s*)?{RANGE}"
WHOLE_ABOUT = rf"(?:{RESERVED}\s*)?{WHOLE}(?:(?:\s*[-–]\s*|\s+til\s+){WHOLE})?"
SHARE = rf"(?:(?:{RESERVED}\s+)?[-−]+\s*|(?:{RESERVED}\s*)?){RANGE}\s*%"
NOT_COUNTED = f"{any_case(IKKE_OPGJORT)}|{any_case(DISKRETIONERET)}"
MONTH = f"(?:{'|'.join(map(any_case, MONTHS))})"
DAY = r"[0-9]{1,2}\.\s*[0-9]{1,2}\.\s*[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
PART = f"(?:{'|'.join(map(any_case, PARTS))})"
PART_OF_YEAR = rf"(?:{PART}|[1-4]\.\s*{any_case('kvartal')})"
DATE = rf"{DAY}|(?:[0-9]{{1,2}}\.?\s*|{PART}\s+)?{MONTH}\.?\s+[0-9]{{4}}|(?:{PART_OF_YEAR}\s+)?[0-9]{{4}}"
A_YEAR = r"199[0-9]|20[0-9]{2}|2100"


def text(pattern: str, say: str) -> Schema:
    """Schema for text of that pattern with space around it; `say` is the editor's message on other text."""
    return {"type": "string", "pattern": rf"^\s*(?:{pattern})\s*$", "patternErrorMessage": say}


def text_or_number(pattern: str, say: str) -> Schema:
    """Schema for such a text, or for a number as YAML reads one."""
    return text(pattern, say) | {"type": ["string", "number"], "minimum": 0}


AMOUNT = text_or_number(ABOUT, "Skriv et beløb som 14.600 eller 13,709, uden enhed")
COUNT = text_or_number(WHOLE_ABOUT, "Skriv et antal som 34 eller 3.220")
HOURS = text_or_number(ABOUT, "Skriv timer som 17 eller 17,5")
PERCENT = text(SHARE, 'Skriv en procent som "21,5 %"')
MEASURE = text_or_number(
    f"{SHARE}|{ABOUT}|{NOT_COUNTED}", 'Skriv "21,5 %", et antal eller ikke opgjort'
)
DAY_OR_MONTH = text(DATE, "Skriv en dato som 1.4.2017, 1. april 2017, april 2017 eller 2017") | {
    "type": ["string", "integer"], "minimum": 1900, "maximum": 2100,
}  # fmt: skip
YEAR = text(A_YEAR, "Skriv et årstal som 2017") | {
    "type": ["string", "integer"], "minimum": 1990, "maximum": 2100,
}  # fmt: skip
LINE: Schema = {"type": ["string", "number"], "pattern": r"\S"}
PROSE: Schema = {"type": "string", "pattern": r"\S"}
PLACE_IN_A_ROW = text("[0-9]+", "Skriv et helt tal som 1") | {"type": ["string", "integer"]}

"""Text as a YAML scalar on one line that is read as the same text. Imports nothing of ours."""

from __future__ import annotations

import re

RESERVED = re.compile(r"""[,\[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.|(?:<<|~)$""")
"""Beginnings that a text without quotes may not have; a ~ alone would be nothing to other readers."""
CUT = re.compile(r":(?:\s|$)|\s#|[\n\r\t]")
"""Places at which YAML would end a text without quotes, or not read it as it is."""
CUT_IN_BRACKETS = re.compile(r"[,\[\]{}?]|^[-:]|:$")
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """The text in quotes only if YAML needs them there: below a key, or within [ ] and { }."""
    plain = text == text.strip() != "" and not RESERVED.match(text) and not CUT.search(text)
    if plain and not (in_brackets and CUT_IN_BRACKETS.search(text)):
        return text
    return escaped(text)


def escaped(text: str) -> str:
    """The text in double quotes, with \\ before what would end it or mean something else."""
    return f'"{text.translate(ESCAPES)}"'


def quoted(text: str) -> str:
    """The text in quotes for a person to read: nothing is escaped unless it has line ends."""
    if re.search(r"[\n\r]", text):
        return escaped(text)
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'

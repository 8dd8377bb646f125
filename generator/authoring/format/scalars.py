"""A text as a YAML scalar: without quotes wherever YAML reads the same text."""

from __future__ import annotations

import re

RESERVED = re.compile(r"""[,\[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.|(?:<<|~)$""")
"""How a text without quotes may not begin; a ~ alone would be nothing to other readers."""
CUT = re.compile(r":(?:\s|$)|\s#|[\n\r\t]")
"""Where YAML would end a text without quotes, or not read it as it is."""
CUT_IN_BRACKETS = re.compile(r"[,\[\]{}?]|^[-:]|:$")
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """The text as one line of YAML, in quotes only if it needs them there."""
    plain = text == text.strip() != "" and not RESERVED.match(text) and not CUT.search(text)
    if plain and not (in_brackets and CUT_IN_BRACKETS.search(text)):
        return text
    return f'"{text.translate(ESCAPES)}"'

"""Typst source as text: literals, lengths and calls. Nobody's text is ever code: it stands in a literal."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_TABLE = str.maketrans(_ESCAPED)


def literal(text: str) -> str:
    """The text as a string of typst.

    Raises ValueError for a character that no text may have: the sources are checked for those.
    """
    if illegal := _ILLEGAL.search(text):
        raise ValueError(f"U+{ord(illegal.group()):04X} cannot stand in a PDF: {text[:60]!r}")
    return f'"{text.translate(_TABLE)}"'


def as_typed(escaped: str) -> str:
    """The text of a string of typst, as it stands in what the compiler says."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], escaped)


def length(points: float) -> str:
    """A length in points."""
    return f"{round(points, 3):g}pt"


def color(digits: str) -> str:
    """A colour of six hexadecimal digits."""
    return f'rgb("#{digits}")'


def call(name: str, *positional: str, **named: str) -> str:
    """A call of the function with code as its arguments; `_` in a name stands for `-`."""
    return f"{name}({arguments(*positional, **named)})"


def arguments(*positional: str, **named: str) -> str:
    """Arguments of a call, those that are nothing left out."""
    given = [f"{name.replace('_', '-')}: {value}" for name, value in named.items() if value]
    return ", ".join([*positional, *given])


def dictionary(values: Mapping[str, str]) -> str:
    """A dictionary of typst; its values are code."""
    return f"({', '.join(f'{name}: {value}' for name, value in values.items())})" if values else "(:)"


def joined(parts: list[str]) -> str:
    """A block of code that joins the content of its parts."""
    return f"{{{'; '.join(parts)}}}"


def sequence(parts: list[str]) -> str:
    """An array of typst, of code."""
    return f"({''.join(f'{part}, ' for part in parts)})"

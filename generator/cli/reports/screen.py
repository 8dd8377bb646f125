"""Screen that a report is shown on: how wide it is, which signs it can show, which paths it can open."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TextIO

import click
from msgspec import Struct

from generator.base.border import environment

WIDEST, NARROWEST = 120, 40
"""Columns: a longer line is hard to read, and a shorter one holds no sentence."""
LEAST_TEXT = 24
"""Columns that a text gets, however far it is indented."""
_GLUE = "\x1f"
_UNEVEN = re.compile(r"[\t\n\x0b\x0c\r\xa0]|  |^ | $")
LONGEST = 42
"""Signs of what stands in backticks on one line; what is longer may be broken, lest a line be ragged."""
_AS_ONE = re.compile(r"`[^`\n]+`|\d (?=%|kr\.|t\.kr\.|mio\.)|(?:§|afd\.|linje|line) (?=\d)")
"""Words that are typed or read as one: those in backticks, `80 %`, `§ 61`."""


class Signs(NamedTuple):
    """Signs for done, for not done, and before what to write instead; a word stands beside each."""

    done: str
    failed: str
    instead: str


FULL, PLAIN = Signs("✓", "✗", "→"), Signs("+", "x", ">")


class Screen(Struct, frozen=True):
    """Width in columns, signs, and the folder that names of files begin at where they can be opened."""

    width: int = 80
    signs: Signs = FULL
    root: Path | None = None

    @classmethod
    def of(cls, stream: TextIO, root: Path) -> Screen:
        """The screen behind the stream; 80 columns and no links where there is none."""
        width = max(NARROWEST, min(environment.columns(), WIDEST))
        opens = stream.isatty() and environment.opens_links()
        return cls(width, FULL if _can_show(stream.encoding) else PLAIN, root if opens else None)

    def wrapped(self, text: str, indent: int = 0, hanging: int = 0) -> tuple[str, ...]:
        """Lines of the text, broken at words, that fit behind the indentation; later ones hang deeper."""
        return _wrapped(text, max(self.width - indent, LEAST_TEXT), hanging)

    def file(self, name: str) -> str:
        """The name of a file, which opens it where the terminal can (OSC 8)."""
        shown = click.style(name, bold=True)
        if self.root is None:
            return shown
        return f"\033]8;;{(self.root / name).as_uri()}\033\\{shown}\033]8;;\033\\"


@lru_cache(maxsize=500)
def _wrapped(text: str, width: int, hanging: int) -> tuple[str, ...]:
    """Lines of the text; kept, because plans are told the same, above all what to write instead."""
    lines = broken(_AS_ONE.sub(_as_one, text), width, " " * hanging)
    return tuple([line.replace(_GLUE, " ") for line in lines]) or ("",)


def broken(text: str, width: int, indent: str) -> list[str]:
    """Break a text between words as textwrap does; where single spaces part them, in a fifth of the time."""
    if _UNEVEN.search(text):
        import textwrap

        return textwrap.wrap(text, width, subsequent_indent=indent, break_long_words=False,
                             break_on_hyphens=False)  # fmt: skip
    line, *words = text.split(" ")
    lines = []
    for word in words:
        if len(line) + len(word) >= width:
            lines.append(line)
            line = f"{indent}{word}"
        else:
            line = f"{line} {word}"
    return [*lines, line] if text else []


def _as_one(found: re.Match[str]) -> str:
    return found[0].replace(" ", _GLUE) if len(found[0]) <= LONGEST else found[0]


def _can_show(encoding: str | None) -> bool:
    try:
        "".join(FULL).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True

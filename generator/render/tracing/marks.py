"""Marks around what is printed while a rendering is traced, and out of it again.

A mark is `OPEN payload SEP text CLOSE`, of characters for private use that no plan may hold. It stands
within white space, so that folding is the same with it and without, and in markup around text alone.
Marks do not stand in each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

OPEN, SEP, CLOSE = "\U0010fff0", "\U0010fff1", "\U0010fff2"
_MARK = re.compile(f"{OPEN}([^{OPEN}{SEP}]*+){SEP}|{CLOSE}")
_TEXT = re.compile(r"(?:\A|(?<=>))[^<>]+(?=<|\Z)")


class Marked(NamedTuple):
    """Passage of a text with its payload, from `start` up to `end`."""

    start: int
    end: int
    payload: str


def is_marked(text: str) -> bool:
    """Tell whether there are marks in the text."""
    return OPEN in text


def around(text: str, payload: str) -> str:
    """The text with a mark around what is not white space at its ends; a blank one stays as it is."""
    inner = text.strip()
    if not inner:
        return text
    begin = text.index(inner)
    return f"{text[:begin]}{OPEN}{payload}{SEP}{inner}{CLOSE}{text[begin + len(inner):]}"


def in_markup(markup: str, payload_of: Callable[[int], str | None]) -> str:
    """The markup with a mark around each text in it; the payloads are asked for by its number."""
    numbers = iter(range(len(markup)))

    def marked(match: re.Match[str]) -> str:
        if not match[0].strip():
            return match[0]
        payload = payload_of(next(numbers))
        return match[0] if payload is None else around(match[0], payload)

    return _TEXT.sub(marked, markup)


def parted(text: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and the passages that they stood around."""
    pieces: list[str] = []
    found: list[Marked] = []
    done = length = begin = 0
    payload = ""
    for match in _MARK.finditer(text):
        pieces.append(text[done : match.start()])
        length += match.start() - done
        done = match.end()
        if match[0] == CLOSE:
            found.append(Marked(begin, length, payload))
        else:
            begin, payload = length, match[1]
    return "".join((*pieces, text[done:])), found


def joined(text: str, passages: list[Marked]) -> str:
    """The text with a mark around each passage again."""
    pieces: list[str] = []
    done = 0
    for start, end, payload in passages:
        pieces += (text[done:start], around(text[start:end], payload))
        done = end
    return "".join((*pieces, text[done:]))

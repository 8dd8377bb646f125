"""Lines around a signature by their looks: for whom, a blank to fill in, a name, and a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple

Part = Literal["blank", "label", "name", "title", "other"]

BLANK = re.compile(r"[_.…·]{4,}|…+|_{2,}")
BY_HAND = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}"
                     r"|(?:dato|sted|underskrift(?:er)?|den|d\.|og|navn|titel|stilling|stempel|for|by)\b"
                     r"|[\s:,/.()_…·-]+|(?:19|20)\d\d|20_*", re.IGNORECASE)  # fmt: skip
STARTS = re.compile(r"(?:dato|den|d\.|sted|underskrift)(?!\w)", re.IGNORECASE)
PLACE = re.compile(r"[A-ZÆØÅ][\w. -]{1,30},?\s+(?:den|d\.)(?=\s|\Z|[_.…])")
"""Begins a line to be dated by hand: `Mosekøbing, den`."""
FOR = re.compile(r"(?:på vegne af|for)\s+(?=\S)", re.IGNORECASE)
SAID = re.compile(r"(navn|titel|stilling)\s*:\s*(?=\S)", re.IGNORECASE)
NAME = re.compile(r"[A-ZÆØÅ][\w.’'-]*(?:\s+(?:(?:af|von|van|de|la)\s+)?[A-ZÆØÅ][\w.’'-]*){1,4}")
ORGANISATION = re.compile(r"kommune|bolig|forening|selskab|institution|fond\b|fonden|region|politi|almen"
                          r"|lejerbo", re.IGNORECASE)  # fmt: skip
LONGEST = 12
"""Words of a line at most."""


class Line(NamedTuple):
    """A line, or a part of one: what it is, and its words without signs around them."""

    part: Part
    text: str


def lines_of(text: str) -> list[Line]:
    """The lines of a text, those with a name and a title as two."""
    return [one for line in text.split("\n") if line.strip() for one in _lines(" ".join(line.split()))]


def is_blank(line: str) -> bool:
    """Tell whether somebody writes on it by hand, and it says nothing else."""
    plain = PLACE.sub("", line)
    is_to_fill = BLANK.search(line) is not None or plain != line or STARTS.match(line) is not None
    return is_to_fill and not BY_HAND.sub("", BLANK.sub("", plain)).strip()


def _lines(line: str) -> Iterator[Line]:
    if is_blank(line):
        yield Line("blank", line)
        return
    if found := BLANK.match(line):
        yield Line("blank", found[0])
        line = line[found.end() :].strip()
    if len(line.split()) > LONGEST:
        yield Line("other", line)
    elif found := SAID.match(line):
        yield Line("blank", found[0])
        yield Line("name" if found[1].casefold() == "navn" else "title", line[found.end() :])
    elif found := FOR.match(line):
        yield Line("blank", found[0])
        yield Line("label", line[found.end() :].rstrip(" :"))
    elif _is_organisation(line):
        yield Line("label", line.rstrip(" :"))
    elif found := NAME.match(line):
        yield from _named(found[0], line[found.end() :])
    else:
        yield Line("title" if line[:1].islower() else "other", line)


def _is_organisation(line: str) -> bool:
    begin = re.split(r"[,(]", line)[0]
    return begin[:1].isupper() and ORGANISATION.search(begin) is not None


def _named(name: str, rest: str) -> Iterator[Line]:
    title = rest.strip(" ,–-()")
    yield Line("name", name)
    if title:
        yield Line("title", title)


class Signature(NamedTuple):
    """Whom somebody signs for, a name and a title."""

    label: str
    name: str
    title: str


def signatures_of(lines: Sequence[Line]) -> tuple[list[Signature], list[Line]]:
    """The signatures of lines that stand together, and what of them is of none.

    For whom it is comes before the name in all, or after it.
    """
    told = [line for line in _with_labels(lines) if line.part != "blank"]
    is_before = next((line.part for line in told if line.part != "title"), "") != "name"
    found: list[dict[str, list[str]]] = []
    for part, text in told:
        last = found[-1] if found else {}
        kind = part
        if part == "other" or (part == "label" and not is_before and "name" not in last):
            kind = "label" if "label" not in last or ("name" in last and is_before) else "title"
        if not found or kind == ("label" if is_before else "name"):
            found.append({})
        found[-1].setdefault(kind, []).append(text)
    whole = [one for one in found if {"label", "name"} <= one.keys()]
    left = [Line("other", text) for one in found if one not in whole for text in chain(*one.values())]
    signed = [Signature(*(", ".join(one.get(part, ())) for part in Signature._fields)) for one in whole]
    return signed, [*left, *(line for line in lines if line.part == "blank")]


def _with_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, in which what stands right before blanks and a name is for whom it is."""
    for at, line in enumerate(lines):
        after = next((n for n in range(at + 1, len(lines)) if lines[n].part != "blank"), at + 1)
        is_label = at + 1 < after < len(lines) and lines[after].part == "name"
        is_label = is_label and line.part in ("name", "other")
        yield line._replace(part="label") if is_label else line

"""Comments of a YAML text and their places: every # that is not part of a value."""

from __future__ import annotations

import re
from typing import Any

import yaml
from msgspec import Struct

from generator.plan.source.parse import LOADER

LINES = re.compile("\r\n|\r|\n")
ALONE = re.compile(r"\s*+(?:---\s*+|\.\.\.\s*+|[-?:](?:\s++|$))*+(?:%.*)?")
"""Text that may stand in front of a comment which belongs to what follows it."""

Position = tuple[int, int]
"""Line and column, both from 0."""


class Comment(Struct, frozen=True):
    """A comment from its # on; `gap` is the space in front of it.

    One that stands `alone` has a line of its own, or only a dash before it; `column` is where that begins.
    """

    line: int
    column: int
    text: str
    gap: str
    alone: bool


def comments_of(text: str) -> list[Comment]:
    """The comments of a text that YAML can read, in its order."""
    lines = LINES.split(text)
    return comments_in(lines, without_texts(lines, text))


def without_texts(lines: list[str], text: str) -> list[str]:
    """The lines of the text with an `x` for every character of a value, so that YAML's own signs are left."""
    masked = list(lines)
    for token in yaml.scan(text, Loader=LOADER):
        if not isinstance(token, yaml.ScalarToken):
            continue
        start, end = token.start_mark, token.end_mark
        if token.style in ("|", ">"):
            last = last_line(lines, token)
            masked[start.line + 1 : last + 1] = ["x"] * (last - start.line)
            continue
        for number in range(start.line, end.line + 1):
            line = masked[number]
            begin = start.column if number == start.line else 0
            stop = end.column if number == end.line else len(line)
            masked[number] = line[:begin] + "x" * (stop - begin) + line[stop:]
    return masked


def last_line(lines: list[str], scalar: Any) -> int:
    """The line (from 0) of the last character of a text; blank lines after a block are not part of it."""
    start, end = scalar.start_mark.line, scalar.end_mark
    if scalar.style not in ("|", ">"):
        return int(end.line)
    last = int(end.line) if end.column else int(end.line) - 1
    last = min(last, len(lines) - 1)
    while last > start and not lines[last].strip(" \t"):
        last -= 1
    return max(last, int(start))


def comments_in(lines: list[str], masked: list[str]) -> list[Comment]:
    """The comments of the lines, of which `masked` has only YAML's own signs."""
    found = []
    for number, line in enumerate(masked):
        at = line.find("#")
        if at >= 0:
            before = line[:at]
            gap = before[len(before.rstrip()) :]
            alone = ALONE.fullmatch(before) is not None
            column = len(line) - len(line.lstrip()) if alone else at
            found.append(Comment(number, column, lines[number][at:].rstrip(), gap, alone))
    return found

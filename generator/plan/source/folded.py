"""Lines of a text as they stand in its file: those that YAML has joined, and a `#` that has cut it short.

YAML keeps the lines of a text in a `|` block and of no other. What prose would have made of the lines is
known here only: the text that arrives has them no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from generator.base.findings import Place
from generator.base.language import later, say
from generator.plan.source.prose.about_lines import about_beginning
from generator.plan.source.prose.joined import Line, doubtful_lines, lost_lines

AFTER_KEY = later("write a | after the key, and the text on the lines below it")
_TEXT_LIKE = re.compile(r" #(?=\w)(?!\w+: )")
_NUMBER = re.compile(r" +#(?=[0-9])")
Told = tuple[Place, str, str]
"""A place in the file, the message and the hint."""


class Folded(Struct, frozen=True):
    """The lines as they were typed, each with its place; those of a `>` block, too.

    `passages` are the positions (from 0) of lines that YAML joins with a space, `parted` those of lines that
    an empty one stands above, for which YAML has only a new line, and prose a space.
    """

    lines: tuple[tuple[Place, str], ...]
    passages: tuple[range, ...]
    parted: tuple[int, ...]

    def complaints(self) -> Iterator[Told]:
        """The lines that would be lines of their own in a `|` block, and are joined."""
        for passage in self._passages():
            lost = [line for line, _, _ in lost_lines(passage)]
            lost += [line for line in passage[1:] if any(about_beginning(line.text))]
            lost += [line for line in passage[:-1] if line.text.rstrip().endswith("\\")]
            for line in dict.fromkeys(lost):
                yield self._at(line), say("YAML joins the line with its neighbours here"), say(AFTER_KEY)
        for number in self.parted:
            place, _ = self.lines[number]
            yield place, say("the empty line above is none in print: YAML joins the two"), say(AFTER_KEY)

    def doubts(self) -> Iterator[Told]:
        """The lines that may have been meant to stand for themselves."""
        for passage in self._passages():
            for line, message, _ in doubtful_lines(passage):
                yield self._at(line), message, say(AFTER_KEY)

    def _passages(self) -> Iterator[list[Line]]:
        for passage in self.passages:
            yield [Line(number, 1, self.lines[number][1]) for number in passage]

    def _at(self, line: Line) -> Place:
        return self.lines[line.number][0]


def folded(event: Any, lines: Sequence[str], name: str) -> Folded | None:
    """The text of a scalar event as it stands on its lines; None where YAML has joined none."""
    if event.style == "|" or event.start_mark.line == event.end_mark.line:
        return None
    typed = _in_block(event, lines) if event.style == ">" else _between_marks(event, lines)
    if len([text for _, _, text in typed if text.strip()]) < 2:
        return None
    placed = tuple((Place(name, line + 1, column + 1), text) for line, column, text in typed)
    return Folded(placed, *_joined([text for _, _, text in typed], event.style))


Typed = tuple[int, int, str]
"""Line and column from 0, and what stands there."""


def _between_marks(event: Any, lines: Sequence[str]) -> list[Typed]:
    start, end = event.start_mark, event.end_mark
    quote = 1 if event.style else 0
    found = [(start.line, start.column + quote, lines[start.line][start.column + quote :])]
    for number in range(start.line + 1, end.line + 1):
        line = lines[number] if number < len(lines) else ""
        text = line[: end.column - quote] if number == end.line else line
        column = len(text) - len(text.lstrip())
        found.append((number, column, text[column:]))
    return found


def _in_block(event: Any, lines: Sequence[str]) -> list[Typed]:
    """The lines below a `>`, without the indentation that they share."""
    first = event.start_mark.line + 1
    while first < len(lines) and not lines[first].strip():
        first += 1
    typed = event.value.lstrip("\n")
    indent = _indent(lines[first]) - _indent(typed) if first < len(lines) else 0
    found = []
    for number in range(first, len(lines)):
        line = lines[number]
        if line.strip() and _indent(line) < indent:
            break
        found.append((number, indent, line[indent:]))
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _joined(typed: Sequence[str], style: str | None) -> tuple[tuple[range, ...], tuple[int, ...]]:
    """The passages, and the lines that are parted from the one before by an empty line alone."""
    passages: list[range] = []
    parted: list[int] = []
    start = 0
    for number, text in enumerate(typed):
        if number == start:
            if not text.strip():
                start += 1
            elif number > 1 and _is_parted(typed, number, style):
                parted.append(number)
        following = typed[number + 1] if number + 1 < len(typed) else ""
        if number >= start and not (following.strip() and _folds(text, following, style)):
            passages.append(range(start, number + 1))
            start = number + 1
    return tuple(passages), tuple(parted)


def _folds(text: str, following: str, style: str | None) -> bool:
    """Tell whether YAML writes a space for the end of the line; in `>` not beside a line that is indented."""
    if style == ">":
        return not (text[:1].isspace() or following[:1].isspace())
    return not (style == '"' and text.endswith("\\"))


def _is_parted(typed: Sequence[str], number: int, style: str | None) -> bool:
    if typed[number - 1].strip() or not typed[number - 2].strip():
        return False
    return _folds(typed[number - 2], typed[number], style)


def first_character(event: Any, lines: Sequence[str], name: str) -> Place:
    """Place where the text of a | block begins: the line after the sign, in the column of its indentation."""
    first = event.start_mark.line + 1
    typed = event.value.lstrip("\n")
    filled = first + len(event.value) - len(typed)
    return Place(name, first + 1, (_indent(lines[filled]) - _indent(typed) if filled < len(lines) else 0) + 1)


def cut_short(event: Any, lines: Sequence[str], name: str) -> Place | None:
    """The place of a `#` behind a text without quotes that looks like more of the text.

    A note has a space after its `#`, or stands two spaces away from the text; a number alone is no note.
    """
    end = event.end_mark
    line = lines[end.line] if end.line < len(lines) else ""
    match = (_TEXT_LIKE if event.value else _NUMBER).match(line, end.column)
    return Place(name, end.line + 1, match.end()) if match else None

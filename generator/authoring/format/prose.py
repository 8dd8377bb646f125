"""Prose as it was typed → its lines in canonical form: a sentence a line, a blank line between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from generator.authoring.format.sentences import sentences
from generator.plan.source.prose import complaints, kept_lines, to_markup
from generator.plan.source.prose.parser import MARK

POINT = re.compile(rf" *+(?:{MARK} ++)++(?=[^ ])")
LONE_MARK = re.compile(rf" *+{MARK}")


class _Passage(Struct):
    """Lines that are folded into one: a paragraph, or the text of a point with what stands before it.

    `kept` are the positions of those that nobody but the writer may join with the next one.
    """

    before: str
    lines: list[str] = field(default_factory=list)
    kept: set[int] = field(default_factory=set)

    def written(self) -> list[str]:
        """The sentences, those after the first in line with it. A line that ends with \\ ends there."""
        found: list[str] = []
        part: list[str] = []
        for number, line in enumerate(self.lines):
            part.append(line)
            if number in self.kept or _is_broken(line):
                found, part = [*found, *sentences(part)], []
        found += sentences(part)
        indent = " " * len(self.before)
        return [(indent if number else self.before) + line for number, line in enumerate(found)]


def prose_lines(text: str) -> list[str] | None:
    """The lines that mean the same as the text; None when there are none that are sure to."""
    typed = [line.rstrip(" ") for line in text.expandtabs(4).splitlines()]
    markup = to_markup(text)
    for candidate in (_canonical(_beside_their_marks(typed)), _canonical(typed), _dedented(typed)):
        again = "\n".join(candidate)
        if candidate and to_markup(again) == markup and not complaints(again):
            return candidate
    return None


def _beside_their_marks(typed: Sequence[str]) -> list[str]:
    """The lines, with the text of a point drawn up to a mark that stands alone on the line above it."""
    found: list[str] = []
    for line in typed:
        if line and found and LONE_MARK.fullmatch(found[-1]):
            found[-1] += f" {line.lstrip(' ')}"
        else:
            found.append(line)
    return found


def _is_broken(line: str) -> bool:
    """Tell whether the line ends with a \\ that is not escaped itself."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _canonical(typed: Sequence[str]) -> list[str]:
    """The lines in order; again, where lines that came together have put others beyond doubt."""
    found: list[str] = []
    for passage in _passages(typed, kept_lines("\n".join(typed))):
        found += passage.written() if passage else [""]
    written = _dedented(found)
    return written if written == list(typed) else _canonical(written)


def _passages(typed: Sequence[str], kept: frozenset[int]) -> Iterator[_Passage | None]:
    """The passages of the text; None where a blank line stands."""
    passage: _Passage | None = None
    among_points = False
    for number, line in enumerate(typed, 1):
        point = POINT.match(line)
        if passage and (not line or point):
            yield passage
            passage = None
        if not line:
            yield None
        elif passage:
            passage.lines.append(line.lstrip(" "))
        else:
            among_points = among_points or point is not None
            before = _marks(point[0]) if point else _indent(line) if among_points else ""
            passage = _Passage(before, [line[point.end() :] if point else line.lstrip(" ")])
        if passage and number in kept:
            passage.kept.add(len(passage.lines) - 1)
    if passage:
        yield passage


def _marks(before: str) -> str:
    """The marks before the text of a point, with one space after each."""
    indent = _indent(before)
    return indent + " ".join(before.split()) + " "


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _dedented(lines: Sequence[str]) -> list[str]:
    """The lines without what they all are indented by, and with one blank line where there are more."""
    common = min((len(_indent(line)) for line in lines if line), default=0)
    found: list[str] = []
    for line in lines:
        if line or (found and found[-1]):
            found.append(line[common:])
    while found and not found[-1]:
        found.pop()
    return found

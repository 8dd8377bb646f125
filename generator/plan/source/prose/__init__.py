"""Prose as it is typed in a source → markup.

The format is CommonMark cut down to what an agreement needs: paragraphs, lists with `-`, with `1)` and with
`a)`, all nested, **bold**, *italic*, links. A number and a full stop is never a list, because `1. april` is
a date. What the format lacks arrives as it was typed, or is complained of where it would look wrong: no line
that its writer sees as a line of its own is joined with its neighbours in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from generator.base.cache import Answers
from generator.base.language import Language, spoken
from generator.plan.source.prose.about_lines import NOTABLE, about_line, about_signs
from generator.plan.source.prose.about_points import Complaint, about_bold, about_points, passages
from generator.plan.source.prose.joined import Line, Told, doubtful_lines, lost_lines
from generator.plan.source.prose.parser import marks_of, markup_of, parsed

__all__ = ["PARSED", "Complaint", "complaints", "doubts", "kept_lines", "to_markup"]

SPECIAL = re.compile(r"[*\\\[]|^ *+(?:-|[0-9]{1,9}\)|[a-z]\))(?: |$)", re.MULTILINE)
"""Signs of a text that only the parser can read."""


class Parsed(NamedTuple):
    """A text that was read: what is wrong in it, what is in doubt, and its markup."""

    complaints: tuple[Complaint, ...]
    doubts: tuple[Complaint, ...]
    markup: str


_MADE_BY = ("generator.plan.source.prose", "markdown_it")
MOST_ANSWERS, MOST_READ = 300, 400
PARSED: Answers[Parsed] = Answers("prose", _MADE_BY, MOST_ANSWERS)
"""Answers for texts with marks, most of which are as they were in the run before: to import the parser alone
takes longer than to read a plan."""


def complaints(text: str) -> list[Complaint]:
    """Complaints of all that the text has and prose cannot have, in the order of the text."""
    lines = _lines(text)
    notable = ((number, line) for number, line in enumerate(lines, 1) if NOTABLE.search(line))
    found = [(number, *said) for number, line in notable for said in about_line(line)]
    if too_many := list(about_signs(lines)):
        return sorted([*found, *too_many])
    told = {number for number, *_ in found}
    return sorted([*found, *(one for one in _read(text, spoken()).complaints if one[0] not in told)])


def doubts(text: str) -> list[Complaint]:
    """The lines of a text without complaints that may have been meant to stand for themselves."""
    return list(_read(text, spoken()).doubts)


def kept_lines(text: str) -> frozenset[int]:
    """The numbers (from 1) of the lines that are in doubt: nobody but the writer may join them."""
    return frozenset(line for line, *_ in doubts(text))


def to_markup(text: str) -> str:
    """The text as strict XHTML of p, ul, ol, li, strong, em, a and br; white space is folded."""
    lines = _lines(text)
    if not SPECIAL.search("\n".join(lines)):
        return _plain(lines)
    return _read(text, spoken()).markup


@lru_cache(maxsize=1)  # who asks for lines goes on to read them
def _lines(text: str) -> tuple[str, ...]:
    """The lines with spaces for tabs; one with nothing but hard spaces is a blank one, as it looks."""
    return tuple(["" if line.isspace() else line for line in text.expandtabs(4).splitlines()])


@lru_cache(maxsize=MOST_READ)
def _read(text: str, _: Language) -> Parsed:
    """The text read once: it is asked for when it is read, by a rule, and when it is printed."""
    lines = _lines(text)
    typed = text.splitlines() if "\t" in text else lines
    if SPECIAL.search("\n".join(lines)):
        return PARSED.recall("\n".join(typed), lambda: _parsed(lines, typed))
    plain = list(_plain_passages(lines))
    return Parsed(*_told(plain, typed), "")


def _parsed(lines: Sequence[str], typed: Sequence[str]) -> Parsed:
    """The parser's complaints of the lines, the doubts about them, and their markup."""
    tokens = parsed(lines)
    joined = list(passages(tokens))
    lost, doubtful = _told(joined, typed)
    said = (*about_points(lines, tokens), *about_bold(lines, tokens), *lost)
    return Parsed(said, doubtful, markup_of(tokens))


def _plain_passages(lines: Sequence[str]) -> Iterator[tuple[range, bool]]:
    """The lines of each paragraph (from 0), where nothing but blank lines parts them."""
    start = 0
    for end in range(len(lines) + 1):
        if end == len(lines) or not lines[end]:
            if end > start:
                yield range(start, end), False
            start = end + 1


def _told(
    joined: list[tuple[range, bool]], typed: Sequence[str]
) -> tuple[tuple[Complaint, ...], tuple[Complaint, ...]]:
    """Complaints of the lines that are joined, and the doubts about them."""
    passages = [[_line(number, typed[number], marked and not at) for at, number in enumerate(passage)]
                for passage, marked in joined]  # fmt: skip
    return _said(lost_lines, passages), _said(doubtful_lines, passages)


def _said(
    tell: Callable[[Sequence[Line]], Iterator[Told]], passages: list[list[Line]]
) -> tuple[Complaint, ...]:
    told = (one for lines in passages for one in tell(lines))
    return tuple([(line.number, line.column, message, hint) for line, message, hint in told])


def _line(number: int, typed: str, marked: bool) -> Line:
    """A line without its indentation, and apart from the mark of a point that stands before it."""
    begin = len(marks_of(typed)) if marked else len(typed) - len(typed.lstrip())
    return Line(number + 1, begin + 1, typed[begin:], typed[:begin].rstrip())


def _plain(lines: Sequence[str]) -> str:
    """Markup of lines without any sign that the parser knows: the same that it would make of them."""
    folded = "\n".join(re.sub(" ++", " ", line.strip(" ")) for line in lines)
    paragraphs = (paragraph.strip().replace("\n", " ") for paragraph in re.split("\n\n++", folded))
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs if text)

"""Complaints of a line of prose, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.base.language import later, say
from generator.plan.source.prose.parser import is_wanted_link, marks_of

DEEPEST = 4
"""Levels of lists in each other: as many as a list of Word has in the reference document."""
TOO_DEEP = later("lists stand more than {most} deep inside each other")
A_ROW = later("a row of a table stands in the prose")
ROW_HINT = later("write what the row says as a sentence, or as a point with -; the form has the tables")
MOST_SIGNS = 1000
"""Of asterisks and brackets in one text: more are no prose, and the parser would take its time."""
NOTABLE = re.compile(r"[#=*+•\[|]|^ *[-0-9]|^ {61}")
"""Signs without which nothing can be said about a line."""
_HEADING = re.compile(r" *+#{1,6}(?= |$)")
_RULE = re.compile(r" *+(?:={3,}+|-{3,}+|(?:- *+){3,}+|(?:\* *+){3,}+) *+$")
_OTHER_BULLET = re.compile(r" *+([*+•])(?= |$)")
_ROW = re.compile(r" *+\|.*\|")
_LINK = re.compile(r"(?<![\\!])\[([^\[\]]*+)\]\( *+<?([^)\s>]{0,500}+)>? *+([^)]{0,200}+)\)")
"""With limits, so that many that never end are read in one go."""
_IMAGE = re.compile(r"(?<!\\)!\[[^\[\]]*+\](?=[(\[])")
_REFERENCE = re.compile(r"(?<![\\!])\[[^\[\]]++\](?:\[[^\[\]]*+\]|:(?= ))")

Said = tuple[int, str, str]
"""A column from 1, the message and the hint."""


def about_line(line: str) -> Iterator[Said]:
    """Complaints of all that the line has and prose cannot have."""
    yield from about_beginning(line)
    if "[" in line:
        yield from _about_brackets(line)


def about_beginning(line: str) -> Iterator[Said]:
    """Complaints of a beginning that prose lacks: a heading, a rule, a row, another kind of point."""
    begin = len(marks_of(line))
    if match := _HEADING.match(line):
        hint = say("leave out the #, for headings come from the form; **bold** may begin a paragraph")
        yield line.index("#") + 1, say("a heading stands in the prose"), hint
    if _RULE.match(line):
        hint = say("leave it out; an empty line makes a new paragraph, and headings come from the form")
        yield len(line) - len(line.lstrip(" ")) + 1, say("a line of signs stands in the prose"), hint
    elif match := _OTHER_BULLET.match(line, begin):
        hint = say("write - at the beginning of each point")
        if match[1] != "•":
            hint = say(
                "write - at the beginning of each point; where {sign} belongs to the text write \\{sign}",
                sign=match[1],
            )
        yield match.start(1) + 1, say("a point of a list begins with {sign}", sign=match[1]), hint
    if line.startswith(" " * 61) or len(line[:begin].split()) > DEEPEST:
        yield 1, say(TOO_DEEP, most=DEEPEST), say("indent less")
    if _ROW.match(line):
        yield line.index("|") + 1, say(A_ROW), say(ROW_HINT)


def about_signs(lines: Sequence[str]) -> Iterator[tuple[int, int, str, str]]:
    """The place where a text has come to more signs than prose can have."""
    left = MOST_SIGNS
    for number, line in enumerate(lines, 1):
        left -= line.count("*") + line.count("[")
        if left < 0:
            hint = say("write it as sentences; is it the right text?")
            yield number, 1, say("the text has more than {most} of the signs * and [", most=MOST_SIGNS), hint
            return


def _about_brackets(line: str) -> Iterator[Said]:
    for match in _IMAGE.finditer(line):
        hint = say("leave it out; prose has no pictures")
        yield match.start() + 1, say("a picture stands in the prose"), hint
    for match in _REFERENCE.finditer(line):
        hint = say("write the address in the text: [text](https://…); or write \\[ where it is no link")
        if not _follows_a_letter(line, match.start()):
            yield match.start() + 1, say("a link refers to an address that stands elsewhere"), hint
    for match in _LINK.finditer(line):
        yield from _about_link(line, match)


def _about_link(line: str, match: re.Match[str]) -> Iterator[Said]:
    words, address, more = match.groups()
    if not is_wanted_link(address):
        if not _follows_a_letter(line, match.start()):
            message = say("`{address}` is no address that a link can have", address=address)
            hint = say("an address begins with https://, http:// or mailto:; write \\[ where it is no link")
            yield match.start() + 1, message, hint
    elif more.strip():
        message, hint = say("a link has more than an address in ( )"), say("write [text](https://…)")
        yield match.start() + 1, message, hint
    elif not words.strip():
        hint = say("write the text: [text]({address})", address=address)
        yield match.start() + 1, say("a link has no text"), hint


def _follows_a_letter(line: str, position: int) -> bool:
    """Tell whether a bracket is part of a word, as in `lejer[e](n)`: then it is text."""
    return position > 0 and line[position - 1].isalnum()

"""Lines that prose joins and whose writer may have seen each as a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.base.language import later, say
from generator.plan.source.prose.about_lines import A_ROW, ROW_HINT
from generator.plan.source.prose.marks import Mark, mark_of

NARROW = 40
"""As long as a line may be that is wrapped: in a text of shorter lines each was ended on purpose."""
SHORT = 2
"""Words that a line has which is no beginning of a sentence, even before a date."""
_ENDS = re.compile(r"[.!?:;,…–—-][)\]\"”“’'»«*_]*$")
_AN_END = (".", "!", "?", ";", ",", "…")
_GAP = re.compile(r" *+\t\s*+| {3,}+")
_A_DATE = re.compile(r"[0-9]{1,2}\. ")
_LABEL = re.compile(r"[A-ZÆØÅ][^\W\d_]*(?: [^\W\d_]+){0,2}: ")
_BOLD_LABEL = re.compile(r"\*\*[^*\\]{1,60}+\*\*")
_NEVER_LAST = frozenset({
    "ad", "af", "alle", "at", "blandt", "blev", "bliver", "ca", "da", "de", "den", "denne", "der", "deres",
    "det", "dette", "disse", "du", "efter", "eller", "en", "end", "er", "et", "for", "fra", "fx", "gennem",
    "han", "har", "hans", "hendes", "herunder", "hos", "hun", "hver", "hvert", "hvis", "hvor", "i", "ikke",
    "ind", "inden", "jeg", "kan", "kun", "man", "med", "mellem", "men", "mod", "må", "når", "og", "også",
    "om", "omkring", "op", "over", "per", "pr", "på", "samt", "sin", "sine", "sit", "skal", "som", "så",
    "til", "ud", "uden", "under", "var", "ved", "vi", "via", "vil", "vores",
})  # fmt: skip
"""Words that no heading and no point of a list ends with."""
LEFT_HINT = later("write an empty line above it, or begin it in line with the text of the point")
JOIN_HINT = later(
    "write an empty line after it where it stands for itself (**bold** sets it off), a full stop where a "
    "sentence ends, or the two on one line"
)


class Line(NamedTuple):
    """A line of a text: its number and the column of its first character, both from 1, and what it says.

    `before` is the mark of the point that it is the text of, with its indentation.
    """

    number: int
    column: int
    text: str
    before: str = ""


Told = tuple[Line, str, str]
"""The line, the message and the hint."""


def lost_lines(passage: Sequence[Line]) -> Iterator[Told]:
    """The lines of a passage, joined in print, that are sure to be lines of their own to their writer."""
    marks = [_mark(line) for line in passage]
    has_gaps = any("\t" in line.text or "   " in line.text for line in passage)
    if not (has_gaps or any(marks) or passage[0].before):  # as nearly all are
        return
    rows = _rows(passage, marks) if has_gaps else set()
    for at, (line, mark) in enumerate(zip(passage, marks, strict=True)):
        if line in rows:
            yield line, say(A_ROW), say(ROW_HINT)
        elif mark and not line.before and _is_point(at, passage, marks):
            message = say("the line begins with {sign} and is joined with its neighbours", sign=mark.sign)
            yield line, message, say(mark.hint, sign=mark.sign)
        elif at and passage[0].before and _has_left(passage[at - 1], line, passage[0]):
            yield line, say("the line is joined with the point above it"), say(LEFT_HINT)


def _mark(line: Line) -> Mark | None:
    """The sign that the line begins with; of a point its own, that others may go with."""
    return mark_of(f"{line.before.split()[-1]} " if line.before else line.text)


def _has_left(before: Line, line: Line, point: Line) -> bool:
    """Tell whether a line that begins anew stands as far out as the mark of the point above it."""
    is_after_end = before.text.rstrip().endswith((".", "!", "?", ":", ";"))
    return line.column <= len(point.before) and (is_after_end or _begins_anew(line.text))


def _is_point(at: int, passage: Sequence[Line], marks: Sequence[Mark | None]) -> bool:
    mark = marks[at]
    assert mark
    others = [other for i, other in enumerate(marks) if other and i != at]
    if any(other.goes_with(mark) for other in others):
        ordinals = [one for one in (mark, *others) if one.is_ordinal]
        return not mark.is_ordinal or any(one.begins for one in ordinals)
    if not at or mark.is_ours:
        return at > 0
    ended = (":",) if mark.may_be_a_word else (":", ".", "!", "?")
    return mark.begins and passage[at - 1].text.rstrip().endswith(ended)


def _rows(passage: Sequence[Line], marks: Sequence[Mark | None]) -> set[Line]:
    """The lines with gaps between their words, where two stand together or one has more gaps than one."""
    gaps = [len(_GAP.findall(line.text[len(mark.sign) if mark else 0 :].strip()))
            for line, mark in zip(passage, marks, strict=True)]  # fmt: skip
    together = {at for pair in pairwise(range(len(gaps))) if all(gaps[at] for at in pair) for at in pair}
    return {line for at, line in enumerate(passage) if at in together or gaps[at] > 1}


def doubtful_lines(passage: Sequence[Line]) -> Iterator[Told]:
    """The lines that may have been meant to stand for themselves, and are joined with the next one."""
    width = max([NARROW, *(len(line.text) for line in passage)])
    listed, anew = False, True
    for line, following in pairwise(passage):
        if line.text.endswith(_AN_END) and ":" not in line.text and not line.text.startswith("**"):
            listed, anew = False, True  # it is a sentence, as nearly all are
            continue
        listed = _is_in_list(line, following, listed, width)
        doubtful = listed and not line.text.rstrip().endswith(":")
        if doubtful or (anew and _stands_alone(line.text, following.text, width)):
            words = f"{_end(line.text)} {following.text[:20].strip()}"
            yield line, say("the line is joined with the next one: `{words}`", words=words), say(JOIN_HINT)
            doubtful = True
        anew = doubtful or _ENDS.search(line.text.rstrip()) is not None


def _stands_alone(text: str, following: str, width: int) -> bool:
    """Tell whether the line looks like a heading, a label or a line of an address."""
    if _LABEL.match(text) and _LABEL.match(following):
        return True
    bold = _BOLD_LABEL.match(text)
    if bold and _ENDS.search(bold[0]):
        bold = None
    if bold and (bold.end() == len(text.rstrip()) or _BOLD_LABEL.match(following)):
        return True
    if _A_DATE.match(following) and len(text.split()) > SHORT:
        return False
    return _is_cut_short(text, following, width) and _begins_anew(following)


def _begins_anew(text: str) -> bool:
    """Tell whether a sentence may begin there: with a large letter, or with a date."""
    return text.lstrip("*_\"”»(„")[:1].isupper() or _A_DATE.match(text) is not None


def _is_cut_short(text: str, following: str, width: int) -> bool:
    """Tell whether the line ended where no sentence ends, though a word more would have had room."""
    words, first = text.split(), following.split()[:1]
    if not words or not first or _ENDS.search(text.rstrip()) or _may_go_on(words):
        return False
    return len(text.rstrip()) + 1 + len(first[0]) <= width


def _may_go_on(words: Sequence[str]) -> bool:
    """Tell whether the last word wants another: a little one, the beginning of a name, a number."""
    last = words[-1].strip("*_")
    name = len(words) > 1 and (last[:1].isupper() or last[:1].isdigit())
    return name or last.casefold() in _NEVER_LAST


def _is_in_list(line: Line, following: Line, listed: bool, width: int) -> bool:
    """Tell whether short lines follow a colon, each without an end."""
    if line.text.rstrip().endswith(":"):
        return True
    are_short = len(line.text.split()) <= 4 and len(following.text.split()) <= 6
    return listed and are_short and _is_cut_short(line.text, following.text, width)


def _end(text: str) -> str:
    text = text.rstrip()
    return text if len(text) <= 20 else "…" + text[-19:]

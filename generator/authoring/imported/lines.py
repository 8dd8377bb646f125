"""Lines of a form turned round: of `fra {fra} til {til}` what stands in the places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.authoring.imported.short import is_short
from generator.authoring.imported.slots import Either, Hole, Piece, Series, Slot
from generator.base.danish import MONTH
from generator.plan.model.base import samme

NUMERIC = frozenset({"antal", "beløb", "dato", "timer", "årstal", "procent", "andel", "periode"})
RHYTHM = re.compile(r"(?:mødes|holder|.*\bgang|.*\b(?:halv)?årligt?|.*\bmåned|.*\bkvartal|hvert?\b|"
                    r".*\bmøder\b|efter behov|ad hoc|løbende)[^.]*\Z", re.IGNORECASE)  # fmt: skip
YEAR, ANYTHING = r"(\d{4})", r"(\S(?:.*?\S)?)"
CAPITAL = r"((?-i:[A-ZÆØÅ])(?:.*?\S)?)"
"""Name of an organisation: with a capital."""
TAIL = " – "
"""Begins a name of the parties' own after one of the form's."""
DAYS = frozenset({"dato", "periode"})
DATE = r"(\d{1,2}\.\s*(?:[a-zæøå]+|\d{1,2}\.)\s*\d{4}|(?<![a-zæøå])[a-zæøå]++ \d{4})"
PERIOD = re.compile(rf"(?:fra\s+(?:den\s+)?)?{DATE}\s*(?:til(?:\s+den)?|[-–])\s*{DATE}", re.IGNORECASE)
WEEKLY = re.compile(
    r"(\d{1,3}(?:,\d{1,2})?)\s*(timer (?:pr\.?|om|i) ugen?|timer/uge|timer ugentligt|t/uge)\.?",
    re.IGNORECASE)  # fmt: skip
"""A number of hours, and that they are those of a week."""
LONGEST = 25
"""Words of a line that says when something holds."""
UNITS = re.compile(r"\b(?:pct|procent|kr|timer|stk|personer|familier|uger)\b", re.IGNORECASE)
"""Words that make no reason of a figure."""
DOTS = re.compile(r"(?<!\s)\s*[·;]\s*")


BRACKETS = ("by", "skriver_under")
"""Keys of what stands in brackets behind a name and its short one."""


class Caught(NamedTuple):
    """Text that stands in a place; `turn` counts the items of a series, and is None outside of one."""

    hole: Hole
    text: str
    turn: int | None = None


@lru_cache(maxsize=4_000)
def _pattern(pieces: tuple[Piece, ...]) -> re.Pattern[str]:
    """The line as a pattern: what comes after its first place, up to a comma, may be missing."""
    parts: list[str] = []
    optional = sum(isinstance(piece, (Hole, Series)) for piece in pieces) > 1
    opened, seen, open_ended = "", 0, 0
    is_tail = len(pieces) == 2 and isinstance(pieces[0], str) and pieces[0].endswith(TAIL)
    for number, piece in enumerate(pieces):
        if isinstance(piece, Either):
            parts.append(f"(?:(?:{'|'.join(map(re.escape, piece.texts))})")
            open_ended += 1
        elif isinstance(piece, str):
            is_last = number == len(pieces) - 1
            close, rest = _closing(piece, opened, is_last=is_last) if seen else ("", piece)
            parts.append(_literal(close))
            if opened:
                parts.append(")?")
                opened = ""
            follows = number + 1 < len(pieces)
            if is_tail and not seen:
                parts += [_literal(rest.rstrip(" –")), "(?:"]
                opened, rest = "–", " – "
            elif optional and seen and follows and (_is_added(rest) or _is_note(rest, pieces[number - 1])):
                parts.append("(?:")
                opened = rest.lstrip()[0]
            head, comma, tail = rest.partition(", ") if is_last and seen else (rest, "", "")
            parts.append(r"\s+" if piece.isspace() else _literal(head))
            parts.append(f"(?:,\\s*{_literal(tail)})?" if comma else "")
        else:
            parts.append(_place(piece))
            seen += 1
    if opened:
        parts.append(")?")
    parts.append(")?" * open_ended)
    return re.compile("".join(parts) + r"\s*[.:]?", re.IGNORECASE | re.DOTALL)


def _place(piece: Hole | Series) -> str:
    """The pattern of a place: one of its words where there is a choice, else anything."""
    if isinstance(piece, Hole) and piece.words:
        return f"({'|'.join(re.escape(word) for word in sorted(piece.words, key=len, reverse=True))})"
    if isinstance(piece, Hole) and piece.path[-1:] == ("organisation",):
        return CAPITAL
    return YEAR if isinstance(piece, Hole) and piece.filters[-1:] == ("årstal",) else ANYTHING


def _closing(text: str, opened: str, *, is_last: bool) -> tuple[str, str]:
    """End of what was opened with a bracket or a comma, and the rest."""
    found = re.match(r"[^()]*\)" if opened else r"\s*\)", text)
    if opened == "," and not found:
        found = re.match(r"[^,(.–]*\Z" if is_last else r"[^,(.–]*(?=[,(])", text)
    return (found[0], text[found.end() :]) if found else ("", text)


def _is_added(text: str) -> bool:
    """Tell whether what it begins may be left out: a bracket, or what follows a comma."""
    return text.lstrip().startswith(("(", ",", "–", "- "))


def _is_note(text: str, before: Piece) -> bool:
    """Tell whether it begins a note that may be left out: `forsinket: på grund af …`."""
    return text.strip() == ":" and isinstance(before, Hole) and bool(before.words)


def _literal(text: str) -> str:
    """The text, with any white space."""
    words = [re.escape(word) for word in text.split()]
    middle = r"\s+".join(words)
    if any(map(str.isalpha, text)):
        bare = middle.removesuffix(r"\.").removesuffix(":")
        middle = bare + (":?" if text.rstrip().endswith(":") else r"\.?" if bare != middle else "")
    before = r"\s*" if text[:1].isspace() else ""
    return before + middle + (r"\s*" if text[-1:].isspace() and words else "")


def caught(pieces: tuple[Piece, ...], line: str) -> tuple[Caught, ...] | None:
    """Texts that stand in the places of the line, in order; None where it is another line."""
    found = None if _is_ambiguous(pieces) else _pattern(pieces).fullmatch(line)
    if found is None:
        return _dates(pieces, line)
    places = [piece for piece in pieces if not isinstance(piece, (str, Either))]
    got: list[Caught] = []
    for place, text in zip(places, found.groups(), strict=True):
        if text is None:
            continue
        if isinstance(place, Hole):
            got.append(Caught(place, text))
        else:
            series = _of_series(place, text)
            if series is None:
                return None
            got += series
    got = _in_their_brackets(got, [place for place in places if isinstance(place, Hole)])
    return tuple(got) if all(map(_fits, got)) else None


def _in_their_brackets(got: list[Caught], places: Sequence[Hole]) -> list[Caught]:
    """Texts that were caught, with each bracket where it belongs: not each is a short name."""
    for at, (full, one) in enumerate(pairwise(got), start=1):
        if one.turn is None and one.hole.path[-1:] == ("kortnavn",) and full.hole.path[-1:] == ("navn",):
            free = [place for place in places[places.index(one.hole) + 1 :]
                    if (place.path[-1] in BRACKETS) and all(place is not other.hole for other in got)]
            fits = [place for place in free if not place.words or one.text.casefold() in place.words]
            if fits and not one.text.isupper() and not is_short(samme(one.text), samme(full.text)):
                got = [*got[:at], one._replace(hole=fits[-1]), *got[at + 1 :]]
    return got


def said_as(slot: Slot, line: str) -> Slot:
    """The way of the slot that the line is put in."""
    return next((way for way in slot.ways if caught(way.pieces, line) is not None), slot)


def is_in_words_of_the_form(pieces: tuple[Piece, ...], line: str) -> bool:
    """Tell whether the line is as the form has it, and not in other words."""
    return _pattern(pieces).fullmatch(line) is not None


def _dates(pieces: tuple[Piece, ...], line: str) -> tuple[Caught, ...] | None:
    """The days from which and to which something holds, in whatever words; None where it is no such line."""
    holes = [piece for piece in pieces if not isinstance(piece, (str, Either))]
    if len(holes) != 2 or not all(isinstance(hole, Hole) and DAYS & {*hole.filters} for hole in holes):
        return None
    found = [*PERIOD.finditer(line)] if len(line.split()) <= LONGEST else []
    return tuple(Caught(hole, text) for hole, text in zip(holes, found[0].groups(), strict=True)
                 if isinstance(hole, Hole)) if len(found) == 1 else None  # fmt: skip


@lru_cache(maxsize=4_000)
def _is_ambiguous(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether nothing but a space parts two texts: nobody knows where one ends."""
    return any(isinstance(one, Hole) and isinstance(other, Hole) and between.isspace()
               and not NUMERIC & {*one.filters, *other.filters} and not one.words and not other.words
               for one, between, other in zip(pieces, pieces[1:], pieces[2:], strict=False)
               if isinstance(between, str))  # fmt: skip


def _of_series(series: Series, text: str) -> list[Caught] | None:
    """The items of a series; where some of them look otherwise, None."""
    figures = any(isinstance(piece, str) and ":" in piece for piece in series.body)
    parts = [part for part in (DOTS if figures else _separators(series.body)).split(text) if part]
    got: list[Caught] = []
    for turn, part in enumerate(parts):
        inner = caught(series.body, part)
        if inner is None:
            return None
        got += [one._replace(turn=turn) for one in inner]
    return got or None


@lru_cache(maxsize=1_000)
def _separators(body: tuple[Piece, ...]) -> re.Pattern[str]:
    """Signs between the items of a series: none of what begins a part of one."""
    firsts = {word for word in map(_first_word, body) if word}
    inside = "".join(rf"(?!{re.escape(word)})" for word in sorted(firsts))
    inside += r"(?!(?:ca\.?\s)?\d)" * (len(body) > 1)
    return re.compile(rf"(?<!\s)\s*[·;]\s*|, {inside}(?=\S)| (?:og|&) {inside}(?=\S)")


def _first_word(piece: Piece) -> str:
    return next(iter(re.findall(r"\w+", piece)), "") if isinstance(piece, str) else ""


def _is_name(text: str) -> bool:
    """Tell whether it may be what a party or an area is called."""
    return not text[:1].islower() and len(text.split()) <= LONGEST_NAME and not DATED.search(text)


LONGEST_NAME = 12
NAMED = (("parter",), ("boligområder",))
DATED = re.compile(rf"\b(?:{MONTH})\s(?:19|20)\d\d\Z|\(\w{{2,15}}\)\Z", re.IGNORECASE)
"""Ends a date, or a name with a short one behind it, and no name."""


def _fits(one: Caught) -> bool:
    if one.hole.path[-1:] == ("møder",) and not RHYTHM.match(one.text):
        return False
    if one.hole.path[:1] in NAMED and one.hole.path[-1] == "navn" and not _is_name(one.text):
        return False
    if one.hole.path[-1:] == ("afventer",) and not any(map(str.isalpha, UNITS.sub("", one.text))):
        return False
    return not NUMERIC & {*one.hole.filters} or any(sign.isdecimal() for sign in one.text)

"""Complaints of the points of a list, and of bold, once the text is parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.base.language import say
from generator.plan.source.prose.about_lines import DEEPEST, TOO_DEEP
from generator.plan.source.prose.parser import place_of

if TYPE_CHECKING:
    from markdown_it.token import Token

LETTERS = "abcdefghijklmnopqrstuvwxyz"
Complaint = tuple[int, int, str, str]
"""Line and column within the text, both from 1; message; hint."""


def about_points(lines: Sequence[str], tokens: list[Token]) -> Iterator[Complaint]:
    """Points with nothing in them, and numbers or letters out of order: Word would count them anew."""
    counts: list[int] = []
    for at, token in enumerate(tokens):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            counts.append(0)
            if len(counts) == DEEPEST + 1 and token.map:
                yield token.map[0] + 1, 1, say(TOO_DEEP, most=DEEPEST), say("indent less")
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            counts.pop()
        elif token.type == "list_item_open" and token.map:
            counts[-1] += 1
            line = token.map[0]
            place = (line + 1, len(lines[line]) - len(lines[line].lstrip(" ")) + 1)
            if _is_empty(tokens, at):
                hint = say("write the text on the same line, or delete it")
                yield *place, say("a point of a list has no text"), hint
            if token.info:
                yield from ((*place, *said) for said in _out_of_order(token, counts[-1]))


def _is_empty(tokens: list[Token], at: int) -> bool:
    following, inline = tokens[at + 1], tokens[min(at + 2, len(tokens) - 1)]
    if following.type == "paragraph_open":
        return not any(child.content.strip() or child.type == "link_open" for child in inline.children or [])
    return following.type == "list_item_close"


def _out_of_order(token: Token, count: int) -> Iterator[tuple[str, str]]:
    if token.markup == ".":
        if place_of(token.info) != count:
            message = say("the letter {letter}) is out of order", letter=token.info)
            yield message, _letter_hint(token.info, count)
    elif int(token.info) != count:
        hint = say("write {wanted}), or {typed}\\) where it is no list", wanted=count, typed=token.info)
        yield say("the number {number}) is out of order", number=token.info), hint


def _letter_hint(typed: str, count: int) -> str:
    if count <= len(LETTERS):
        wanted = LETTERS[count - 1]
        return say("write {wanted}), or {typed}\\) where it is no list", wanted=wanted, typed=typed)
    return say("write 1), 2), 3) in so long a list, or {typed}\\) where it is no list", typed=typed)


def about_bold(lines: Sequence[str], tokens: list[Token]) -> Iterator[Complaint]:
    """Two asterisks that have no partner: they would stand in the agreement as they are."""
    for token in tokens:
        line = token.map[0] if token.map else 0
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "text" and "**" in child.content:
                hint = say(
                    "write **bold** with no space inside the asterisks and no letter right outside them, "
                    "or \\*\\* for asterisks"
                )
                yield line + 1, max(lines[line].find("**"), 0) + 1, say("** has no partner"), hint


def passages(tokens: list[Token]) -> Iterator[tuple[range, bool]]:
    """The lines (from 0) that are joined into each paragraph, split where a line is told to end.

    With each goes whether its first line has the mark of a point before it.
    """
    for at, token in enumerate(tokens):
        if token.type != "inline" or not token.map:
            continue
        start = first = token.map[0]
        item = tokens[at - 2]
        marked = item.type == "list_item_open" and item.map is not None and item.map[0] == first
        breaks = [child.type for child in token.children or [] if child.type in ("softbreak", "hardbreak")]
        for number, kind in enumerate(breaks, first + 1):
            if kind == "hardbreak":
                yield range(start, number), marked
                start, marked = number, False
        yield range(start, first + len(breaks) + 1), marked

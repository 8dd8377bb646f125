"""Prose as it is typed in a source → markup.

The format is CommonMark cut down to what an agreement needs: paragraphs, `-` lists, `1)` lists, both
nested, **bold**, *italic*, links. A number and a full stop is never a list, because `1. april` is a
date. What the format lacks arrives as it was typed, or is complained of where it would look wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.base.cache import Answers

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 10
SPECIAL = re.compile(r"[*\\\[]|^ *(?:-|[0-9]{1,9}\))(?: |$)", re.MULTILINE)
NO_LIST = re.compile(r"^((?: *(?:-|[0-9]{1,9}\)) +)*(?: *))(?:([*+•])|([0-9]{1,9})\.)(?= |$)")
NOTABLE = re.compile(r"[#=*+•\[]|^ *[-0-9]|^ {61}")
"""Signs without which nothing can be said about a line."""
HEADING = re.compile(r"^ *#{1,6}(?= |$)")
RULE = re.compile(r"^ *(?:={3,}|-{3,}|(?:- *){3,}|(?:\* *){3,}) *$")
IMAGE = re.compile(r"(?<!\\)!\[[^\]]*\](?=[(\[])")
REFERENCE = re.compile(r"(?<!\\)\[[^\[\]]+\](?:\[[^\[\]]*\]|:(?= ))")
LINK = re.compile(r"(?<![\\!])\[[^\[\]]*\]\( *<?([^)\s>]*)>? *([^)]*)\)")
NESTED = re.compile(r"^(?: {61}| *(?:(?:-|[0-9]{1,9}\)) +){11})")
WANTED_LINK = re.compile(r"https?://[^/]|mailto:[^@]+@", re.IGNORECASE)

Complaint = tuple[int, int, str, str]
"""Line and column within the text, both from 1; message; hint."""
_MADE_BY = ("generator.plan.source", "markdown_it")
MOST_ANSWERS = 500
PARSED: Answers[tuple[tuple[Complaint, ...], str]] = Answers("prose", _MADE_BY, MOST_ANSWERS)
"""Answers for texts with marks, most of which are as they were in the run before: to import the parser alone
takes longer than to read a plan."""


def complaints(text: str) -> list[Complaint]:
    """Complaints of all that the text has and prose cannot have, in the order of the text."""
    lines = text.expandtabs(4).splitlines()
    notable = ((number, line) for number, line in enumerate(lines, 1) if NOTABLE.search(line))
    found = [(number, *said) for number, line in notable for said in _about_line(line)]
    if not found and SPECIAL.search(text.expandtabs(4)):
        found = list(_parsed(lines)[0])
    return sorted(found)


def to_markup(text: str) -> str:
    """The text as strict XHTML of p, ul, ol, li, strong, em, a and br; white space is folded."""
    lines = text.expandtabs(4).splitlines()
    if not SPECIAL.search("\n".join(lines)):
        return _plain(lines)
    return _parsed(lines)[1]


def _parsed(lines: list[str]) -> tuple[tuple[Complaint, ...], str]:
    """The parser's complaints of the lines, and their markup."""

    def parse() -> tuple[tuple[Complaint, ...], str]:
        tokens = parser().parse(_prepared(lines))
        return (*_about_lists(lines, tokens), *_about_bold(lines, tokens)), _markup(tokens)

    return PARSED.recall("\n".join(lines), parse)


@cache
def parser() -> MarkdownIt:
    """The parser of the format; made once, because its import is slow."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("zero", {"maxNesting": 1000}).enable(["list", "newline", "escape", "emphasis", "link"])
    made.disable("text_join")  # so that an escaped sign is told from one that was left over
    made.validateLink = _is_wanted_link  # type: ignore[method-assign, assignment]
    return made


def _is_wanted_link(address: str) -> bool:
    return bool(WANTED_LINK.match(address))


def _prepared(lines: list[str]) -> str:
    """The lines with white space folded, and with what CommonMark has and the format lacks escaped."""
    return "\n".join(_prepared_line(line) for line in lines)


def _prepared_line(line: str) -> str:
    text = line.lstrip(" ")
    folded = " " * (len(line) - len(text)) + re.sub(" +", " ", text).rstrip(" ")
    literal = NO_LIST.sub(_escaped, folded)
    return re.sub(r"\\.|_", lambda match: "\\_" if match[0] == "_" else match[0], literal)


def _escaped(match: re.Match[str]) -> str:
    before, bullet, number = match.groups()
    if number:
        return f"{before}{number}\\."
    return before + (bullet if bullet == "•" else f"\\{bullet}")


def _plain(lines: list[str]) -> str:
    """Markup of lines without any sign that the parser knows: the same that it would make of them."""
    folded = "\n".join(re.sub(" +", " ", line.strip(" ")) for line in lines)
    paragraphs = (paragraph.strip().replace("\n", " ") for paragraph in re.split("\n\n+", folded))
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs if text)


def _markup(tokens: list[Token]) -> str:
    alone = _items_of_one_paragraph(tokens)
    pieces = []
    for at, token in enumerate(tokens):
        if token.type == "inline":
            pieces.append("".join(_inline(child) for child in token.children or []))
        elif token.tag == "p" and (at in alone or not _filled(tokens, at)):
            continue
        else:
            pieces.append(f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>")
    return "".join(pieces)


def _filled(tokens: list[Token], at: int) -> bool:
    """Tell whether the paragraph that begins or ends there holds anything."""
    return bool(tokens[at + 1 if tokens[at].nesting > 0 else at - 1].content)


def _items_of_one_paragraph(tokens: list[Token]) -> set[int]:
    """Positions of the tokens that begin and end a paragraph which is all there is in its item."""
    kinds = [token.type for token in tokens]
    alone = ["list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close"]
    found = [at for at in range(len(kinds) - 4) if kinds[at : at + 5] == alone]
    return {at + 1 for at in found} | {at + 3 for at in found}


def _inline(token: Token) -> str:
    if token.type in ("text", "text_special"):
        return escape(token.content, quote=False)
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "<br/>"
    if token.type == "link_open":
        return f'<a href="{escape(str(token.attrs["href"]))}">'
    return f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>"


def _about_line(line: str) -> Iterator[tuple[int, str, str]]:
    if HEADING.search(line):
        hint = "leave out the #, for headings come from the form; **bold** may begin a paragraph"
        yield line.index("#") + 1, "a heading stands in the prose", hint
    if RULE.search(line):
        hint = "leave it out; an empty line makes a new paragraph, and headings come from the form"
        yield len(line) - len(line.lstrip(" ")) + 1, "a line of signs stands in the prose", hint
    elif (match := NO_LIST.search(line)) and match[2]:
        literal = "" if match[2] == "•" else f"; where {match[2]} belongs to the text write \\{match[2]}"
        hint = f"write - at the beginning of each point{literal}"
        yield match.start(2) + 1, f"a point of a list begins with {match[2]}", hint
    if NESTED.search(line):
        yield 1, f"lists stand more than {DEEPEST} deep inside each other", "indent less"
    for match in IMAGE.finditer(line):
        yield match.start() + 1, "a picture stands in the prose", "leave it out; prose has no pictures"
    for match in REFERENCE.finditer(line):
        hint = "write the address in the text: [text](https://…); or write \\[ where it is no link"
        if not (match.start() and line[match.start() - 1] == "!"):
            yield match.start() + 1, "a link refers to an address that stands elsewhere", hint
    yield from _about_links(line)


def _about_links(line: str) -> Iterator[tuple[int, str, str]]:
    for match in LINK.finditer(line):
        if not _is_wanted_link(match[1]):
            hint = "an address begins with https://, http:// or mailto:; write \\[ where it is no link"
            yield match.start() + 1, f"`{match[1]}` is no address that a link can have", hint
        elif match[2].strip():
            yield match.start() + 1, "a link has more than an address in ( )", "write [text](https://…)"


def _about_lists(lines: list[str], tokens: list[Token]) -> Iterator[Complaint]:
    """Points with nothing in them, and numbers out of order: Word would count them anew."""
    numbers: list[int] = []
    for token, following in pairwise(tokens):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            numbers.append(0)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            numbers.pop()
        elif token.type == "list_item_open" and token.map:
            numbers[-1] += 1
            line = token.map[0]
            place = (line + 1, len(lines[line]) - len(lines[line].lstrip(" ")) + 1)
            if following.type == "list_item_close":
                yield *place, "a point of a list has no text", "write the text on the same line, or delete it"
            if token.info and int(token.info) != numbers[-1]:
                hint = f"write {numbers[-1]}), or {token.info}\\) where it is no list"
                yield *place, f"the number {token.info}) is out of order", hint


def _about_bold(lines: list[str], tokens: list[Token]) -> Iterator[Complaint]:
    """Two asterisks that have no partner: they would stand in the agreement as they are."""
    for token in tokens:
        line = token.map[0] if token.map else 0
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "text" and "**" in child.content:
                hint = "write **bold** with no space inside the asterisks, or \\*\\* for asterisks"
                yield line + 1, max(lines[line].find("**"), 0) + 1, "** has no partner", hint

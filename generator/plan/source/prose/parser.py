"""The lines of a text → the tokens of CommonMark, cut down to what prose has, and the tokens → markup.

What CommonMark has and prose lacks is escaped before the parser sees it. What prose has and CommonMark
lacks, lists with letters, is given to the parser as `1.`, of which prose has no other use: a number and a
full stop is never a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST_NESTED = 100
"""Depth to which the parser goes into itself: far below what Python can, far above what a text may have."""
MARK = r"(?:-|[0-9]{1,9}+\)|[a-z]\))"
MARKS = re.compile(rf"(?: *+{MARK}(?: ++|$))*+")
"""The marks of points at the beginning of a line, outermost first."""
WANTED_LINK = re.compile(r"https?://[^/]|mailto:[^@]++@", re.IGNORECASE)
_LITERAL = re.compile(r"\A( *+)(?:([*+])|([0-9]{1,9})\.)(?= |$)")
_LETTER = re.compile(r"(?<![^ ])([a-z])\)(?= |$)")
_GIVEN = re.compile(r"(?: *+(?:-|[0-9]{1,9}+[.)])(?: ++|$))*+")
_ORDINAL = re.compile(r"(?<![^ ])[0-9]\.(?= |$)")
_SIGNS = re.compile(r"\\.|_++|(?<=[^\W_]|[\u0300-\u036f])\*++(?=[^\W_])")
"""Signs that are taken as they are: an escaped sign; and those that CommonMark would not take for text but
prose does: `_`, which marks nothing here, and asterisks between letters or digits."""


def parsed(lines: Sequence[str]) -> list[Token]:
    """The tokens of the lines; of an item with a letter, `info` is the letter."""
    letters: dict[int, list[str]] = {}
    prepared = "\n".join(_prepared(number, line, letters) for number, line in enumerate(lines))
    tokens = parser().parse(prepared, {"letters": letters})
    for token in tokens:
        if token.type == "list_item_open" and token.markup == "." and token.map:
            token.info = letters[token.map[0]].pop(0)
    return tokens


@cache
def parser() -> MarkdownIt:
    """The parser of the format; made once, because its import is slow."""
    from markdown_it import MarkdownIt

    options = {"maxNesting": MOST_NESTED}
    made = MarkdownIt("zero", options).enable(["list", "newline", "escape", "emphasis", "link"])
    made.disable("text_join")  # so that an escaped sign is told from one that was left over
    made.validateLink = is_wanted_link  # type: ignore[method-assign, assignment]
    made.core.ruler.after("block", "letters", _give_letters_back)
    return made


def is_wanted_link(address: str) -> bool:
    """Tell whether a link can have the address."""
    return WANTED_LINK.match(address) is not None


def _prepared(number: int, line: str, letters: dict[int, list[str]]) -> str:
    """The line with white space folded, and with what CommonMark has and prose lacks escaped."""
    text = line.lstrip(" ")
    folded = " " * (len(line) - len(text)) + re.sub(" ++", " ", text).rstrip(" ")
    marks = marks_of(folded)
    rest = _LITERAL.sub(_escaped, folded[len(marks) :])
    found = _LETTER.findall(marks)
    if found:
        letters[number] = found
        marks = _LETTER.sub(lambda match: f"{min(place_of(match[1]), 9)}.", marks)
    return marks + _SIGNS.sub(_as_text, rest)


def marks_of(line: str) -> str:
    """The marks of points that the line begins with, and the space around them."""
    match = MARKS.match(line)
    return match[0] if match else ""


def place_of(letter: str) -> int:
    """1 for a, 2 for b."""
    return ord(letter) - ord("a") + 1


def _escaped(match: re.Match[str]) -> str:
    before, bullet, number = match.groups()
    return f"{before}{number}\\." if number else f"{before}\\{bullet}"


def _as_text(match: re.Match[str]) -> str:
    return match[0] if match[0][0] == "\\" else "".join(f"\\{sign}" for sign in match[0])


def _give_letters_back(state: Any) -> None:
    """Write the letters again that stand in the middle of a paragraph, where they begin no list."""
    letters: dict[int, list[str]] = state.env["letters"]
    for token in state.tokens:
        if token.type == "inline" and token.map and letters:
            lines = token.content.split("\n")
            for at, line in enumerate(lines):
                lines[at] = _with_letters(line, letters.get(token.map[0] + at, ()))
            token.content = "\n".join(lines)


def _with_letters(line: str, letters: Any) -> str:
    given = _GIVEN.match(line)
    marks = given[0] if given else ""
    left = len(_ORDINAL.findall(marks))
    back = iter(list(letters)[len(letters) - left :])
    return _ORDINAL.sub(lambda _: f"{next(back)})", marks) + line[len(marks) :]


def markup_of(tokens: list[Token]) -> str:
    """The tokens as strict XHTML of p, ul, ol, li, strong, em, a and br."""
    alone = _items_of_one_paragraph(tokens)
    pieces = []
    for at, token in enumerate(tokens):
        if token.type == "inline":
            pieces.append("".join(_inline(child) for child in token.children or []))
        elif token.tag == "p" and (at in alone or not _filled(tokens, at)):
            continue
        elif token.type == "ordered_list_open" and token.markup == ".":
            pieces.append('<ol class="letters">')
        else:
            pieces.append(f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>")
    return "".join(pieces)


def _filled(tokens: list[Token], at: int) -> bool:
    """Tell whether the paragraph that begins or ends there holds anything."""
    return bool(tokens[at + 1 if tokens[at].nesting > 0 else at - 1].content)


def _items_of_one_paragraph(tokens: list[Token]) -> set[int]:
    """Beginnings and ends of the paragraphs that are all there is in their item."""
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

"""Characters that nobody can see, or that a document cannot hold.

Word has a soft hyphen (U+00AD) of its own, so prose may have one; a name may not, because two names that
look alike would be two. A hard space (U+00A0) can stand anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from generator.base.language import say

SOFT_HYPHEN = "\u00ad"
_PERHAPS = re.compile("[^\n\r\t -~\u00a0-\u0233–—‘’‚“”„•…€−]|\u00ad")
"""All but the characters that nearly every text consists of; what it finds is looked up."""
_NO_END = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})
_BLANK = frozenset(
    {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, *range(0x180B, 0x1810),
     *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
)  # fmt: skip
"""Letters and marks to Unicode, nothing to the eye."""
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf0a8\uf076\uf071")
"""Signs that come along when a list is copied out of Word; only its own fonts have them."""


class Unwanted(Struct, frozen=True):
    """A character that cannot stand in a text: where (from 0), and what to say of it."""

    position: int
    character: str
    message: str
    hint: str


def unwanted(text: str, *, in_prose: bool = True) -> Iterator[Unwanted]:
    """The characters that cannot stand in the text, in order."""
    for match in _PERHAPS.finditer(text):
        character = match[0]
        if _is_refused(character) and not (in_prose and character == SOFT_HYPHEN):
            yield Unwanted(match.start(), character, _message(character), _hint(character))


def without_unwanted(text: str) -> str:
    """The text with a plain space for each space that looks like one, and without what nobody can see.

    A bullet of Word is a bullet that any font has.
    """
    return _PERHAPS.sub(lambda match: _instead(match[0]), text)


def _instead(character: str) -> str:
    if character in _BULLETS:
        return "•"
    if not _is_refused(character):
        return character
    return " " if unicodedata.category(character) in ("Zs", "Zl", "Zp") else ""


def ends_reading(character: str) -> bool:
    """Tell whether YAML cannot be read on with the character in it."""
    return _NO_END.match(character) is not None


@cache
def _is_refused(character: str) -> bool:
    if character in "\n\r\t \u00a0":
        return False
    return unicodedata.category(character) in _REFUSED or ord(character) in _BLANK


def _message(character: str) -> str:
    code, name = f"U+{ord(character):04X}", unicodedata.name(character, "")
    if unicodedata.category(character) == "Cc":
        return say("the control character {code} stands here", code=code)
    if name:
        return say("the character {code} ({name}) stands here", code=code, name=name)
    return say("the character {code} stands here", code=code)


def _hint(character: str) -> str:
    category = unicodedata.category(character)
    if character in _BULLETS:
        return say("it is a bullet of Word: write - and a space at the beginning of each point")
    if category == "Zs":
        return say("write a plain space; it looks like one and is another character")
    if category == "Co":
        return say("write the sign itself; the one that stands here is of one font only")
    if category == "Cn":
        return say("delete it; there is no such character")
    return say("delete it; it cannot be seen, and may have come along from another program")
